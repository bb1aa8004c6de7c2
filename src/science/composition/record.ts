// From noiseless images to the camera's counts: the sample out of place by the jitter, the illumination and the camera's
// fixed pattern, Poisson noise of the photons, dark level and read-out noise, saturation; flat and dark frames as well.

import { normal } from "../numerics/normal.js";
import { poisson } from "../numerics/poisson.js";
import { type Random, random } from "../numerics/rng.js";
import { lagrangeShift } from "../numerics/lagrange-shift.js";
import type { ExpectedImages } from "./expected-images.js";
import type { Instrument } from "./instrument.js";
import type { RawTomograms } from "./raw.js";

/** Independent numbers for each purpose, so that a change of one setting leaves the draws of the others alone. */
const stream = (
  seed: number,
  purpose: "jitter" | "pattern" | "flats" | "darks" | "counts" | "beam"
): Random =>
  random((seed * 8 + ["jitter", "pattern", "flats", "darks", "counts", "beam"].indexOf(purpose)) >>> 0);

/** Places of the sample in the images, pixels: [energy][tilt][x, y]. What an alignment should find. */
export function jitter(
  { pixelSize, tilts, energies }: Pick<ExpectedImages, "pixelSize" | "tilts" | "energies">,
  { tiltJitter, energyJitter }: Pick<Instrument, "tiltJitter" | "energyJitter">,
  seed: number
): Float64Array {
  const uniform = stream(seed, "jitter");
  const common = Float64Array.from({ length: 2 * tilts.length }, () => normal(uniform) * tiltJitter);
  return Float64Array.from(
    { length: energies.length * common.length },
    (_, i) => (common[i % common.length] + normal(uniform) * energyJitter) / pixelSize
  );
}

/** Photons per pixel and image without sample, [x][y]. */
export function illumination(
  { columns, rows }: Pick<ExpectedImages, "columns" | "rows">,
  { photons, gradient, fixedPattern }: Pick<Instrument, "photons" | "gradient" | "fixedPattern">,
  seed: number
): Float32Array {
  const uniform = stream(seed, "pattern");
  return Float32Array.from({ length: columns * rows }, (_, i) => {
    const across = Math.floor(i / rows) / Math.max(1, columns - 1) - 0.5;
    return photons * (1 - gradient * across) * Math.max(0.1, 1 + fixedPattern * normal(uniform));
  });
}

/**
 * The raw tilt series that a run of the instrument gives.
 * @param seed a whole number; the same seed gives the same bytes
 */
export function record(images: ExpectedImages, instrument: Instrument, seed: number): RawTomograms {
  const { columns, rows, pixelSize, tilts, energies, edges, transmission } = images;
  const { darkLevel, readNoise, fullWell, flatFrames, darkFrames } = instrument;
  const light = illumination(images, instrument, seed);
  const pixels = columns * rows;
  const camera = (photons: number, uniform: Random) => {
    const read = readNoise > 0 ? readNoise * normal(uniform) : 0;
    return Math.min(fullWell, Math.round(poisson(photons, uniform) + darkLevel + read));
  };
  const [beamDraws, countDraws] = [stream(seed, "beam"), stream(seed, "counts")];
  const places = jitter(images, instrument, seed);
  const counts = new Float32Array(transmission.length);
  for (let image = 0; image * pixels < counts.length; ++image) {
    const start = image * pixels;
    const still = transmission.subarray(start, start + pixels);
    const moved = lagrangeShift(still, images, places[2 * image], places[2 * image + 1]);
    const beam = Math.max(0, 1 + instrument.beamDrift * normal(beamDraws));
    for (let i = 0; i < pixels; ++i)
      counts[start + i] = camera(Math.max(0, beam * light[i] * moved[i]), countDraws);
  }
  const open = 1 + instrument.strayLight;
  const flatDraws = stream(seed, "flats");
  const flats = new Float32Array(energies.length * flatFrames * pixels);
  for (let start = 0; start < flats.length; start += pixels)
    for (let i = 0; i < pixels; ++i) flats[start + i] = camera(open * light[i], flatDraws);
  const darkDraws = stream(seed, "darks");
  const darks = new Float32Array(darkFrames * pixels).map(() => camera(0, darkDraws));
  return { columns, rows, pixelSize, tilts, energies, edges, counts, flats, darks, fullWell };
}
