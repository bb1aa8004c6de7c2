// The numbers of the full model beyond those of the stress model: kinetics, cell and cut-offs, each with its source.

import {
  cellParameters as kineticParameters,
  defaultCellParameters,
  type CellParameters
} from "../material/cell-parameters.js";
import {
  checkRanges,
  checkStressParameters,
  defaultStressParameters,
  type StressParameters
} from "./parameters.js";

export { kineticParameters };
export type { CellParameterName as KineticParameterName } from "../material/cell-parameters.js";
export type FullParameters = StressParameters & CellParameters;

export function defaultFullParameters(): FullParameters {
  return { ...defaultStressParameters(), ...defaultCellParameters() };
}

/** @throws one sentence on the first parameter that is missing, not a number, or outside its range */
export function checkFullParameters(parameters: FullParameters): void {
  checkStressParameters(parameters);
  checkRanges(kineticParameters, parameters);
}
