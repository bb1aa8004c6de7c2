// Simultaneous iterative reconstruction: x ← x + λ C Aᵀ R (b − A x), R and C the inverse sums of the rows and columns
// of the projector A. It descends to a least-squares solution weighted by R for 0 < λ < 2.
// Gilbert, J. Theor. Biol. 36 (1972) 105; Gregor & Benson, IEEE Trans. Med. Imaging 27 (2008) 918,
// doi:10.1109/TMI.2008.923696.

import type { TaskOptions } from "../task.js";
import { expectProjections, type ParallelBeam } from "./parallel-beam.js";
import { projector } from "./projector.js";

export interface IterativeOptions extends TaskOptions {
  iterations: number;
  /** sets negative densities to zero after every iteration */
  nonNegative?: boolean;
  /** [z][x][y]; voxels where it is 0 stay at 0 */
  support?: Uint8Array;
  /** [z][x][y]; zero unless given */
  start?: Float32Array;
  /** called after every iteration, with the volume itself, not a copy of it */
  onIteration?: (iteration: number, residualNorm: number, volume: Float32Array) => void;
}

export interface SirtOptions extends IterativeOptions {
  /** λ, above 0 and below 2; 1 unless given */
  relaxation?: number;
}

export interface Reconstruction {
  /** density per voxel, [z][x][y] */
  volume: Float32Array;
  /** ‖A x − b‖ / ‖b‖ after each iteration */
  residualNorms: Float64Array;
}

/**
 * @param projections [tilt][x][y], line integrals in units of a voxel's edge
 * @throws if projections, support or start do not fit the beam, if a projection is not finite, or if stopped
 */
export function sirt(projections: Float32Array, beam: ParallelBeam, options: SirtOptions): Reconstruction {
  const {
    iterations,
    nonNegative = false,
    support,
    start,
    relaxation = 1,
    signal,
    onProgress,
    onIteration
  } = options;
  const { project, backproject } = projector(beam);
  expectProjections(projections, beam);
  const voxels = beam.size ** 2 * beam.slices;
  if (!(Number.isInteger(iterations) && iterations > 0))
    throw new Error(`invalid iterations: ${iterations}; must be a positive whole number`);
  if (!(relaxation > 0 && relaxation < 2))
    throw new Error(`invalid relaxation: ${relaxation}; must be above 0 and below 2`);
  for (const [what, array] of [
    ["support", support],
    ["start", start]
  ] as const)
    if (array && array.length !== voxels)
      throw new Error(`invalid ${what}: ${array.length} voxels; must be ${voxels} for this beam`);

  const rows = inverses(project(new Float32Array(voxels).fill(1)));
  const columns = inverses(backproject(new Float32Array(projections.length).fill(1)));
  if (support) support.forEach((inside, v) => inside || (columns[v] = 0));
  const volume = start ? start.slice() : new Float32Array(voxels);
  if (support) support.forEach((inside, v) => inside || (volume[v] = 0));
  const norm = Math.sqrt(projections.reduce((sum, b) => sum + b * b, 0)) || 1;
  const residualNorms = new Float64Array(iterations);
  const residual = new Float32Array(projections.length);
  const step = new Float32Array(voxels);

  /** Leaves R (b − A x) in `residual`; returns ‖A x − b‖ / ‖b‖. */
  const measure = () => {
    project(volume, residual);
    let sum = 0;
    for (let p = 0; p < residual.length; ++p) {
      const difference = projections[p] - residual[p];
      sum += difference * difference;
      residual[p] = rows[p] * difference;
    }
    return Math.sqrt(sum) / norm;
  };

  measure();
  for (let iteration = 0; iteration < iterations; ++iteration) {
    signal?.throwIfAborted();
    backproject(residual, step);
    for (let v = 0; v < voxels; ++v) {
      const value = volume[v] + relaxation * columns[v] * step[v];
      volume[v] = nonNegative && value < 0 ? 0 : value;
    }
    residualNorms[iteration] = measure();
    onIteration?.(iteration, residualNorms[iteration], volume);
    onProgress?.((iteration + 1) / iterations, `iteration ${iteration + 1} of ${iterations}`);
  }
  return { volume, residualNorms };
}

/** 1 / sum, and 0 for rays or voxels that (almost) nothing meets. */
function inverses(sums: Float32Array): Float32Array {
  return sums.map((sum) => (sum > 1e-3 ? 1 / sum : 0));
}
