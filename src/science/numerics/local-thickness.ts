// Local thickness: at each voxel of a phase the diameter of the largest ball that lies in the phase and holds the voxel,
//   τ(p) = 2 max { d(x) : |p − x| < d(x) }, d the distance to the background.
// Hildebrand & Rüegsegger, J. Microsc. 185 (1997) 67, doi 10.1046/j.1365-2818.1997.1340694.x. A ball that lies in a
// neighbour's adds nothing and is left out. On voxels: exact for slits an odd number of voxels wide, a voxel too small for
// even ones, and up to two voxels too small for balls, whose steps hold a smaller ball.

import type { TaskOptions } from "../task.js";
import { checkShape, type Shape } from "./volume-shape.js";

/**
 * @param distance of each voxel's centre to that of the nearest background voxel, in voxels of equal edges; 0 outside the phase
 * @returns the diameter of the largest ball, in voxels; 0 outside the phase. Distances run from centre to centre, so that a
 * ball ends in the middle of the first voxel outside: half a voxel is taken from each radius
 * @throws where the length is not the shape's, or a distance is not finite
 */
export function localThickness(
  distance: Float32Array,
  shape: Shape,
  { signal, onProgress }: TaskOptions = {}
): Float32Array {
  checkShape("distance", distance.length, shape);
  const [na, nb, nc] = shape;
  const slice = nb * nc;
  const out = new Float32Array(distance.length);
  const ridge = ridgeOf(distance, shape);
  // Balls of one radius have the same rows.
  const rowsOf: Int32Array[] = [];
  // Small balls first: what a larger one covers is then overwritten without a comparison, by whole rows.
  for (let i = 0; i < ridge.length; ++i) {
    if (i % 4096 === 0) {
      signal?.throwIfAborted();
      onProgress?.(i / ridge.length, "local thickness");
    }
    const p = ridge[i];
    const radius = distance[p];
    const value = 2 * radius - 1;
    const c = p % nc;
    const b = ((p - c) / nc) % nb;
    const a = (p - c - b * nc) / slice;
    const rows = (rowsOf[Math.round(radius * radius)] ??= ballRows(radius));
    for (let k = 0; k < rows.length; k += 3) {
      const ia = a + rows[k];
      const ib = b + rows[k + 1];
      if (ia < 0 || ia >= na || ib < 0 || ib >= nb) continue;
      const row = ia * slice + ib * nc;
      const end = row + Math.min(c + rows[k + 2], nc - 1);
      // rows are short: a loop costs less than a call of fill
      for (let q = row + Math.max(c - rows[k + 2], 0); q <= end; ++q) out[q] = value;
    }
  }
  return out;
}

/** The rows of a ball of voxels: steps along the first two axes and half the length along the third, three numbers a row. */
function ballRows(radius: number): Int32Array {
  // strictly less than the radius: the voxel at the radius itself is the background
  const square = radius * radius - 1e-4;
  const reach = Math.ceil(radius) - 1;
  const rows: number[] = [];
  for (let da = -reach; da <= reach; ++da)
    for (let db = -reach; db <= reach; ++db) {
      const rest = square - da * da - db * db;
      if (rest >= 0) rows.push(da, db, Math.floor(Math.sqrt(rest)));
    }
  return Int32Array.from(rows);
}

/** Voxels whose ball, as a set of voxels, lies in no neighbour's; the smallest first. */
function ridgeOf(distance: Float32Array, [na, nb, nc]: Shape): Int32Array {
  const slice = nb * nc;
  const kept = new Int32Array(distance.length);
  let largest = 0;
  const squares = new Int32Array(distance.length);
  for (let p = 0; p < distance.length; ++p) {
    const here = distance[p];
    if (!Number.isFinite(here))
      throw new Error(
        `invalid distance: ${here} at voxel ${p}; must be finite: the volume holds no background, or count what is outside as such`
      );
    squares[p] = Math.round(here * here);
    if (squares[p] > largest) largest = squares[p];
  }
  const needed = [1, 2, 3].map((axes) => containing(largest, axes));
  let count = 0;
  for (let a = 0, p = 0; a < na; ++a)
    for (let b = 0; b < nb; ++b)
      for (let c = 0; c < nc; ++c, ++p) {
        const here = squares[p];
        if (here === 0) continue;
        let inside = false;
        for (let da = a > 0 ? -1 : 0; !inside && da <= (a < na - 1 ? 1 : 0); ++da)
          for (let db = b > 0 ? -1 : 0; !inside && db <= (b < nb - 1 ? 1 : 0); ++db)
            for (let dc = c > 0 ? -1 : 0; dc <= (c < nc - 1 ? 1 : 0); ++dc) {
              const axes = da * da + db * db + dc * dc;
              if (axes > 0 && squares[p + da * slice + db * nc + dc] >= needed[axes - 1][here]) {
                inside = true;
                break;
              }
            }
        if (!inside) kept[count++] = p;
      }
  return byRisingSquare(kept.subarray(0, count), squares, largest);
}

/** A counting sort: voxels of one radius stay in their order. */
function byRisingSquare(voxels: Int32Array, squares: Int32Array, largest: number): Int32Array {
  const starts = new Int32Array(largest + 2);
  for (const p of voxels) ++starts[squares[p] + 1];
  for (let k = 1; k < starts.length; ++k) starts[k] += starts[k - 1];
  const sorted = new Int32Array(voxels.length);
  for (const p of voxels) sorted[starts[squares[p]]++] = p;
  return sorted;
}

/**
 * For each squared radius the least one of a ball about a neighbour, `axes` steps of 1 away, that holds all its voxels: the
 * tables of Remy & Thiel, Image Vis. Comput. 23 (2005) 167, doi 10.1016/j.imavis.2004.06.007.
 */
function containing(largest: number, axes: number): Int32Array {
  const farthest = new Int32Array(largest + 1);
  const reach = Math.ceil(Math.sqrt(largest));
  const [i, j, k] = [1, axes > 1 ? 1 : 0, axes > 2 ? 1 : 0];
  // the voxel farthest from a neighbour on the positive side lies on the negative one
  for (let a = 0; a <= reach; ++a)
    for (let b = 0; b <= reach; ++b)
      for (let c = 0; c <= reach; ++c) {
        const own = a * a + b * b + c * c;
        if (own > largest) break;
        farthest[own] = Math.max(farthest[own], (a + i) ** 2 + (b + j) ** 2 + (c + k) ** 2);
      }
  const least = new Int32Array(largest + 1);
  for (let r = 1, most = 0; r <= largest; ++r) {
    most = Math.max(most, farthest[r - 1]);
    least[r] = most + 1;
  }
  return least;
}
