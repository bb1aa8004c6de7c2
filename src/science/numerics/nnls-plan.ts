// What a non-negative linear fit of many spectra to the same few references needs only once. Unconstrained, the fit of y is
// z = P y with covariance C = (AᵀWA)⁻¹; a sum of one adds C u (1 − uᵀz)/(uᵀCu) to it, u = 1 on the references, and takes
// C u uᵀC/(uᵀCu) from C. If the set N of references is held at zero, the multipliers are λ = (C_NN)⁻¹ z_N and the others
// become z − C_:N λ, with covariance C − C_:N (C_NN)⁻¹ C_N:. Exactly one N (ties apart) leaves no weight and no −λ negative:
// these are the Karush–Kuhn–Tucker conditions of a strictly convex problem, whose sets are few enough to look at all
// (Lawson & Hanson, Solving Least Squares Problems, 1974, ch. 23, doi 10.1137/1.9781611971217). P comes from an orthogonal factorisation,
// so that rounding grows with the condition number of A and not with its square.

import { orthogonalise } from "./orthogonalise.js";

export interface FitOptions {
  /** of every energy, W: 1/variance where the noise is known; 0 leaves an energy out; default 1 */
  weights?: ArrayLike<number>;
  /** the weights of the references must add to one */
  sumToOne?: boolean;
  /** false leaves the references free to be negative */
  nonNegative?: boolean;
  /** columns [energy] that are fitted without any bound: an offset, a slope */
  free?: readonly ArrayLike<number>[];
}

/** One set of references held at zero. Matrices are [column][column], references first, then the free columns. */
export interface ActiveSet {
  /** bit k is set where reference k is left in */
  mask: number;
  /** T: row i of T z is the weight of column i, or −λ_i C_ii of a reference held at zero */
  pivot: Float64Array;
  /** of the weights, for W = 1/variance; the rows of what is held at zero are zero */
  covariance: Float64Array;
}

export interface FitPlan {
  energies: number;
  references: number;
  /** references and free columns */
  columns: number;
  /** A [energy][column] */
  design: Float64Array;
  /** W [energy] */
  weights: Float64Array;
  /** P [column][energy] */
  projector: Float64Array;
  /** what the sum of one adds to P y, [column] */
  start: Float64Array;
  /** that of no zeros first */
  sets: ActiveSet[];
  sumToOne: boolean;
}

const maximumReferences = 5;

/**
 * Prepares fits of spectra to references.
 * @param references [energy][reference], 1 to 5 of them
 * @throws where there are fewer energies than columns, or a column is a combination of the others
 */
export function fitPlan(references: Float64Array, count: number, options: FitOptions = {}): FitPlan {
  const { sumToOne = false, nonNegative = true, free = [] } = options;
  if (!(Number.isInteger(count) && count >= 1 && count <= maximumReferences))
    throw new Error(
      `invalid number of references: ${count}; must be 1 to ${maximumReferences}, all sets of which are tried`
    );
  const energies = references.length / count;
  if (!Number.isInteger(energies))
    throw new Error(
      `invalid references: ${references.length} values are no whole number of ${count} columns`
    );
  const columns = count + free.length;
  const weights = Float64Array.from(options.weights ?? new Float64Array(energies).fill(1));
  for (const [name, { length }] of [
    ["weights", weights],
    ...free.map((c, k) => [`free column ${k}`, c] as const)
  ] as const)
    if (length !== energies)
      throw new Error(`invalid ${name}: ${length} values; must be one for each of ${energies} energies`);
  const negative = weights.findIndex((w) => !(w >= 0 && w < Infinity));
  if (negative >= 0)
    throw new Error(
      `invalid weight at energy ${negative}: ${String(weights[negative])}; must be zero or positive`
    );
  const design = new Float64Array(energies * columns);
  const scaled = new Float64Array(energies * columns);
  for (let e = 0; e < energies; ++e)
    for (let k = 0; k < columns; ++k) {
      const value = k < count ? references[e * count + k] : free[k - count]?.[e];
      if (!Number.isFinite(value))
        throw new Error(
          `invalid ${k < count ? `reference ${k}` : `free column ${k - count}`} at energy ${e}: ${String(value)}; must be a number`
        );
      design[e * columns + k] = value;
      scaled[e * columns + k] = value * Math.sqrt(weights[e]);
    }
  const { q, inverse } = orthogonalise(scaled, energies, columns);
  const projector = new Float64Array(columns * energies);
  const covariance = new Float64Array(columns * columns);
  for (let i = 0; i < columns; ++i)
    for (let j = i; j < columns; ++j) {
      const r = inverse[i * columns + j];
      for (let e = 0; e < energies; ++e)
        projector[i * energies + e] =
          projector[i * energies + e] + r * q[e * columns + j] * Math.sqrt(weights[e]);
      for (let l = 0; l <= j; ++l)
        covariance[i * columns + l] = covariance[i * columns + l] + r * inverse[l * columns + j];
    }
  const start = new Float64Array(columns);
  if (sumToOne) constrain(projector, covariance, start, energies, columns, count);
  const full = (1 << count) - 1;
  const masks = Array.from({ length: nonNegative ? full + 1 : 1 }, (_, zeros) => full & ~zeros);
  const sets = masks
    .filter((mask) => !(sumToOne && mask === 0))
    .map((mask) => activeSet(mask, covariance, count, columns));
  return { energies, references: count, columns, design, weights, projector, start, sets, sumToOne };
}

