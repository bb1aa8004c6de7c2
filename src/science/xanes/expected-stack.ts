// Images without noise at every energy of an edge: OD(E) = Σ_k σ_k(E) n_k + Σ_j μ_j(E) n_j over the species k of the element
// and the other elements j, and I/I0 = (1 − s) (h * exp(−OD)) + s: Beer–Lambert, the zone plate's point spread h upon the
// intensity (a Gaussian for the core of its Airy pattern), and a share s of light that the sample does not absorb.

import { speciesOf, referenceSpectrum } from "../material/xanes-references.js";
import { molarAttenuation } from "../material/x-ray-absorption.js";
import { gaussianBlur, widthOverSigma } from "../numerics/gaussian-blur.js";
import { fragmentElements } from "../particle/fragment.js";
import { speciesOfElement } from "../particle/oxidation.js";
import type { TaskOptions } from "../task.js";
import { type Amounts, binImage } from "./amounts.js";
import type { StackInstrument } from "./instrument.js";
import { type EdgeElement, energyGrid } from "./windows.js";

export interface ExpectedStack {
  element: EdgeElement;
  columns: number;
  rows: number;
  /** m */
  pixelSize: number;
  /** eV as set; the photons' own differ from them by the drift of the energy */
  energies: Float64Array;
  /** share of the light that arrives, stray light included [energy][x][y] */
  transmission: Float32Array;
}

/** Energies of the photons, eV, where those set are `energies`. */
export function trueEnergies(energies: Float64Array, energyDrift: number): Float64Array {
  const last = Math.max(1, energies.length - 1);
  return energies.map((energy, i) => energy + (energyDrift * i) / last);
}

/** What each species and each other element take, m²/mol [energy], beside its amounts. */
function absorbers(
  element: EdgeElement,
  { species, elements }: Amounts,
  energies: Float64Array,
  { energyResolution: resolution, table }: StackInstrument
) {
  return [
    ...speciesOfElement[element].map((id) => ({
      amounts: species[id],
      molar: referenceSpectrum(speciesOf(id), energies, { resolution, table })
    })),
    ...fragmentElements
      .filter((other) => other !== element)
      .map((other) => ({
        amounts: elements[other],
        molar: energies.map((energy) => molarAttenuation(other, energy, table))
      }))
  ];
}

/**
 * The images of one edge.
 * @param amounts on the voxels of the sample, see `projectedAmounts`
 * @throws where the sample's voxels do not fit the instrument's pixels
 */
export function expectedStack(
  element: EdgeElement,
  amounts: Amounts,
  instrument: StackInstrument,
  { signal, onProgress }: TaskOptions = {}
): ExpectedStack {
  const { pixelSize, samplesPerPixel, strayLight, blur } = instrument;
  const { size, pixel } = amounts;
  if (!Number.isInteger(samplesPerPixel) || samplesPerPixel < 1 || size % samplesPerPixel !== 0)
    throw new Error(
      `invalid samples per pixel: ${samplesPerPixel}; must be a whole number that divides ${size} voxels`
    );
  if (Math.abs((pixel * samplesPerPixel) / pixelSize - 1) > 1e-6)
    throw new Error(
      `invalid pixel: ${(pixelSize * 1e9).toPrecision(4)} nm; must be ${samplesPerPixel} voxels of ${(pixel * 1e9).toPrecision(4)} nm: take the default instrument of this size`
    );
  const energies = energyGrid(element, instrument.energyStep);
  const terms = absorbers(element, amounts, trueEnergies(energies, instrument.energyDrift), instrument);
  const columns = size / samplesPerPixel;
  const samples = size * size;
  const sigma = blur / widthOverSigma / pixel;
  const transmission = new Float32Array(energies.length * columns ** 2);
  const image = new Float32Array(samples);
  for (let e = 0; e < energies.length; ++e) {
    signal?.throwIfAborted();
    onProgress?.(e / energies.length, `images of ${element}`);
    image.fill(0);
    for (const { amounts: path, molar } of terms) {
      const coefficient = molar[e];
      for (let i = 0; i < samples; ++i) image[i] -= coefficient * path[i];
    }
    for (let i = 0; i < samples; ++i) image[i] = Math.exp(image[i]);
    const seen = binImage(
      sigma > 0 ? gaussianBlur(image, [size, size], [sigma, sigma]) : image,
      size,
      samplesPerPixel
    );
    const start = e * seen.length;
    for (let i = 0; i < seen.length; ++i) transmission[start + i] = (1 - strayLight) * seen[i] + strayLight;
  }
  return { element, columns, rows: columns, pixelSize, energies, transmission };
}
