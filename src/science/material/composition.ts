// What follows from the formula and the cell of the cathode: molar mass M, X-ray density ρ, concentration of formula
// units, capacity of one lithium. ρ = Z M/(N_A V), V = a² c sin 60°, Z = 3 formula units in the hexagonal cell.

import { avogadro, faraday } from "./constants.js";

/** Atoms per formula unit of the pristine compound, Li1.2Mn0.56Ni0.16Co0.08O2. */
export const composition = { Li: 1.2, Mn: 0.56, Ni: 0.16, Co: 0.08, O: 2 } as const;

/** g/mol, IUPAC 2021 abridged */
export const atomicMass = { Li: 6.94, Mn: 54.938, Ni: 58.693, Co: 58.933, O: 15.999 } as const;

/** Å, pristine; approximate values (from memory, unverified) of compounds close to this one, see the ranges on the page of the lattice */
export const pristineCell = { a: 2.853, c: 14.24 } as const;
const formulaUnitsInCell = 3;

/** g/mol of a formula unit */
export const molarMass = (Object.keys(composition) as (keyof typeof composition)[]).reduce(
  (sum, element) => sum + composition[element] * atomicMass[element],
  0
);

/** Å³ of a hexagonal cell. */
export function cellVolume({ a, c }: { a: number; c: number }): number {
  return a * a * c * Math.sin(Math.PI / 3);
}

/** kg/m³, of the crystal without voids */
export function xRayDensity(cell = pristineCell): number {
  return (formulaUnitsInCell * molarMass * 1e-3) / (avogadro * cellVolume(cell) * 1e-30);
}

/** mol of formula units in a m³; times the lithium content x it is the lithium concentration. @param density kg/m³ */
export function formulaUnitConcentration(density = xRayDensity()): number {
  return density / (molarMass * 1e-3);
}

/** mAh/g for one lithium per formula unit */
export function capacityPerLithium(): number {
  return faraday / 3.6 / molarMass;
}
