// Where a fragment deviates from the target composition. TM/O deviates by A(u) S(u/w) where the pattern g exceeds the
// threshold t by u = g − t: S rises smoothly from 0 to 1 over w, A from 8 to 16 %. Slow rate, oxygen-poor: g = noise of
// domains about 100 nm wide + a term that falls off from the surface, so that surface and bulk are hit together. Fast
// rate, oxygen-rich: g = noise of domains about 40 nm wide + a shell below the surface. The other class, and both
// classes of the pristine fragment, take the opposite ends of the same noise. States of one rate share their noise: their
// domains grow and shrink with the threshold alone.

import { random } from "../numerics/rng.js";
import { noiseWaves, type Wave } from "./noise-field.js";
import type { SampledState } from "./states.js";

const nm = 1e-9;
export const deviationRange = { least: 0.08, most: 0.16 };
const rise = 0.25;
const waveCount = 96;

/** assumed: a thin reconstructed layer that every surface but the control's has */
export const surfaceLayer = { thickness: 4 * nm, deviation: 0.06 };

export type Pattern = "random" | "slow" | "fast" | "none";

export function patternOf({ phase, rate }: SampledState): Pattern {
  if (phase === "control") return "none";
  return rate === null ? "random" : rate < 1 ? "slow" : "fast";
}

/** Wavelengths are about twice the width of a domain. */
const wavelengths: Record<Pattern, readonly [number, number]> = {
  random: [120 * nm, 260 * nm],
  slow: [170 * nm, 300 * nm],
  fast: [80 * nm, 130 * nm],
  none: [100 * nm, 100 * nm]
};

/** The noise of a pattern; the same for all states that share it. */
export function domainWaves(pattern: Pattern, seed: number): Wave[] {
  const stream = { random: 1, slow: 2, fast: 3, none: 0 }[pattern];
  return pattern === "none"
    ? []
    : noiseWaves(random((seed * 8 + stream) >>> 0), wavelengths[pattern], waveCount);
}

/** What is added to the noise of a pattern at a depth below the surface, m. */
export function depthTerm(pattern: Pattern, depth: number): number {
  if (pattern === "slow") return 0.55 * Math.exp(-Math.max(depth, 0) / (50 * nm));
  if (pattern === "fast")
    return (
      1.1 * Math.exp(-(((depth - 85 * nm) / (60 * nm)) ** 2)) -
      2.5 * Math.exp(-((Math.max(depth, 0) / (22 * nm)) ** 2))
    );
  return 0;
}

/** Thresholds of the two classes; infinite where a class is absent. */
export interface Thresholds {
  poor: number;
  rich: number;
}

/** Relative deviations of TM/O, both 0 or more. @param noise of the pattern @param term of the depth */
export function deviationsAt(
  pattern: Pattern,
  noise: number,
  term: number,
  { poor, rich }: Thresholds
): { poor: number; rich: number } {
  return pattern === "fast"
    ? { poor: deviation(-noise - poor), rich: deviation(noise + term - rich) }
    : { poor: deviation(noise + term - poor), rich: deviation(-noise - rich) };
}

function deviation(excess: number): number {
  if (!(excess > 0)) return 0;
  const s = Math.min(1, excess / rise);
  return (
    s *
    s *
    (3 - 2 * s) *
    (deviationRange.least + (deviationRange.most - deviationRange.least) * Math.min(1, excess))
  );
}

/** Shares are met to this: a fifth of what is asked of the calibration, 0.1 percentage points. */
const closeEnough = 2e-4;

/**
 * Thresholds at which both classes take their shares: of one and then the other, until both hold.
 * @param shares of the volume, 0 to 1; 0 leaves a class out
 * @param measure shares at given thresholds; each falls as its own threshold rises
 */
export function calibrate(
  shares: { poor: number; rich: number },
  measure: (thresholds: Thresholds) => { poor: number; rich: number }
): Thresholds {
  const thresholds: Thresholds = { poor: Infinity, rich: Infinity };
  const sides = (["poor", "rich"] as const).filter((side) => shares[side] > 0);
  for (let sweep = 0; sweep < 3; ++sweep)
    for (const side of sides) {
      const share = (threshold: number) => measure({ ...thresholds, [side]: threshold })[side];
      if (Math.abs(share(thresholds[side]) - shares[side]) >= closeEnough)
        thresholds[side] = thresholdOf(shares[side], share);
    }
  return thresholds;
}

/**
 * Where a falling share is the one wanted, by the Illinois form of regula falsi on its logarithm, which is smooth in the
 * threshold: a handful of evaluations does.
 */
function thresholdOf(wanted: number, share: (threshold: number) => number): number {
  const excess = (found: number) => Math.log((found + closeEnough) / (wanted + closeEnough));
  let [low, high] = [-1, 4];
  let [atLow, atHigh] = [excess(share(low)), excess(share(high))];
  let moved: "low" | "high" | undefined;
  for (let step = 0; step < 40; ++step) {
    const middle = (low * atHigh - high * atLow) / (atHigh - atLow);
    const found = share(middle);
    if (Math.abs(found - wanted) < closeEnough) return middle;
    if (found > wanted) {
      [low, atLow] = [middle, excess(found)];
      if (moved === "low") atHigh /= 2;
      moved = "low";
    } else {
      [high, atHigh] = [middle, excess(found)];
      if (moved === "high") atLow /= 2;
      moved = "high";
    }
  }
  return (low + high) / 2;
}
