// The particle model as it is printed, beside the way it is read here: D(T) without its exponential, and the volume of the
// cell with b, which in the hexagonal setting is a, so that V would be a³ sin 60°.

import { cellVolume, molarMass, pristineCell } from "../material/composition.js";
import { avogadro } from "../material/constants.js";
import {
  activationTemperature,
  diffusivity,
  diffusivityReference,
  referenceTemperature,
  temperatureWindow
} from "../material/diffusivity.js";
import { recalledCells } from "../material/volume-change-tables.js";

/** D = D_ref · 1200 K (1/T_ref − 1/T₂), m²/s: zero at T_ref, negative below. @param temperature K */
export function printedDiffusivity(temperature: number): number {
  const held = Math.min(temperatureWindow[1], Math.max(temperature, temperatureWindow[0]));
  return diffusivityReference * activationTemperature * (1 / referenceTemperature - 1 / held);
}

export interface DiffusivityRow {
  temperature: number;
  printed: number;
  read: number;
}

/** Both over a range of temperatures, K. */
export function diffusivityRows(from = 233, to = 393, step = 2): DiffusivityRow[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, k) => {
    const temperature = from + k * step;
    return { temperature, printed: printedDiffusivity(temperature), read: diffusivity(temperature) };
  });
}

/** Å³, with b = a. */
export const printedVolume = ({ a }: { a: number }): number => cellVolume({ a, c: a });

/** g/cm³ of three formula units in a cell. @param volume Å³ */
export const densityOf = (volume: number): number => (3 * molarMass) / (avogadro * volume * 1e-24);

export interface VolumeRow {
  state: string;
  /** Å */
  a: number;
  c: number;
  /** Å³ */
  printed: number;
  read: number;
  /** g/cm³, of the pristine composition in that cell */
  printedDensity: number;
  readDensity: number;
  /** relative to the pristine cell */
  printedChange: number;
  readChange: number;
}

const labels = {
  pristine: "pristine",
  slopeEnd: "end of the slope, near 4.45 V",
  charged: "charged, 4.8 V",
  discharged: "discharged, 2.0 V"
} as const;

/** The cells that the twins use, which are assumed, with both formulae. */
export function volumeRows(): VolumeRow[] {
  return (Object.keys(labels) as (keyof typeof labels)[]).map((state) => {
    const cell = recalledCells[state];
    const [printed, read] = [printedVolume(cell), cellVolume(cell)];
    return {
      ...{ state: labels[state], a: cell.a, c: cell.c, printed, read },
      ...{ printedDensity: densityOf(printed), readDensity: densityOf(read) },
      printedChange: printed / printedVolume(pristineCell) - 1,
      readChange: read / cellVolume(pristineCell) - 1
    };
  });
}
