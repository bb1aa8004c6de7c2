// A coarse map at every pixel of the image it came from: Catmull–Rom cubics along each axis, periodic, exact at the coarse
// points. Catmull & Rom, Computer Aided Geometric Design (1974) 317, doi 10.1016/B978-0-12-079050-0.50020-5.

import type { Numbers } from "./fft.js";

/** @param map [row][column], steps that divide the image @returns [y][x] of `width` × `height` */
export function upsample(
  map: Numbers,
  columns: number,
  rows: number,
  width: number,
  height: number
): Float32Array {
  const [stepX, stepY] = [width / columns, height / rows];
  if (!Number.isInteger(stepX) || !Number.isInteger(stepY) || map.length !== columns * rows)
    throw new Error(
      `invalid map: ${columns} × ${rows} points with ${map.length} values; must divide the image of ${width} × ${height}`
    );
  const across = weights(stepX);
  const down = weights(stepY);
  const out = new Float32Array(width * height);
  const row = new Float64Array(columns + 3);
  for (let y = 0; y < height; ++y) {
    const top = Math.floor(y / stepY);
    const w = 4 * (y % stepY);
    const [r0, r1, r2, r3] = [-1, 0, 1, 2].map((k) => ((top + k + rows) % rows) * columns);
    const [w0, w1, w2, w3] = down.subarray(w, w + 4);
    for (let c = 0; c < columns; ++c)
      row[c + 1] = w0 * map[r0 + c] + w1 * map[r1 + c] + w2 * map[r2 + c] + w3 * map[r3 + c];
    row[0] = row[columns];
    row[columns + 1] = row[1];
    row[columns + 2] = row[2];
    for (let c = 0, at = y * width; c < columns; ++c) {
      const p0 = row[c];
      const p1 = row[c + 1];
      const p2 = row[c + 2];
      const p3 = row[c + 3];
      for (let s = 0; s < 4 * stepX; s += 4)
        out[at++] = across[s] * p0 + across[s + 1] * p1 + across[s + 2] * p2 + across[s + 3] * p3;
    }
  }
  return out;
}

/** Four weights for each offset within a step. */
function weights(step: number): Float64Array {
  const all = new Float64Array(4 * step);
  for (let s = 0; s < step; ++s) {
    const t = s / step;
    all[4 * s] = 0.5 * t * (-1 + t * (2 - t));
    all[4 * s + 1] = 1 + t * t * (-2.5 + 1.5 * t);
    all[4 * s + 2] = 0.5 * t * (1 + t * (4 - 3 * t));
    all[4 * s + 3] = 0.5 * t * t * (t - 1);
  }
  return all;
}
