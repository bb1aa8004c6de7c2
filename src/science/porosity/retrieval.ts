// Thickness of one material out of propagated images, by the transport of intensity. At each distance z
//   F{I_z/I_0} = (1 + (δ z/μ) k²) F{exp(−μ t)},   k = 2π f,
// so that one image gives t = −(1/μ) ln F⁻¹{F{I/I_0}/(1 + (δ z/μ) k²)}; of several, the least squares at each frequency,
//   Σ_z H_z F{I_z/I_0}/Σ_z H_z².
// Paganin et al., J. Microsc. 206 (2002) 33, doi 10.1046/j.1365-2818.2002.01010.x. What it takes for granted: one material,
// and fringes not wider than the near field has them; the strong phase of a whole particle breaks both a little.

import { complexTransform } from "../numerics/fft-2d.js";
import type { TaskOptions } from "../task.js";
import { squaredFrequencies } from "./propagation.js";
import type { RawRadiographs } from "./raw.js";

/** What must be known of the material: its attenuation μ (1/m) and δ. */
export interface Material {
  attenuation: number;
  delta: number;
}

/** @returns thickness of the material along the beam, m, [tilt][x][y] */
export function retrieveThickness(
  { columns, rows, pixelSize, distances, tilts, counts, flat }: RawRadiographs,
  { attenuation, delta }: Material,
  { signal, onProgress }: TaskOptions = {}
): Float32Array {
  const pixels = columns * rows;
  const squares = squaredFrequencies(columns, rows, pixelSize);
  const filters = distances.map((z) =>
    squares.map((f) => 1 + ((delta * z) / attenuation) * (2 * Math.PI) ** 2 * f)
  );
  const norm = squares.map((_, i) => filters.reduce((sum, h) => sum + h[i] ** 2, 0));
  const out = new Float32Array(tilts.length * pixels);
  const perDistance = tilts.length * pixels;
  // two tilts are the real and the imaginary part of one transform, as the filter is real and even
  for (let a = 0; a < tilts.length; a += 2) {
    signal?.throwIfAborted();
    onProgress?.(a / tilts.length, "retrieving the thickness");
    const pair = Math.min(2, tilts.length - a);
    const sum = new Float64Array(2 * pixels);
    filters.forEach((h, d) => {
      const image = new Float64Array(2 * pixels);
      for (let j = 0; j < pair; ++j) {
        const from = d * perDistance + (a + j) * pixels;
        for (let i = 0; i < pixels; ++i) image[2 * i + j] = counts[from + i] / flat;
      }
      complexTransform(image, rows, columns, 1);
      for (let i = 0; i < pixels; ++i) {
        sum[2 * i] += (image[2 * i] * h[i]) / norm[i];
        sum[2 * i + 1] += (image[2 * i + 1] * h[i]) / norm[i];
      }
    });
    complexTransform(sum, rows, columns, -1);
    for (let j = 0; j < pair; ++j)
      for (let i = 0; i < pixels; ++i)
        out[(a + j) * pixels + i] = -Math.log(Math.max(1e-6, sum[2 * i + j])) / attenuation;
  }
  return out;
}
