// Projections dealt out to subsets of tilts, each with the dual variables q of ½ ‖A x − b‖²:
//   q ← (q + σ (A x − b)) / (1 + σ),   σ = step / (sum of the row of A)
// (Pock & Chambolle, ICCV (2011) 1762, doi:10.1109/ICCV.2011.6126441). At the least, q = A x − b.

import type { ParallelBeam } from "./parallel-beam.js";
import { projector, type Projector } from "./projector.js";

export interface TiltSubset {
  readonly operator: Projector;
  /** b, [tilt of the subset][x][y], and likewise all below */
  readonly measured: Float32Array;
  readonly dual: Float32Array;
  /** σ / (1 + σ) */
  readonly share: Float32Array;
  /** room for A x */
  readonly projected: Float32Array;
}

/** Every `count`-th tilt from `first` on. @param within volume [z][x][y] of ones where the density may not be zero */
export function tiltSubset(
  projections: Float32Array,
  beam: ParallelBeam,
  { first, count, within, step }: { first: number; count: number; within: Float32Array; step: number }
): TiltSubset {
  const tilts = beam.tilts.filter((_, tilt) => tilt % count === first);
  const image = beam.size * beam.slices;
  const measured = new Float32Array(tilts.length * image);
  for (let k = 0; k < tilts.length; ++k) {
    const tilt = first + k * count;
    measured.set(projections.subarray(tilt * image, (tilt + 1) * image), k * image);
  }
  const operator = projector({ ...beam, tilts });
  const projected = operator.project(within);
  const share = projected.map((sum) => step / (step + Math.max(sum, 0)));
  return { operator, measured, dual: new Float32Array(measured.length), share, projected };
}

/** Updates q at the volume x and writes Aᵀ of its change to `change`. */
export function dualStep(subset: TiltSubset, volume: Float32Array, change: Float32Array): void {
  const { operator, measured, dual, share, projected } = subset;
  operator.project(volume, projected);
  for (let p = 0; p < dual.length; ++p) {
    const difference = share[p] * (projected[p] - measured[p] - dual[p]);
    dual[p] += difference;
    projected[p] = difference;
  }
  operator.backproject(projected, change);
}

/** Sets q = A x − b and writes Aᵀ q to `change`. */
export function dualAt(subset: TiltSubset, volume: Float32Array, change: Float32Array): void {
  const { operator, measured, dual } = subset;
  operator.project(volume, dual);
  for (let p = 0; p < dual.length; ++p) dual[p] -= measured[p];
  operator.backproject(dual, change);
}

/** ‖A x − b‖² of one subset. */
export function squaredResidual(subset: TiltSubset, volume: Float32Array): number {
  const { operator, measured, projected } = subset;
  operator.project(volume, projected);
  let sum = 0;
  for (let p = 0; p < measured.length; ++p) sum += (projected[p] - measured[p]) ** 2;
  return sum;
}

/** ½ ‖q‖² + q·b of one subset: its part of the dual problem. */
export function dualCost({ dual, measured }: TiltSubset): number {
  let sum = 0;
  for (let p = 0; p < dual.length; ++p) sum += dual[p] * (dual[p] / 2 + measured[p]);
  return sum;
}
