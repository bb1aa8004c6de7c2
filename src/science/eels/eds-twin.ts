// Twin of a map by energy-dispersive X-ray spectroscopy: for each pixel a spectrum of Poisson counts,
//   n(E) = N_e Σ_lines N_k σ_k (Ω/4π) ε(E) g(E − E_line) + bremsstrahlung ∝ (1/E) ε(E), by the mass in the beam.
// Absorption in the lamella and secondary fluorescence are left out; at 50 nm both are small but for oxygen's absorption.

import {
  emission,
  familyNames,
  lineFamilies,
  type EmittingElement
} from "../material/x-ray-emission-lines.js";
import { poisson } from "../numerics/poisson.js";
import { random } from "../numerics/rng.js";
import { efficiency, lineSigma, type EdsInstrument } from "./eds-instrument.js";
import { edsGrid, type EdsRaw } from "./eds-raw.js";
import { columnDensity, type NanovoidSample } from "./eds-sample.js";

/** Counts that one atom in a m² gives for every electron that passes: [family][channel]. */
export function lineShapes(instrument: EdsInstrument): Float64Array[] {
  const { start, step, channels } = edsGrid;
  const collected = instrument.solidAngle / (4 * Math.PI);
  return familyNames.map((family) => {
    const out = new Float64Array(channels);
    for (const { energy, crossSection } of emission(family, instrument.beamEnergy)) {
      const sigma = lineSigma(energy, instrument);
      const height =
        (crossSection * collected * efficiency(energy, instrument) * step) / (sigma * Math.sqrt(2 * Math.PI));
      for (let i = 0; i < channels; ++i)
        out[i] += height * Math.exp(-0.5 * ((start + i * step - energy) / sigma) ** 2);
    }
    return out;
  });
}

/** Electrons through a pixel. */
export const pixelElectrons = ({ doseRate, time, pixel }: EdsInstrument): number =>
  doseRate * time * pixel ** 2;

const masses: Record<EmittingElement, number> = { O: 16, Mn: 55, Co: 59, Ni: 58.7 };

/** A map over the void in the middle. @param size pixels along an edge */
export function measureEds(
  sample: NanovoidSample,
  instrument: EdsInstrument,
  seed: number,
  size = 48
): EdsRaw {
  const { start, step, channels } = edsGrid;
  const electrons = pixelElectrons(instrument);
  const shapes = lineShapes(instrument);
  const mass = (n: Record<EmittingElement, number>) =>
    (Object.keys(masses) as EmittingElement[]).reduce((sum, e) => sum + n[e] * masses[e], 0);
  const far = columnDensity(sample, 1);
  // the height of the continuum hangs on the Mn Kα line far from the void
  const line = far.Mn * shapes[familyNames.indexOf("Mn K")].reduce((sum, v) => sum + v, 0);
  const continuum = Float64Array.from({ length: channels }, (_, i) => {
    const energy = start + i * step;
    return ((instrument.bremsstrahlung * line * step) / energy) * efficiency(energy, instrument);
  });
  const uniform = random(seed);
  const counts = new Float32Array(size * size * channels);
  const expected = new Float64Array(channels);
  for (let x = 0, at = 0; x < size; ++x)
    for (let y = 0; y < size; ++y) {
      const distance = Math.hypot(x - (size - 1) / 2, y - (size - 1) / 2) * instrument.pixel;
      const density = columnDensity(sample, distance);
      const thick = mass(density) / mass(far);
      for (let i = 0; i < channels; ++i) expected[i] = continuum[i] * thick;
      familyNames.forEach((family, k) => {
        const n = density[lineFamilies[family].element];
        for (let i = 0; i < channels; ++i) expected[i] += n * shapes[k][i];
      });
      for (let i = 0; i < channels; ++i) counts[at++] = poisson(expected[i] * electrons, uniform);
    }
  return { size, pixel: instrument.pixel, start, step, counts, channels, beamEnergy: instrument.beamEnergy };
}
