// Parallel-beam projections of a volume, and the exact adjoint, slice by slice: no slice depends on its neighbours, and
// results are the same bytes however slices are grouped.

import type { ParallelBeam } from "./parallel-beam.js";
import { supported } from "./assembly/shear.wasm.js";
import { plainProjector } from "./projector-plain.js";
import { simdProjector } from "./projector-simd.js";
import { interpolation } from "./shear-geometry.js";

export type { ParallelBeam } from "./parallel-beam.js";

export interface Projector {
  readonly beam: ParallelBeam;
  /** Volume [z][x][y] to line integrals [tilt][x][y], in units of a voxel's edge. */
  readonly project: (volume: Float32Array, out?: Float32Array) => Float32Array;
  /** Its transpose: projections [tilt][x][y] to a volume [z][x][y]. */
  readonly backproject: (projections: Float32Array, out?: Float32Array) => Float32Array;
}

/** @throws if the beam has no tilts, a tilt that is not finite, or sizes that are not positive whole numbers */
export function projector(beam: ParallelBeam): Projector {
  return (supported() && simdProjector(beam)) || plainProjector(beam);
}

/**
 * Adds up projections, read between the columns by cubic interpolation, over a volume [z][x][y]: sharper than the
 * adjoint, for filtered back-projection.
 * @throws as `projector` does
 */
export function interpolatingBackprojector(beam: ParallelBeam): Projector["backproject"] {
  const { backproject } =
    (supported() && simdProjector(beam, interpolation)) || plainProjector(beam, interpolation);
  return backproject;
}
