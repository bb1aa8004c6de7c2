// How short a coexistence of two phases an instrument sees: transitions of a given duration at every phase of the patterns'
// clock, each with its own noise, and how many of them show two lines in some pattern, and in two patterns in a row. The first
// is what a reader takes for coexistence; in frames a mere jump shows it too. The second no jump can show.

import type { TaskOptions } from "../task.js";
import { type OperandoInstrument, patternTime } from "./operando-instrument.js";
import { broadeningThreshold, gainThreshold, longestRun, transitionRun } from "./operando-transition.js";

export interface Detection {
  /** s */
  duration: number;
  /** Å */
  jump: number;
  runs: number;
  /** shares of the runs: two lines in a pattern; in two in a row; a width above that of the patterns before in some pattern */
  seen: number;
  twice: number;
  broad: number;
  /** share of the runs in which both phases were there at once while (003) was counted */
  there: number;
}

/**
 * @param durations in s @param jump Å @param runs places within a pattern's time, evenly spread
 * @param seed of the first run's noise; the next ones count up
 */
export function detection(
  instrument: OperandoInstrument,
  durations: readonly number[],
  jump: number,
  { runs = 12, seed = 1, signal, onProgress }: TaskOptions & { runs?: number; seed?: number } = {}
): Detection[] {
  return durations.map((duration, d) => {
    let [seen, twice, broad, there] = [0, 0, 0, 0];
    for (let k = 0; k < runs; ++k) {
      signal?.throwIfAborted();
      onProgress?.((d + k / runs) / durations.length, "transitions");
      const { patterns } = transitionRun(instrument, { start: (k + 0.5) / runs, duration, jump }, seed + k);
      const run = longestRun(patterns);
      seen += run > 0 ? 1 : 0;
      twice += run > 1 ? 1 : 0;
      broad += patterns.slice(4).some(({ broadening }) => broadening > broadeningThreshold) ? 1 : 0;
      there += patterns.some(({ truth }) => truth.both) ? 1 : 0;
    }
    return {
      duration,
      jump,
      runs,
      seen: seen / runs,
      twice: twice / runs,
      broad: broad / runs,
      there: there / runs
    };
  });
}

/**
 * Shortest duration from which on at least `share` of the transitions are seen, s; NaN where none is.
 * @param of which of the shares @param rows by rising duration
 */
export function shortestSeen(
  rows: readonly Detection[],
  of: "seen" | "twice" | "broad",
  share = 0.9
): number {
  let shortest = NaN;
  for (const row of [...rows].reverse()) {
    if (row[of] < share) break;
    shortest = row.duration;
  }
  return shortest;
}

/** Durations worth trying: 0 to six patterns' times. */
export const detectionDurations = (instrument: OperandoInstrument): number[] =>
  [0, 0.125, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4].map((share) => share * patternTime(instrument));

export { broadeningThreshold, gainThreshold };
