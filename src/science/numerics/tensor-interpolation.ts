// Interpolation on a tensor grid by the polynomials through Chebyshev's points of each axis:
//   f(x, y, …) ≈ Σ_ij… ℓ_i(x) ℓ_j(y) … f_ij…,  ℓ_i(x) = [w_i/(x − x_i)] / Σ_k w_k/(x − x_k).
// Berrut & Trefethen, SIAM Rev. 46 (2004) 501, doi:10.1137/S0036144502417715.

/** Chebyshev's points of the second kind on an interval, ascending, ends included; the middle where there is one. */
export function chebyshevPoints(count: number, from: number, to: number): number[] {
  if (count === 1) return [0.5 * (from + to)];
  return Array.from(
    { length: count },
    (_, k) => 0.5 * (from + to) - 0.5 * (to - from) * Math.cos((Math.PI * k) / (count - 1))
  );
}

/** ℓ_i(x) of every node; they add up to 1. */
export function lagrangeWeights(nodes: readonly number[], x: number): Float64Array {
  const weights = new Float64Array(nodes.length);
  const at = nodes.indexOf(x);
  if (at >= 0) {
    weights[at] = 1;
    return weights;
  }
  const span = nodes[nodes.length - 1] - nodes[0] || 1;
  let sum = 0;
  for (let i = 0; i < nodes.length; ++i) {
    let product = 1;
    for (let k = 0; k < nodes.length; ++k) if (k !== i) product *= (nodes[i] - nodes[k]) / span;
    weights[i] = 1 / (product * (x - nodes[i]));
    sum += weights[i];
  }
  for (let i = 0; i < weights.length; ++i) weights[i] /= sum;
  return weights;
}

/**
 * The rows of a table interpolated at a point.
 * @param axes nodes of each axis  @param values [axis 0][axis 1]…[column], `columns` numbers at each grid point
 * @param point one coordinate an axis, within its nodes for more than a guess
 */
export function interpolateRows(
  axes: readonly (readonly number[])[],
  values: ArrayLike<number>,
  columns: number,
  point: readonly number[]
): Float64Array {
  let weights = Float64Array.of(1);
  axes.forEach((nodes, a) => {
    const own = lagrangeWeights(nodes, point[a]);
    const product = new Float64Array(weights.length * own.length);
    weights.forEach((w, i) => own.forEach((v, j) => (product[i * own.length + j] = w * v)));
    weights = product;
  });
  const row = new Float64Array(columns);
  for (let i = 0; i < weights.length; ++i)
    for (let c = 0; c < columns; ++c) row[c] += weights[i] * values[i * columns + c];
  return row;
}
