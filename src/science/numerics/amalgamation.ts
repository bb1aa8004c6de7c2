// Amalgamation: a front joins its parent where the zeros that are then stored cost less time than one front fewer saves.
// Ashcraft & Grimes, The influence of relaxed supernode partitions, ACM TOMS 15 (1989) 291–309.

import { tile } from "./dense-tiles.js";
import type { Fronts } from "./supernodes.js";

/** Rounds up to whole tiles. */
const padded = (count: number) => Math.ceil(count / tile) * tile;

/** Estimated time of one front in nanoseconds, measured with the tile kernels in V8: it only steers the merging. */
function cost(pivotCount: number, rowCount: number): number {
  const k = padded(pivotCount);
  const r = padded(rowCount);
  const multiplications = k * (k * (k / 6 + r / 2) + (r * r) / 2);
  const panelEntries = k * (k + r);
  const updateEntries = (r * r) / 2;
  return 0.55 * multiplications + 4 * panelEntries + 3 * updateEntries + 10 * r + 1500;
}

/** @param weight rows of the matrix in each group */
export function amalgamate(fronts: Fronts, weight: Int32Array): Fronts {
  const { count, pivotStart, pivots, rowStart, rowEnd, rows, parent } = fronts;
  const pivotCount = new Int32Array(count);
  const rowCount = new Int32Array(count);
  // Merged fronts form a chain: its members' pivots are eliminated one after the other, the front itself last.
  const chain = Int32Array.from({ length: count }, (_, f) => f);
  const next = new Int32Array(count).fill(-1);
  const mergedInto = new Int32Array(count).fill(-1);
  const firstChild = new Int32Array(count).fill(-1);
  const sibling = new Int32Array(count).fill(-1);
  for (let f = 0; f < count; ++f) {
    for (let p = pivotStart[f]; p < pivotStart[f + 1]; ++p) pivotCount[f] += weight[pivots[p]];
    for (let p = rowStart[f]; p < rowEnd[f]; ++p) rowCount[f] += weight[rows[p]];
    let own = cost(pivotCount[f], rowCount[f]);
    for (let c = firstChild[f]; c !== -1; c = sibling[c]) {
      const together = cost(pivotCount[f] + pivotCount[c], rowCount[f]);
      if (together > own + cost(pivotCount[c], rowCount[c])) continue;
      own = together;
      pivotCount[f] += pivotCount[c];
      mergedInto[c] = f;
      let tail = chain[c];
      while (next[tail] !== -1) tail = next[tail];
      next[tail] = chain[f];
      chain[f] = chain[c];
    }
    if (parent[f] === -1) continue;
    sibling[f] = firstChild[parent[f]];
    firstChild[parent[f]] = f;
  }

  const kept = new Int32Array(count).fill(-1);
  let keptCount = 0;
  for (let f = 0; f < count; ++f) if (mergedInto[f] === -1) kept[f] = keptCount++;
  for (let f = count - 1; f >= 0; --f) if (mergedInto[f] !== -1) kept[f] = kept[mergedInto[f]];
  const out: Fronts = {
    count: keptCount,
    pivotStart: new Int32Array(keptCount + 1),
    pivots: new Int32Array(pivots.length),
    rowStart: new Int32Array(keptCount),
    rowEnd: new Int32Array(keptCount),
    rows,
    parent: new Int32Array(keptCount)
  };
  let placed = 0;
  for (let f = 0; f < count; ++f) {
    if (mergedInto[f] !== -1) continue;
    const k = kept[f];
    for (let member = chain[f]; member !== -1; member = next[member]) {
      for (let p = pivotStart[member]; p < pivotStart[member + 1]; ++p) out.pivots[placed++] = pivots[p];
    }
    out.pivotStart[k + 1] = placed;
    out.rowStart[k] = rowStart[f];
    out.rowEnd[k] = rowEnd[f];
    out.parent[k] = parent[f] === -1 ? -1 : kept[parent[f]];
  }
  return out;
}
