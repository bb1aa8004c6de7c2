// From counts to optical densities that lie on each other: T = (I − dark)/(I0 − dark), the beam's fluctuation taken out by
// the empty field, places of the sample found on binned images, T moved back at full resolution, binned and −ln taken, with
// the variance that the counts give. All elements end up in the frame of the first.

import { lagrangeShift, lagrangeWeights } from "../numerics/lagrange-shift.js";
import type { TaskOptions } from "../task.js";
import { binImages } from "./bin-images.js";
import { checkStack } from "./check-raw.js";
import type { RawStack, RawStacks } from "./raw.js";
import { placeFinder, registerStack } from "./register-stack.js";
import type { PrepareSettings } from "./settings.js";
import type { EdgeElement } from "./windows.js";

export interface PreparedStack {
  element: EdgeElement;
  columns: number;
  rows: number;
  /** m, of the bins */
  pixelSize: number;
  energies: Float64Array;
  /** [energy][x][y] */
  opticalDensity: Float32Array;
  /** of the optical density, from the counts [energy][x][y] */
  variance: Float32Array;
  /** places of the sample that were undone, pixels of the raw images [energy][x, y] */
  places: Float64Array;
  /** energies at which a pixel had no light left [x][y] */
  opaque: Uint16Array;
}

/** Counts taken as the least that an optical density is made of. */
const leastCounts = 0.5;
/** Transmission, of the brightest, from which on a pixel of the mean image is empty field. */
const emptyLevel = 0.995;
const fewestEmpty = 16;
/** Bins along an edge below which there is nothing to register. */
const smallestImage = 8;

/** Stacks ready to be fitted. @throws for raw data that make no sense, in one sentence */
export function prepare(
  raws: RawStacks,
  settings: PrepareSettings,
  { signal, onProgress }: TaskOptions = {}
): PreparedStack[] {
  if (raws.length === 0) throw new Error("missing stacks: none given; must be one or more elements");
  checkTogether(raws, settings);
  let first: Float32Array | undefined;
  return raws.map((raw, k) => {
    signal?.throwIfAborted();
    onProgress?.(k / raws.length, `optical density of ${raw.element}`);
    const transmission = transmissionOf(raw);
    if (settings.emptyField) scaleByEmptyField(transmission, raw);
    const { places, mean } = placesOf(transmission, raw, settings, first);
    first ??= mean;
    onProgress?.((k + 0.6) / raws.length, `optical density of ${raw.element}`);
    return densityOf(raw, transmission, places, settings);
  });
}

function checkTogether(raws: RawStacks, { binning, strayLight }: PrepareSettings): void {
  const { columns, rows, element } = raws[0];
  if (!(Number.isInteger(binning) && binning >= 1 && columns % binning === 0 && rows % binning === 0))
    throw new Error(
      `invalid binning: ${binning}; must be a whole number that divides ${columns} × ${rows} pixels`
    );
  if (!(strayLight >= 0 && strayLight < 1))
    throw new Error(`invalid stray light: ${strayLight}; must be a share from 0 to below 1`);
  for (const raw of raws) {
    checkStack(raw);
    if (raw.columns !== columns || raw.rows !== rows)
      throw new Error(
        `invalid stack of ${raw.element}: ${raw.columns} × ${raw.rows} pixels; must be ${columns} × ${rows}, as that of ${element}`
      );
  }
}

function transmissionOf({ counts, flats, dark }: RawStack): Float32Array {
  const pixels = dark.length;
  const out = new Float32Array(counts.length);
  for (let start = 0; start < out.length; start += pixels)
    for (let i = 0; i < pixels; ++i)
      out[start + i] = (counts[start + i] - dark[i]) / (flats[start + i] - dark[i]);
  return out;
}

/** Divides each image by its mean over the pixels that hold no sample at any energy; leaves all as it is where there are few. */
function scaleByEmptyField(transmission: Float32Array, { energies, columns, rows }: RawStack): void {
  const pixels = columns * rows;
  const mean = new Float32Array(pixels);
  for (let at = 0; at < transmission.length; ++at) mean[at % pixels] += transmission[at] / energies.length;
  const brightest = mean.slice().sort()[Math.floor(0.95 * (pixels - 1))];
  const empty = Array.from(mean.keys()).filter((i) => mean[i] >= emptyLevel * brightest);
  if (empty.length < fewestEmpty) return;
  for (let e = 0; e < energies.length; ++e) {
    const image = transmission.subarray(e * pixels, (e + 1) * pixels);
    const level = empty.reduce((sum, i) => sum + image[i], 0) / empty.length;
    if (level > 0) for (let i = 0; i < pixels; ++i) image[i] /= level;
  }
}

