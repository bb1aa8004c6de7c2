/**
 * Where a parameter's value comes from: the study itself, another source that is named, the pathway model, nowhere but us, or a
 * fit to a calculation that it is then held against.
 */
export type ParameterStatus = "study" | "sourced" | "model" | "assumed" | "calibrated";

/** A number that enters a model, with all that a reader needs to judge it. */
export interface Parameter {
  /** symbol as it stands in the equations, for example "D" */
  symbol: string;
  label: string;
  /** value in SI units */
  value: number;
  unit: string;
  /** plausible range in SI units; inputs on pages are limited to it */
  min: number;
  max: number;
  scale?: "linear" | "log";
  status: ParameterStatus;
  source: string;
  doi?: string;
}
