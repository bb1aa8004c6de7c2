// Tomography with few or missing tilts: the volume x of least
//   ½ ‖A x − b‖² + weight · TV(x),   x ≥ 0,  x = 0 outside the support,
// A the projector, b the projections, TV the total variation (total-variation-step.ts). Solved by the stochastic
// primal–dual hybrid gradient method: tilts are dealt out to subsets, and each step visits one of them, drawn in turn
// without replacement, then makes one step of the total variation. Chambolle, Ehrhardt, Richtárik & Schönlieb, SIAM J.
// Optim. 28 (2018) 2783, doi:10.1137/17M1134834; diagonal step sizes after Pock & Chambolle, ICCV (2011) 1762,
// doi:10.1109/ICCV.2011.6126441; tomography with TV: Sidky, Jørgensen & Pan, Phys. Med. Biol. 57 (2012) 3065,
// doi:10.1088/0031-9155/57/10/3065.

import { expectBeam, expectProjections, type ParallelBeam } from "./parallel-beam.js";
import { random } from "./rng.js";
import type { IterativeOptions, Reconstruction } from "./sirt.js";
import { dualAt, dualCost, dualStep, squaredResidual, tiltSubset, type TiltSubset } from "./tilt-subsets.js";
import {
  linksWithin,
  totalVariationOf,
  unbalance,
  variationState,
  variationStep
} from "./total-variation-step.js";

export interface TotalVariationOptions extends IterativeOptions {
  /**
   * Price of one unit of total variation, in units of ½ ‖A x − b‖²: the unit of the projections squared over that of
   * the density. A flat region of V voxels and surface S seen in T tilts loses contrast of the order of
   * weight · S / (V T). `weightForNoise` says where to start.
   */
  weight: number;
  /** a whole number; draws the order of the subsets; 1 unless given */
  seed?: number;
  /** of tilts; 16, or one for eight tilts if that is more, unless given. More of them need fewer passes, each of which takes longer */
  subsets?: number;
  /** measures objective and residual after every pass, which costs a third more time, or only after the last */
  history?: "every" | "last";
}

export interface TotalVariationReconstruction extends Reconstruction {
  /** ½ ‖A x − b‖² + weight · TV(x), after each pass that was measured; as long as `residualNorms` */
  objective: Float64Array;
  /**
   * How far the last objective can be above the least, if no voxel of that solution is beyond twice the largest of
   * this one.
   */
  dualityGap: number;
}

// Ratio of dual to primal steps, times a row's sum: found best within a factor of three for 32 and 64 columns, noisy and
// clean data, large and small weights.
const dualToPrimal = (size: number): number => Math.max(1, size / 20);

/** A weight that suits noise of standard deviation σ per pixel of the projections. */
export const weightForNoise = (sigma: number, tilts: number): number => 0.3 * sigma * Math.sqrt(tilts);

/**
 * @param projections [tilt][x][y], line integrals in units of a voxel's edge
 * @param options `iterations` are passes over all tilts, of which 20 serve most ends; `nonNegative` is true unless given
 * @returns volume [z][x][y], and the course of objective and residual
 * @throws if projections, support or start do not fit the beam, if a projection is not finite, if a weight or number of
 * passes or subsets is out of range, or if stopped
 */
