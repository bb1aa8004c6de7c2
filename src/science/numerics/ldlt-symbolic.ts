// What of a multifrontal L D Lᵀ depends on the pattern alone: the fronts, their rows, and where all is stored.
// Liu, The multifrontal method for sparse matrix solution, SIAM Review 34 (1992) 82–109.

import { amalgamate } from "./amalgamation.js";
import { tile } from "./dense-tiles.js";
import { quotientGraph } from "./quotient-graph.js";
import type { SparseMatrix } from "./sparse.js";
import { fundamentalFronts, type Fronts } from "./supernodes.js";

/** The plan of a factorisation. Rows are counted in the order of elimination unless called rows of the matrix. */
export interface LdltSymbolic {
  /** rows of the matrix */
  size: number;
  /** row of the matrix at each step of the elimination, and its inverse; a refinement of the order that was given */
  order: Int32Array;
  inverse: Int32Array;
  /** entries stored of the matrix that was analysed */
  matrixEntries: number;
  frontCount: number;
  /** front f eliminates the rows pivotStart[f] … pivotStart[f + 1] − 1 */
  pivotStart: Int32Array;
  /** and updates rows[rowStart[f]] … rows[rowStart[f + 1] − 1], ascending */
  rowStart: Int32Array;
  rows: Int32Array;
  /** for each of `rows`, its place in the front that receives the update, pivots padded to whole tiles */
  places: Int32Array;
  firstChild: Int32Array;
  sibling: Int32Array;
  /** where the panel of front f starts among the values; length frontCount + 1 */
  panelStart: Int32Array;
  /** updates lie on two stacks, that of a front on stack[f], its children's on the other */
  stack: Uint8Array;
  updateStart: Int32Array;
  stackSize: [number, number];
  mostPivots: number;
  mostRows: number;
  /** entries of L below the diagonal, zeros of merged fronts included but not the padding */
  entries: number;
  /** multiplications and additions of the numeric factorisation, likewise */
  operations: number;
}

/** Rounds up to whole tiles. */
export const padded = (count: number) => (count + tile - 1) & -tile;

/** Numbers of an update of `rows` rows: the tiles on and below the diagonal. */
export const updateSize = (rows: number) => 2 * padded(rows) * (padded(rows) + tile);

/**
 * Plans the factorisation of every matrix with this pattern.
 * @param order row of the matrix at each step of the elimination, such as `nestedDissection` gives
 * @throws where the matrix is not square or the order is not a permutation of its rows
 */
export function analysePattern(matrix: SparseMatrix, order: Int32Array): LdltSymbolic {
  const { rowCount: size, columnCount, columns } = matrix;
  if (size !== columnCount) throw new Error(`invalid matrix: ${size} × ${columnCount}; must be square`);
  const graph = quotientGraph(matrix, order, invertPermutation(order, size));
  const weight = new Int32Array(graph.count);
  for (let g = 0; g < graph.count; ++g) weight[g] = graph.first[g + 1] - graph.first[g];
  const fronts = amalgamate(fundamentalFronts(graph), weight);

  const refined = new Int32Array(size);
  const groupStart = new Int32Array(graph.count);
  const pivotStart = new Int32Array(fronts.count + 1);
  let placed = 0;
  for (let f = 0; f < fronts.count; ++f) {
    for (let p = fronts.pivotStart[f]; p < fronts.pivotStart[f + 1]; ++p) {
      const g = fronts.pivots[p];
      groupStart[g] = placed;
      for (let k = graph.first[g]; k < graph.first[g + 1]; ++k) refined[placed++] = order[k];
    }
    pivotStart[f + 1] = placed;
  }
  const { rowStart, rows } = sortedRows(fronts, groupStart, weight);
  return {
    size,
    order: refined,
    inverse: invertPermutation(refined, size),
    matrixEntries: columns.length,
    frontCount: fronts.count,
    pivotStart,
    rowStart,
    rows,
    ...linkFronts(fronts.parent, pivotStart, rowStart, rows),
    ...layOut(fronts.parent, pivotStart, rowStart)
  };
}

