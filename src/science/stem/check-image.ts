import { nextPowerOfTwo } from "../numerics/fft.js";
import type { AtomicImage } from "./raw.js";

/** share of the pixels that may hold the highest value */
const saturatedShare = 0.005;

/** @throws where an image has the wrong size, NaN, nothing in it, or is saturated */
export function checkImage({ values, columns, rows, pixel }: AtomicImage): void {
  if (!(columns >= 32 && rows >= 32) || values.length !== columns * rows)
    throw new Error(
      `invalid image: ${values.length} values for ${columns} × ${rows} pixels; must have at least 32 × 32, line by line`
    );
  if (!(pixel > 0 && pixel < Infinity))
    throw new Error(`invalid pixel size: ${pixel} Å; must be above 0: read it from the microscope's file`);
  let [low, high] = [Infinity, -Infinity];
  for (let p = 0; p < values.length; ++p) {
    const value = values[p];
    if (!Number.isFinite(value))
      throw new Error(
        `invalid image: ${value} at pixel (${p % columns}, ${Math.floor(p / columns)}); must be a number: crop the image or fill the gap`
      );
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low === high)
    throw new Error(`missing contrast: every pixel of the image is ${low}; give one with columns of atoms`);
  let full = 0;
  for (const value of values) if (value === high) ++full;
  if (full > saturatedShare * values.length)
    throw new Error(
      `invalid image: ${((100 * full) / values.length).toFixed(1)} % of the pixels are saturated at ${high}; must be below ${100 * saturatedShare} %: record with less gain, peaks that are cut off have no place`
    );
}

/** The image's values less their mean, padded with zeros to sides that are powers of two. */
export function paddedValues({ values, columns, rows }: AtomicImage): {
  width: number;
  height: number;
  padded: Float64Array;
} {
  const [width, height] = [nextPowerOfTwo(columns), nextPowerOfTwo(rows)];
  const padded = new Float64Array(width * height);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  for (let y = 0; y < rows; ++y)
    for (let x = 0; x < columns; ++x) padded[y * width + x] = values[y * columns + x] - mean;
  return { width, height, padded };
}
