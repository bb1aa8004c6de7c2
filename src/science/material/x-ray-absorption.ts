// How much the elements of the cathode absorb soft X-rays: dI/I = −(Σ_e μ_e M_e c_e) ds along a ray, with the mass
// attenuation μ_e (m²/kg), the molar mass M_e and the molar density c_e (mol/m³) of element e. Log-log linear between
// the tabulated points; at an edge the value above it. The two tables differ by 4 % (O) to 25 % (Co) in the step at an
// edge, so that only ratios to a reference measured in the same way are safe.

import { atomicMass } from "./composition.js";
import { type AttenuationPoints, chantler, elam } from "./x-ray-absorption-table.js";

export const absorbingElements = ["Li", "O", "Mn", "Co", "Ni"] as const;
export type AbsorbingElement = (typeof absorbingElements)[number];

export type AttenuationTable = "chantler" | "elam";
const tables: Record<AttenuationTable, Record<AbsorbingElement, AttenuationPoints>> = { chantler, elam };

/**
 * Mass attenuation of an element, m²/kg.
 * @param energy eV, from 500 to 900
 * @throws where the energy is outside that
 */
export function massAttenuation(
  element: AbsorbingElement,
  energy: number,
  table: AttenuationTable = "chantler"
): number {
  const points = tables[table][element];
  const above = points.findIndex(([e]) => e > energy);
  const after = points[above < 0 ? points.length - 1 : above];
  const before = points[above < 0 ? points.length - 2 : above - 1];
  if (!before || !after || !(energy <= after[0]))
    throw new Error(
      `invalid photon energy: ${energy} eV; must be from 500 to 900 eV, where the tables are held`
    );
  const [[e0, mu0], [e1, mu1]] = [before, after];
  return mu0 * (mu1 / mu0) ** (Math.log(energy / e0) / Math.log(e1 / e0));
}

/** Attenuation of one mole of an element, m²/mol: times a molar density it is an attenuation per length. @see massAttenuation */
export function molarAttenuation(
  element: AbsorbingElement,
  energy: number,
  table: AttenuationTable = "chantler"
): number {
  return massAttenuation(element, energy, table) * atomicMass[element] * 1e-3;
}

/** Attenuation per length, 1/m, of a material given by the molar densities (mol/m³) of its elements. */
export function linearAttenuation(
  densities: Partial<Record<AbsorbingElement, number>>,
  energy: number,
  table: AttenuationTable = "chantler"
): number {
  return absorbingElements.reduce(
    (sum, element) => sum + (densities[element] ?? 0) * molarAttenuation(element, energy, table),
    0
  );
}
