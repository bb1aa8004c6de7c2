// Chebyshev collocation on [a, b]: points x_j = (a + b)/2 + (b − a)/2 · cos(πj/n), j = 0 … n (so x_0 = b and x_n = a), the
// matrix that differentiates the polynomial through values there, and that polynomial itself by the barycentric formula.
// Trefethen, Spectral Methods in MATLAB (2000), ch. 6; Berrut & Trefethen, SIAM Rev. 46 (2004) 501.

export interface Chebyshev {
  /** n + 1 of them, descending from b to a */
  points: Float64Array;
  /** (n + 1)², row-major */
  derivative: Float64Array;
  /** value at x of the polynomial through `values` */
  interpolate: (values: ArrayLike<number>, x: number) => number;
}

/** @throws where the interval is empty or n is not a positive integer */
export function chebyshev(n: number, a: number, b: number): Chebyshev {
  if (!(Number.isInteger(n) && n > 0)) throw new Error(`invalid degree: ${n}; must be a positive integer`);
  if (!(b > a)) throw new Error(`invalid interval: ${a} to ${b}; its end must lie beyond its start`);
  const size = n + 1;
  const unit = Float64Array.from({ length: size }, (_, j) => Math.sin((Math.PI * (n - 2 * j)) / (2 * n)));
  const points = unit.map((x) => 0.5 * (a + b + (b - a) * x));
  [points[0], points[n]] = [b, a];
  const sign = (j: number) => (j % 2 ? -1 : 1);
  const edge = (j: number) => (j === 0 || j === n ? 2 : 1);
  const derivative = new Float64Array(size * size);
  for (let i = 0; i < size; ++i) {
    let sum = 0;
    for (let j = 0; j < size; ++j) {
      if (i === j) continue;
      // differences of the points as products, which keeps their digits near the ends
      const gap = 2 * Math.sin((Math.PI * (i + j)) / (2 * n)) * Math.sin((Math.PI * (j - i)) / (2 * n));
      const d = ((edge(i) / edge(j)) * sign(i + j)) / gap;
      derivative[i * size + j] = (2 * d) / (b - a);
      sum += derivative[i * size + j];
    }
    derivative[i * size + i] = -sum;
  }
  return {
    points,
    derivative,
    interpolate(values, x) {
      let [above, below] = [0, 0];
      for (let j = 0; j < size; ++j) {
        const distance = x - points[j];
        if (Math.abs(distance) < 1e-15 * (b - a)) return values[j];
        const w = sign(j) / (edge(j) * distance);
        above += w * values[j];
        below += w;
      }
      return above / below;
    }
  };
}

/**
 * Solves the dense system A x = f by elimination with row pivoting; A (row-major) and f are overwritten.
 * @returns x, in the storage of f
 * @throws where A is singular
 */
export function solveDense(A: Float64Array, f: Float64Array): Float64Array {
  const n = f.length;
  for (let k = 0; k < n; ++k) {
    let best = k;
    for (let i = k + 1; i < n; ++i) if (Math.abs(A[i * n + k]) > Math.abs(A[best * n + k])) best = i;
    if (!(Math.abs(A[best * n + k]) > 0)) throw new Error(`invalid matrix: singular at column ${k}`);
    if (best !== k) {
      for (let j = k; j < n; ++j) [A[k * n + j], A[best * n + j]] = [A[best * n + j], A[k * n + j]];
      [f[k], f[best]] = [f[best], f[k]];
    }
    for (let i = k + 1; i < n; ++i) {
      const m = A[i * n + k] / A[k * n + k];
      if (m === 0) continue;
      for (let j = k; j < n; ++j) A[i * n + j] -= m * A[k * n + j];
      f[i] -= m * f[k];
    }
  }
  for (let k = n - 1; k >= 0; --k) {
    for (let j = k + 1; j < n; ++j) f[k] -= A[k * n + j] * f[j];
    f[k] /= A[k * n + k];
  }
  return f;
}
