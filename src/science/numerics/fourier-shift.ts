// Moves an image or a profile by a fraction of a pixel.
// "fourier": F(k) exp(−2πi k·s/N), exact for what is band-limited; the edges' values are first carried on by mirror
// images, so that what moves in at an edge is a reflection of what is inside, not the opposite edge.
// "linear": between neighbours; beyond an edge its value goes on.

import { fourierTransform, frequencyAt, itemCount, nextPowerOfTwo, toComplex, type Numbers } from "./fft.js";

/**
 * @param image [x][y], or a profile, of `shape`
 * @param shift pixels along each axis; the result is image(p − shift)
 * @param method "periodic" is "fourier" without mirrors, for images that end alike on opposite edges
 * @returns an array of that shape
 * @throws if sizes disagree, a value or shift is not finite, or there are more than two axes
 */
export function fourierShift(
  image: Numbers,
  shape: readonly number[],
  shift: readonly number[],
  method: "fourier" | "periodic" | "linear" = "fourier"
): Float64Array {
  const count = itemCount(shape);
  if (shape.length > 2)
    throw new Error(`unsupported shape: ${shape.join(" × ")}; must be a profile or an image`);
  if (image.length !== count)
    throw new Error(
      `invalid image: ${image.length} values; must be ${count} for a shape of ${shape.join(" × ")}`
    );
  if (shift.length !== shape.length || !shift.every(Number.isFinite))
    throw new Error(`invalid shift: ${shift.join(", ")}; must be ${shape.length} finite numbers of pixels`);
  let values: Float64Array = Float64Array.from(image);
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new Error(`invalid image: ${values[bad]} at pixel ${bad}; must be a finite number`);
  // a shift along both axes is one along each, in turn
  const [height, width] = [1, ...shape].slice(-2);
  const [alongX, alongY] = [0, ...shift].slice(-2);
  const move = method === "linear" ? moveLinear : method === "fourier" ? moveMirrored : movePeriodic;
  if (alongY !== 0) values = eachLine(values, height, width, width, 1, (line) => move(line, alongY));
  if (alongX !== 0) values = eachLine(values, width, height, 1, width, (line) => move(line, alongX));
  return values;
}

/** Applies a function to `lines` lines of `length` items, whose starts and items lie so far apart. */
function eachLine(
  values: Float64Array,
  lines: number,
  length: number,
  start: number,
  apart: number,
  work: (line: Float64Array) => Float64Array
): Float64Array {
  const out = new Float64Array(values.length);
  for (let l = 0; l < lines; ++l) {
    const line = work(Float64Array.from({ length }, (_, i) => values[l * start + i * apart]));
    for (let i = 0; i < length; ++i) out[l * start + i * apart] = line[i];
  }
  return out;
}

function moveLinear(line: Float64Array, shift: number): Float64Array {
  const last = line.length - 1;
  return line.map((_, i) => {
    const from = Math.min(last, Math.max(0, i - shift));
    const whole = Math.min(Math.max(0, last - 1), Math.floor(from));
    return line[whole] + (from - whole) * (line[Math.min(last, whole + 1)] - line[whole]);
  });
}

function movePeriodic(line: Float64Array, shift: number): Float64Array {
  const size = line.length;
  if (nextPowerOfTwo(size) !== size)
    throw new Error(
      `unsupported length of a periodic axis: ${size}; must be a power of two: use the method "fourier"`
    );
  const { data } = fourierTransform(toComplex(line, [size]));
  for (let k = 0; k < size; ++k) {
    const angle = (-2 * Math.PI * frequencyAt(k, size) * shift) / size;
    const [re, im] = [data[2 * k], data[2 * k + 1]];
    // Nyquist's frequency cannot turn and stay real: its cosine
    const [cos, sin] = [Math.cos(angle), 2 * k === size ? 0 : Math.sin(angle)];
    data[2 * k] = re * cos - im * sin;
    data[2 * k + 1] = re * sin + im * cos;
  }
  fourierTransform({ shape: [size], data }, -1);
  return line.map((_, i) => data[2 * i]);
}

function moveMirrored(line: Float64Array, shift: number): Float64Array {
  const length = line.length;
  // a mirror image at both ends, faded into each other beyond them so that the period closes
  const size = nextPowerOfTwo(2 * length);
  const mirrored = new Float64Array(size);
  const fold = (i: number) => {
    const position = ((i % (2 * length)) + 2 * length) % (2 * length);
    return line[position < length ? position : 2 * length - 1 - position];
  };
  const gap = size - length;
  for (let i = 0; i < size; ++i) {
    if (i < length) mirrored[i] = line[i];
    else {
      const [after, before] = [fold(i), fold(i - size)];
      const fraction = (i - length + 0.5) / gap;
      const blend = 0.5 - 0.5 * Math.cos(Math.PI * fraction);
      mirrored[i] = (1 - blend) * after + blend * before;
    }
  }
  return movePeriodic(mirrored, shift).subarray(0, length);
}
