// Simultaneous iterative reconstruction: x ← x + λ C Aᵀ R (b − A x), R and C the inverse sums of the rows and columns
// of the projector A. It descends to a least-squares solution weighted by R for 0 < λ < 2.
// Gilbert, J. Theor. Biol. 36 (1972) 105; Gregor & Benson, IEEE Trans. Med. Imaging 27 (2008) 918,
// doi:10.1109/TMI.2008.923696.

import type { TaskOptions } from "../task.js";
import { type Crop, cropTo } from "./crop.js";
import { expectBeam, expectProjections, type ParallelBeam } from "./parallel-beam.js";
import { projector } from "./projector.js";

export interface IterativeOptions extends TaskOptions {
  iterations: number;
  /** sets negative densities to zero after every iteration */
  nonNegative?: boolean;
  /** [z][x][y]; voxels where it is 0 stay at 0 */
  support?: Uint8Array;
  /** [z][x][y]; zero unless given */
  start?: Float32Array;
  /** called after every iteration, with the volume as it is then */
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
  expectBeam(beam);
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

  // What lies beyond the support stays at zero, and so do its rays: only the part around it is worked on.
  const crop = cropTo(support, beam);
  const { project, backproject } = projector(crop.beam);
  const { rows, columns } = weights(beam, crop);
  const measured = crop.projections(projections);
  const volume = start ? crop.volume(start) : new Float32Array(columns.length);
  const inside = support ? indices(crop.volume(support)) : undefined;
  if (support) {
    const kept = crop.volume(support);
    for (let v = 0; v < volume.length; ++v) if (!kept[v]) volume[v] = 0;
  }
  const square = squares(projections);
  const norm = Math.sqrt(square) || 1;
  const beyond = Math.max(0, square - squares(measured));
  const residualNorms = new Float64Array(iterations);
  const residual = new Float32Array(measured.length);
  const step = new Float32Array(volume.length);
  const least = nonNegative ? 0 : -Infinity;

  /** Leaves R (b − A x) in `residual`; returns ‖A x − b‖ / ‖b‖. */
  const measure = () => {
    project(volume, residual);
    return Math.sqrt(beyond + weighResidual(residual, measured, rows)) / norm;
  };

  measure();
  for (let iteration = 0; iteration < iterations; ++iteration) {
    signal?.throwIfAborted();
    backproject(residual, step);
    advance(volume, step, columns, inside, { relaxation, least });
    residualNorms[iteration] = measure();
    onIteration?.(iteration, residualNorms[iteration], crop.whole(volume));
    onProgress?.((iteration + 1) / iterations, `iteration ${iteration + 1} of ${iterations}`);
  }
  return { volume: crop.whole(volume), residualNorms };
}

// The loops stand apart, where engines keep everything in registers.

/** x ← max(least, x + λ C s), within the support where there is one. */
function advance(
  volume: Float32Array,
  step: Float32Array,
  columns: Float32Array,
  inside: Int32Array | undefined,
  { relaxation, least }: { relaxation: number; least: number }
): void {
  if (inside)
    for (let i = 0; i < inside.length; ++i) {
      const v = inside[i];
      const next = volume[v] + relaxation * columns[v] * step[v];
      volume[v] = next < least ? least : next;
    }
  else
    for (let v = 0; v < volume.length; ++v) {
      const next = volume[v] + relaxation * columns[v] * step[v];
      volume[v] = next < least ? least : next;
    }
}

/** From A x to R (b − A x), in its place. @returns ‖b − A x‖² */
function weighResidual(residual: Float32Array, measured: Float32Array, rows: Float32Array): number {
  let sum = 0;
  for (let p = 0; p < residual.length; ++p) {
    const difference = measured[p] - residual[p];
    sum += difference * difference;
    residual[p] = rows[p] * difference;
  }
  return sum;
}

/** Inverse sums of the projector's rows and columns, those of the whole field of view, for the rays and voxels kept. */
function weights(beam: ParallelBeam, crop: Crop): { rows: Float32Array; columns: Float32Array } {
  // all slices are alike
  const { project, backproject } = projector({ ...beam, slices: 1 });
  const rays = inverses(project(new Float32Array(beam.size ** 2).fill(1)));
  const voxels = inverses(backproject(new Float32Array(beam.tilts.length * beam.size).fill(1)));
  const spread = (of: Float32Array) => {
    const out = new Float32Array(of.length * crop.beam.slices);
    for (let i = 0; i < of.length; ++i) out.fill(of[i], i * crop.beam.slices, (i + 1) * crop.beam.slices);
    return out;
  };
  return { rows: spread(crop.columns(rays)), columns: spread(crop.slice(voxels)) };
}

function indices(mask: Uint8Array): Int32Array {
  const found = new Int32Array(mask.length);
  let count = 0;
  mask.forEach((inside, v) => inside && (found[count++] = v));
  return found.subarray(0, count);
}

function squares(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}

/** 1 / sum, and 0 for rays or voxels that (almost) nothing meets. */
function inverses(sums: Float32Array): Float32Array {
  return sums.map((sum) => (sum > 1e-3 ? 1 / sum : 0));
}
