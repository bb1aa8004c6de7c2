// Turns a lithium field into a frame: eigenstrain, displacement, nodal stress, and the readings along the line and at A.
// A uniform eigenstrain changes no stress, so a frame whose eigenstrain differs from the last one's by a constant shares
// the arrays of its stress: in the quasi-steady state, that is all frames.

import { linearStrain } from "../material/volume-change.js";
import { displacementOf } from "./elasticity.js";
import { frameReadings, roundedDepth, type FrameRecorder } from "./frame-readings.js";
import type { ReadingLine } from "./line.js";
import type { StressModel } from "./model.js";
import { stressAtNodes } from "./nodal-stress.js";
import type { StressParameters } from "./parameters.js";
import { stressFields } from "./stress.js";
import { meanOver } from "./transport.js";

export interface RecorderOptions {
  /** linear strain at a lithium content; S/3 · depth of discharge where it is not given */
  strainOf?: (lithium: number) => number;
  /** whether frames of the same stress share its arrays (default) */
  share?: boolean;
}

/** @param depthOf depth of discharge of a lithium content */
export function frameRecorder(
  { youngsModulus, poissonRatio, volumeChange }: StressParameters,
  model: StressModel,
  reading: ReadingLine,
  depthOf: (lithium: number) => number,
  options: RecorderOptions = {}
): FrameRecorder {
  const { strainOf = (x: number) => linearStrain(volumeChange, depthOf(x)), share = true } = options;
  const { transport, elastic, recovery, unitMesh } = model;
  const count = unitMesh.nodeCount;
  const eigenstrain = new Float64Array(count);
  const load = new Float64Array(2 * count);
  const displacement = new Float64Array(2 * count);
  const stress = stressFields(count);
  const readings = frameReadings(model, reading, stress);
  /** eigenstrain of the last frame with a stress of its own */
  const shape = new Float64Array(count).fill(NaN);

  return {
    record(time, phase, halfCycle, lithium) {
      const mean = meanOver(transport, lithium);
      const uniform = strainOf(mean);
      let largest = 0;
      let change = 0;
      for (let i = 0; i < count; ++i) {
        eigenstrain[i] = strainOf(lithium[i]) - uniform;
        largest = Math.max(largest, Math.abs(eigenstrain[i]));
        const d = Math.abs(eigenstrain[i] - shape[i]);
        if (!(d <= change)) change = d;
      }
      const moment = { time, phase, halfCycle, depthOfDischarge: roundedDepth(depthOf(mean)) };
      // half of what single precision tells apart; the first frame's change is NaN
      if (share && change <= 3e-8 * largest) {
        readings.repeat(moment, lithium);
        return;
      }
      shape.set(eigenstrain);
      displacementOf(elastic, eigenstrain, load, displacement);
      stressAtNodes(unitMesh, recovery, displacement, eigenstrain, youngsModulus, poissonRatio, stress);
      readings.add(moment, lithium);
    },
    result: readings.result
  };
}
