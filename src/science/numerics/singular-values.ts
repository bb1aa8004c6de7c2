// Singular values of a matrix with few columns: rotates pairs of columns until all are orthogonal; their lengths are the
// values. One-sided Jacobi (Hestenes, J. SIAM 6 (1958) 51, doi 10.1137/0106005): small values keep their digits.

/** Largest first. @param matrix [row][column] */
export function singularValues(matrix: Float64Array, columns: number): Float64Array {
  const a = matrix.slice();
  const rows = a.length / columns;
  const dot = (i: number, j: number) => {
    let sum = 0;
    for (let e = 0; e < rows; ++e) sum += a[e * columns + i] * a[e * columns + j];
    return sum;
  };
  for (let turned = true, sweep = 0; turned && sweep < 60; ++sweep) {
    turned = false;
    for (let p = 0; p < columns; ++p)
      for (let q = p + 1; q < columns; ++q) {
        const [pp, qq, pq] = [dot(p, p), dot(q, q), dot(p, q)];
        if (Math.abs(pq) <= 1e-15 * Math.sqrt(pp * qq)) continue;
        turned = true;
        const theta = (qq - pp) / (2 * pq);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        for (let e = 0; e < rows; ++e) {
          const [x, y] = [a[e * columns + p], a[e * columns + q]];
          a[e * columns + p] = c * (x - t * y);
          a[e * columns + q] = c * (t * x + y);
        }
      }
  }
  return Float64Array.from({ length: columns }, (_, k) => Math.sqrt(dot(k, k))).sort((x, y) => y - x);
}
