// A transition between two phases as an operando diffractometer sees it, around (003) alone: patterns before, during and after,
// and two tests on each. Width: one line is fitted and its width held against that of the patterns before. Two lines: one line
// of the known width against two of it; Δχ² is the gain. A frame adds up its exposure, so that even a jump within it shows
// both lines: two lines in one frame are no proof that both phases were ever there at once. Two lines in two frames in a row are.

import { type OperandoInstrument, patternTime } from "./operando-instrument.js";
import { patternOf, type OperandoRaw } from "./operando-raw.js";
import type { LatticePhase, OperandoSample, Transition } from "./operando-sample.js";
import { transformed } from "./operando-sample.js";
import { expectedOperando, recordOperando } from "./operando-twin.js";
import { fitPeak, type PeakFit } from "./peak-fit.js";
import { braggAngle } from "./x-ray-line.js";

/** Patterns before the transition, and after it at the least. */
const quiet = 4;

export interface TransitionRun {
  /** the transition as it was put in; its start in s from that of the first pattern */
  transition: Transition;
  raw: OperandoRaw;
  /** expected counts, noiseless [pattern][point] */
  expected: OperandoRaw;
  patterns: TransitionPattern[];
}

export interface TransitionPattern {
  /** s */
  start: number;
  /** mean share of the new phase while (003) was counted, and whether both phases were there at some moment of it */
  truth: { share: number; both: boolean };
  one: PeakFit;
  two: PeakFit;
  /** width of one line less that of the patterns before, in standard errors */
  broadening: number;
  /** gain of χ² by a second line of the same width */
  gain: number;
  /** share of the second line's area, the one at lower angles if c grows */
  share: number;
}

/** χ² that a second line must gain: its place and area are two parameters, and a false alarm is one in thousand patterns or fewer */
export const gainThreshold = 16;
/** standard errors */
export const broadeningThreshold = 3;

/** An instrument that measures the surroundings of (003) only: the rest of the pattern is of no use here. */
export function basalInstrument(instrument: OperandoInstrument, half = 1.2): OperandoInstrument {
  const centre = braggAngle(instrument.lines[0].wavelength, 14.33 / 3);
  const from = Math.max(instrument.from, centre - half);
  return { ...instrument, from, to: centre + half };
}

/** A still lattice that turns into one with another c. */
function transitionSample(transition: Transition, duration: number, c: number): OperandoSample {
  return {
    ...{ rate: 10, duration, halfCycles: [], lithiumAt: () => 0.9, capacityAt: () => 0 },
    phasesAt(time) {
      const share = transformed(transition, time);
      const phases: LatticePhase[] = [
        { share: 1 - share, a: 2.845, c },
        { share, a: 2.845, c: c + transition.jump }
      ];
      return phases.filter((phase) => phase.share > 0);
    }
  };
}

/**
 * @param transition duration in s, jump of c in Å; `start` as a share of a pattern's time after the end of the quiet patterns
 * @param seed of the noise; null for none
 */
export function transitionRun(
  instrument: OperandoInstrument,
  { start, duration, jump }: Transition,
  seed: number | null,
  c = 14.3
): TransitionRun {
  // frames are cut finer than usual: the transition may be short
  const narrow = { ...basalInstrument(instrument), subframes: 45 };
  const [own, each] = [patternTime(instrument), patternTime(instrument) + instrument.deadTime];
  const count = 2 * quiet + Math.ceil((duration + start * own) / each);
  const transition = { start: (quiet + start) * each, duration, jump };
  const sample = transitionSample(transition, (count + 1) * each, c);
  const starts = Float64Array.from({ length: count }, (_, k) => k * each);
  const expected = expectedNear(sample, instrument, narrow, starts);
  const raw = seed === null ? expected : recordOperando(expected, seed);
  return { transition, raw, expected, patterns: judgePatterns(raw, instrument, transition, sample) };
}

/** Expected counts of the narrow range, each pattern at the moments at which the whole instrument would pass it. */
function expectedNear(
  sample: OperandoSample,
  instrument: OperandoInstrument,
  narrow: OperandoInstrument,
  starts: Float64Array
): OperandoRaw {
  if (instrument.kind === "frame") return expectedOperando(sample, narrow, starts);
  // a scan reaches the range some minutes after its start
  const lead = ((narrow.from - instrument.from) / instrument.speed) * 60;
  const shifted = { ...sample, phasesAt: (time: number) => sample.phasesAt(time + lead) };
  return expectedOperando(shifted, narrow, starts);
}

function judgePatterns(
  raw: OperandoRaw,
  instrument: OperandoInstrument,
  transition: Transition,
  sample: OperandoSample
): TransitionPattern[] {
  const { twoTheta, starts } = raw;
  const window = [twoTheta[0], twoTheta[twoTheta.length - 1]] as const;
  const singles = Array.from(starts, (_, k) => fitPeak(twoTheta, patternOf(raw, k), { window }));
  const before = singles.slice(0, quiet);
  const width = before.reduce((sum, fit) => sum + fit.width.value, 0) / quiet;
  const eta = before.reduce((sum, fit) => sum + fit.eta.value, 0) / quiet;
  const widthError = Math.hypot(...before.map((fit) => fit.width.error)) / quiet;
  return Array.from(starts, (start, k) => {
    const counts = patternOf(raw, k);
    const held = { window, width, eta };
    const alone = fitPeak(twoTheta, counts, held);
    const [{ value: place }] = alone.positions;
    // the second line is sought on both sides: the gain is that of the better one
    const tries = [-0.6, 0.6].map((side) =>
      fitPeak(twoTheta, counts, {
        ...held,
        peaks: 2,
        start: [place - 0.2 * side * width, place + side * width]
      })
    );
    const two = tries.reduce((best, fit) => (fit.chiSquared < best.chiSquared ? fit : best));
    const one = singles[k];
    const [low, high] = two.areas.map(({ value }) => value);
    return {
      start,
      truth: truthOf(instrument, raw, k, transition, sample),
      ...{ one, two },
      broadening: (one.width.value - width) / Math.hypot(one.width.error, widthError),
      gain: Math.max(0, alone.chiSquared - two.chiSquared),
      share: (transition.jump > 0 ? low : high) / (low + high)
    };
  });
}

function truthOf(
  instrument: OperandoInstrument,
  { starts, patternTime: own, twoTheta }: OperandoRaw,
  k: number,
  transition: Transition,
  sample: OperandoSample
): TransitionPattern["truth"] {
  const lead = instrument.kind === "scan" ? ((twoTheta[0] - instrument.from) / instrument.speed) * 60 : 0;
  const [from, moments] = [starts[k] + lead, 90];
  let [share, both] = [0, false];
  for (let s = 0; s < moments; ++s) {
    const time = from + (own * (s + 0.5)) / moments;
    share += transformed(transition, time) / moments;
    both ||= sample.phasesAt(time).length > 1;
  }
  return { share, both };
}

/** How many patterns in a row show two lines, the longest run. */
export function longestRun(patterns: readonly TransitionPattern[], threshold = gainThreshold): number {
  let [run, longest] = [0, 0];
  for (const { gain } of patterns) {
    run = gain > threshold ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
