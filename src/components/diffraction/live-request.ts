// What the page asks of the worker that measures and refines, and what comes back: plain data, for a refinement holds functions.
import type { NeutronSettings } from "../../science/diffraction/neutron-analysis.js";
import type { NeutronInstrument } from "../../science/diffraction/neutron-instrument.js";
import type { PowderPattern } from "../../science/diffraction/powder-pattern.js";
import type { FitStatus } from "../../science/numerics/levenberg-marquardt.js";
import type { RefinedRow } from "./refined-table.js";
import type { ShownPattern } from "./shown-pattern.js";

/** The twin counts once more. */
export interface MeasureRequest {
  ask: "measure";
  state: string;
  instrument: NeutronInstrument;
  seed: number;
}

/** The layered oxide, from where the sliders stand. */
export interface RefineRequest {
  ask: "refine";
  /** of which the truth is told; null where there is none to tell */
  state: string | null;
  pattern: PowderPattern;
  settings: NeutronSettings;
}

/** A reader's own pattern and crystal. */
export interface OwnRequest {
  ask: "own";
  pattern: PowderPattern;
  /** text of a CIF; "" for the layered oxide */
  cif: string;
  radiation: "neutrons" | "X-rays";
  /** Å; of patterns against 2θ */
  wavelength: number;
}

export interface RefinedAnswer {
  shown: ShownPattern;
  rows: RefinedRow[];
  /** of all parameters, by their names in the model */
  names: readonly string[];
  values: Float64Array;
  /** standard errors of them: 0 where one was held, NaN where it has none */
  errors: Float64Array;
  /** short names of those refined, and their correlations */
  symbols: string[];
  correlation: Float64Array;
  rwp: number;
  rexp: number;
  chiSquared: number;
  status: FitStatus;
  /** "" or a sentence */
  fault: string;
  atBounds: readonly string[];
  iterations: number;
  seconds: number;
}

export interface Answers {
  measure: PowderPattern;
  refine: RefinedAnswer;
  own: RefinedAnswer;
}

export type LiveRequest = MeasureRequest | RefineRequest | OwnRequest;
