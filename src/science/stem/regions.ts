// Regions that differ, found from columns and maps rather than drawn:
//   low intensity: the mean intensity m of a column's neighbourhood of n columns lies below the image's median M by more than
//     k standard errors s/√n (s the robust spread of single columns) and by more than a stated share of M;
//   twisted: the neighbourhood's rotation differs from the reference by more than a stated angle;
//   regular: the box with the least spread of rotation and spacing and none of the others in it.
// Robust spread: 1.4826 times the median absolute deviation, Rousseeuw & Croux (1993), doi 10.1080/01621459.1993.10476408.

import { type FoundColumns, neighbourFinder } from "./columns.js";
import { defaultAnalysisSettings, type RegionSettings } from "./settings.js";
import { mapAt, type StrainMaps } from "./strain.js";

export const regionKinds = ["regular", "low intensity", "twisted"] as const;
export type RegionKind = (typeof regionKinds)[number];

export interface Region {
  kind: RegionKind;
  /** columns in it */
  members: number[];
  /** Å, its centre, and the radius of a disc with as many columns */
  x: number;
  y: number;
  radius: number;
  /** Å: left, top, side of a box within the image to look closer */
  box: [number, number, number];
  /** mean intensity of its columns over the image's median, less 1 */
  deficit: number;
  /** °, mean rotation */
  rotation: number;
  /** standard errors by which the region's mean intensity lies below the median */
  deviations: number;
}

export interface ColumnMaps {
  /** mean intensity of each column's neighbourhood over the image's median, less 1 */
  deficit: Float64Array;
  /** standard errors below the median */
  deviations: Float64Array;
  /** °, against the reference area; NaN without lattice */
  rotation: Float64Array;
  /** index of `regionKinds` each column is in, 0 for none */
  region: Uint8Array;
  regions: Region[];
}

/**
 * @param size Å of the image: width, height
 * @param use 1 for the columns that are looked at and that the median is of, for example those of the layered phase
 */
export function findRegions(
  columns: FoundColumns,
  strain: StrainMaps,
  size: readonly [number, number],
  settings: RegionSettings = defaultAnalysisSettings.regions,
  use?: Uint8Array
): ColumnMaps {
  const { count, x, y, intensity } = columns;
  const usable = (i: number) => !use || use[i] === 1;
  const used = intensity.filter((_, i) => usable(i));
  const middle = median(used);
  const spread = 1.4826 * median(used.map((value) => Math.abs(value - middle)));
  const deficit = new Float64Array(count);
  const deviations = new Float64Array(count);
  const rotation = new Float64Array(count);
  const around = neighbourFinder(x, y, settings.radius);
  for (let i = 0; i < count; ++i) {
    let [n, sum] = [0, 0];
    around(x[i], y[i], (k) => {
      if (!usable(k)) return;
      ++n;
      sum += intensity[k];
    });
    deficit[i] = sum / n / middle - 1;
    deviations[i] = (middle - sum / n) / (spread / Math.sqrt(n));
    rotation[i] = (mapAt(strain.rotation, strain, x[i], y[i]) * 180) / Math.PI;
  }
  const low = Array.from(deficit.keys()).filter(
    (i) => usable(i) && deviations[i] > settings.deviations && deficit[i] < -settings.deficit
  );
  const turned = Array.from(rotation.keys()).filter((i) => Math.abs(rotation[i]) > settings.rotation);
  const region = new Uint8Array(count);
  const describe = (kind: RegionKind, members: number[]): Region => {
    const mean = (of: ArrayLike<number>) => members.reduce((sum, i) => sum + of[i], 0) / members.length;
    const [cx, cy] = [mean(x), mean(y)];
    const own = mean(intensity);
    return {
      ...{ kind, members, x: cx, y: cy },
      radius: Math.sqrt((members.length * size[0] * size[1]) / count / Math.PI),
      box: boxAround(cx, cy, size, settings.box),
      deficit: own / middle - 1,
      rotation: meanOfFinite(members.map((i) => rotation[i])),
      deviations: (middle - own) / (spread / Math.sqrt(members.length))
    };
  };
  const clustersOf = (kind: RegionKind, members: number[]) =>
    clusters(members, columns, settings.radius * 0.7)
      .filter((cluster) => cluster.length >= settings.columns)
      .map((cluster) => describe(kind, cluster));
  const regions = [...clustersOf("low intensity", low), ...clustersOf("twisted", turned)];
  for (const { kind, members } of regions) for (const i of members) region[i] = regionKinds.indexOf(kind);
  const calm = calmest(columns, rotation, deficit, region, size, settings.box, usable);
  if (calm.length > 0) regions.unshift(describe("regular", calm));
  return { deficit, deviations, rotation, region, regions };
}

const median = (values: Float64Array): number => values.slice().sort()[values.length >> 1] ?? NaN;

const meanOfFinite = (values: readonly number[]): number => {
  const finite = values.filter(Number.isFinite);
  return finite.reduce((sum, value) => sum + value, 0) / finite.length;
};

function boxAround(
  x: number,
  y: number,
  [width, height]: readonly [number, number],
  side: number
): [number, number, number] {
  const own = Math.min(side, width, height);
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
  return [clamp(x - own / 2, width - own), clamp(y - own / 2, height - own), own];
}

/** Members that are linked by steps of at most `reach` Å, the largest cluster first. */
function clusters(members: readonly number[], { x, y }: FoundColumns, reach: number): number[][] {
  const around = neighbourFinder(
    Float64Array.from(members, (i) => x[i]),
    Float64Array.from(members, (i) => y[i]),
    reach
  );
  const seen = new Uint8Array(members.length);
  const all: number[][] = [];
  for (let start = 0; start < members.length; ++start) {
    if (seen[start]) continue;
    seen[start] = 1;
    const cluster = [start];
    for (let k = 0; k < cluster.length; ++k)
      around(x[members[cluster[k]]], y[members[cluster[k]]], (other) => {
        if (seen[other]) return;
        seen[other] = 1;
        cluster.push(other);
      });
    all.push(cluster.map((k) => members[k]));
  }
  return all.sort((a, b) => b.length - a.length);
}

/** Columns in the box of `side` Å whose rotation and neighbourhoods vary least, outside all regions; none if there is no such box. */
function calmest(
  { count, x, y }: FoundColumns,
  rotation: Float64Array,
  deficit: Float64Array,
  region: Uint8Array,
  [width, height]: readonly [number, number],
  side: number,
  usable: (i: number) => boolean
): number[] {
  const step = side / 4;
  let best: number[] = [];
  let least = Infinity;
  for (let left = 0; left + side <= width; left += step)
    for (let top = 0; top + side <= height; top += step) {
      const inside: number[] = [];
      let clean = true;
      for (let i = 0; i < count && clean; ++i) {
        if (x[i] < left || x[i] >= left + side || y[i] < top || y[i] >= top + side) continue;
        inside.push(i);
        clean = region[i] === 0 && usable(i) && Number.isFinite(rotation[i]);
      }
      if (!clean || inside.length < 8) continue;
      // a degree of rotation weighs like ten percent of intensity
      const unrest =
        inside.reduce((sum, i) => sum + rotation[i] ** 2 + (10 * deficit[i]) ** 2, 0) / inside.length;
      if (unrest >= least) continue;
      least = unrest;
      best = inside;
    }
  return best;
}
