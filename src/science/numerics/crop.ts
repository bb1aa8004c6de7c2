// The part of a field of view that rays through a support meet: a reconstruction that is zero beyond its support is the
// same there, rays included, whether or not the rest is worked on.

import type { ParallelBeam } from "./parallel-beam.js";

/** Columns beside a voxel's own place that its projection can reach, with one to spare: see shear-geometry.ts. */
const reach = 5;

type Numbers = Float32Array | Uint8Array;

interface Taken {
  blocks: number;
  skip?: number;
  all?: number;
  from?: number;
  to?: number;
}

export interface Crop {
  beam: ParallelBeam;
  /** Of the whole: [tilt][x][y]. */
  projections: (whole: Float32Array) => Float32Array;
  /** Of the whole: [z][x][y]. */
  volume: <T extends Numbers>(whole: T) => T;
  /** Of one slice of projections, [tilt][x]. */
  columns: (whole: Float32Array) => Float32Array;
  /** Of one slice of a volume, [z][x]. */
  slice: (whole: Float32Array) => Float32Array;
  /** The volume with zeros around it again; itself where nothing was left out. */
  whole: (part: Float32Array) => Float32Array;
}

/** @param support [z][x][y]; everything unless given */
export function cropTo(support: Uint8Array | undefined, beam: ParallelBeam): Crop {
  const { size: n, slices, tilts } = beam;
  const { radius, first, end } = support ? extent(support, beam) : { radius: n, first: 0, end: slices };
  // as much on every side, so that the axis stays in the middle
  const left = Math.max(0, Math.floor((n - 1) / 2 - radius - Math.abs(beam.axisOffset ?? 0) - reach));
  const [m, height] = [n - 2 * left, end - first];
  /** Runs of the numbers `from` to `to` of every kept column, of `all` that each holds. */
  const take = <T extends Numbers>(
    whole: T,
    { blocks, skip = 0, all = slices, from = first, to = end }: Taken
  ): T => {
    if (left === 0 && from === 0 && to === all) return whole.slice() as T;
    const out = new (whole.constructor as new (length: number) => T)(blocks * m * (to - from));
    for (let block = 0, k = 0; block < blocks; ++block)
      for (let x = 0; x < m; ++x) {
        const column = ((block + skip) * n + x + left) * all;
        for (let y = from; y < to; ++y) out[k++] = whole[column + y];
      }
    return out;
  };
  const one = { all: 1, from: 0, to: 1 };
  return {
    beam: { ...beam, size: m, slices: height },
    projections: (whole) => take(whole, { blocks: tilts.length }),
    volume: (whole) => take(whole, { blocks: m, skip: left }),
    columns: (whole) => take(whole, { blocks: tilts.length, ...one }),
    slice: (whole) => take(whole, { blocks: m, skip: left, ...one }),
    whole(part) {
      if (left === 0 && height === slices) return part;
      const out = new Float32Array(n * n * slices);
      for (let z = 0, from = 0; z < m; ++z)
        for (let x = 0; x < m; ++x, from += height)
          out.set(part.subarray(from, from + height), ((z + left) * n + x + left) * slices + first);
      return out;
    }
  };
}

/** Greatest distance of the support from the axis, voxels, and the slices that it has. */
function extent(support: Uint8Array, { size: n, slices }: ParallelBeam) {
  const middle = (n - 1) / 2;
  let [square, first, end] = [0, slices, 0];
  for (let z = 0, v = 0; z < n; ++z)
    for (let x = 0; x < n; ++x)
      for (let y = 0; y < slices; ++y, ++v) {
        if (!support[v]) continue;
        square = Math.max(square, (z - middle) ** 2 + (x - middle) ** 2);
        first = Math.min(first, y);
        end = Math.max(end, y + 1);
      }
  // nothing at all: one slice, so that there is a beam
  return end > first ? { radius: Math.sqrt(square), first, end } : { radius: 0, first: 0, end: 1 };
}
