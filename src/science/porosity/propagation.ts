// Free-space propagation of a wave behind the sample, in the approximation of Fresnel:
//   U_z(f) = U_0(f) exp(−iπ λ z f²),   u_0 = exp(−μ t/2 − 2πi δ t/λ),
// t the thickness of oxide along the beam. The image is |u_z|². Its border is taken as periodic: behind vacuum nothing shows.
// Paganin, Coherent X-Ray Optics (2006), ch. 1.3.

import { complexTransform } from "../numerics/fft-2d.js";
import type { Refraction } from "./refraction.js";

/** Squares of the spatial frequencies, 1/m², of images [x][y] of a power of two pixels. */
export function squaredFrequencies(columns: number, rows: number, pixelSize: number): Float64Array {
  const along = (n: number) =>
    Float64Array.from({ length: n }, (_, k) => ((k < n / 2 ? k : k - n) / (n * pixelSize)) ** 2);
  const [x, y] = [along(columns), along(rows)];
  return Float64Array.from({ length: columns * rows }, (_, i) => x[Math.floor(i / rows)] + y[i % rows]);
}

/**
 * Intensity over that of the beam at a distance behind a thickness of oxide.
 * @param thickness m, [x][y]
 * @param squares as `squaredFrequencies` gives them
 * @param distance m; 0 gives the shadow exp(−μ t)
 */
export function fresnelImage(
  thickness: ArrayLike<number>,
  columns: number,
  rows: number,
  { wavelength, delta, attenuation }: Pick<Refraction, "wavelength" | "delta" | "attenuation">,
  distance: number,
  squares: Float64Array
): Float64Array {
  const wave = new Float64Array(2 * columns * rows);
  for (let i = 0; i < thickness.length; ++i) {
    const amplitude = Math.exp(-0.5 * attenuation * thickness[i]);
    const phase = (-2 * Math.PI * delta * thickness[i]) / wavelength;
    wave[2 * i] = amplitude * Math.cos(phase);
    wave[2 * i + 1] = amplitude * Math.sin(phase);
  }
  return propagated(wave, columns, rows, wavelength, distance, squares);
}

/** |u_z|² of any wave, real and imaginary parts in turn; the wave is overwritten. */
export function propagated(
  wave: Float64Array,
  columns: number,
  rows: number,
  wavelength: number,
  distance: number,
  squares: Float64Array
): Float64Array {
  if (distance !== 0) {
    complexTransform(wave, rows, columns, 1);
    for (let i = 0; i < squares.length; ++i) {
      const turn = -Math.PI * wavelength * distance * squares[i];
      const [re, im] = [Math.cos(turn), Math.sin(turn)];
      const [a, b] = [wave[2 * i], wave[2 * i + 1]];
      wave[2 * i] = a * re - b * im;
      wave[2 * i + 1] = a * im + b * re;
    }
    complexTransform(wave, rows, columns, -1);
  }
  return Float64Array.from({ length: columns * rows }, (_, i) => wave[2 * i] ** 2 + wave[2 * i + 1] ** 2);
}
