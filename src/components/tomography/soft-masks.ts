import type { Shape } from "./volume.js";

/**
 * The three classes of a volume as masks softened by 1-2-1 along each axis, so that their gradients are smooth.
 * @param values classes `[z][x][y]`; @returns r, g, b of classes 1 to 3 (0 … 255) and an empty fourth byte, a voxel
 */
export function softMasks(values: Uint8Array, { nz, nx, ny }: Shape): Uint8Array {
  const masks = new Uint8Array(4 * values.length);
  for (let i = 0; i < values.length; ++i) {
    const label = values[i];
    if (label >= 1 && label <= 3) masks[4 * i + label - 1] = 255;
  }
  const passes: [count: number, stride: number][] = [
    [ny, 1],
    [nx, ny],
    [nz, nx * ny]
  ];
  for (const [count, stride] of passes) {
    const step = 4 * stride;
    for (let start = 0; start < values.length; ++start) {
      // the first voxel of each line along this axis
      if (Math.floor(start / stride) % count !== 0) continue;
      for (let k = 0; k < 3; ++k) {
        let at = 4 * start + k;
        let before = masks[at];
        for (let i = 0; i < count; ++i, at += step) {
          const own = masks[at];
          const after = i + 1 < count ? masks[at + step] : own;
          masks[at] = (before + 2 * own + after + 2) >> 2;
          before = own;
        }
      }
    }
  }
  return masks;
}
