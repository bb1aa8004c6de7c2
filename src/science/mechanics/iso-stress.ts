// Which inputs give a stress of 3.17e8 N/m² at A: the linear model solved for one of them,
//   S = 3 σ/(E P H),  S: ΔV/V0 over one full discharge;  slope per lithium S Q_Li/Q.

import { capacityPerLithium } from "../material/composition.js";
import { volumeSlopes, volumeTables } from "../material/volume-change.js";
import type { BridgeResponse } from "./bridge-response.js";
import type { StressParameters } from "./parameters.js";

/** Printed in the study: hoop stress at A at 10 C and a depth of discharge of 20 %, N/m² and share. */
export const printedStress = 3.17e8;
export const printedDepth = 0.2;

/** S at which the linear model has a stress at a depth of discharge, all else as in the parameters. */
export function requiredVolumeChange(
  response: BridgeResponse,
  parameters: StressParameters,
  stress = printedStress,
  depthOfDischarge = printedDepth
): number {
  return stress / response.hoop({ ...parameters, volumeChange: 1 }, depthOfDischarge);
}

/** E · S, Pa: all that one number fixes of the two. */
export function requiredProduct(
  response: BridgeResponse,
  parameters: StressParameters,
  stress = printedStress,
  depthOfDischarge = printedDepth
): number {
  return parameters.youngsModulus * requiredVolumeChange(response, parameters, stress, depthOfDischarge);
}

/** ΔV/V0 over one discharge from its slope by lithium, for a capacity in mAh/g. */
export const overDischarge = (slopePerLithium: number, capacity: number): number =>
  (slopePerLithium * capacity) / capacityPerLithium();

export interface SlopeCandidate {
  material: string;
  /** ΔV/V0 over one full discharge, least and most */
  from: number;
  to: number;
  source: string;
}

/** Slopes of published volume tables, for the lithium of one discharge at a capacity. */
export function slopeCandidates(capacity: number): SlopeCandidate[] {
  return volumeTables.map((table) => {
    const slopes = volumeSlopes(table).map((slope) => overDischarge(slope, capacity));
    return {
      material: table.material,
      from: Math.min(...slopes),
      to: Math.max(...slopes),
      source: table.source
    };
  });
}
