// Ion maps to areas, overlaps, correlations and profiles: what may be said of the counts alone.

import { onPolarGrid, polarGrid } from "../numerics/polar-grid.js";
import { rotationTest, tripleRotationTest, type PermutationTest } from "../numerics/permutation-test.js";
import { pairCorrelations } from "../numerics/pair-correlation.js";
import { random } from "../numerics/rng.js";
import { findDomain, isPoor, type Domain } from "./domains.js";
import { fickianTest, type FickianTest } from "./fickian.js";
import { measuredArea, type MeasuredArea } from "./measured-area.js";
import { normalise, type NormalisedMaps } from "./normalise.js";
import { checkMaps, ions, type Ion, type IonMaps } from "./raw.js";
import { checkSettings, defaultSimsSettings, type SimsSettings } from "./settings.js";

/** Pairs of areas in the order of the study's words. */
export const areaPairs = [
  ["Li", "O"],
  ["O", "Mn"],
  ["Li", "Mn"]
] as const satisfies readonly (readonly [Ion, Ion])[];

export interface DomainsResult {
  settings: SimsSettings;
  area: MeasuredArea;
  maps: NormalisedMaps;
  domains: Record<Ion, Domain>;
  /** Li-rich and O-rich, O-rich and Mn-poor, Li-rich and Mn-poor */
  overlaps: { pair: readonly [Ion, Ion]; test: PermutationTest }[];
}

/** One ring of a radial profile. */
export interface ProfileRing {
  /** mean distance from the centre over the radius */
  radius: number;
  /** counts a pixel, and its standard error by counting */
  mean: number;
  error: number;
  pixels: number;
}

export interface Correlation {
  pair: readonly [Ion, Ion];
  /** m */
  distance: Float64Array;
  correlation: Float64Array;
}

export interface SimsResult extends DomainsResult {
  /** all three at once */
  triple: PermutationTest;
  profiles: Record<Ion, ProfileRing[]>;
  fickian: Record<Ion, FickianTest>;
  correlations: Correlation[];
}

/** Areas and their overlaps: what follows a slider. @throws on maps or settings that make no sense */
export function analyseDomains(
  raw: IonMaps,
  settings: Partial<SimsSettings> = {},
  known?: MeasuredArea
): DomainsResult {
  const chosen = { ...defaultSimsSettings, ...settings };
  checkMaps(raw);
  checkSettings(chosen);
  const area = known ?? measuredArea(raw, chosen.margin);
  const maps = normalise(raw, area.mask, chosen);
  const domains = {} as Record<Ion, Domain>;
  for (const ion of ions) domains[ion] = findDomain(maps[ion], chosen.share, isPoor(ion));
  const grid = gridOf(raw, area, chosen);
  const polar = (values: ArrayLike<number>) => onPolarGrid(grid, values);
  const mask = polar(area.mask);
  const overlaps = areaPairs.map((pair) => ({
    pair,
    test: rotationTest(grid, polar(domains[pair[0]].area), polar(domains[pair[1]].area), mask)
  }));
  return { settings: chosen, area, maps, domains, overlaps };
}

/** All that is asked of one field. @throws as `analyseDomains` does */
export function analyse(raw: IonMaps, settings: Partial<SimsSettings> = {}): SimsResult {
  const found = analyseDomains(raw, settings);
  const { area, domains } = found;
  const grid = gridOf(raw, area, found.settings);
  const polar = (values: ArrayLike<number>) => onPolarGrid(grid, values);
  const areas = [domains.Li, domains.O, domains.Mn].map((d) => polar(d.area));
  const triple = tripleRotationTest(grid, [areas[0], areas[1], areas[2]], polar(area.mask), random(1), 499);
  const each = <T>(of: (ion: Ion) => T): Record<Ion, T> => ({ Li: of("Li"), Mn: of("Mn"), O: of("O") });
  return {
    ...found,
    triple,
    profiles: each((ion) => radialProfile(raw.counts[ion], area)),
    fickian: each((ion) => fickianTest(raw.counts[ion], area.mask, area.radial, raw.width, raw.height)),
    correlations: correlationsOf(raw, found)
  };
}

const gridOf = (
  { width, height }: IonMaps,
  { centre, radius }: MeasuredArea,
  { rings, angles }: SimsSettings
) => polarGrid(width, height, { centre, radius, rings, angles });

/** Means over rings of equal area. */
export function radialProfile(
  counts: ArrayLike<number>,
  { mask, radial }: Pick<MeasuredArea, "mask" | "radial">,
  rings = 12
): ProfileRing[] {
  const sums = Array.from({ length: rings }, () => ({ radius: 0, sum: 0, n: 0 }));
  mask.forEach((inside, p) => {
    const ring = sums.at(Math.min(rings - 1, Math.floor(rings * radial[p] ** 2)));
    if (!inside || !ring) return;
    ring.radius += radial[p];
    ring.sum += counts[p];
    ++ring.n;
  });
  return sums
    .filter(({ n }) => n > 0)
    .map(({ radius, sum, n }) => ({
      radius: radius / n,
      mean: sum / n,
      error: Math.sqrt(sum) / n,
      pixels: n
    }));
}

/** m to which correlations are followed */
const farthest = 4e-6;

function correlationsOf({ width, height, pixel }: IonMaps, { maps, area }: DomainsResult): Correlation[] {
  const order: readonly Ion[] = ["Li", "O", "Mn"];
  const filled = order.map((ion) => maps[ion].map((v) => (Number.isNaN(v) ? 0 : v)));
  const found = pairCorrelations(filled, area.mask, { width, height, largest: farthest / pixel });
  return [...found].map(([index, { distance, correlation }]) => ({
    pair: [order[Math.floor(index / 3)], order[index % 3]],
    distance: distance.map((d) => d * pixel),
    correlation
  }));
}
