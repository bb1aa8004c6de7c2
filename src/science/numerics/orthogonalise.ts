// A = Q R with orthonormal columns of Q: Gram–Schmidt, every column twice, which is enough for orthogonality to rounding
// (Giraud, Langou & Rozložník, Comput. Math. Appl. 50 (2005) 1069, doi 10.1016/j.camwa.2005.08.009).

export interface Orthogonal {
  /** [row][column] */
  q: Float64Array;
  /** R⁻¹ [column][column], upper triangle */
  inverse: Float64Array;
}

/** Smallest part of a column that may be its own, the rest being a combination of the columns before it. */
const smallestShare = 1e-11;

/** @param matrix A [row][column] @throws where a column is zero, or a combination of the ones before it */
export function orthogonalise(matrix: Float64Array, rows: number, columns: number): Orthogonal {
  if (rows < columns)
    throw new Error(`missing points: ${rows} for ${columns} unknowns; give at least as many`);
  const q = matrix.slice();
  const r = new Float64Array(columns * columns);
  const at = (m: Float64Array, i: number) => m[i];
  const dot = (i: number, j: number) => {
    let sum = 0;
    for (let e = 0; e < rows; ++e) sum += at(q, e * columns + i) * at(q, e * columns + j);
    return sum;
  };
  for (let k = 0; k < columns; ++k) {
    const before = Math.sqrt(dot(k, k));
    for (let pass = 0; pass < 2; ++pass)
      for (let j = 0; j < k; ++j) {
        const share = dot(j, k);
        r[j * columns + k] = at(r, j * columns + k) + share;
        for (let e = 0; e < rows; ++e)
          q[e * columns + k] = at(q, e * columns + k) - share * at(q, e * columns + j);
      }
    const own = Math.sqrt(dot(k, k));
    if (!(own > smallestShare * before))
      throw new Error(
        `ambiguous fit: column ${k} is ${before > 0 ? "a combination of the columns before it" : "zero at every point"}; leave it out, or widen the window`
      );
    r[k * columns + k] = own;
    for (let e = 0; e < rows; ++e) q[e * columns + k] = at(q, e * columns + k) / own;
  }
  const inverse = new Float64Array(columns * columns);
  for (let j = 0; j < columns; ++j) {
    inverse[j * columns + j] = 1 / at(r, j * columns + j);
    for (let i = j - 1; i >= 0; --i) {
      let sum = 0;
      for (let l = i + 1; l <= j; ++l) sum += at(r, i * columns + l) * at(inverse, l * columns + j);
      inverse[i * columns + j] = -sum / at(r, i * columns + i);
    }
  }
  return { q, inverse };
}
