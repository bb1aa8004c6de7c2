// Mean over a square around each pixel, by running sums along each axis: the same time whatever the square. Beyond the image's
// edge the nearest value goes on.

import type { Numbers } from "./fft.js";

/** @param image [y][x] @param radius pixels: the square has 2·radius + 1 on a side @throws unless it is a whole number from 0 up */
export function boxMean(image: Numbers, width: number, height: number, radius: number): Float32Array {
  if (!(Number.isInteger(radius) && radius >= 0))
    throw new Error(`invalid radius of a mean: ${radius}; must be a whole number of pixels from 0 up`);
  const side = 2 * radius + 1;
  const rows = new Float64Array(width * height);
  for (let y = 0; y < height; ++y) {
    const start = y * width;
    let sum = 0;
    for (let x = -radius; x <= radius; ++x) sum += image[start + Math.min(width - 1, Math.max(0, x))];
    for (let x = 0; x < width; ++x) {
      rows[start + x] = sum;
      sum += image[start + Math.min(width - 1, x + radius + 1)] - image[start + Math.max(0, x - radius)];
    }
  }
  const out = new Float32Array(width * height);
  const sums = new Float64Array(width);
  const line = (y: number) => width * Math.min(height - 1, Math.max(0, y));
  for (let y = -radius; y <= radius; ++y) for (let x = 0; x < width; ++x) sums[x] += rows[line(y) + x];
  for (let y = 0; y < height; ++y) {
    const [next, last] = [line(y + radius + 1), line(y - radius)];
    for (let x = 0; x < width; ++x) {
      out[y * width + x] = sums[x] / (side * side);
      sums[x] += rows[next + x] - rows[last + x];
    }
  }
  return out;
}
