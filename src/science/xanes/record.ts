// From noiseless images to the camera's counts: the sample out of place by a random walk, the beam stronger or weaker than
// in the flat image, Poisson noise of the photons, dark level and read-out noise; and the images without sample and beam.
// A mean of n Poisson counts is drawn as one count of n times the light.

import { lagrangeShift } from "../numerics/lagrange-shift.js";
import { normal } from "../numerics/normal.js";
import { poisson } from "../numerics/poisson.js";
import { type Random, random } from "../numerics/rng.js";
import type { ExpectedStack } from "./expected-stack.js";
import type { StackInstrument } from "./instrument.js";
import type { RawStack } from "./raw.js";
import { edgeElements, type EdgeElement } from "./windows.js";

const purposes = ["drift", "beam", "counts", "flats", "dark"] as const;

/** Independent numbers for each element and purpose, so that a change of one setting leaves the draws of the others alone. */
const stream = (seed: number, element: EdgeElement, purpose: (typeof purposes)[number]): Random =>
  random((seed * 32 + edgeElements.indexOf(element) * 8 + purposes.indexOf(purpose)) >>> 0);

/** Places of the sample in the images, pixels [energy][x, y]: what a registration should find. */
export function drift(
  { element, energies, pixelSize }: Pick<ExpectedStack, "element" | "energies" | "pixelSize">,
  { drift: step, jump }: Pick<StackInstrument, "drift" | "jump">,
  seed: number
): Float64Array {
  const uniform = stream(seed, element, "drift");
  const places = new Float64Array(2 * energies.length);
  for (let i = 0; i < places.length; ++i)
    places[i] =
      i < 2 ? (normal(uniform) * jump) / pixelSize : places[i - 2] + (normal(uniform) * step) / pixelSize;
  return places;
}

/**
 * The raw stack that a run of the instrument gives.
 * @param seed a whole number; the same seed gives the same bytes
 */
export function recordStack(images: ExpectedStack, instrument: StackInstrument, seed: number): RawStack {
  const { element, columns, rows, pixelSize, energies, transmission } = images;
  const { photons, darkLevel, readNoise, flatFrames, beamDrift } = instrument;
  const pixels = columns * rows;
  const places = drift(images, instrument, seed);
  const [beams, draws] = [stream(seed, element, "beam"), stream(seed, element, "counts")];
  const read = readNoise > 0;
  const counts = new Float32Array(transmission.length);
  for (let e = 0; e < energies.length; ++e) {
    const start = e * pixels;
    const still = transmission.subarray(start, start + pixels);
    const [dx, dy] = [places[2 * e], places[2 * e + 1]];
    const moved = dx === 0 && dy === 0 ? still : lagrangeShift(still, images, dx, dy);
    const light = photons * Math.max(0, 1 + beamDrift * normal(beams));
    for (let i = 0; i < pixels; ++i)
      counts[start + i] =
        poisson(Math.max(0, light * moved[i]), draws) + darkLevel + (read ? readNoise * normal(draws) : 0);
  }
  const flatDraws = stream(seed, element, "flats");
  const spread = readNoise / Math.sqrt(flatFrames);
  const flats = new Float32Array(transmission.length);
  for (let i = 0; i < flats.length; ++i)
    flats[i] =
      poisson(photons * flatFrames, flatDraws) / flatFrames +
      darkLevel +
      (read ? spread * normal(flatDraws) : 0);
  const darkDraws = stream(seed, element, "dark");
  const dark = Float32Array.from({ length: pixels }, () => darkLevel + spread * normal(darkDraws));
  return { element, columns, rows, pixelSize, energies, counts, flats, flatFrames, dark, readNoise };
}

/** The raw stack without noise or drift, of a beam that does not fluctuate: what a long exposure would come to. */
export function exactStack(
  { element, columns, rows, pixelSize, energies, transmission }: ExpectedStack,
  { photons, flatFrames, readNoise }: Pick<StackInstrument, "photons" | "flatFrames" | "readNoise">
): RawStack {
  return {
    element,
    columns,
    rows,
    pixelSize,
    energies,
    counts: transmission.map((share) => photons * share),
    flats: new Float32Array(transmission.length).fill(photons),
    flatFrames,
    dark: new Float32Array(columns * rows),
    readNoise
  };
}
