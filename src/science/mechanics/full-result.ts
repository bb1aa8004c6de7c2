// What the full model gives beside the stress: voltages, and how evenly the current is spread over the surface.

import type { FullParameters } from "./full-parameters.js";
import type { StressResult } from "./result.js";

/** One number a frame, V. V = openCircuit-branch at the surface + surfaceOverpotential + ohmicDrop − counterOverpotential. */
export interface VoltageColumns {
  /** cell voltage against lithium metal */
  voltage: Float64Array;
  /** E_eq of the branch at the mean lithium content: what the voltage tends to at low rates */
  openCircuitVoltage: Float64Array;
  /** area-weighted mean of η over the outer surface */
  surfaceOverpotential: Float64Array;
  ohmicDrop: Float64Array;
  counterOverpotential: Float64Array;
  /** (largest − smallest)/|mean| of the local current density on the outer surface */
  currentSpread: Float64Array;
}

/** Local current density on the outer surface, A/m², anodic positive; one array a frame, in the order of the nodes. */
export interface SurfaceCurrent {
  /** node numbers of the mesh, from the upper pole to the lower one */
  nodes: Int32Array;
  polarAngle: Float64Array;
  current: Float64Array[];
}

/** Where Newton's method gave up; the frames up to there stand. */
export interface KineticFailure {
  message: string;
  time: number;
  depthOfDischarge: number;
  /** mismatch of the local flux with Butler–Volmer, as a share of the mean flux */
  residual: number;
}

export interface FullResult extends StressResult, VoltageColumns {
  parameters: FullParameters;
  surfaceCurrent: SurfaceCurrent;
  failure: KineticFailure | null;
  /** largest |Σ w i − I|/|I| over all stages of all steps */
  galvanostaticResidual: number;
  /** largest mismatch of a local flux with Butler–Volmer, as a share of the mean flux */
  kineticResidual: number;
  /** of Newton's method, all stages together */
  iterations: number;
  volumeTable: { label: string; source: string; status: "sourced" | "assumed"; referenceLithium: number };
}
