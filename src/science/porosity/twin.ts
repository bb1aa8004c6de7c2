// The tomograph's twin: projected thickness of oxide, Fresnel images at each distance, blur of focus and camera, counts.

import { gaussianBlur, widthOverSigma } from "../numerics/gaussian-blur.js";
import { poisson } from "../numerics/poisson.js";
import { projector } from "../numerics/projector.js";
import { random } from "../numerics/rng.js";
import type { PoreNetwork } from "../particle/pore-network.js";
import type { TaskOptions } from "../task.js";
import type { Tomograph } from "./instrument.js";
import { fresnelImage, squaredFrequencies } from "./propagation.js";
import type { RawRadiographs } from "./raw.js";
import { refraction } from "./refraction.js";

/** Images without noise: intensity over that of the beam, [distance][tilt][x][y]. */
export interface ExpectedRadiographs extends Omit<RawRadiographs, "counts" | "flat"> {
  intensity: Float32Array;
}

/** @throws where the size of the sample is no power of two, which the transforms need */
export function expectedRadiographs(
  { solid, size, voxel }: PoreNetwork,
  { energy, distances, tilts, blur, pixelSize }: Tomograph,
  { signal, onProgress }: TaskOptions = {}
): ExpectedRadiographs {
  onProgress?.(0, "projecting");
  const paths = projector({ size, slices: size, tilts }).project(solid);
  const index = refraction(energy);
  const squares = squaredFrequencies(size, size, pixelSize);
  const pixels = size * size;
  const intensity = new Float32Array(distances.length * tilts.length * pixels);
  const thickness = new Float64Array(pixels);
  for (let a = 0; a < tilts.length; ++a) {
    signal?.throwIfAborted();
    onProgress?.(0.1 + (0.8 * a) / tilts.length, "propagating");
    for (let i = 0; i < pixels; ++i) thickness[i] = voxel * paths[a * pixels + i];
    distances.forEach((z, d) => {
      intensity.set(fresnelImage(thickness, size, size, index, z, squares), (d * tilts.length + a) * pixels);
    });
  }
  const sigma = blur / widthOverSigma / pixelSize;
  return {
    ...{ columns: size, rows: size, pixelSize, energy, distances, tilts },
    intensity: gaussianBlur(intensity, [distances.length * tilts.length, size, size], [0, sigma, sigma])
  };
}

/** Counts of one run. @param seed a whole number; the same seed gives the same bytes */
export function record(
  { intensity, ...rest }: ExpectedRadiographs,
  { photons }: Pick<Tomograph, "photons">,
  seed: number
): RawRadiographs {
  const uniform = random((seed * 4 + 2) >>> 0);
  // blur and wrap leave rounding below zero in shadows that are nearly black
  const counts = intensity.map((share) => poisson(Math.max(0, photons * share), uniform));
  return { ...rest, counts, flat: photons };
}

/** The raw radiographs that a run of the tomograph gives. */
export function measure(
  sample: PoreNetwork,
  instrument: Tomograph,
  seed: number,
  options: TaskOptions = {}
): RawRadiographs {
  return record(expectedRadiographs(sample, instrument, options), instrument, seed);
}
