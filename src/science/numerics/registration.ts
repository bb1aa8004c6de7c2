// The translation between two images, or two profiles, to a fraction of a pixel: the peak of their cross-correlation
//   c(s) = Σ_k w(k) F(k) G*(k) exp(2πi k·s/N),   G the reference, w = 1, or 1/|F G*| for phase correlation,
// found on the grid of pixels first, then refined by evaluating the sum itself on ever finer grids around the peak.
// Guizar-Sicairos, Thurman & Fienup, Opt. Lett. 33 (2008) 156, doi:10.1364/OL.33.000156.

import {
  fourierTransform,
  frequencyAt,
  itemCount,
  nextPowerOfTwo,
  realTransform,
  type Numbers
} from "./fft.js";
import type { Spectrum } from "./fft.js";

export interface RegistrationOptions {
  /** share of each axis over which the images fade out at either end, 0 to 0.5, against what enters or leaves there;
   * 0, no fading, is for images that end alike on opposite edges; 0.1 unless given */
  taper?: number;
  /** "phase" weighs all frequencies alike: sharper, for images of little noise; "cross" unless given */
  correlation?: "cross" | "phase";
  /** parts of a pixel to which the shift is found; 1000 unless given */
  upsampling?: number;
  /** pixels; larger shifts are not looked for; half the axis unless given */
  largestShift?: number;
}

export interface Registration {
  /** pixels along each axis, by which the image lies further than the reference: image(p) ≈ reference(p − shift) */
  shift: number[];
  /** normalised correlation at the shift, from −1 to 1; 1 for the same image up to brightness */
  confidence: number;
}

/**
 * @param image [x][y], or a profile, of `shape` @param reference likewise
 * @throws if sizes disagree, a value is not finite, an image is uniform, or an option is out of range
 */
export function register(
  image: Numbers,
  reference: Numbers,
  shape: readonly number[],
  { taper = 0.1, correlation = "cross", upsampling = 1000, largestShift = Infinity }: RegistrationOptions = {}
): Registration {
  if (shape.length > 2)
    throw new Error(`unsupported shape: ${shape.join(" × ")}; must be a profile or an image`);
  if (!(taper >= 0 && taper <= 0.5)) throw new Error(`invalid taper: ${taper}; must be from 0 to 0.5`);
  if (!(upsampling >= 1 && Number.isFinite(upsampling)))
    throw new Error(`invalid upsampling: ${upsampling}; must be 1 or more parts of a pixel`);
  if (!(largestShift >= 0))
    throw new Error(`invalid largest shift: ${largestShift}; must be zero or more pixels`);
  const padded = shape.map(nextPowerOfTwo);
  checked("image", image, shape);
  checked("reference", reference, shape);
  let at: readonly [number, number] = [0, 0];
  let confidence = 0;
  // A window that stays where it is pulls the shift towards zero: both are placed anew on what the images share.
  for (let round = 0; round < 5; ++round) {
    const [f, g] = [
      realTransform(faded(image, shape, at, taper), shape, padded),
      realTransform(faded(reference, shape, [-at[0], -at[1]], taper), shape, padded)
    ];
    const { product, power } = crossPower(f, g, correlation);
    const start =
      round === 0 ? coarsePeak({ shape: padded, data: product.slice() }, shape, largestShift) : at;
    const peak = refinedPeak({ shape: padded, data: product }, start, upsampling);
    const settled = Math.hypot(peak.at[0] - at[0], peak.at[1] - at[1]) * upsampling < 1;
    at = peak.at;
    confidence = power > 0 ? Math.max(-1, Math.min(1, peak.value / power)) : 0;
    if (settled) break;
  }
  return { shift: at.slice(2 - shape.length), confidence };
}

/** F G*, weighed, and the sum that its peak has at most. */
function crossPower(f: Spectrum, g: Spectrum, correlation: "cross" | "phase") {
  const product = new Float64Array(f.data.length);
  let [powerF, powerG, magnitudes, largest] = [0, 0, 0, 0];
  const [height, width] = [1, ...f.shape].slice(-2);
  for (let k = 0; k < product.length; k += 2) {
    // what Nyquist's frequency does between pixels is not known
    const [x, y] = [Math.floor(k / 2 / width), (k / 2) % width];
    if (2 * x === height || 2 * y === width) continue;
    const [a, b, c, d] = [f.data[k], f.data[k + 1], g.data[k], g.data[k + 1]];
    product[k] = a * c + b * d;
    product[k + 1] = b * c - a * d;
    powerF += a * a + b * b;
    powerG += c * c + d * d;
    largest = Math.max(largest, Math.hypot(product[k], product[k + 1]));
  }
  if (correlation === "cross") return { product, power: Math.sqrt(powerF * powerG) };
  for (let k = 0; k < product.length; k += 2) {
    const magnitude = Math.hypot(product[k], product[k + 1]);
    // frequencies at which an image has nothing have no phase either
    const weight = magnitude > 1e-12 * largest ? 1 / magnitude : 0;
    product[k] *= weight;
    product[k + 1] *= weight;
    if (weight) ++magnitudes;
  }
  return { product, power: magnitudes };
}

