// What the analysis found beside the lamella that was imaged: positions, strain and rotation, spacing, phases, regions.

import type { ProjectedColumns } from "../particle/lattice-models-columns.js";
import { species } from "../particle/lattice-models-sites.js";
import type { LatticeResult } from "./analysis.js";
import { type FoundColumns, neighbourFinder } from "./columns.js";
import { noLattice, phaseAt, type PhaseMap } from "./local-phases.js";
import type { ColumnMaps } from "./regions.js";
import { mapAt, type StrainMaps } from "./strain.js";

export interface ColumnMatch {
  /** index of the sample's column for each that was found; −1 for none within reach */
  match: Int32Array;
  /** Å, found less true */
  dx: Float64Array;
  dy: Float64Array;
  /** columns of metal in the field, those found, and found ones that match none */
  metalColumns: number;
  metalFound: number;
  false: number;
  /** Å, root mean square distance, and median standard error stated by the fits */
  rms: number;
  median: number;
  statedError: number;
}

/** Å within which a found column is that of the sample */
const reach = 0.8;

/** @param atLeast metal atoms over those of a full column that a column must have to be looked for */
export function matchColumns(found: FoundColumns, sample: ProjectedColumns, atLeast = 0.2): ColumnMatch {
  const around = neighbourFinder(sample.x, sample.y, reach);
  const match = new Int32Array(found.count).fill(-1);
  const dx = new Float64Array(found.count).fill(NaN);
  const dy = new Float64Array(found.count).fill(NaN);
  const hit = new Uint8Array(sample.count);
  for (let i = 0; i < found.count; ++i) {
    let best = Infinity;
    around(found.x[i], found.y[i], (k, ox, oy) => {
      const distance = ox * ox + oy * oy;
      if (distance >= best) return;
      best = distance;
      match[i] = k;
      dx[i] = -ox;
      dy[i] = -oy;
    });
    if (match[i] >= 0) hit[match[i]] = 1;
  }
  let [metalColumns, metalFound] = [0, 0];
  const full = sample.thickness / sample.cell.a;
  for (let k = 0; k < sample.count; ++k) {
    const edge = 2;
    const inside =
      sample.x[k] > edge &&
      sample.y[k] > edge &&
      sample.x[k] < sample.width - edge &&
      sample.y[k] < sample.height - edge;
    if (!inside || metalOf(sample, k) < atLeast * full) continue;
    ++metalColumns;
    if (hit[k]) ++metalFound;
  }
  const distances = Array.from(dx, (value, i) => Math.hypot(value, dy[i])).filter(Number.isFinite);
  distances.sort((a, b) => a - b);
  const errors = found.error.slice().sort();
  return {
    ...{ match, dx, dy, metalColumns, metalFound },
    false: match.reduce((sum, k) => sum + (k < 0 ? 1 : 0), 0),
    rms: Math.sqrt(distances.reduce((sum, d) => sum + d * d, 0) / distances.length),
    median: distances[distances.length >> 1] ?? NaN,
    statedError: errors[errors.length >> 1] ?? NaN
  };
}

/** Atoms of metal in a column. */
export const metalOf = ({ atoms }: ProjectedColumns, k: number): number =>
  atoms[species.length * k + 2] + atoms[species.length * k + 3] + atoms[species.length * k + 4];

export const strainComponents = ["exx", "eyy", "exy", "rotation"] as const;
export type StrainComponent = (typeof strainComponents)[number];

export interface StrainComparison {
  component: StrainComponent;
  /** columns of metal that are compared: with a lattice, and not within two resolutions of the image's edge */
  count: number;
  /** means, and root mean square difference */
  found: number;
  truth: number;
  rms: number;
  /** of the found against the true values; 1 where all of the variation is seen */
  slope: number;
}

/** Maps against the true deformation at the columns, averages against single places. */
export function compareStrain(strain: StrainMaps, sample: ProjectedColumns): StrainComparison[] {
  const edge = 2 * strain.resolution;
  const places = Array.from({ length: sample.count }, (_, k) => k).filter(
    (k) =>
      sample.kind[k] === 0 &&
      sample.x[k] > edge &&
      sample.y[k] > edge &&
      sample.x[k] < sample.width - edge &&
      sample.y[k] < sample.height - edge &&
      Number.isFinite(mapAt(strain.exx, strain, sample.x[k], sample.y[k]))
  );
  return strainComponents.map((component) => {
    const found = places.map((k) => mapAt(strain[component], strain, sample.x[k], sample.y[k]));
    const truth = places.map((k) => sample[component][k]);
    const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
    const [f, t] = [mean(found), mean(truth)];
    const [both, own] = [
      mean(found.map((v, i) => (v - f) * (truth[i] - t))),
      mean(truth.map((v) => (v - t) ** 2))
    ];
    return {
      ...{ component, count: places.length, found: f, truth: t },
      rms: Math.sqrt(mean(found.map((v, i) => (v - truth[i]) ** 2))),
      slope: own > 1e-12 ? both / own : NaN
    };
  });
}