function invertPermutation(order: Int32Array, size: number): Int32Array {
  const inverse = new Int32Array(size).fill(-1);
  for (let k = 0; k < order.length; ++k) inverse[order[k]] = k;
  if (order.length !== size || inverse.includes(-1)) {
    throw new Error(`invalid order: ${order.length} numbers; must be each of the ${size} rows once`);
  }
  return inverse;
}

/** Rows below the pivots of each front, in the order of elimination. */
function sortedRows(fronts: Fronts, groupStart: Int32Array, weight: Int32Array) {
  const rowStart = new Int32Array(fronts.count + 1);
  for (let f = 0; f < fronts.count; ++f) {
    rowStart[f + 1] = rowStart[f];
    for (let p = fronts.rowStart[f]; p < fronts.rowEnd[f]; ++p) rowStart[f + 1] += weight[fronts.rows[p]];
  }
  const rows = new Int32Array(rowStart[fronts.count]);
  let at = 0;
  for (let f = 0; f < fronts.count; ++f) {
    for (let p = fronts.rowStart[f]; p < fronts.rowEnd[f]; ++p) {
      const g = fronts.rows[p];
      for (let k = 0; k < weight[g]; ++k) rows[at++] = groupStart[g] + k;
    }
    rows.subarray(rowStart[f], rowStart[f + 1]).sort();
  }
  return { rowStart, rows };
}

/** The children of each front, and the place of each row in the front above. */
function linkFronts(parent: Int32Array, pivotStart: Int32Array, rowStart: Int32Array, rows: Int32Array) {
  const count = parent.length;
  const firstChild = new Int32Array(count).fill(-1);
  const sibling = new Int32Array(count).fill(-1);
  const places = new Int32Array(rows.length);
  for (let f = 0; f < count; ++f) {
    const up = parent[f];
    if (up === -1) continue;
    sibling[f] = firstChild[up];
    firstChild[up] = f;
    // Both lists ascend and the child's rows are among those of the front above.
    const first = pivotStart[up];
    const afterPivots = pivotStart[up + 1];
    const offset = padded(afterPivots - first);
    let q = rowStart[up];
    for (let p = rowStart[f]; p < rowStart[f + 1]; ++p) {
      if (rows[p] < afterPivots) {
        places[p] = rows[p] - first;
      } else {
        while (rows[q] !== rows[p]) ++q;
        places[p] = offset + q - rowStart[up];
      }
    }
  }
  return { firstChild, sibling, places };
}

/** Storage of panels and updates. A front's update goes on the stack that does not hold those of its children. */
function layOut(parent: Int32Array, pivotStart: Int32Array, rowStart: Int32Array) {
  const count = parent.length;
  const panelStart = new Int32Array(count + 1);
  const stack = new Uint8Array(count);
  const updateStart = new Int32Array(count);
  const childrenSize = new Float64Array(count);
  const top: [number, number] = [0, 0];
  const stackSize: [number, number] = [0, 0];
  let mostPivots = 0;
  let mostRows = 0;
  let entries = 0;
  let operations = 0;
  for (let f = count - 1; f >= 0; --f) stack[f] = parent[f] === -1 ? 0 : 1 - stack[parent[f]];
  for (let f = 0; f < count; ++f) {
    const k = pivotStart[f + 1] - pivotStart[f];
    const r = rowStart[f + 1] - rowStart[f];
    const end = panelStart[f] + padded(k) * (padded(k) + padded(r));
    if (end > 0x7fffffff)
      throw new Error(`unsupported matrix: its factor has over ${panelStart[f]} entries; coarsen the mesh`);
    panelStart[f + 1] = end;
    const own = stack[f];
    updateStart[f] = top[own];
    top[own] += updateSize(r);
    stackSize[own] = Math.max(stackSize[own], top[own]);
    top[1 - own] -= childrenSize[f];
    if (parent[f] !== -1) childrenSize[parent[f]] += updateSize(r);
    mostPivots = Math.max(mostPivots, padded(k));
    mostRows = Math.max(mostRows, padded(r));
    entries += (k * (k - 1)) / 2 + k * r;
    for (let j = 0; j < k; ++j) operations += (k - 1 - j + r) * (k - j + r + 2);
  }
  return { panelStart, stack, updateStart, stackSize, mostPivots, mostRows, entries, operations };
}
