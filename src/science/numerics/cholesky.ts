// Small dense symmetric positive definite systems: N = L Lᵀ after scaling to a unit diagonal, so that the pivots tell how
// far the columns depend on each other whatever their units are. Golub & Van Loan, Matrix Computations, 4th ed., § 4.2.

export interface Cholesky {
  size: number;
  /** lower triangle of the factor of the scaled matrix, row-major */
  lower: Float64Array;
  /** 1/√N_ii */
  scale: Float64Array;
}

/** Pivots of the scaled matrix below this count as zero: the columns then depend on each other to all digits that matter. */
const smallestPivot = 1e-13;

/**
 * @param matrix n × n, of which the lower triangle is read @param damping λ of N + λ diag(N)
 * @returns null where the matrix is not positive definite within rounding
 */
export function cholesky(matrix: Float64Array, n: number, damping = 0): Cholesky | null {
  const scale = new Float64Array(n);
  for (let i = 0; i < n; ++i) {
    const diagonal = matrix[i * n + i];
    if (!(diagonal > 0 && diagonal < Infinity)) return null;
    scale[i] = 1 / Math.sqrt(diagonal);
  }
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; ++i)
    for (let j = 0; j <= i; ++j) {
      let sum = i === j ? 1 + damping : matrix[i * n + j] * scale[i] * scale[j];
      for (let k = 0; k < j; ++k) sum -= lower[i * n + k] * lower[j * n + k];
      if (i > j) lower[i * n + j] = sum / lower[j * n + j];
      else if (sum > smallestPivot) lower[i * n + i] = Math.sqrt(sum);
      else return null;
    }
  return { size: n, lower, scale };
}

/** x of N x = b. */
export function choleskySolve({ size: n, lower, scale }: Cholesky, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from({ length: n }, (_, i) => b[i] * scale[i]);
  for (let i = 0; i < n; ++i) {
    for (let k = 0; k < i; ++k) x[i] -= lower[i * n + k] * x[k];
    x[i] /= lower[i * n + i];
  }
  for (let i = n - 1; i >= 0; --i) {
    for (let k = i + 1; k < n; ++k) x[i] -= lower[k * n + i] * x[k];
    x[i] /= lower[i * n + i];
  }
  for (let i = 0; i < n; ++i) x[i] *= scale[i];
  return x;
}

/** N⁻¹, row-major. */
export function choleskyInverse(factor: Cholesky): Float64Array {
  const n = factor.size;
  const inverse = new Float64Array(n * n);
  const unit = new Float64Array(n);
  for (let j = 0; j < n; ++j) {
    unit.fill(0);
    unit[j] = 1;
    const column = choleskySolve(factor, unit);
    for (let i = 0; i < n; ++i) inverse[i * n + j] = column[i];
  }
  for (let i = 0; i < n; ++i)
    for (let j = 0; j < i; ++j)
      inverse[i * n + j] = inverse[j * n + i] = 0.5 * (inverse[i * n + j] + inverse[j * n + i]);
  return inverse;
}
