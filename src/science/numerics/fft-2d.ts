// Fast two-dimensional transforms of real images over `fft.js`: F(k) = Σ f(p) exp(−2πi k·p/N), half of it, as the other half
// is its conjugate. Two real rows go through one complex transform: Z = F_a + iF_b, F_a(k) = (Z(k) + Z*(−k))/2. Columns can
// be asked for one stretch at a time, so that who needs a neighbourhood of two frequencies pays for no others.
// Cooley & Tukey (1965), doi 10.1090/S0025-5718-1965-0178586-1; packing: Press et al., Numerical Recipes, section 12.3.

import FFT from "fft.js";
import type { Numbers } from "./fft.js";

const plans = new Map<number, FFT>();

/** A plan of one length, made once. @throws if it is no power of two from 2 up */
export function fftPlan(size: number): FFT {
  let plan = plans.get(size);
  if (!plan) {
    if (!(size >= 2 && Number.isInteger(Math.log2(size))))
      throw new Error(
        `unsupported size of a Fourier transform: ${size}; must be a power of two from 2 up: crop or pad the image`
      );
    plan = new FFT(size);
    plans.set(size, plan);
  }
  return plan;
}

/** Rows that are transformed, columns not yet: [y][kx], kx from 0 to width/2, real and imaginary parts alternate. */
export interface RowSpectrum {
  readonly width: number;
  readonly height: number;
  readonly data: Float64Array;
}

/** Columns of the transform: [kx − from][ky], real and imaginary parts alternate. */
export interface SpectrumColumns {
  readonly width: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
  readonly data: Float64Array;
}

/**
 * Transforms the rows of a real image.
 * @param image [y][x]
 * @param offset taken from each value first, the mean for example
 * @throws if a size is no power of two or the length does not fit
 */
export function transformRows(image: Numbers, width: number, height: number, offset = 0): RowSpectrum {
  if (image.length !== width * height)
    throw new Error(
      `invalid image: ${image.length} values; must be ${width * height} (${width} × ${height})`
    );
  const plan = fftPlan(width);
  fftPlan(height);
  const stride = width + 2;
  const data = new Float64Array(stride * height);
  const [line, out] = [new Float64Array(2 * width), new Float64Array(2 * width)];
  for (let y = 0; y < height; y += 2) {
    const [a, b] = [y * width, (y + 1) * width];
    for (let x = 0; x < width; ++x) {
      line[2 * x] = image[a + x] - offset;
      line[2 * x + 1] = image[b + x] - offset;
    }
    plan.transform(out, line);
    const [first, second] = [y * stride, (y + 1) * stride];
    for (let k = 0; k <= width / 2; ++k) {
      const mirror = k === 0 ? 0 : width - k;
      const [re, im, mre, mim] = [out[2 * k], out[2 * k + 1], out[2 * mirror], out[2 * mirror + 1]];
      data[first + 2 * k] = 0.5 * (re + mre);
      data[first + 2 * k + 1] = 0.5 * (im - mim);
      data[second + 2 * k] = 0.5 * (im + mim);
      data[second + 2 * k + 1] = 0.5 * (mre - re);
    }
  }
  return { width, height, data };
}

/** Columns kx = from … to of the transform. @throws if they are not within 0 … width/2 */
export function transformColumns(rows: RowSpectrum, from = 0, to = rows.width / 2): SpectrumColumns {
  const { width, height } = rows;
  if (!(from >= 0 && to <= width / 2 && from <= to))
    throw new Error(`invalid columns of a spectrum: ${from} to ${to}; must be within 0 to ${width / 2}`);
  const plan = fftPlan(height);
  const stride = width + 2;
  const data = new Float64Array(2 * height * (to - from + 1));
  // a few columns at once, so that each read of a row fills more than one
  const few = 8;
  const lines = new Float64Array(2 * height * few);
  for (let start = from; start <= to; start += few) {
    const count = Math.min(few, to - start + 1);
    for (let y = 0; y < height; ++y)
      for (let c = 0, at = y * stride + 2 * start; c < count; ++c, at += 2) {
        const put = 2 * (c * height + y);
        lines[put] = rows.data[at];
        lines[put + 1] = rows.data[at + 1];
      }
    for (let c = 0; c < count; ++c) {
      const put = 2 * height * (start - from + c);
      plan.transform(
        data.subarray(put, put + 2 * height),
        lines.subarray(2 * height * c, 2 * height * (c + 1))
      );
    }
  }
  return { width, height, from, to, data };
}

