// Images without noise: I/I0 = g * exp(−Σ_e μ_e(E) M_e ∫ c_e ds) (Beer–Lambert), blurred as intensity, because a
// microscope with a condenser images incoherently: the intensity behind the sample is convolved with the zone plate's
// point spread. That is an Airy pattern whose width at half height is 1.03 Δr for an outermost zone Δr; its core is
// taken as a Gaussian of width Δr. Attwood & Sakdinawat, X-Rays and Extreme Ultraviolet Radiation, ch. 10 and 11.

import { molarAttenuation } from "../material/x-ray-absorption.js";
import { gaussianBlur, widthOverSigma } from "../numerics/gaussian-blur.js";
import { type Fragment, type FragmentElement, fragmentElements } from "../particle/fragment.js";
import type { TaskOptions } from "../task.js";
import type { Instrument } from "./instrument.js";
import { projectedDensities } from "./projected-densities.js";
import type { Edge } from "./raw.js";

export interface ExpectedImages {
  columns: number;
  rows: number;
  /** m */
  pixelSize: number;
  /** rad */
  tilts: Float64Array;
  /** eV */
  energies: Float64Array;
  edges: Edge[];
  /** share of the incident intensity that arrives, stray light included, [energy][tilt][x][y] */
  transmission: Float32Array;
}

/**
 * Images of a sample at all energies and tilts, without noise, jitter or the structure of the illumination.
 * @throws where the voxels of the sample do not fit the pixels of the instrument
 */
export function expectedImages(
  sample: Fragment,
  instrument: Instrument,
  { signal, onProgress }: TaskOptions = {}
): ExpectedImages {
  const { pixelSize, samplesPerPixel, tilts } = instrument;
  checkFit(sample, instrument);
  const columns = sample.size / samplesPerPixel;
  const energies = Float64Array.from(instrument.energies.flatMap(({ pre, post }) => [pre, post]));
  const edges = instrument.energies.map(({ element }, k) => ({ element, pre: 2 * k, post: 2 * k + 1 }));
  const paths = projectedDensities(sample, tilts, {
    signal,
    onProgress: onProgress && ((fraction, what) => onProgress(0.6 * fraction, what))
  });
  const transmission = new Float32Array(energies.length * tilts.length * columns ** 2);
  const samples = sample.size ** 2;
  const sigma = instrument.resolution / widthOverSigma / sample.voxel;
  energies.forEach((energy, k) => {
    signal?.throwIfAborted();
    onProgress?.(0.6 + (0.4 * k) / energies.length, `images at ${energy} eV`);
    const attenuations = fragmentElements.map((element) =>
      molarAttenuation(element, energy, instrument.table)
    );
    for (let tilt = 0; tilt < tilts.length; ++tilt) {
      const image = transmitted(attenuations, paths, tilt * samples, samples);
      const seen = binImage(
        gaussianBlur(image, [sample.size, sample.size], [sigma, sigma]),
        sample.size,
        samplesPerPixel
      );
      for (let i = 0; i < seen.length; ++i) seen[i] += instrument.strayLight;
      transmission.set(seen, (k * tilts.length + tilt) * seen.length);
    }
  });
  return { columns, rows: columns, pixelSize, tilts, energies, edges, transmission };
}

/** exp(−Σ_e μ_e(E) M_e ∫ c_e ds) of `count` rays from `first` on, in single precision. */
function transmitted(
  attenuations: readonly number[],
  { Li, O, Mn, Co, Ni }: Record<FragmentElement, Float32Array>,
  first: number,
  count: number
): Float32Array {
  const [ofLi, ofO, ofMn, ofCo, ofNi] = attenuations;
  const image = new Float32Array(count);
  for (let i = 0, at = first; i < count; ++i, ++at) {
    let sum = Math.fround(-ofLi * Li[at]);
    sum = Math.fround(sum - ofO * O[at]);
    sum = Math.fround(sum - ofMn * Mn[at]);
    sum = Math.fround(sum - ofCo * Co[at]);
    image[i] = Math.exp(Math.fround(sum - ofNi * Ni[at]));
  }
  return image;
}

function checkFit({ size, voxel }: Fragment, { pixelSize, samplesPerPixel }: Instrument): void {
  if (!Number.isInteger(samplesPerPixel) || samplesPerPixel < 1 || size % samplesPerPixel !== 0)
    throw new Error(
      `invalid samples per pixel: ${samplesPerPixel}; must be a whole number that divides ${size} voxels`
    );
  if (Math.abs((voxel * samplesPerPixel) / pixelSize - 1) > 1e-6)
    throw new Error(
      `invalid pixel: ${(pixelSize * 1e9).toPrecision(4)} nm; must be ${samplesPerPixel} voxels of ${(voxel * 1e9).toPrecision(4)} nm: take the default instrument of this size`
    );
}

/** Mean over squares of `factor`² samples. */
function binImage(image: Float32Array, size: number, factor: number): Float32Array {
  if (factor === 1) return image;
  const coarse = size / factor;
  const out = new Float32Array(coarse ** 2);
  for (let x = 0, at = 0; x < size; ++x)
    for (let y = 0; y < size; ++y)
      out[Math.floor(x / factor) * coarse + Math.floor(y / factor)] += image[at++] / factor ** 2;
  return out;
}
