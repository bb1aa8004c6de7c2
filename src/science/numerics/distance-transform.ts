// Exact Euclidean distance of each voxel to the nearest background voxel, centre to centre, in linear time:
// d²(a, b, c) = min over background (i, j, k) of va²(a − i)² + vb²(b − j)² + vc²(c − k)², one index after the other.
// Felzenszwalb & Huttenlocher, Theory Comput. 8, 415 (2012), https://doi.org/10.4086/toc.2012.v008a019. Slices and lines
// pass through small tiles, as memory is read by the cache line.

import type { TaskOptions } from "../task.js";
import { type Tile, tileOfColumns } from "./nearest-down-columns.js";
import { asWords, type Bytes, stretchEnd } from "./stretches.js";
import { checkShape, checkVoxel, type Shape } from "./volume-shape.js";

export interface DistanceOptions extends TaskOptions {
  /** edges of a voxel along a, b, c, in the unit wanted; default 1, 1, 1 */
  voxel?: readonly [number, number, number];
  /** whether the voxels beyond the border are background; default false, as in scipy: nothing is known of them */
  outsideIsBackground?: boolean;
}

/** Columns of a tile: several lines of the cache, and few enough rows and columns to stay in it. */
const tileColumns = 128;

/** Squared distance along the last index alone, on the voxels start … last − 1; Infinity on lines without background. */
function alongLastIndex(
  source: Bytes,
  out: Float32Array,
  start: number,
  last: number,
  nc: number,
  width: number,
  outside: boolean
): void {
  for (; start < last; start += nc) {
    const end = start + nc;
    for (let p = stretchEnd(source, 0, start, end); p < end;) {
      let q = p;
      while (q < end && source.bytes[q] !== 0) ++q;
      const left = p > start || outside ? p - 1 : -Infinity;
      const right = q < end || outside ? q : Infinity;
      for (let i = p; i < q; ++i) {
        const d = width * Math.min(i - left, right - i);
        out[i] = d * d;
      }
      p = stretchEnd(source, 0, q, end);
    }
  }
}

/** The least over n rows, a stride apart, of nc columns from voxel `at` on, tile by tile. */
function acrossRows(
  source: Bytes,
  out: Float32Array,
  tile: Tile,
  at: number,
  n: number,
  stride: number,
  nc: number
) {
  for (let c = 0; c < nc; c += tileColumns) {
    const columns = Math.min(tileColumns, nc - c);
    // What an earlier tile left in the columns beyond would only cost time.
    if (columns < tileColumns) tile.source.fill(0);
    let occupied = false;
    for (let i = 0, p = at + c; i < n; ++i, p += stride) {
      const row = i * tile.rowLength;
      if (stretchEnd(source, 0, p, p + columns) === p + columns) tile.source.fill(0, row, row + columns);
      else {
        tile.source.set(out.subarray(p, p + columns), row);
        occupied = true;
      }
    }
    if (!occupied) continue;
    tile.solve();
    for (let i = 0, p = at + c; i < n; ++i, p += stride) {
      const row = i * tile.rowLength;
      if (stretchEnd(source, 0, p, p + columns) < p + columns)
        out.set(tile.target.subarray(row, row + columns), p);
    }
  }
}

/**
 * Squared distance to the nearest 0 voxel, in squared units of the voxel; 0 on background, Infinity everywhere where
 * there is no background. With unit voxels the values are whole numbers and exact, as long as they are below 2^24.
 * @param volume foreground ≠ 0, [a][b][c]
 * @throws where the volume's length is not the shape's, or a voxel's edge is not positive; when stopped
 */
export function squaredDistanceTransform(
  volume: Uint8Array,
  shape: Shape,
  { voxel = [1, 1, 1], outsideIsBackground = false, signal, onProgress }: DistanceOptions = {}
): Float32Array {
  const out = new Float32Array(checkShape("volume", volume.length, shape));
  checkVoxel(voxel);
  const [na, nb, nc] = shape;
  const source = asWords(volume);
  const columns = Math.min(tileColumns, nc);
  const slices = tileOfColumns(nb, columns, voxel[1], outsideIsBackground);
  for (let a = 0; a < na; ++a) {
    signal?.throwIfAborted();
    const at = a * nb * nc;
    alongLastIndex(source, out, at, at + nb * nc, nc, voxel[2], outsideIsBackground);
    acrossRows(source, out, slices, at, nb, nc, nc);
    onProgress?.((a + 1) / na / 2, "distance transform");
  }
  const depths = tileOfColumns(na, columns, voxel[0], outsideIsBackground);
  for (let b = 0; b < nb; ++b) {
    signal?.throwIfAborted();
    acrossRows(source, out, depths, b * nc, na, nb * nc, nc);
    onProgress?.((1 + (b + 1) / nb) / 2, "distance transform");
  }
  return out;
}

/** Distance to the nearest 0 voxel: the root of `squaredDistanceTransform`, the same options. */
export function distanceTransform(volume: Uint8Array, shape: Shape, options?: DistanceOptions): Float32Array {
  const distance = squaredDistanceTransform(volume, shape, options);
  for (let p = 0; p < distance.length; ++p) distance[p] = Math.sqrt(distance[p]);
  return distance;
}
