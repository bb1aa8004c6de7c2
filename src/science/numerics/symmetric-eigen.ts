// Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan, Matrix
// Computations, 4th ed., § 8.5): orthogonal to rounding, n³ work a sweep, about seven sweeps.

export interface Eigen {
  /** largest first */
  values: Float64Array;
  /** [vector][row], of length one, in the order of the values */
  vectors: Float64Array;
}

const maximumSweeps = 40;

/** @param matrix n × n, of which the upper triangle is read */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = Float64Array.from({ length: n * n }, (_, i) => {
    const [row, column] = [Math.floor(i / n), i % n];
    return matrix[Math.min(row, column) * n + Math.max(row, column)];
  });
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; ++i) v[i * n + i] = 1;
  const size = Math.hypot(...a);
  for (let sweep = 0; sweep < maximumSweeps; ++sweep) {
    let off = 0;
    for (let p = 0; p < n; ++p) for (let q = p + 1; q < n; ++q) off += a[p * n + q] ** 2;
    if (Math.sqrt(off) <= 1e-15 * size) break;
    for (let p = 0; p < n; ++p)
      for (let q = p + 1; q < n; ++q) {
        const apq = a[p * n + q];
        if (apq === 0) continue;
        const theta = (a[q * n + q] - a[p * n + p]) / (2 * apq);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        rotate(a, n, p, q, c, c * t);
        for (let k = 0; k < n; ++k) {
          const [kp, kq] = [a[k * n + p], a[k * n + q]];
          a[k * n + p] = c * kp - c * t * kq;
          a[k * n + q] = c * t * kp + c * kq;
        }
        rotate(v, n, p, q, c, c * t);
      }
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j * n + j] - a[i * n + i]);
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => vectors.set(v.subarray(from * n, (from + 1) * n), to * n));
  return { values: Float64Array.from(order, (i) => a[i * n + i]), vectors };
}

/** Turns rows p and q. */
function rotate(m: Float64Array, n: number, p: number, q: number, c: number, s: number): void {
  for (let k = 0; k < n; ++k) {
    const [pk, qk] = [m[p * n + k], m[q * n + k]];
    m[p * n + k] = c * pk - s * qk;
    m[q * n + k] = s * pk + c * qk;
  }
}
