// Every number with its uncertainty: by the threshold, moved up and down by what it is uncertain, and by noise, from runs with
// other seeds. Half the span between the thresholds and the deviation between seeds add in squares. What both leave out is
// the bias of blur and of voxels, which the comparison with the sample shows.

import type { Tomogram } from "./reconstruct.js";
import { type PoreNumbers, type PoreResult, tomogramNumbers } from "./analysis.js";
import type { SegmentSettings } from "./settings.js";

export interface AssessedNumber {
  name: keyof PoreNumbers;
  found: number;
  /** at the threshold less and more its error */
  atLower: number;
  atHigher: number;
  /** standard deviation between seeds; NaN where there is one alone */
  seedDeviation: number;
  /** half the span between thresholds, and seeds, in squares */
  error: number;
}

export const numberNames = [
  "porosity",
  "count",
  "largestVolume",
  "networkShare",
  "medianDiameter",
  "meanVolume",
  "specificArea",
  "openShare"
] as const satisfies readonly (keyof PoreNumbers)[];

/** Numbers of one tomogram at its threshold, at the lower and at the higher one. */
export function atThresholds(
  tomogram: Tomogram,
  result: Pick<PoreResult, "segmentation">,
  settings: Partial<SegmentSettings> = {}
): [PoreNumbers, PoreNumbers] {
  const { threshold, thresholdError } = result.segmentation;
  const at = (moved: number) => tomogramNumbers(tomogram, { ...settings, threshold: moved });
  return [at(threshold - thresholdError), at(threshold + thresholdError)];
}

/** @param seeds numbers of all runs, that of `found` among them */
export function assess(
  found: PoreNumbers,
  [lower, higher]: readonly [PoreNumbers, PoreNumbers],
  seeds: readonly PoreNumbers[]
): AssessedNumber[] {
  return numberNames.map((name) => {
    const values = seeds.map((run) => run[name]).filter((v) => Number.isFinite(v));
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    const seedDeviation =
      values.length > 1
        ? Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1))
        : NaN;
    const half = 0.5 * Math.abs(higher[name] - lower[name]);
    return {
      ...{ name, found: found[name], atLower: lower[name], atHigher: higher[name], seedDeviation },
      error: Math.hypot(Number.isFinite(half) ? half : 0, Number.isFinite(seedDeviation) ? seedDeviation : 0)
    };
  });
}