/** Places in the frame of the first stack, and the mean density there if this is it. */
function placesOf(
  transmission: Float32Array,
  raw: RawStack,
  { binning, register, strayLight }: PrepareSettings,
  first: Float32Array | undefined
): { places: Float64Array; mean: Float32Array } {
  const { columns, rows, energies } = raw;
  const size = { columns: columns / binning, rows: rows / binning };
  const none = { places: new Float64Array(2 * energies.length), mean: new Float32Array(0) };
  if (!register || Math.min(size.columns, size.rows) < smallestImage) return none;
  const density = binImages(transmission, raw, binning);
  // the floor is rough, as this only serves to find places
  for (let i = 0; i < density.length; ++i)
    density[i] = -Math.log(Math.max(1e-3, (density[i] - strayLight) / (1 - strayLight)));
  const pixels = size.columns * size.rows;
  for (let e = 0; e < energies.length; ++e) outline(density.subarray(e * pixels, (e + 1) * pixels));
  const { places, mean } = registerStack(density, size, energies.length - 1);
  if (first) {
    const [x, y] = placeFinder(first, size)(mean, [0, 0]);
    for (let e = 0; e < energies.length; ++e) {
      places[2 * e] += x;
      places[2 * e + 1] += y;
    }
  }
  return { places: places.map((place) => place * binning), mean };
}

/** How soon the contrast of an image saturates, in units of its dense parts. */
const saturation = 3;

/**
 * Turns densities into something near an outline, 1 − exp(−k OD/OD₉₀), in place. Within a white line the inside of a
 * particle shows its chemistry, which moves with the energy, and its image would be registered to that.
 */
function outline(image: Float32Array): void {
  const dense = image.slice().sort()[Math.floor(0.9 * (image.length - 1))];
  if (dense > 0)
    for (let i = 0; i < image.length; ++i) image[i] = 1 - Math.exp((-saturation * image[i]) / dense);
}

function densityOf(
  raw: RawStack,
  transmission: Float32Array,
  places: Float64Array,
  { binning, strayLight }: PrepareSettings
): PreparedStack {
  const { element, energies, flats, dark, flatFrames, readNoise } = raw;
  const [columns, rows] = [raw.columns / binning, raw.rows / binning];
  const [fine, pixels, merged] = [raw.columns * raw.rows, columns * rows, binning ** 2];
  const opticalDensity = new Float32Array(energies.length * pixels);
  const variance = new Float32Array(opticalDensity.length);
  const opaque = new Uint16Array(pixels);
  const darkBins = binImages(dark, raw, binning);
  for (let e = 0; e < energies.length; ++e) {
    const [x, y] = [places[2 * e], places[2 * e + 1]];
    const image = transmission.subarray(e * fine, (e + 1) * fine);
    const back = x === 0 && y === 0 ? image : lagrangeShift(image, raw, -x, -y);
    const seen = binImages(back, raw, binning);
    const flat = binImages(flats.subarray(e * fine, (e + 1) * fine), raw, binning);
    const kept = varianceKept(-x, binning) * varianceKept(-y, binning);
    for (let i = 0, at = e * pixels; i < pixels; ++i, ++at) {
      const open = merged * (flat[i] - darkBins[i]);
      const least = leastCounts / open;
      const light = Math.max(least, seen[i]);
      const own = Math.max(least, seen[i] - strayLight);
      if (seen[i] - strayLight <= least) ++opaque[i];
      opticalDensity[at] = -Math.log(own / (1 - strayLight));
      const photons = light * open;
      const relative = (photons + merged * readNoise ** 2) / photons ** 2 + 1 / (open * flatFrames);
      variance[at] = kept * relative * (light / own) ** 2;
    }
  }
  const pixelSize = raw.pixelSize * binning;
  return { element, columns, rows, pixelSize, energies, opticalDensity, variance, places, opaque };
}

/**
 * Share of the variance of independent pixels that a bin keeps, along one axis, after a move between pixels: neighbours
 * share noise, and the mean over a bin of Lagrange's sums has the weights of both.
 */
export function varianceKept(shift: number, binning: number): number {
  const fraction = -shift - Math.floor(-shift);
  const weights = fraction === 0 ? [0, 0, 1, 0, 0, 0] : lagrangeWeights(fraction);
  const sums = new Float64Array(weights.length + binning - 1);
  for (let b = 0; b < binning; ++b) weights.forEach((w, k) => (sums[k + b] += w));
  return sums.reduce((sum, w) => sum + w * w, 0) / binning;
}
