// Supernodes of a Cholesky factor: runs of columns with the same pattern below them, which are factorised as one
// dense front, and their amalgamation: a child joins its parent where the zeros stored cost less time than they save.
// Ashcraft & Grimes, The influence of relaxed supernode partitions, ACM TOMS 15 (1989) 291–309.

import { eliminationTree, postorder } from "./elimination-tree.js";
import type { QuotientGraph } from "./quotient-graph.js";

/** Fronts in postorder; their vertices are groups of the quotient graph. */
export interface Fronts {
  count: number;
  /** pivots of front f: pivots[pivotStart[f]] … pivots[pivotStart[f + 1] − 1], in the order of elimination */
  pivotStart: Int32Array;
  pivots: Int32Array;
  /** groups coupled to the pivots and eliminated later, unsorted: rows[rowStart[f]] … rows[rowEnd[f] − 1] */
  rowStart: Int32Array;
  rowEnd: Int32Array;
  rows: Int32Array;
  /** the front that receives the update of this one; −1 at a root */
  parent: Int32Array;
}

/** The fundamental supernodes, as fronts without amalgamation. */
export function fundamentalFronts(graph: QuotientGraph): Fronts {
  const { count, start, neighbours } = graph;
  const tree = eliminationTree(graph);
  const post = postorder(tree);
  const label = new Int32Array(count);
  for (let j = 0; j < count; ++j) label[post[j]] = j;
  const childCount = new Int32Array(count);
  for (let j = 0; j < count; ++j) if (tree[j] !== -1) ++childCount[label[tree[j]]];

  const pivotStart = new Int32Array(count + 1);
  const rowStart = new Int32Array(count);
  const rowEnd = new Int32Array(count);
  const parent = new Int32Array(count).fill(-1);
  const firstChild = new Int32Array(count).fill(-1);
  const sibling = new Int32Array(count).fill(-1);
  // In labels while being built; translated to groups at the end.
  let rows = new Int32Array(4 * neighbours.length + 64);
  const seen = new Int32Array(count).fill(-1);
  let fronts = 0;
  let found = 0;

  const joins = (j: number): boolean => {
    if (j === 0 || tree[post[j - 1]] !== post[j] || childCount[j] !== 1) return false;
    for (let p = start[post[j]]; p < start[post[j] + 1]; ++p) {
      const i = label[neighbours[p]];
      if (i > j && seen[i] !== fronts - 1) return false;
    }
    return true;
  };

  // The rows of a front are those of its first column, less the ones that became its pivots.
  const close = (f: number, lastPivot: number): void => {
    let kept = rowStart[f];
    for (let p = rowStart[f]; p < rowEnd[f]; ++p) if (rows[p] > lastPivot) rows[kept++] = rows[p];
    rowEnd[f] = found = kept;
    const up = tree[post[lastPivot]];
    if (up === -1) return;
    sibling[f] = firstChild[label[up]];
    firstChild[label[up]] = f;
  };

  for (let j = 0; j < count; ++j) {
    if (joins(j)) continue;
    if (j > 0) close(fronts - 1, j - 1);
    const f = fronts++;
    pivotStart[f] = j;
    rowStart[f] = found;
    let room = found + start[post[j] + 1] - start[post[j]];
    for (let c = firstChild[j]; c !== -1; c = sibling[c]) room += rowEnd[c] - rowStart[c];
    if (room > rows.length) {
      const larger = new Int32Array(2 * room);
      larger.set(rows);
      rows = larger;
    }
    for (let p = start[post[j]]; p < start[post[j] + 1]; ++p) {
      const i = label[neighbours[p]];
      if (i <= j || seen[i] === f) continue;
      seen[i] = f;
      rows[found++] = i;
    }
    for (let c = firstChild[j]; c !== -1; c = sibling[c]) {
      parent[c] = f;
      for (let p = rowStart[c]; p < rowEnd[c]; ++p) {
        const i = rows[p];
        if (i <= j || seen[i] === f) continue;
        seen[i] = f;
        rows[found++] = i;
      }
    }
    rowEnd[f] = found;
  }
  if (count > 0) close(fronts - 1, count - 1);
  pivotStart[fronts] = count;
  for (let p = 0; p < found; ++p) rows[p] = post[rows[p]];
  return {
    count: fronts,
    pivotStart: pivotStart.slice(0, fronts + 1),
    pivots: post,
    rowStart: rowStart.slice(0, fronts),
    rowEnd: rowEnd.slice(0, fronts),
    rows,
    parent: parent.slice(0, fronts)
  };
}
