// Every constant of the pathway model with its source. "calibrated" ones are set at 0.1 C and 10 C only, each to the target
// that its source names; "assumed" ones have a plausible range over which the predictions are spread.

import { cellParameters, type CellParameters } from "../material/cell-parameters.js";
import { composition } from "../material/composition.js";
import type { Parameter } from "../parameters.js";
import { latticeConstants } from "./parameters-lattice.js";
import { oxygenConstants } from "./parameters-oxygen.js";
import { particleConstants } from "./parameters-particle.js";
import { redoxConstants } from "./parameters-redox.js";

export const pathwayOwnParameters = {
  ...particleConstants,
  ...oxygenConstants,
  ...latticeConstants,
  ...redoxConstants
};
export const pathwayParameters = { ...pathwayOwnParameters, ...cellParameters };
export type PathwayParameterName = keyof typeof pathwayOwnParameters;
export type PathwayParameters = Record<PathwayParameterName, number> & CellParameters;

export function defaultPathwayParameters(): PathwayParameters {
  return Object.fromEntries(
    Object.entries<Parameter>(pathwayParameters).map(([name, { value }]) => [name, value])
  ) as PathwayParameters;
}

/** Lithium and oxygen per formula unit of the pristine particle, and all metals. */
export const pristineLithium = composition.Li;
export const pristineOxygen = composition.O;
export const pristineMetal = composition.Mn + composition.Ni + composition.Co;

/** @throws one sentence on the first parameter that is missing, no number, or outside its range */
export function checkPathwayParameters(parameters: PathwayParameters): void {
  for (const [name, { label, unit, min, max }] of Object.entries<Parameter>(pathwayParameters)) {
    const value: unknown = parameters[name as PathwayParameterName];
    const tail = unit && ` ${unit}`;
    const range = `must be from ${min}${tail} to ${max}${tail}`;
    if (value === undefined) throw new Error(`missing ${label}; ${range}`);
    if (typeof value !== "number" || !Number.isFinite(value))
      throw new Error(`invalid ${label}: ${typeof value === "number" ? value : "no number"}; ${range}`);
    if (value < min - 1e-9 * Math.abs(min) || value > max + 1e-9 * Math.abs(max))
      throw new Error(`invalid ${label}: ${value}${tail}; ${range}`);
  }
}
