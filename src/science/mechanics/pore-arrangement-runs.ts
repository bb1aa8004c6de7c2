// Discharges of particles with the arrangements of pore-arrangements.ts, and where their stress is largest.

import { meshParticle } from "../particle/mesh.js";
import { stressModel } from "./model.js";
import type { StressParameters } from "./parameters.js";
import { arrangedGeometry, type PoreArrangementName } from "./pore-arrangements.js";
import type { StressResult } from "./result.js";
import { simulate } from "./simulate.js";

export interface Largest {
  /** Pa */
  value: number;
  /** m */
  r: number;
  z: number;
}

/** Where a nodal field of a frame is largest. */
export function largestOf(
  { mesh, frames }: StressResult,
  frame: number,
  field: "hoopStress" | "vonMises"
): Largest {
  const values = frames[frame][field];
  let at = 0;
  for (let i = 1; i < values.length; ++i) if (values[i] > values[at]) at = i;
  return { value: values[at], r: mesh.coordinates[2 * at], z: mesh.coordinates[2 * at + 1] };
}

/** A discharge of a particle with an arrangement of pores. @param frames depths of discharge */
export async function dischargeArranged(
  parameters: StressParameters,
  name: PoreArrangementName,
  frames: number[],
  resolution = 1
): Promise<StressResult> {
  const geometry = arrangedGeometry(parameters, name);
  return simulate(parameters, {
    geometry,
    model: stressModel(meshParticle(geometry, { resolution }), geometry.radius, parameters.poissonRatio),
    frames,
    programme: [{ phase: "discharge", until: Math.max(...frames) }]
  });
}
