// Connected components of a volume: voxels of one class that touch, by runs along the last index and disjoint sets of runs.
// He, Ren, Gao, Zhao, Yao & Chao, Pattern Recognit. 70, 25 (2017), https://doi.org/10.1016/j.patcog.2017.04.018;
// Wu, Otoo & Suzuki, Pattern Anal. Appl. 12, 117 (2009), https://doi.org/10.1007/s10044-008-0109-y.

import { asWords, stretchEnd } from "./stretches.js";
import { numberSets, unite } from "./union-find.js";
import { checkShape, type Shape } from "./volume-shape.js";

/** 6: voxels that share a face; 26: a face, an edge or a corner. In an image, na = 1, these are 4 and 8. */
export type Neighbours = 6 | 26;

export interface Components {
  /** 0 where the volume is 0, else the component's number from 1 on, in the order of first voxels; the volume's shape */
  labels: Int32Array;
  count: number;
  /** voxels of each component, 1 … count; at 0 those of the background */
  sizes: Float64Array;
}

/** Runs of equal non-zero voxels in the order of the volume. */
interface Runs {
  count: number;
  /** first voxel of each, and one past its last, along the last index */
  from: Int32Array;
  to: Int32Array;
  value: Uint8Array;
  parent: Int32Array;
  /** for each line (a, b) its first run; then the count */
  lineStart: Int32Array;
}

/**
 * Joins the runs of a line with those of an earlier one that they touch.
 * @param reach 0: voxels must stand side by side; 1: diagonally is enough
 */
function joinLines(runs: Runs, line: number, earlier: number, reach: number): void {
  const { from, to, value, parent, lineStart } = runs;
  let j = lineStart[earlier];
  const jEnd = lineStart[earlier + 1];
  const iEnd = lineStart[line + 1];
  for (let i = lineStart[line]; i < iEnd && j < jEnd; ++i) {
    const least = from[i] - reach;
    const most = to[i] + reach;
    while (j < jEnd && to[j] <= least) ++j;
    for (let k = j; k < jEnd && from[k] < most; ++k) {
      if (value[k] === value[i] && parent[k] !== parent[i]) unite(parent, i, k);
    }
  }
}

function findRuns(volume: Uint8Array, [na, nb, nc]: Shape, neighbours: Neighbours): Runs {
  const source = asWords(volume);
  const { bytes } = source;
  let room = 1 << 12;
  const runs: Runs = {
    count: 0,
    from: new Int32Array(room),
    to: new Int32Array(room),
    value: new Uint8Array(room),
    parent: new Int32Array(room),
    lineStart: new Int32Array(na * nb + 1)
  };
  const grown = <A extends Int32Array | Uint8Array>(array: A, larger: A): A => (larger.set(array), larger);
  const reach = neighbours === 26 ? 1 : 0;
  let count = 0;
  for (let a = 0, line = 0; a < na; ++a) {
    for (let b = 0; b < nb; ++b, ++line) {
      if (count + nc > room) {
        room = 2 * (count + nc);
        runs.from = grown(runs.from, new Int32Array(room));
        runs.to = grown(runs.to, new Int32Array(room));
        runs.value = grown(runs.value, new Uint8Array(room));
        runs.parent = grown(runs.parent, new Int32Array(room));
      }
      const { from, to, value, parent } = runs;
      const start = line * nc;
      const end = start + nc;
      for (let p = stretchEnd(source, 0, start, end); p < end;) {
        const v = bytes[p];
        from[count] = p - start;
        const q = stretchEnd(source, v, p, end);
        to[count] = q - start;
        value[count] = v;
        parent[count] = count;
        ++count;
        p = q < end && bytes[q] === 0 ? stretchEnd(source, 0, q, end) : q;
      }
      runs.lineStart[line + 1] = count;
      if (count === runs.lineStart[line]) continue;
      if (b > 0) joinLines(runs, line, line - 1, reach);
      if (a === 0) continue;
      joinLines(runs, line, line - nb, reach);
      if (reach === 0) continue;
      if (b > 0) joinLines(runs, line, line - nb - 1, reach);
      if (b < nb - 1) joinLines(runs, line, line - nb + 1, reach);
    }
  }
  runs.count = count;
  return runs;
}

/**
 * Numbers the connected components of the non-zero voxels, in the order of their first voxels as
 * scipy.ndimage.label does; voxels of different classes never connect.
 * @param volume class of each voxel, 0 background, [a][b][c]
 * @param options.neighbours 6 (default) or 26
 * @param options.out all zeros, as long as the volume: takes the labels, for those who label often
 * @throws where the volume, or `out`, is not as long as the shape says
 */
export function connectedComponents(
  volume: Uint8Array,
  shape: Shape,
  options: { neighbours?: Neighbours; out?: Int32Array } = {}
): Components {
  const voxels = checkShape("volume", volume.length, shape);
  const labels = options.out ?? new Int32Array(voxels);
  checkShape("array for the labels", labels.length, shape);
  const { from, to, parent, lineStart, count: runCount } = findRuns(volume, shape, options.neighbours ?? 6);
  const count = numberSets(parent, runCount);
  const sizes = new Float64Array(count + 1);
  sizes[0] = voxels;
  for (let line = 0, run = 0; line < lineStart.length - 1; ++line) {
    const start = line * shape[2];
    for (; run < lineStart[line + 1]; ++run) {
      const label = parent[run];
      const p = start + from[run];
      const end = start + to[run];
      sizes[label] += end - p;
      sizes[0] -= end - p;
      // A short run costs less than the call of fill.
      if (end - p > 24) labels.fill(label, p, end);
      else for (let q = p; q < end; ++q) labels[q] = label;
    }
  }
  return { labels, count, sizes };
}
