// A reader's own reference spectrum: read from the text of a file, brought to eV, and held against the energies that are needed.
import { readSpectrum } from "../../science/xanes/read-spectrum.js";
import type { EnergyWindow } from "../../science/xanes/windows.js";

export interface OwnReference {
  /** name of the file */
  name: string;
  column: string;
  /** eV */
  energies: Float64Array;
  values: Float64Array;
}

/** The columns of a file that can be a spectrum. @throws where the text holds none */
export const columnsOf = (text: string): string[] => Object.keys(readSpectrum(text).columns);

/** @param range eV that it must cover @throws with what is wrong, and how to mend it */
export function ownReference(
  text: string,
  name: string,
  range: EnergyWindow,
  column = columnsOf(text)[0]
): OwnReference {
  const { energy, energyUnit, columns } = readSpectrum(text);
  const values = columns[column];
  if (!values) throw new Error(`unknown column: ${column}; ${name} has ${Object.keys(columns).join(", ")}`);
  const energies = /^kev$/i.test(energyUnit) ? energy.map((e) => 1000 * e) : energy;
  const [from, to] = [energies[0], energies[energies.length - 1]];
  if (from > range[0] || to < range[1])
    throw new Error(
      `invalid range of ${name}: ${from} to ${to} eV; must cover ${range[0]} to ${range[1]} eV: check the element, and that the energies are in eV`
    );
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0)
    throw new Error(
      `invalid value in ${name}: ${values[bad]} at ${energies[bad]} eV; must be a number: leave that line out`
    );
  return { name, column, energies, values };
}
