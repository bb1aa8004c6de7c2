// Linear least squares, min Σ_e W_e (y_e − Σ_k A_ek x_k)², by orthogonal factorisation; covariance of x for W = 1/variance.

import { orthogonalise } from "./orthogonalise.js";

export interface LeastSquares {
  /** x [column] */
  coefficients: Float64Array;
  /** (AᵀWA)⁻¹ [column][column]: times the variance of a point of weight one */
  covariance: Float64Array;
  /** Σ W (y − A x)² */
  residualSumOfSquares: number;
  degreesOfFreedom: number;
}

/**
 * @param design A [point][column] @param y [point] @param weights W [point], default 1; 0 leaves a point out
 * @throws where lengths disagree, points are fewer than columns or columns depend on each other
 */
export function weightedLeastSquares(
  design: Float64Array,
  columns: number,
  y: ArrayLike<number>,
  weights?: ArrayLike<number>
): LeastSquares {
  const points = y.length;
  if (design.length !== points * columns)
    throw new Error(
      `invalid design: ${design.length} values; must be ${columns} columns for each of ${points} points`
    );
  const inside: number[] = [];
  for (let e = 0; e < points; ++e) if ((weights?.[e] ?? 1) > 0) inside.push(e);
  const root = inside.map((e) => Math.sqrt(weights?.[e] ?? 1));
  const scaled = new Float64Array(inside.length * columns);
  inside.forEach((e, i) => {
    for (let k = 0; k < columns; ++k) scaled[i * columns + k] = design[e * columns + k] * root[i];
  });
  const { q, inverse } = orthogonalise(scaled, inside.length, columns);
  const share = new Float64Array(columns);
  inside.forEach((e, i) => {
    for (let k = 0; k < columns; ++k) share[k] = share[k] + q[i * columns + k] * root[i] * y[e];
  });
  const coefficients = new Float64Array(columns);
  const covariance = new Float64Array(columns * columns);
  for (let i = 0; i < columns; ++i)
    for (let j = i; j < columns; ++j) {
      const r = inverse[i * columns + j];
      coefficients[i] = coefficients[i] + r * share[j];
      for (let l = 0; l <= j; ++l)
        covariance[i * columns + l] = covariance[i * columns + l] + r * inverse[l * columns + j];
    }
  let residualSumOfSquares = 0;
  inside.forEach((e, i) => {
    let value = y[e];
    for (let k = 0; k < columns; ++k) value -= design[e * columns + k] * coefficients[k];
    residualSumOfSquares += (root[i] * value) ** 2;
  });
  return {
    coefficients,
    covariance,
    residualSumOfSquares,
    degreesOfFreedom: inside.length - columns
  };
}
