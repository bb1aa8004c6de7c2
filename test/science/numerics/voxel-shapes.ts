/** Known shapes in voxels, for the tests of what is counted and measured on them. */
import type { Shape } from "../../../src/science/numerics/volume-shape.js";

/** 1 where `inside` holds at the voxel's centre. */
export function voxels(
  [na, nb, nc]: Shape,
  inside: (a: number, b: number, c: number) => boolean
): Uint8Array {
  const out = new Uint8Array(na * nb * nc);
  let p = 0;
  for (let a = 0; a < na; ++a)
    for (let b = 0; b < nb; ++b) for (let c = 0; c < nc; ++c, ++p) if (inside(a, b, c)) out[p] = 1;
  return out;
}

export const ball =
  ([a0, b0, c0]: readonly [number, number, number], radius: number) =>
  (a: number, b: number, c: number): boolean =>
    (a - a0) ** 2 + (b - b0) ** 2 + (c - c0) ** 2 <= radius ** 2;
