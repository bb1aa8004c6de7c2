// Two kinds of domain out of a smooth normal field n: low in a share p of the places, high in the others, with a wall between.
//   b(n) = −√((1−p)/p) below the p-quantile of n, √(p/(1−p)) above it: mean 0, variance 1.
// p is as near to one half as limits of the value allow: a mean close below the upper limit has few domains, and these far below.

import { normalQuantile } from "../numerics/normal-distribution.js";

/** Of a share; beyond it the limits cut the value off. */
const smallest = 0.05;
/** Half width of a wall, in standard deviations of n. */
const wall = 0.2;

/**
 * @param mean of the value @param spread its standard deviation, 0 for one value throughout
 * @param limits least and most that the value can be
 * @returns b of n
 */
export function domainLevels(
  mean: number,
  spread: number,
  [least, most]: readonly [number, number]
): (n: number) => number {
  if (spread === 0) return () => 0;
  const share = (room: number) => {
    const square = (Math.max(0, room) / spread) ** 2;
    return square / (1 + square);
  };
  const [from, to] = [
    Math.max(smallest, 1 - share(mean - least)),
    Math.min(1 - smallest, share(most - mean))
  ];
  const p = Math.max(smallest, Math.min(to, Math.max(from, 0.5)));
  const [low, high] = [-Math.sqrt((1 - p) / p), Math.sqrt(p / (1 - p))];
  const quantile = normalQuantile(p);
  return (n) => low + ((high - low) * (1 + Math.tanh((n - quantile) / wall))) / 2;
}