function constrain(
  projector: Float64Array,
  covariance: Float64Array,
  start: Float64Array,
  energies: number,
  columns: number,
  count: number
): void {
  const cu = Float64Array.from({ length: columns }, (_, i) =>
    covariance.subarray(i * columns, i * columns + count).reduce((sum, c) => sum + c, 0)
  );
  const ucu = cu.subarray(0, count).reduce((sum, c) => sum + c, 0);
  for (let e = 0; e < energies; ++e) {
    let up = 0;
    for (let k = 0; k < count; ++k) up += projector[k * energies + e];
    for (let i = 0; i < columns; ++i)
      projector[i * energies + e] = projector[i * energies + e] - (cu[i] * up) / ucu;
  }
  for (let i = 0; i < columns; ++i) {
    start[i] = cu[i] / ucu;
    for (let j = 0; j < columns; ++j)
      covariance[i * columns + j] = covariance[i * columns + j] - (cu[i] * cu[j]) / ucu;
  }
}

/** The set that leaves in the references of `mask`: with Λ = (C_NN)⁻¹, T = 1 − C_:N Λ and multipliers Λ z_N. */
function activeSet(mask: number, full: Float64Array, count: number, columns: number): ActiveSet {
  const out = Array.from({ length: count }, (_, k) => k).filter((k) => !((mask >> k) & 1));
  const c = (i: number, j: number) => full[i * columns + j];
  const inverse = invert(out.map((i) => out.map((j) => c(i, j))));
  const covariance = full.slice();
  const pivot = new Float64Array(columns * columns);
  for (let i = 0; i < columns; ++i) {
    pivot[i * columns + i] = 1;
    const share = out.map((_, b) => out.reduce((sum, n, a) => sum + c(i, n) * (inverse[a]?.[b] ?? 0), 0));
    out.forEach((n, b) => {
      pivot[i * columns + n] = pivot[i * columns + n] - share[b];
      for (let j = 0; j < columns; ++j)
        covariance[i * columns + j] = covariance[i * columns + j] - share[b] * c(n, j);
    });
  }
  out.forEach((n, a) => {
    pivot.fill(0, n * columns, (n + 1) * columns);
    out.forEach((m, b) => (pivot[n * columns + m] = -c(n, n) * (inverse[a]?.[b] ?? 0)));
    for (let j = 0; j < columns; ++j) covariance[n * columns + j] = covariance[j * columns + n] = 0;
  });
  return { mask, pivot, covariance };
}

/** Inverse of a small positive definite matrix, Gauss–Jordan without pivoting. */
function invert(matrix: number[][]): number[][] {
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  rows.forEach((row, k) => {
    const diagonal = row[k];
    row.forEach((value, j) => (row[j] = value / diagonal));
    for (const other of rows) {
      const factor = other[k];
      if (other !== row) row.forEach((value, j) => (other[j] = other[j] - factor * value));
    }
  });
  return rows.map((row) => row.slice(matrix.length));
}
