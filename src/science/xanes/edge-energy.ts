// Where an edge lies: the energy at a given height of the normalised spectrum, or that of its greatest slope.

import { weightedLeastSquares } from "../numerics/weighted-least-squares.js";
import { checkRising } from "./resample.js";

/**
 * Energy at which the spectrum first rises through a level, eV, by a straight line between the points.
 * @param from eV below which nothing is looked at: a line below the edge may reach the level too
 * @throws where it never does
 */
export function energyAtHeight(
  energies: ArrayLike<number>,
  normalised: ArrayLike<number>,
  level = 0.5,
  from = -Infinity
): number {
  checkRising(energies, "the spectrum");
  for (let i = 1; i < energies.length; ++i) {
    const [low, high] = [normalised[i - 1], normalised[i]];
    if (energies[i - 1] >= from && low < level && high >= level)
      return energies[i - 1] + ((level - low) / (high - low)) * (energies[i] - energies[i - 1]);
  }
  throw new Error(`missing edge: the spectrum does not rise through ${level}; check its normalisation`);
}

/**
 * Energy of the greatest slope, eV: of lines fitted to the points within `halfWidth` of each, the steepest; a parabola
 * through it and its neighbours gives the place between the points.
 * @throws where no point has two others within `halfWidth`
 */
export function energyOfGreatestSlope(
  energies: Float64Array,
  values: ArrayLike<number>,
  halfWidth: number
): number {
  checkRising(energies, "the spectrum");
  const slopes = Float64Array.from(energies, (centre) => {
    const inside = Array.from(energies.keys()).filter(
      (i) => Math.abs(energies[i] - centre) <= halfWidth * (1 + 1e-9)
    );
    const balanced = inside.some((i) => energies[i] < centre) && inside.some((i) => energies[i] > centre);
    if (!balanced) return -Infinity;
    const design = Float64Array.from(inside.flatMap((i) => [1, energies[i] - centre]));
    return weightedLeastSquares(
      design,
      2,
      inside.map((i) => values[i])
    ).coefficients[1];
  });
  const best = slopes.reduce((top, slope, i) => (slope > slopes[top] ? i : top), 0);
  if (slopes[best] === -Infinity)
    throw new Error(`invalid width of the slope: ${halfWidth} eV; must reach a point on either side`);
  const [a, b, c] = [slopes[best - 1] ?? -Infinity, slopes[best], slopes[best + 1] ?? -Infinity];
  if (a === -Infinity || c === -Infinity) return energies[best];
  // vertex of the parabola through three points, in the distance from the middle one
  const [left, right] = [energies[best - 1] - energies[best], energies[best + 1] - energies[best]];
  const [first, second] = [(a - b) / left, (c - b) / right];
  const curvature = (second - first) / (right - left);
  return curvature < 0 ? energies[best] - (first - curvature * left) / (2 * curvature) : energies[best];
}
