// One element's density from its projections by the algorithm of the settings. Projections are brought to numbers near 1
// first, so that single precision and the solvers' own tolerances do not see units.

import { filteredBackProjection } from "../numerics/filtered-back-projection.js";
import { type ParallelBeam, projector } from "../numerics/projector.js";
import { sirt } from "../numerics/sirt.js";
import { totalVariation } from "../numerics/total-variation.js";
import type { TaskOptions } from "../task.js";
import type { ReconstructionSettings } from "./settings.js";

export interface ReconstructionOptions extends TaskOptions {
  nonNegative: boolean;
  support?: Uint8Array;
  /** standard deviation of the noise of a projection's pixel, in the unit of the projections; scales the weight of the total variation */
  noise: number;
}

export interface ElementReconstruction {
  /** in the unit of the projections per voxel's edge, [z][x][y] */
  volume: Float32Array;
  /** ‖A x − b‖/‖b‖ after each iteration; none for filtered back-projection */
  residualNorms: Float64Array;
}

/** @param projections line integrals, in units of a voxel's edge, [tilt][x][y] */
export function reconstruct(
  projections: Float32Array,
  beam: ParallelBeam,
  settings: ReconstructionSettings,
  { nonNegative, support, noise, ...task }: ReconstructionOptions
): ElementReconstruction {
  const scale = projections.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / beam.size || 1;
  const scaled = projections.map((value) => value / scale);
  const solve = (): ElementReconstruction => {
    switch (settings.algorithm) {
      case "fbp": {
        const { filter, cutoff } = settings;
        const volume = filteredBackProjection(scaled, beam, { filter, cutoff });
        for (let v = 0; v < volume.length; ++v)
          if ((nonNegative && volume[v] < 0) || (support && !support[v])) volume[v] = 0;
        return { volume, residualNorms: new Float64Array(0) };
      }
      case "sirt":
        return sirt(scaled, beam, {
          iterations: settings.iterations,
          nonNegative,
          support,
          start: settings.start === "fbp" ? backProjectionStart(scaled, beam, nonNegative) : undefined,
          ...task
        });
      case "tv": {
        const weight = settings.weight * (noise / scale) * Math.sqrt(beam.tilts.length);
        return totalVariation(scaled, beam, {
          iterations: settings.iterations,
          weight,
          nonNegative,
          support,
          history: "last",
          ...task
        });
      }
    }
  };
  const { volume, residualNorms } = solve();
  for (let v = 0; v < volume.length; ++v) volume[v] *= scale;
  return { volume, residualNorms };
}

/** Filtered back-projection, times the factor with which its own projections fit best: a missing wedge takes mass away. */
function backProjectionStart(
  projections: Float32Array,
  beam: ParallelBeam,
  nonNegative: boolean
): Float32Array {
  const volume = filteredBackProjection(projections, beam, { filter: "hann" });
  if (nonNegative) for (let v = 0; v < volume.length; ++v) volume[v] = Math.max(0, volume[v]);
  const again = projector(beam).project(volume);
  let [product, square] = [0, 0];
  for (let p = 0; p < again.length; ++p) {
    product += again[p] * projections[p];
    square += again[p] * again[p];
  }
  const factor = square > 0 ? product / square : 1;
  for (let v = 0; v < volume.length; ++v) volume[v] *= factor;
  return volume;
}
