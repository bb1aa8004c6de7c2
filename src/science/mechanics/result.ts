// What a simulation gives: plain records and typed arrays, so that a worker can post them.

import type { TriangleMesh } from "../numerics/triangle-mesh.js";
import type { ParticleGeometry } from "../particle/geometry.js";
import type { StressParameters } from "./parameters.js";
import type { Phase } from "./programme.js";

/** The state at one moment; one number a node in each field, stress in Pa. */
export interface StressFrame {
  /** s since the start */
  time: number;
  phase: Phase;
  /** number of the half-cycle, from 0 */
  halfCycle: number;
  /** mean over the solid, 0 charged … 1 discharged */
  depthOfDischarge: number;
  /** Li per formula unit */
  lithium: Float32Array;
  /** σ_θθ, around the axis */
  hoopStress: Float32Array;
  /** σ_rr, away from the axis */
  radialStress: Float32Array;
  axialStress: Float32Array;
  shearStress: Float32Array;
  hydrostaticStress: Float32Array;
  vonMises: Float32Array;
}

/** Along the radial line through the bridge point, one array a frame; NaN inside pores. */
export interface StressLine {
  polarAngle: number;
  /** m from the centre */
  radius: Float64Array;
  hoop: Float64Array[];
  /** in the frame of the sphere: along the line, and across it in the meridian plane */
  sphericalRadial: Float64Array[];
  sphericalPolar: Float64Array[];
  vonMises: Float64Array[];
  lithium: Float64Array[];
}

/** At point A, one number a frame; position in m. */
export interface BridgePoint {
  r: number;
  z: number;
  hoop: Float64Array;
  /** stress across the gap and, in the meridian plane, along the void's surface */
  sphericalRadial: Float64Array;
  sphericalPolar: Float64Array;
  vonMises: Float64Array;
  lithium: Float64Array;
}

export interface Stop {
  reason: string;
  halfCycle: number;
  time: number;
  depthOfDischarge: number;
}

export interface StressDiagnostics {
  nodes: number;
  dofs: number;
  steps: number;
  rejected: number;
  factorisations: number;
  /** largest deviation of the mean x from the charge passed, as a share of that charge */
  lithiumBalance: number;
  /** sum of the accepted steps' local errors, as a share of the largest difference of x at one moment */
  timeError: number;
  /** m³ and m², from the mesh */
  solidVolume: number;
  outerArea: number;
  /** A/m² over the outer surface and mA/g, of the first half-cycle */
  currentDensity: number;
  specificCurrent: number;
  /** m²/s at the temperature */
  diffusivity: number;
  /** mol/m³ of formula units: x times this is the lithium concentration */
  formulaUnitConcentration: number;
}

export interface StressResult {
  parameters: StressParameters;
  geometry: ParticleGeometry;
  /** in m */
  mesh: TriangleMesh;
  frames: StressFrame[];
  line: StressLine;
  bridge: BridgePoint;
  /** half-cycles that ended early; `stopped` is the first of them */
  stops: Stop[];
  stopped: Stop | null;
  diagnostics: StressDiagnostics;
}
