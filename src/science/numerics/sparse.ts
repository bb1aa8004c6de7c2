/** Compressed sparse rows. Symmetric matrices are stored whole (both triangles), columns ascending within a row. */
export interface SparseMatrix {
  rowCount: number;
  columnCount: number;
  /** length rowCount + 1 */
  rowStart: Int32Array;
  columns: Int32Array;
  values: Float64Array;
}

/** y = A x. @param y is overwritten; allocated where it is not given. */
export function multiply(a: SparseMatrix, x: Float64Array, y = new Float64Array(a.rowCount)): Float64Array {
  const { rowCount, rowStart, columns, values } = a;
  for (let i = 0; i < rowCount; ++i) {
    let sum = 0;
    for (let k = rowStart[i], end = rowStart[i + 1]; k < end; ++k) sum += values[k] * x[columns[k]];
    y[i] = sum;
  }
  return y;
}