/** Real image whose half spectrum is given; imaginary parts that a real image cannot have are dropped. @returns [y][x] */
export function inverseTransform(columns: SpectrumColumns): Float64Array {
  const { width, height, from, to } = columns;
  if (from !== 0 || to !== width / 2)
    throw new Error(`missing columns of a spectrum: ${from} to ${to} of 0 to ${width / 2}; give them all`);
  const back = fftPlan(height);
  const stride = width + 2;
  const rows = new Float64Array(stride * height);
  const few = 8;
  const lines = new Float64Array(2 * height * few);
  for (let start = 0; start <= to; start += few) {
    const count = Math.min(few, to - start + 1);
    for (let c = 0; c < count; ++c)
      back.inverseTransform(
        lines.subarray(2 * height * c, 2 * height * (c + 1)),
        columns.data.subarray(2 * height * (start + c), 2 * height * (start + c + 1))
      );
    for (let y = 0; y < height; ++y)
      for (let c = 0, at = y * stride + 2 * start; c < count; ++c, at += 2) {
        rows[at] = lines[2 * (c * height + y)];
        rows[at + 1] = lines[2 * (c * height + y) + 1];
      }
  }
  const plan = fftPlan(width);
  const image = new Float64Array(width * height);
  const [line, out] = [new Float64Array(2 * width), new Float64Array(2 * width)];
  for (let y = 0; y < height; y += 2) {
    const [a, b] = [y * stride, (y + 1) * stride];
    for (let k = 0; k <= width / 2; ++k) {
      const [are, aim, bre, bim] = [
        rows[a + 2 * k],
        rows[a + 2 * k + 1],
        rows[b + 2 * k],
        rows[b + 2 * k + 1]
      ];
      line[2 * k] = are - bim;
      line[2 * k + 1] = aim + bre;
      if (k > 0 && 2 * k < width) {
        line[2 * (width - k)] = are + bim;
        line[2 * (width - k) + 1] = bre - aim;
      } else {
        // frequencies of their own mirror image are real in each row
        line[2 * k] = are;
        line[2 * k + 1] = bre;
      }
    }
    plan.inverseTransform(out, line);
    for (let x = 0; x < width; ++x) {
      image[y * width + x] = out[2 * x];
      image[(y + 1) * width + x] = out[2 * x + 1];
    }
  }
  return image;
}

/** Complex transform in place, [y][x]; −1 is the inverse with 1/N. Both sizes powers of two from 2 up. */
export function complexTransform(
  data: Float64Array,
  width: number,
  height: number,
  direction: 1 | -1
): Float64Array {
  if (data.length !== 2 * width * height)
    throw new Error(`invalid wave: ${data.length} numbers; must be ${2 * width * height}`);
  const [across, down] = [fftPlan(width), fftPlan(height)];
  const out = new Float64Array(2 * Math.max(width, height));
  const row = out.subarray(0, 2 * width);
  for (let y = 0; y < height; ++y) {
    const line = data.subarray(2 * y * width, 2 * (y + 1) * width);
    if (direction === 1) across.transform(row, line);
    else across.inverseTransform(row, line);
    line.set(row);
  }
  const few = 8;
  const lines = new Float64Array(2 * height * few);
  const column = out.subarray(0, 2 * height);
  for (let start = 0; start < width; start += few) {
    const count = Math.min(few, width - start);
    for (let y = 0; y < height; ++y)
      for (let c = 0, at = 2 * (y * width + start); c < count; ++c, at += 2) {
        lines[2 * (c * height + y)] = data[at];
        lines[2 * (c * height + y) + 1] = data[at + 1];
      }
    for (let c = 0; c < count; ++c) {
      const line = lines.subarray(2 * height * c, 2 * height * (c + 1));
      if (direction === 1) down.transform(column, line);
      else down.inverseTransform(column, line);
      line.set(column);
    }
    for (let y = 0; y < height; ++y)
      for (let c = 0, at = 2 * (y * width + start); c < count; ++c, at += 2) {
        data[at] = lines[2 * (c * height + y)];
        data[at + 1] = lines[2 * (c * height + y) + 1];
      }
  }
  return data;
}
