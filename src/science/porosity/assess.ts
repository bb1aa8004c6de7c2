// Every number with its uncertainty: by the threshold, moved up and down by what it is uncertain, and by noise, from runs with
// other seeds. The larger of the two distances to what the moved thresholds give counts, as the response need not be monotone
// (pores appear, merge and part), and the deviation between seeds adds in squares. What both leave out is the bias of blur and
// of voxels, which the comparison with the sample shows.

import type { PoreNumbers } from "./analysis.js";
import type { Segmentation } from "./segment.js";

/** NaN stands for what has no value, as a tortuosity where nothing leads through. */
export interface Assessed {
  found: number;
  /** at the threshold less and more its error */
  atLower: number;
  atHigher: number;
  /** standard deviation between seeds; NaN where there is one alone */
  seedDeviation: number;
  /** the larger distance to the value at a moved threshold, and seeds, in squares; NaN where one of the three has no value */
  error: number;
}

export interface AssessedNumber extends Assessed {
  name: keyof PoreNumbers;
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

/** What a measurement gives at the threshold less its error, and at that more. */
export function atThresholds<Result>(
  { threshold, thresholdError }: Pick<Segmentation, "threshold" | "thresholdError">,
  measureAt: (threshold: number) => Result
): [lower: Result, higher: Result] {
  return [measureAt(threshold - thresholdError), measureAt(threshold + thresholdError)];
}

/** @param seeds values of all runs, that of `found` among them; none where there is one run alone */
export function assessValue(
  found: number,
  [atLower, atHigher]: readonly [number, number],
  seeds: readonly number[] = []
): Assessed {
  const values = seeds.filter((v) => Number.isFinite(v));
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const seedDeviation =
    values.length > 1
      ? Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1))
      : NaN;
  const moved = Math.max(Math.abs(atHigher - found), Math.abs(atLower - found));
  return {
    ...{ found, atLower, atHigher, seedDeviation },
    error: Math.hypot(moved, Number.isFinite(seedDeviation) ? seedDeviation : 0)
  };
}

/** @param seeds numbers of all runs, that of `found` among them */
export const assess = (
  found: PoreNumbers,
  [lower, higher]: readonly [PoreNumbers, PoreNumbers],
  seeds: readonly PoreNumbers[]
): AssessedNumber[] =>
  numberNames.map((name) => ({
    name,
    ...assessValue(
      found[name],
      [lower[name], higher[name]],
      seeds.map((run) => run[name])
    )
  }));
