// What an operando diffractometer hands over: a row of counts a pattern, all on one axis of 2θ, each with its start.

import type { OperandoKind } from "./operando-instrument.js";

export interface OperandoRaw {
  /** a scan passes the angles one after the other, a frame takes them all at once */
  kind: OperandoKind;
  /** Å, the one that the instrument's makers or the user give */
  wavelength: number;
  /** degrees, rising [point] */
  twoTheta: Float64Array;
  /** s from the start of the charge [pattern] */
  starts: Float64Array;
  /** s that a pattern takes */
  patternTime: number;
  /** [pattern][point] */
  counts: Float64Array;
  /** s at which the current changed its sign; none where not given */
  turns?: readonly number[];
}

/** Moment at which a point of a pattern was counted, s: of a frame its middle. */
export function momentOf(
  { kind, starts, patternTime, twoTheta }: OperandoRaw,
  pattern: number,
  angle: number
) {
  const last = twoTheta[twoTheta.length - 1];
  const share = kind === "frame" ? 0.5 : (angle - twoTheta[0]) / (last - twoTheta[0]);
  return starts[pattern] + share * patternTime;
}

/** One pattern's counts. */
export const patternOf = ({ counts, twoTheta }: OperandoRaw, pattern: number) =>
  counts.subarray(pattern * twoTheta.length, (pattern + 1) * twoTheta.length);

/** @throws where patterns are none, lengths disagree, angles or times do not rise, or counts are negative or missing */
export function checkOperandoRaw({ wavelength, twoTheta, starts, counts, patternTime }: OperandoRaw): void {
  const points = twoTheta.length;
  if (starts.length === 0) throw new Error("missing patterns: there is none; give at least one");
  if (!(wavelength > 0.1 && wavelength < 10))
    throw new Error(`invalid wavelength: ${wavelength} Å; must be from 0.1 to 10 Å: give it in Å`);
  if (counts.length !== points * starts.length)
    throw new Error(
      `invalid counts: ${counts.length} numbers for ${starts.length} patterns of ${points} points; must be ${points * starts.length}: patterns must share one axis of 2θ`
    );
  for (let i = 0; i < points; ++i)
    if (!(twoTheta[i] > (i ? twoTheta[i - 1] : 0) && twoTheta[i] < 180))
      throw new Error(
        `invalid angles: ${twoTheta[i]}° at point ${i + 1}; must rise from above 0 to below 180° without repeats: sort the points and leave out doubles`
      );
  for (let k = 0; k < starts.length; ++k)
    if (!Number.isFinite(starts[k]) || (k > 0 && starts[k] < starts[k - 1] + 0.999 * patternTime))
      throw new Error(
        `invalid time of pattern ${k + 1}: ${starts[k]} s; must be at least ${patternTime} s after the one before: sort the patterns, or mend their times`
      );
  for (let e = 0; e < counts.length; ++e)
    if (!(counts[e] >= 0 && counts[e] < Infinity))
      throw new Error(
        `invalid counts: ${counts[e]} in pattern ${Math.floor(e / points) + 1} at ${twoTheta[e % points].toFixed(2)}°; must be 0 or more: leave out what the detector did not count`
      );
}