export interface PhaseComparison {
  /** [true phase][found phase], columns of cations; the last found class is "no lattice" */
  confusion: number[][];
  /** share of the columns that get a phase, and share of those that get the right one */
  assigned: number;
  right: number;
}

export function comparePhases(map: PhaseMap, sample: ProjectedColumns): PhaseComparison {
  const confusion = [0, 1, 2].map(() => [0, 0, 0, 0]);
  let [all, assigned, right] = [0, 0, 0];
  for (let k = 0; k < sample.count; ++k) {
    if (sample.kind[k] > 1) continue;
    const [x, y] = [sample.x[k], sample.y[k]];
    if (x < 0 || y < 0 || x >= sample.width || y >= sample.height) continue;
    const found = phaseAt(map, x, y);
    const index = found === noLattice ? 3 : found;
    confusion[sample.phase[k]][index] += 1;
    ++all;
    if (index < 3) ++assigned;
    if (index === sample.phase[k]) ++right;
  }
  return { confusion, assigned: assigned / all, right: right / assigned };
}

export interface DomainComparison {
  domain: "metal-deficient" | "twisted" | "void";
  /** columns of metal that were found and are truly in it */
  columns: number;
  /** share of them that the analysis puts into such a region */
  found: number;
  /** share of that region's columns that are truly in it; NaN where none was found */
  pure: number;
}

/** Columns in regions against the sample's domains; metal-deficient and void both count as low intensity. */
export function compareRegions(
  { region }: ColumnMaps,
  match: ColumnMatch,
  sample: ProjectedColumns
): DomainComparison[] {
  const rows = [
    ["metal-deficient", 1, 1],
    ["twisted", 2, 2],
    ["void", 3, 1]
  ] as const;
  return rows.map(([domain, truth, kind]) => {
    let [inside, both, chosen] = [0, 0, 0];
    match.match.forEach((k, i) => {
      if (k < 0) return;
      const own = sample.domain[k] === truth;
      if (own) ++inside;
      if (region[i] === kind) ++chosen;
      if (own && region[i] === kind) ++both;
    });
    return {
      domain,
      columns: inside,
      found: inside ? both / inside : NaN,
      pure: chosen ? both / chosen : NaN
    };
  });
}

/**
 * True distance of the slabs at a column of the sample, Å: d' = d det F/|F t|, t along the layers, F the deformation there.
 * NaN where the sample is not layered.
 */
export function trueSpacing(sample: ProjectedColumns, k: number): number {
  if (sample.phase[k] !== 0) return NaN;
  const [xx, yy] = [1 + sample.exx[k], 1 + sample.eyy[k]];
  const [xy, yx] = [sample.exy[k] - sample.rotation[k], sample.exy[k] + sample.rotation[k]];
  return (sample.cell.d * (xx * yy - xy * yx)) / Math.hypot(xx, yx);
}

export interface SpacingComparison {
  /** columns that are compared: found, with a spacing, and truly in the layered phase */
  count: number;
  /** Å, means, and root mean square difference */
  found: number;
  truth: number;
  rms: number;
  /** of the found against the true values; NaN where the truth does not vary */
  slope: number;
}

export function compareSpacing(
  spacing: Float64Array,
  { match }: Pick<ColumnMatch, "match">,
  sample: ProjectedColumns
): SpacingComparison {
  const pairs = Array.from(spacing, (found, i) => ({
    found,
    truth: match[i] < 0 ? NaN : trueSpacing(sample, match[i])
  })).filter(({ found, truth }) => Number.isFinite(found) && Number.isFinite(truth));
  const mean = (of: (pair: (typeof pairs)[number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [f, t] = [mean(({ found }) => found), mean(({ truth }) => truth)];
  const own = mean(({ truth }) => (truth - t) ** 2);
  return {
    ...{ count: pairs.length, found: f, truth: t },
    rms: Math.sqrt(mean(({ found, truth }) => (found - truth) ** 2)),
    slope: own > 1e-8 ? mean(({ found, truth }) => (found - f) * (truth - t)) / own : NaN
  };
}

export interface LatticeComparison {
  match: ColumnMatch;
  strain: StrainComparison[];
  phases: PhaseComparison;
  regions: DomainComparison[];
  spacing: SpacingComparison;
}

export function compare(result: LatticeResult, sample: ProjectedColumns): LatticeComparison {
  const match = matchColumns(result.columns, sample);
  return {
    match,
    strain: compareStrain(result.strain, sample),
    phases: comparePhases(result.phases, sample),
    regions: compareRegions(result.regions, match, sample),
    spacing: compareSpacing(result.spacing.spacing, match, sample)
  };
}
