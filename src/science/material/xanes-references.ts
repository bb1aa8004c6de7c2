// Illustrative reference spectra, as molar absorption: the tabulated continuum of the free atom with its edges made steps,
// σ(E) = σ_pre(E) + Δσ(E) Σ_j s_j [½ + atan((E − E_j)/γ)/π] + Σ_i A_i V(E − E_i), V a Voigt profile of unit area, s = ⅔ at L3
// and ⅓ at L2. σ_pre and σ_pre + Δσ are power laws through tabulated points well below and above the edges. The white lines
// of a metal have together the area of its 3d holes times 10 Mb eV (recalled, unverified, to a factor of 1.5), so that peak
// and continuum stand in about the right ratio; those of oxygen are assumed outright.

import { avogadro } from "./constants.js";
import { gaussianFwhm, voigt } from "../numerics/voigt.js";
import { type AttenuationTable, molarAttenuation } from "./x-ray-absorption.js";
import { type Line, type Species, species } from "./xanes-lines.js";

/** m²/mol from Mb (10⁻²² m²) an atom */
export const megabarn = 1e-22 * avogadro;

/** area of all white lines of a metal for one 3d hole, Mb eV; a recalled value */
export const areaPerHole = 10;
/** area of oxygen's line at 529.5 eV, Mb eV: a peak about as high as the edge step; assumed */
const oxygenArea = 0.55;

interface Edge {
  /** energies of the steps above the main line of a species, eV, and their shares */
  steps: [offset: number, share: number][];
  /** pairs of energies through which the continuum's power laws go, eV */
  below: [number, number];
  above: [number, number];
  /** full width at half height of the core hole at the two edges, eV */
  coreHole: [number, number];
}

/** Free-atom edges L3/L2: Mn 638.7/649.9, Co 778.1/793.2, Ni 852.7/870.0 eV; widths as xraydb 4.4.7 has them. */
const edges: Record<Species["element"], Edge> = {
  O: { steps: [[0, 1]], below: [505, 522], above: [560, 590], coreHole: [0.156, 0.156] },
  Mn: {
    steps: [
      [0, 2 / 3],
      [11.2, 1 / 3]
    ],
    below: [610, 629],
    above: [662, 695],
    coreHole: [0.32, 0.34]
  },
  Co: {
    steps: [
      [0, 2 / 3],
      [15.1, 1 / 3]
    ],
    below: [735, 765],
    above: [806, 840],
    coreHole: [0.43, 0.43]
  },
  Ni: {
    steps: [
      [0, 2 / 3],
      [17.3, 1 / 3]
    ],
    below: [815, 840],
    above: [884, 900],
    coreHole: [0.48, 0.52]
  }
};

/** A species by its id. @throws with the ids there are */
export function speciesOf(id: string): Species {
  const found = species.find((s) => s.id === id);
  if (!found)
    throw new Error(`unknown species: ${id}; must be one of ${species.map((s) => s.id).join(", ")}`);
  return found;
}

/** Power laws of the continuum below and above an element's edges, m²/mol at an energy in eV. */
export function continuum(element: Species["element"], table: AttenuationTable = "chantler") {
  const law = ([e0, e1]: [number, number]) => {
    const [s0, s1] = [molarAttenuation(element, e0, table), molarAttenuation(element, e1, table)];
    const power = Math.log(s1 / s0) / Math.log(e1 / e0);
    return (energy: number) => s0 * (energy / e0) ** power;
  };
  return { below: law(edges[element].below), above: law(edges[element].above) };
}

/** Area of all white lines together, Mb eV an atom. */
export function whiteLineArea({ holes, lines }: Species): number {
  const shares = lines.reduce((sum, { area }) => sum + area, 0);
  return holes === null ? shares * oxygenArea : holes * areaPerHole;
}

export interface ReferenceOptions {
  /** full width at half height of the instrument's resolution, eV; default 0.3 */
  resolution?: number;
  table?: AttenuationTable;
}

/**
 * Molar absorption of a species, m²/mol [energy]: times a molar density (mol/m³) it is an absorption per length.
 * @param energies eV, from 500 to 900
 */
export function referenceSpectrum(
  reference: Species,
  energies: ArrayLike<number>,
  { resolution = 0.3, table = "chantler" }: ReferenceOptions = {}
): Float64Array {
  if (!(resolution >= 0)) throw new Error(`invalid resolution: ${resolution} eV; must be zero or positive`);
  const { element, lines, main } = reference;
  const { steps, coreHole } = edges[element];
  const { below, above } = continuum(element, table);
  const shares = lines.reduce((sum, { area }) => sum + area, 0);
  const area = (megabarn * whiteLineArea(reference)) / shares;
  const second = main + (steps[1]?.[0] ?? Infinity) / 2;
  const lorentz = ({ energy }: Line) => coreHole[energy > second ? 1 : 0] / 2;
  const sigma = ({ width }: Line) => Math.hypot(width, resolution) / gaussianFwhm;
  return Float64Array.from({ length: energies.length }, (_, e) => {
    const energy = energies[e];
    const base = below(energy);
    let value = base;
    for (const [j, [offset, share]] of steps.entries()) {
      const rise = Math.atan((energy - main - offset) / ((coreHole[j] + resolution) / 2)) / Math.PI;
      value += (above(energy) - base) * share * (0.5 + rise);
    }
    for (const line of lines)
      value += area * line.area * voigt(energy - line.energy, sigma(line), lorentz(line));
    return value;
  });
}
