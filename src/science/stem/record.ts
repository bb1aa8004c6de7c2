// From noiseless images to what is recorded. Dark field: Poisson counts of dose × pixel area × share. Integrated phase
// contrast: the centre of mass of N electrons in a disc of radius k_α has a standard deviation k_α/2√N along each axis; its
// integral φ(k) = k·C(k)/(i k²) turns this white noise into one of power 1/k², before the long periods are filtered out.
// Noise of iDPC: Lazić & Bosch, Adv. Imaging Electron Phys. 199 (2017) 75, doi 10.1016/bs.aiep.2017.01.006.

import { wavelength } from "../material/electron-scattering.js";
import { frequencyAt } from "../numerics/fft.js";
import { inverseTransform, transformColumns, transformRows } from "../numerics/fft-2d.js";
import { normal } from "../numerics/normal.js";
import { poisson } from "../numerics/poisson.js";
import { random } from "../numerics/rng.js";
import { doseOf, type StemInstrument } from "./instrument.js";
import type { AtomicImage } from "./raw.js";

/** Electrons that hit a pixel's area. */
export const electronsPerPixel = (instrument: StemInstrument): number =>
  doseOf(instrument) * instrument.pixel ** 2;

/** Counts. @param expected share of the beam; @param seed of the counts, or null for their means */
export function recordHaadf(
  expected: Float64Array,
  instrument: StemInstrument,
  seed: number | null
): AtomicImage {
  const electrons = electronsPerPixel(instrument);
  const uniform = seed === null ? null : random(seed);
  const values = Float32Array.from(expected, (share) =>
    uniform ? poisson(electrons * share, uniform) : electrons * share
  );
  const { columns, rows, pixel } = instrument;
  return { signal: "haadf", columns, rows, pixel, values };
}

/** Phase in radians, long periods taken out. @throws where the raster's sides are not powers of two */
export function recordIdpc(
  expected: Float64Array,
  instrument: StemInstrument,
  seed: number | null
): AtomicImage {
  const { columns, rows, pixel } = instrument;
  const spectrum = transformColumns(transformRows(expected, columns, rows));
  const { data } = spectrum;
  const uniform = seed === null ? null : random(seed);
  const rim = (1e-3 * instrument.convergence) / wavelength(instrument.kilovolt);
  // of the transform of white noise: variance times the number of pixels, half of it in each part
  const spread = (rim / 2) * Math.sqrt((columns * rows) / 2 / electronsPerPixel(instrument));
  for (let kx = 0; kx <= columns / 2; ++kx)
    for (let ky = 0; ky < rows; ++ky) {
      const [fx, fy] = [kx / (columns * pixel), frequencyAt(ky, rows) / (rows * pixel)];
      const squared = fx * fx + fy * fy;
      const at = 2 * (kx * rows + ky);
      const keep = squared === 0 ? 0 : 1 - Math.exp(-squared * instrument.highPass ** 2);
      const noise = squared === 0 || !uniform ? 0 : spread / Math.sqrt(squared);
      data[at] = keep * (data[at] + (uniform ? noise * normal(uniform) : 0));
      data[at + 1] = keep * (data[at + 1] + (uniform ? noise * normal(uniform) : 0));
    }
  makeHermitian(data, rows, 0);
  makeHermitian(data, rows, columns / 2);
  return { signal: "idpc", columns, rows, pixel, values: Float32Array.from(inverseTransform(spectrum)) };
}

/** Columns of their own mirror image: the second half is the conjugate of the first, or the noise would not be real. */
function makeHermitian(data: Float64Array, rows: number, kx: number): void {
  for (let ky = 0; ky <= rows / 2; ++ky) {
    const [at, mirror] = [2 * (kx * rows + ky), 2 * (kx * rows + ((rows - ky) % rows))];
    if (at === mirror) data[at + 1] = 0;
    else {
      data[mirror] = data[at];
      data[mirror + 1] = -data[at + 1];
    }
  }
}
