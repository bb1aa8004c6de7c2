// Where the particle is: voxels above a share of the solid's level in a quick reconstruction of all energies together,
// the largest connected piece of them, its closed voids filled, and a rim added, since what is left out of the support
// can hold no density. The solid's level is the median of the voxels above half the 99.5th percentile.

import { connectedComponents } from "../numerics/labels.js";
import type { ParallelBeam } from "../numerics/projector.js";
import { selectSmallest } from "../numerics/select.js";
import { sirt } from "../numerics/sirt.js";
import type { TaskOptions } from "../task.js";

export interface SupportSettings {
  /** share of the solid's level above which a voxel belongs to the particle */
  level: number;
  /** voxels of rim */
  dilation: number;
  /** of the quick reconstruction by SIRT */
  iterations: number;
}

/** @param projections of anything that all the solid has, [tilt][x][y] @returns 1 inside, [z][x][y] */
export function findSupport(
  projections: Float32Array,
  beam: ParallelBeam,
  { level, dilation, iterations }: SupportSettings,
  { signal }: TaskOptions = {}
): Uint8Array {
  const { volume } = sirt(projections, beam, { iterations, nonNegative: true, signal });
  const shape = [beam.size, beam.size, beam.slices] as const;
  const above = aboveLevel(volume, level * solidLevel(volume));
  return dilate(fillVoids(largestPiece(above, shape), shape), shape, dilation);
}

export function aboveLevel(volume: Float32Array, level: number): Uint8Array {
  const above = new Uint8Array(volume.length);
  for (let v = 0; v < volume.length; ++v) if (volume[v] > level) above[v] = 1;
  return above;
}

/** @throws where nothing is above zero */
export function solidLevel(volume: Float32Array, within?: Uint8Array): number {
  const positive = new Float32Array(volume.length);
  let count = 0;
  for (let v = 0; v < volume.length; ++v)
    if (volume[v] > 0 && (!within || within[v])) positive[count++] = volume[v];
  if (count === 0)
    throw new Error(
      "missing particle: the reconstruction is zero throughout; choose images with a sample in the field"
    );
  const half = selectSmallest(positive, Math.floor(0.995 * (count - 1)), count) / 2;
  let first = 0;
  for (let v = 0; v < count; ++v) if (positive[v] < half) ++first;
  return selectSmallest(positive, Math.floor((first + count - 1) / 2), count);
}

type Shape = readonly [number, number, number];

/** The largest component, by faces. */
export function largestPiece(mask: Uint8Array, shape: Shape): Uint8Array {
  const { labels, sizes, count } = connectedComponents(mask, shape);
  let best = 1;
  for (let label = 2; label <= count; ++label) if (sizes[label] > sizes[best]) best = label;
  const piece = new Uint8Array(labels.length);
  for (let v = 0; v < labels.length; ++v) if (labels[v] === best) piece[v] = 1;
  return piece;
}

/** Adds what is empty and cannot be reached from the border of the volume. */
export function fillVoids(mask: Uint8Array, shape: Shape): Uint8Array {
  const { labels, count } = connectedComponents(
    mask.map((inside) => 1 - inside),
    shape
  );
  const open = new Uint8Array(count + 1);
  const [nz, nx, ny] = shape;
  const onBorder = (i: number, n: number) => i === 0 || i === n - 1;
  for (let z = 0, v = 0; z < nz; ++z)
    for (let x = 0; x < nx; ++x)
      for (let y = 0; y < ny; ++y, ++v)
        if (onBorder(z, nz) || onBorder(x, nx) || onBorder(y, ny)) open[labels[v]] = 1;
  return mask.map((inside, v) => (inside || !open[labels[v]] ? 1 : 0));
}

/** Adds the voxels that share a face with the mask, `times` over. */
export function dilate(mask: Uint8Array, [nz, nx, ny]: Shape, times: number): Uint8Array {
  let grown = mask;
  for (let time = 0; time < times; ++time) {
    const before = grown;
    grown = before.slice();
    for (let z = 0, v = 0; z < nz; ++z)
      for (let x = 0; x < nx; ++x)
        for (let y = 0; y < ny; ++y, ++v)
          if (before[v]) {
            if (z > 0) grown[v - nx * ny] = 1;
            if (z < nz - 1) grown[v + nx * ny] = 1;
            if (x > 0) grown[v - ny] = 1;
            if (x < nx - 1) grown[v + ny] = 1;
            if (y > 0) grown[v - 1] = 1;
            if (y < ny - 1) grown[v + 1] = 1;
          }
  }
  return grown;
}
