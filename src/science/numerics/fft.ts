// Discrete Fourier transforms in one, two or three dimensions over `fft.js` (radix 4, double precision):
//   F(k) = Σ_n f(n) exp(−2πi k·n/N), and back with exp(+2πi k·n/N)/N.
// One axis after the other; sizes are powers of two, others are padded with zeros first.
// Cooley & Tukey (1965), doi 10.1090/S0025-5718-1965-0178586-1.

import FFT from "fft.js";

/** Complex values of an array `shape`, last axis fastest: real and imaginary parts alternate. */
export interface Spectrum {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/** Any array of numbers that can be indexed. */
export type Numbers = ArrayLike<number>;

/** @param size a whole number ≥ 1 @returns the least power of two ≥ size */
export function nextPowerOfTwo(size: number): number {
  let power = 1;
  while (power < size) power *= 2;
  return power;
}

/** The signed frequency, in cycles over the whole axis, at an index of a transform: 0 … N/2 − 1, −N/2 … −1. */
export const frequencyAt = (index: number, size: number): number => (2 * index < size ? index : index - size);

/** Where a signed frequency or offset lies along an axis of `size`: the inverse of `frequencyAt`, periodic. */
export const wrappedIndex = (frequency: number, size: number): number => ((frequency % size) + size) % size;

/** Number of items of an array. @throws if a size is not a whole number ≥ 1 or there are more than three axes */
export function itemCount(shape: readonly number[]): number {
  if (shape.length < 1 || shape.length > 3 || shape.some((size) => !Number.isInteger(size) || size < 1))
    throw new Error(`invalid shape: ${shape.join(" × ")}; must be one to three whole numbers from 1 up`);
  return shape.reduce((product, size) => product * size, 1);
}

/**
 * Complex transform of an array, in place.
 * @param direction 1 forward, −1 back (divided by the number of items)
 * @returns the same spectrum
 * @throws if a size is no power of two or the data have another length
 */
export function fourierTransform(spectrum: Spectrum, direction: 1 | -1 = 1): Spectrum {
  const { shape, data } = spectrum;
  const count = itemCount(shape);
  const odd = shape.find((size) => nextPowerOfTwo(size) !== size);
  if (odd !== undefined)
    throw new Error(`unsupported size of a Fourier transform: ${odd}; pad it to ${nextPowerOfTwo(odd)}`);
  if (data.length !== 2 * count)
    throw new Error(
      `invalid spectrum: ${data.length} numbers for a shape of ${shape.join(" × ")}; must be ${2 * count}`
    );
  let stride = 1;
  for (const size of [...shape].reverse()) {
    if (size > 1) transformAxis(data, size, stride, direction);
    stride *= size;
  }
  return spectrum;
}

/** Transforms every line of `size` items that lie `stride` items apart. */
function transformAxis(data: Float64Array, size: number, stride: number, direction: 1 | -1): void {
  const fft = new FFT(size);
  const [line, out] = [new Float64Array(2 * size), new Float64Array(2 * size)];
  const block = 2 * size * stride;
  for (let start = 0; start < data.length; start += block)
    for (let offset = start; offset < start + 2 * stride; offset += 2) {
      for (let k = 0, at = offset; k < 2 * size; k += 2, at += 2 * stride) {
        line[k] = data[at];
        line[k + 1] = data[at + 1];
      }
      if (direction === 1) fft.transform(out, line);
      else fft.inverseTransform(out, line);
      for (let k = 0, at = offset; k < 2 * size; k += 2, at += 2 * stride) {
        data[at] = out[k];
        data[at + 1] = out[k + 1];
      }
    }
}

/**
 * Real values, and others as imaginary parts if given, at the start of a spectrum's array; zeros behind.
 * @param values of `shape`, last axis fastest
 * @param padded shape of the result; by default each size raised to a power of two
 * @throws if lengths and shapes disagree
 */
export function toComplex(
  values: Numbers,
  shape: readonly number[],
  { padded = shape.map(nextPowerOfTwo), imaginary }: { padded?: readonly number[]; imaginary?: Numbers } = {}
): Spectrum {
  const count = itemCount(shape);
  for (const { length } of [values, imaginary ?? values])
    if (length !== count)
      throw new Error(
        `invalid array: ${length} numbers for a shape of ${shape.join(" × ")}; must be ${count}`
      );
  if (padded.length !== shape.length || padded.some((size, axis) => size < shape[axis]))
    throw new Error(
      `invalid padding: ${padded.join(" × ")} for a shape of ${shape.join(" × ")}; must not be smaller`
    );
  const data = new Float64Array(2 * itemCount(padded));
  eachRow(shape, padded, (from, to, length) => {
    for (let i = 0; i < length; ++i) {
      data[2 * (to + i)] = values[from + i];
      if (imaginary) data[2 * (to + i) + 1] = imaginary[from + i];
    }
  });
  return { shape: padded, data };
}

/** Real parts of the leading `shape` of a spectrum: undoes the padding of `toComplex`. */
export function realPart(spectrum: Spectrum, shape: readonly number[] = spectrum.shape): Float64Array {
  const values = new Float64Array(itemCount(shape));
  eachRow(shape, spectrum.shape, (to, from, length) => {
    for (let i = 0; i < length; ++i) values[to + i] = spectrum.data[2 * (from + i)];
  });
  return values;
}

/** Transform of real values, padded with zeros to powers of two; see `toComplex` for parameters and errors. */
export const realTransform = (
  values: Numbers,
  shape: readonly number[],
  padded?: readonly number[]
): Spectrum => fourierTransform(toComplex(values, shape, { padded }));

/** Visits the rows (last axis) of a small array and where each starts in a larger one. */
function eachRow(
  small: readonly number[],
  large: readonly number[],
  visit: (inSmall: number, inLarge: number, length: number) => void
): void {
  const [depth, height, width] = [1, 1, ...small].slice(-3);
  const [, largeHeight, largeWidth] = [1, 1, ...large].slice(-3);
  for (let z = 0; z < depth; ++z)
    for (let y = 0; y < height; ++y)
      visit((z * height + y) * width, (z * largeHeight + y) * largeWidth, width);
}
