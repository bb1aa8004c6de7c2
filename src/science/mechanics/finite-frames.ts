// Turns a lithium field into a frame at finite strain; the counterpart of frames.ts, with the same result.
// Each frame starts from the last one's displacement. Stress is Cauchy's, at the material points of the undeformed mesh;
// "along the line" and "across it" are directions of the undeformed line.

import { finiteModel } from "./finite-model.js";
import { finiteEquilibrium, NewtonFailure, type Equilibrium, type NewtonSettings } from "./finite-newton.js";
import { cauchyAtNodes, StretchLimit, surfaceSlopes } from "./finite-stress.js";
import type { ElasticLaw } from "./finite-element.js";
import { frameReadings, roundedDepth, type FrameRecorder } from "./frame-readings.js";
import type { ReadingLine } from "./line.js";
import type { StressModel } from "./model.js";
import type { StressParameters } from "./parameters.js";
import { stressFields } from "./stress.js";
import { meanOver } from "./transport.js";

/** Whether an error means that a frame has no equilibrium, so that a run ends there with what it has. */
export function endsRun(error: unknown): error is Error {
  return error instanceof NewtonFailure || error instanceof StretchLimit;
}

export interface FiniteSettings extends NewtonSettings {
  law?: ElasticLaw;
  /** ΔV/V0 at a lithium content; S · depth of discharge where it is not given */
  growthOf?: (lithium: number) => number;
}

export interface FiniteFrameRecorder extends FrameRecorder {
  /** the last frame's equilibrium, lengths in units of the particle's radius; null before the first frame */
  readonly last: Equilibrium | null;
  /** linear systems solved and tangents factorised so far */
  readonly iterations: number;
  readonly factorisations: number;
}

/**
 * @param depthOf depth of discharge of a lithium content
 * @throws from `record`: what `endsRun` knows, where a frame has no equilibrium; the frames before it stay in `result()`
 */
export function finiteFrameRecorder(
  { youngsModulus, poissonRatio, volumeChange }: StressParameters,
  model: StressModel,
  reading: ReadingLine,
  depthOf: (lithium: number) => number,
  settings: FiniteSettings = {}
): FiniteFrameRecorder {
  // a share of 1e-7 of the load leaves less than single precision tells apart
  const {
    law = "st-venant-kirchhoff",
    tolerance = 1e-7,
    growthOf = (x: number) => volumeChange * depthOf(x)
  } = settings;
  const { transport, recovery, unitMesh } = model;
  const finite = finiteModel(model, law);
  const slopes = surfaceSlopes(recovery.surface);
  const count = unitMesh.nodeCount;
  const growth = new Float64Array(count);
  const stress = stressFields(count);
  const readings = frameReadings(model, reading, stress);
  let last: Equilibrium | null = null;
  let [iterations, factorisations] = [0, 0];

  return {
    get last() {
      return last;
    },
    get iterations() {
      return iterations;
    },
    get factorisations() {
      return factorisations;
    },
    record(time, phase, halfCycle, lithium) {
      const depthOfDischarge = roundedDepth(depthOf(meanOver(transport, lithium)));
      for (let i = 0; i < count; ++i) growth[i] = growthOf(lithium[i]);
      const found = finiteEquilibrium(finite, growth, last ?? undefined, { ...settings, tolerance });
      last = found;
      iterations += found.iterations;
      factorisations += found.factorisations;
      const material = { law, poissonRatio, youngsModulus };
      cauchyAtNodes(unitMesh, recovery, slopes, material, found.displacement, growth, stress);
      readings.add({ time, phase, halfCycle, depthOfDischarge }, lithium);
    },
    result: readings.result
  };
}
