// What one atom adds to an image, as a function of the distance r from it:
//   haadf  P(r) ↔ A(k) exp(−2π²σ²k²), normalised to 1: the probe's intensity, blurred by source, vibration and smear
//   idpc   φ(r) ↔ σ_e V(k) A(k) exp(−2π²σ²k²): the projected potential seen by the same probe
// A(k) = (2/π)(acos x − x√(1 − x²)), x = kλ/2α, is the transfer of an aperture without aberrations.
// Incoherent imaging: Pennycook & Jesson, Ultramicroscopy 37 (1991) 14, doi 10.1016/0304-3991(91)90004-P.
// iDPC: Lazić, Bosch & Lazar, Ultramicroscopy 160 (2016) 265, doi 10.1016/j.ultramic.2015.10.011.

import {
  interactionConstant,
  potentialPerFactor,
  type ScatteringElement,
  scatteringFactor,
  wavelength
} from "../material/electron-scattering.js";
import { besselJ0 } from "../numerics/bessel.js";
import { widthOverSigma } from "../numerics/gaussian-blur.js";
import type { StemInstrument } from "./instrument.js";

/** Å: what an atom adds beyond this is left out; about 2 % of an aperture's tails */
export const kernelRadius = 4;
/** items of a table over r² from 0 to kernelRadius² */
export const kernelItems = 512;
const frequencies = 128;

/** B = 8π²⟨u²⟩ in Å² as in `layeredOxide()`; its metals stand for every metal. */
export const vibration: Record<ScatteringElement, number> = { Li: 1, O: 0.9, Mn: 0.4, Co: 0.4, Ni: 0.4 };

/** Transfer of the probe without source: 1 at k = 0, 0 from 2α/λ on. @param k Å⁻¹ */
export function apertureTransfer(k: number, { kilovolt, convergence }: StemInstrument): number {
  const x = (k * wavelength(kilovolt)) / (2e-3 * convergence);
  return x >= 1 ? 0 : (2 / Math.PI) * (Math.acos(x) - x * Math.sqrt(1 - x * x));
}

/** Makes tables of the radial kernels of one instrument. @param vibrates false: of atoms at rest */
export function kernelMaker(instrument: StemInstrument, vibrates = true) {
  const highest = (2e-3 * instrument.convergence) / wavelength(instrument.kilovolt);
  const step = highest / frequencies;
  const source = instrument.sourceSize / widthOverSigma;
  // J₀(2πkr) for all r and k, with the weight of a ring 2πk dk
  const basis = new Float64Array(kernelItems * frequencies);
  for (let i = 0; i < kernelItems; ++i) {
    const r = kernelRadius * Math.sqrt(i / (kernelItems - 1));
    for (let f = 0; f < frequencies; ++f) {
      const k = (f + 0.5) * step;
      basis[i * frequencies + f] = besselJ0(2 * Math.PI * k * r) * 2 * Math.PI * k * step;
    }
  }
  const table = (transfer: (k: number) => number): Float64Array => {
    const weights = Float64Array.from({ length: frequencies }, (_, f) => transfer((f + 0.5) * step));
    return Float64Array.from({ length: kernelItems }, (_, i) => {
      let sum = 0;
      for (let f = 0, at = i * frequencies; f < frequencies; ++f, ++at) sum += basis[at] * weights[f];
      return sum;
    });
  };
  const blur = (k: number, element: ScatteringElement, smear: number) =>
    Math.exp(
      -2 * (Math.PI * k) ** 2 * (source ** 2 + smear ** 2) -
        (vibrates ? 0.25 * vibration[element] * k * k : 0)
    );
  return {
    /** per Å², for one electron: integral 1 */
    haadf: (element: ScatteringElement, smear = 0): Float64Array =>
      table((k) => apertureTransfer(k, instrument) * blur(k, element, smear)),
    /** rad */
    idpc: (element: ScatteringElement, smear = 0): Float64Array => {
      const scale = interactionConstant(instrument.kilovolt) * potentialPerFactor;
      return table(
        (k) =>
          scale * scatteringFactor(element, k) * apertureTransfer(k, instrument) * blur(k, element, smear)
      );
    }
  };
}

/** Value of a kernel's table at a distance of r Å. */
export function kernelAt(table: Float64Array, r: number): number {
  const t = ((r * r) / kernelRadius ** 2) * (kernelItems - 1);
  const whole = Math.floor(t);
  return whole >= kernelItems - 1 ? 0 : table[whole] + (t - whole) * (table[whole + 1] - table[whole]);
}
