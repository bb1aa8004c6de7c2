// Normalises an absorption spectrum: a line through the energies below the edge is taken away, and what is left is divided
// by the edge step, the height at the edge energy of a polynomial through the energies above it over that line. In a
// window with near-edge structure on both sides the step is only as good as its two windows: they are settings, not facts.

import { weightedLeastSquares } from "../numerics/weighted-least-squares.js";
import { type EnergyWindow, pointsInside } from "./windows.js";

export interface Normalisation {
  /** energy at which the step is taken, eV */
  edge: number;
  pre: EnergyWindow;
  post: EnergyWindow;
  /** of the polynomial below the edge; default 1, a line */
  preDegree?: 0 | 1;
  /** of that above it; default 0, a constant */
  postDegree?: 0 | 1 | 2;
}

export interface NormalisedSpectrum {
  /** (μ − pre)/step [energy] */
  values: Float64Array;
  /** the line below the edge and the curve above it [energy], in the unit of μ */
  pre: Float64Array;
  post: Float64Array;
  edgeStep: number;
}

/** Polynomial 1, x, x² … as rows of a design, x = (E − edge)/10 eV. */
function powers(energies: ArrayLike<number>, edge: number, degree: number): Float64Array {
  return Float64Array.from({ length: energies.length * (degree + 1) }, (_, i) => {
    const x = (energies[Math.floor(i / (degree + 1))] - edge) / 10;
    return x ** (i % (degree + 1));
  });
}

/** Weights [coefficient][point] and place of the points that give a polynomial through a window. */
function polynomialThrough(energies: Float64Array, window: EnergyWindow, edge: number, degree: number) {
  const [first, end] = pointsInside(energies, window, degree + 1);
  const inside = energies.subarray(first, end);
  return { first, end, design: powers(inside, edge, degree), columns: degree + 1 };
}

/** @param energies eV, rising @param mu absorption, of any unit @throws where a window holds too few points, or the step is none */
export function normalise(
  energies: Float64Array,
  mu: ArrayLike<number>,
  { edge, pre, post, preDegree = 1, postDegree = 0 }: Normalisation
): NormalisedSpectrum {
  const curve = (window: EnergyWindow, degree: number) => {
    const { first, end, design, columns } = polynomialThrough(energies, window, edge, degree);
    const y = Float64Array.from({ length: end - first }, (_, i) => mu[first + i]);
    const { coefficients } = weightedLeastSquares(design, columns, y);
    const all = powers(energies, edge, degree);
    const values = Float64Array.from(energies, (_, e) =>
      coefficients.reduce((sum, c, k) => sum + c * all[e * columns + k], 0)
    );
    return { values, atEdge: coefficients[0] };
  };
  const below = curve(pre, preDegree);
  const above = curve(post, postDegree);
  const edgeStep = above.atEdge - below.atEdge;
  if (!(Math.abs(edgeStep) > 0))
    throw new Error(`invalid edge step at ${edge} eV: ${edgeStep}; must not be zero: check the two windows`);
  return {
    values: below.values.map((b, e) => (mu[e] - b) / edgeStep),
    pre: below.values,
    post: above.values,
    edgeStep
  };
}

export interface NormalisedStack {
  /** (OD − pre)/step [energy][pixel]; NaN where the mask is 0 */
  values: Float32Array;
  /** edge step in the unit of the stack [pixel] */
  edgeStep: Float32Array;
  /** 1 where the step is at least the smallest asked for [pixel] */
  mask: Uint8Array;
}

/**
 * Normalises every pixel.
 * @param stack optical density [energy][pixel]
 * @param smallestStep pixels with less are masked, as are those without a number
 */
export function normaliseStack(
  energies: Float64Array,
  stack: Float32Array,
  options: Normalisation,
  smallestStep: number
): NormalisedStack {
  const { edge, pre, post, preDegree = 1, postDegree = 0 } = options;
  const pixels = stack.length / energies.length;
  if (!Number.isInteger(pixels))
    throw new Error(
      `invalid stack: ${stack.length} values are no whole number of images at ${energies.length} energies`
    );
  if (!(smallestStep > 0))
    throw new Error(
      `invalid smallest edge step: ${smallestStep}; must be positive, for the spectra are divided by it`
    );
  // every coefficient of a polynomial is a sum over the points of its window: the weights are the fit of unit spectra
  const coefficients = (window: EnergyWindow, degree: number): Float32Array[] => {
    const { first, end, design, columns } = polynomialThrough(energies, window, edge, degree);
    const out = Array.from({ length: columns }, () => new Float32Array(pixels));
    const unit = new Float64Array(end - first);
    for (let e = first; e < end; ++e) {
      unit.fill(0);
      unit[e - first] = 1;
      const share = weightedLeastSquares(design, columns, unit).coefficients;
      for (let k = 0; k < columns; ++k)
        for (let p = 0; p < pixels; ++p) out[k][p] += share[k] * stack[e * pixels + p];
    }
    return out;
  };
  const [offset, slope] = coefficients(pre, preDegree);
  const [above] = coefficients(post, postDegree);
  const edgeStep = above.map((a, p) => a - offset[p]);
  const mask = Uint8Array.from(edgeStep, (step) => (step >= smallestStep ? 1 : 0));
  const values = new Float32Array(stack.length).fill(NaN);
  energies.forEach((energy, e) => {
    const x = (energy - edge) / 10;
    for (let p = 0; p < pixels; ++p)
      if (mask[p])
        values[e * pixels + p] =
          (stack[e * pixels + p] - offset[p] - (preDegree ? x * slope[p] : 0)) / edgeStep[p];
  });
  return { values, edgeStep, mask };
}
