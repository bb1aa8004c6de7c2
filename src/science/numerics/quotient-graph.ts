// Rows with the same pattern, such as the two displacements of a node, act as one in the symbolic analysis:
// the graph of such groups is several times smaller than that of the matrix.

import type { Graph } from "./elimination-tree.js";
import type { SparseMatrix } from "./sparse.js";

export interface QuotientGraph extends Graph {
  /** group g holds the rows order[first[g]] … order[first[g + 1] − 1]; length count + 1 */
  first: Int32Array;
}

/** Groups rows that follow each other in `order` and have the same columns. @param inverse of `order` */
export function quotientGraph(matrix: SparseMatrix, order: Int32Array, inverse: Int32Array): QuotientGraph {
  const { rowCount: size, rowStart, columns } = matrix;
  const group = new Int32Array(size);
  const first = new Int32Array(size + 1);
  let count = 0;
  let entries = 0;
  for (let k = 0; k < size; ++k) {
    if (k === 0 || !samePattern(rowStart, columns, order[k - 1], order[k])) {
      first[count++] = k;
      entries += rowStart[order[k] + 1] - rowStart[order[k]];
    }
    group[k] = count - 1;
  }
  first[count] = size;
  const start = new Int32Array(count + 1);
  const neighbours = new Int32Array(entries);
  const seen = new Int32Array(count).fill(-1);
  let found = 0;
  for (let g = 0; g < count; ++g) {
    seen[g] = g;
    const row = order[first[g]];
    for (let p = rowStart[row]; p < rowStart[row + 1]; ++p) {
      const h = group[inverse[columns[p]]];
      if (seen[h] === g) continue;
      seen[h] = g;
      neighbours[found++] = h;
    }
    start[g + 1] = found;
  }
  return { count, start, neighbours, first: first.slice(0, count + 1) };
}

/** Whether two rows have the same columns, which then include both diagonals. */
function samePattern(rowStart: Int32Array, columns: Int32Array, a: number, b: number): boolean {
  const length = rowStart[a + 1] - rowStart[a];
  if (rowStart[b + 1] - rowStart[b] !== length) return false;
  let hasDiagonal = false;
  for (let k = 0, i = rowStart[a], j = rowStart[b]; k < length; ++k, ++i, ++j) {
    if (columns[i] !== columns[j]) return false;
    if (columns[i] === a) hasDiagonal = true;
  }
  return hasDiagonal;
}
