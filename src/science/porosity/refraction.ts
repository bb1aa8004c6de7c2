// What the oxide does to hard X-rays: refractive index n = 1 − δ + iβ,
//   δ = r_e λ² N/(2π) Σ c_k (Z_k + f′_k),   β = μ λ/(4π),   μ = ρ Σ w_k (μ/ρ)_k,
// N formula units a volume, c_k atoms in each. f′ and μ/ρ: Chantler, J. Phys. Chem. Ref. Data 24 (1995) 71,
// doi 10.1063/1.555974, as interpolated by xraydb 4.4.7 (public domain), at the two energies at which such a beamline is run.

import { atomicMass, composition, molarMass, xRayDensity } from "../material/composition.js";
import { avogadro } from "../material/constants.js";

/** m, classical radius of the electron, CODATA 2018 */
const electronRadius = 2.8179403262e-15;
/** eV m */
const planckTimesLight = 1.23984198e-6;

type Element = keyof typeof composition;
const atomicNumber: Record<Element, number> = { Li: 3, O: 8, Mn: 25, Co: 27, Ni: 28 };

/** f′ in electrons (with the relativistic correction), and mass attenuation in m²/kg, by photon energy in eV */
const table: Record<number, Record<Element, readonly [correction: number, attenuation: number]>> = {
  17000: {
    Li: [-0.001, 0.0196],
    O: [0.0088, 0.1274],
    Mn: [0.3342, 3.4799],
    Co: [0.3396, 4.3506],
    Ni: [0.3261, 5.0033]
  },
  29600: {
    Li: [-0.0012, 0.0164],
    O: [-0.0006, 0.0393],
    Mn: [0.1747, 0.7321],
    Co: [0.2089, 0.9217],
    Ni: [0.2246, 1.0639]
  }
};

/** eV */
export const tabulatedEnergies = Object.keys(table).map(Number);

export interface Refraction {
  /** m */
  wavelength: number;
  /** 1 − Re n, of the oxide without voids */
  delta: number;
  /** 1/m: the intensity falls as exp(−μ t) */
  attenuation: number;
  /** Im n */
  beta: number;
}

/** @param energy eV, 17000 or 29600 @throws where it is another */
export function refraction(energy: number): Refraction {
  const own = table[energy] as (typeof table)[number] | undefined;
  if (!own)
    throw new Error(`unknown photon energy: ${energy} eV; must be one of ${tabulatedEnergies.join(", ")}`);
  const wavelength = planckTimesLight / energy;
  const density = xRayDensity();
  const elements = Object.keys(composition) as Element[];
  const electrons = elements.reduce((sum, e) => sum + composition[e] * (atomicNumber[e] + own[e][0]), 0);
  const units = (density / (molarMass * 1e-3)) * avogadro;
  const attenuation =
    density *
    elements.reduce((sum, e) => sum + ((composition[e] * atomicMass[e]) / molarMass) * own[e][1], 0);
  return {
    wavelength,
    delta: (electronRadius * wavelength ** 2 * units * electrons) / (2 * Math.PI),
    attenuation,
    beta: (attenuation * wavelength) / (4 * Math.PI)
  };
}