/** The pixel of the largest correlation, as signed shifts along two axes. */
function coarsePeak(product: Spectrum, shape: readonly number[], largestShift: number): [number, number] {
  const { data } = fourierTransform(product, -1);
  const [height, width] = [1, ...product.shape].slice(-2);
  const [rows, columns] = [1, ...shape].slice(-2);
  let best: [number, number] = [0, 0];
  let most = -Infinity;
  for (let x = 0; x < height; ++x)
    for (let y = 0; y < width; ++y) {
      const [sx, sy] = [frequencyAt(x, height), frequencyAt(y, width)];
      if (
        Math.abs(sx) > Math.min(largestShift, rows / 2) ||
        Math.abs(sy) > Math.min(largestShift, columns / 2)
      )
        continue;
      const value = data[2 * (x * width + y)];
      if (value > most) [most, best] = [value, [sx, sy]];
    }
  return best;
}

/**
 * Refines a peak by sampling the correlation on grids of nine points a side, each finer than the last by half its
 * width: the transform as a product of two small matrices with the spectrum between them.
 */
function refinedPeak(product: Spectrum, start: readonly [number, number], upsampling: number) {
  const [height, width] = [1, ...product.shape].slice(-2);
  let [x0, y0] = start;
  for (let spacing = 0.25; ; spacing /= 4) {
    const offsets = Array.from({ length: 9 }, (_, i) => (i - 4) * spacing);
    const xs = height === 1 ? [0] : offsets.map((offset) => x0 + offset);
    const ys = width === 1 ? [0] : offsets.map((offset) => y0 + offset);
    const samples = sampleAt(product, xs, ys);
    let best = 0;
    samples.forEach((sample, i) => {
      if (sample > samples[best]) best = i;
    });
    [x0, y0] = [xs[Math.floor(best / ys.length)], ys[best % ys.length]];
    if (spacing * upsampling <= 1) return { at: [x0, y0] as const, value: samples[best] };
  }
}

/** Re Σ_k product(k) exp(2πi k·s/N) at every pair of shifts (xs, ys), rows along xs. */
function sampleAt({ shape, data }: Spectrum, xs: readonly number[], ys: readonly number[]): Float64Array {
  const [height, width] = [1, ...shape].slice(-2);
  const samples = new Float64Array(xs.length * ys.length);
  const row = new Float64Array(2 * height);
  ys.forEach((y, j) => {
    row.fill(0);
    for (let l = 0; l < width; ++l) {
      const angle = (2 * Math.PI * frequencyAt(l, width) * y) / width;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      for (let k = 0; k < height; ++k) {
        const i = 2 * (k * width + l);
        row[2 * k] += data[i] * cos - data[i + 1] * sin;
        row[2 * k + 1] += data[i] * sin + data[i + 1] * cos;
      }
    }
    xs.forEach((x, i) => {
      for (let k = 0; k < height; ++k) {
        const angle = (2 * Math.PI * frequencyAt(k, height) * x) / height;
        samples[i * ys.length + j] += row[2 * k] * Math.cos(angle) - row[2 * k + 1] * Math.sin(angle);
      }
    });
  });
  return samples;
}

function checked(what: string, values: Numbers, shape: readonly number[]): void {
  const count = itemCount(shape);
  if (values.length !== count)
    throw new Error(
      `invalid ${what}: ${values.length} values; must be ${count} for a shape of ${shape.join(" × ")}`
    );
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < count; ++i) {
    const value = values[i];
    if (!Number.isFinite(value))
      throw new Error(
        `invalid ${what}: ${value} at pixel ${i}; must be a finite number: mask or fill it first`
      );
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (!(most > least)) throw new Error(`invalid ${what}: ${most} everywhere; nothing to register`);
}

/** Without its mean, so that brightness does not correlate, and faded out around what it shares with one shifted. */
function faded(
  values: Numbers,
  shape: readonly number[],
  [shiftX, shiftY]: readonly [number, number],
  taper: number
): Float64Array {
  const [height, width] = [1, ...shape].slice(-2);
  const [fadeX, fadeY] = [window(height, shiftX, taper), window(width, shiftY, taper)];
  const weights = Float64Array.from(values, (_, i) => fadeX[Math.floor(i / width)] * fadeY[i % width]);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = weights.reduce((sum, weight, i) => sum + weight * values[i], 0) / total;
  return weights.map((weight, i) => weight * (values[i] - mean));
}

/**
 * Tukey's window on the part of an axis that an image shares with one that lies `shift` before it: half a cosine over a
 * share `taper` of its length at either end, 1 between.
 */
function window(size: number, shift: number, taper: number): Float64Array {
  if (taper === 0 || size === 1) return new Float64Array(size).fill(1);
  const length = Math.max(1, size - Math.abs(shift));
  // a steeper edge could not be moved by a part of a pixel
  const edge = Math.max(2, taper * length);
  return Float64Array.from({ length: size }, (_, i) => {
    const from = i + 0.5 - Math.max(0, shift);
    const inwards = Math.min(from, length - from);
    return inwards <= 0 ? 0 : inwards >= edge ? 1 : 0.5 - 0.5 * Math.cos((Math.PI * inwards) / edge);
  });
}