export function totalVariation(
  projections: Float32Array,
  beam: ParallelBeam,
  options: TotalVariationOptions
): TotalVariationReconstruction {
  const { iterations, weight, nonNegative = true, support, start, seed = 1, history = "every" } = options;
  const {
    subsets: count = Math.min(beam.tilts.length, Math.max(16, Math.round(beam.tilts.length / 8))),
    signal,
    onProgress,
    onIteration
  } = options;
  expectBeam(beam);
  expectProjections(projections, beam);
  expectOptions(beam, { iterations, weight, count, support, start });

  const { size, slices } = beam;
  const step = dualToPrimal(size);
  const links = linksWithin([size, size, slices], support);
  const within = Float32Array.from(links.mask, (bits) => (bits ? 1 : 0));
  const subsets = Array.from({ length: count }, (_, first) =>
    tiltSubset(projections, beam, { first, count, within, step })
  );
  const curvature = largestColumnSums(subsets).map((sum) => count * step * sum);
  const state = variationState(links, curvature, { weight, sigma: step, nonNegative });
  const { volume, pull, change } = state;
  if (start) {
    for (const i of links.inside) volume[i] = start[i];
    for (const subset of subsets) {
      dualAt(subset, volume, change);
      for (const i of links.inside) pull[i] += change[i];
    }
  }

  const norm = Math.sqrt(projections.reduce((sum, b) => sum + b * b, 0)) || 1;
  const residualNorms: number[] = [];
  const objective: number[] = [];
  const draw = random(seed);
  for (let iteration = 0; iteration < iterations; ++iteration) {
    signal?.throwIfAborted();
    for (const subset of shuffled(subsets, draw)) {
      dualStep(subset, volume, change);
      variationStep(state, count);
    }
    if (history === "every" || iteration === iterations - 1) {
      const square = subsets.reduce((sum, subset) => sum + squaredResidual(subset, volume), 0);
      residualNorms.push(Math.sqrt(square) / norm);
      objective.push(square / 2 + weight * totalVariationOf(volume, links));
      onIteration?.(iteration, Math.sqrt(square) / norm, volume);
    }
    onProgress?.((iteration + 1) / iterations, `pass ${iteration + 1} of ${iterations}`);
  }
  const largest = 2 * volume.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const dual = subsets.reduce((sum, subset) => sum + dualCost(subset), 0);
  return {
    volume: volume.slice(),
    residualNorms: Float64Array.from(residualNorms),
    objective: Float64Array.from(objective),
    dualityGap: objective[objective.length - 1] + dual + unbalance(state, largest)
  };
}

/** Of each voxel, the largest sum of its column of A among the subsets. */
function largestColumnSums(subsets: readonly TiltSubset[]): Float32Array {
  const sums = subsets.map(({ operator, measured }) =>
    operator.backproject(new Float32Array(measured.length).fill(1))
  );
  return sums.reduce((most, sum) => most.map((value, v) => Math.max(value, sum[v])));
}

/** The items in an order drawn at random (Fisher and Yates). */
function shuffled<T>(items: readonly T[], draw: () => number): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; --last) {
    const other = Math.floor(draw() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

function expectOptions(
  { size, slices, tilts }: ParallelBeam,
  given: { iterations: number; weight: number; count: number; support?: Uint8Array; start?: Float32Array }
): void {
  const { iterations, weight, count } = given;
  if (!(Number.isInteger(iterations) && iterations > 0))
    throw new Error(`invalid iterations: ${iterations}; must be a positive whole number`);
  if (!(Number.isFinite(weight) && weight >= 0))
    throw new Error(`invalid weight of the total variation: ${weight}; must be zero or a positive number`);
  if (!(Number.isInteger(count) && count > 0 && count <= tilts.length))
    throw new Error(`invalid subsets: ${count}; must be a whole number from 1 to the ${tilts.length} tilts`);
  const voxels = size * size * slices;
  for (const what of ["support", "start"] as const) {
    const found = given[what]?.length ?? voxels;
    if (found !== voxels)
      throw new Error(`invalid ${what}: ${found} voxels; must be ${voxels} for this beam`);
  }
  const bad = given.start?.findIndex((value) => !Number.isFinite(value)) ?? -1;
  if (bad >= 0)
    throw new Error(`invalid start: ${given.start?.[bad]} at voxel ${bad}; must be a finite number`);
  if (given.support && !given.support.some((inside) => inside !== 0))
    throw new Error("invalid support: no voxel in it; mark with 1 where the density may differ from zero");
}
