// The tail of the plasmons as a term of a fit: Drude's loss function of energy E_p and damping Γ, t/λ of it, scattered by
// Poisson's law and as broad as the zero-loss peak makes it, and no edge.

import { nextPowerOfTwo } from "../numerics/fft.js";
import { plasmon } from "./drude.js";
import { pluralTransform, unroll } from "./plural.js";
import type { EelsRaw } from "./raw.js";
import type { Term } from "./terms.js";

/** eV */
const damping = 12;

/** @param energies eV, evenly spaced @param electrons of the exposure @param width of the zero-loss peak, eV */
export function plasmonTerm(
  energies: Float64Array,
  step: number,
  electrons: number,
  width: number,
  { beta, beamEnergy }: Pick<EelsRaw, "beta" | "beamEnergy">
): Term {
  const size = nextPowerOfTwo((2 * energies[energies.length - 1]) / step);
  const counts = (ratio: number, plasmonEnergy: number, plasmonWidth: number): Float64Array => {
    const single = plasmon(size, step, { plasmonEnergy, plasmonWidth, beamEnergy, beta });
    const plural = pluralTransform(
      single.map((v) => v * ratio),
      step,
      { resolution: width, drift: 0 }
    );
    return unroll(plural, energies[0], step, energies.length).map((v) => v * electrons);
  };
  return {
    parameters: [
      { name: "t/λ of the plasmon", value: 0.4, min: 0.005, max: 6 },
      { name: "plasmon energy", value: 24, min: 14, max: 36 },
      { name: "plasmon width", value: damping, min: 3, max: 30 }
    ],
    evaluate(p, value, gradient) {
      const own: [number, number, number] = [p[0], p[1], p[2]];
      const at = counts(...own);
      for (let i = 0; i < at.length; ++i) value[i] += at[i];
      gradient?.forEach((row, k) => {
        const h = 1e-4 * own[k];
        const up = counts(...(own.map((v, j) => (j === k ? v + h : v)) as typeof own));
        for (let i = 0; i < row.length; ++i) row[i] = (up[i] - at[i]) / h;
      });
    }
  };
}
