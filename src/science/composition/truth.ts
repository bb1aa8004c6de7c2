// What the analysis should have found: the sample's own densities on the grid of the result, and their classes by the
// same rule against the intended composition. The sample is moved by whole voxels of its own first, to where the result
// lies: an alignment cannot tell jitter from a sample that stood elsewhere.

import { composition } from "../material/composition.js";
import type { Fragment } from "../particle/fragment.js";
import type { CompositionResult } from "./analysis.js";
import { binVolume } from "./binning.js";
import { classify } from "./classes.js";
import { byElement, type ByElement } from "./edge-difference.js";
import { atoms, metalToOxygen, solidVoxels } from "./segment.js";

/** TM/O of the pristine compound as it is meant to be */
export const intendedRatio = (composition.Mn + composition.Co + composition.Ni) / composition.O;

export interface Truth {
  /** mol/m³, [z][x][y] on the grid of the result */
  densities: ByElement<Float32Array>;
  /** (TM/O)/intended, NaN outside */
  ratio: Float32Array;
  classes: Uint8Array;
  /** m along z, x, y by which the sample was moved */
  moved: readonly [number, number, number];
}

type Grid = Pick<CompositionResult, "size" | "slices" | "voxel">;

/**
 * @param moved whole voxels of the sample along z, x, y
 * @param solid share of the solid's atoms from which on a voxel has a class
 * @throws where the voxels of the result are not whole multiples of the sample's
 */
export function truthOn(
  grid: Grid,
  sample: Fragment,
  { threshold, solid }: { threshold: number; solid: number },
  moved: readonly [number, number, number] = [0, 0, 0]
): Truth {
  const b = Math.round(grid.voxel / sample.voxel);
  if (
    Math.abs(grid.voxel / sample.voxel - b) > 1e-6 ||
    b * grid.size !== sample.size ||
    b * grid.slices !== sample.size
  )
    throw new Error(
      `unsupported grid: ${grid.size} × ${grid.size} × ${grid.slices} voxels of ${grid.voxel} m over a sample of ` +
        `${sample.size}³ voxels of ${sample.voxel} m; must cover it with whole multiples of its voxels`
    );
  const densities = byElement((element) =>
    binVolume(moveVoxels(sample.densities[element], sample.size, moved), sample.size, sample.size, b)
  );
  const all = new Uint8Array(densities.O.length).fill(1);
  const ratio = metalToOxygen(
    densities,
    solidVoxels(densities, all, solid),
    [grid.size, grid.size, grid.slices],
    0
  );
  for (let v = 0; v < ratio.length; ++v) ratio[v] /= intendedRatio;
  const [z, x, y] = moved.map((steps) => steps * sample.voxel);
  return { densities, ratio, classes: classify(ratio, threshold), moved: [z, x, y] };
}

/** Whole voxels of the sample from its centre of mass to that of the result, along z, x, y. */
export function displacement(result: CompositionResult, sample: Fragment): [number, number, number] {
  const truth = truthOn(result, sample, { threshold: 1, solid: result.settings.solid });
  const found = centre(atoms(result.densities), result.classes, result);
  const real = centre(atoms(truth.densities), truth.classes, result);
  const b = result.voxel / sample.voxel;
  const whole = (axis: number) => Math.round((found[axis] - real[axis]) * b) || 0;
  return [whole(0), whole(1), whole(2)];
}

function centre(density: Float32Array, mask: Uint8Array, { size, slices }: Grid): number[] {
  const sums = [0, 0, 0, 0];
  density.forEach((value, v) => {
    if (!mask[v]) return;
    const y = v % slices;
    const x = Math.floor(v / slices) % size;
    const z = Math.floor(v / slices / size);
    [z, x, y, 1].forEach((factor, k) => (sums[k] += value * factor));
  });
  return sums.slice(0, 3).map((sum) => sum / sums[3]);
}

/** Zeros come in where nothing was. */
function moveVoxels(
  volume: Float32Array,
  n: number,
  [dz, dx, dy]: readonly [number, number, number]
): Float32Array {
  if (dz === 0 && dx === 0 && dy === 0) return volume;
  const out = new Float32Array(volume.length);
  for (let z = Math.max(0, dz); z < Math.min(n, n + dz); ++z)
    for (let x = Math.max(0, dx); x < Math.min(n, n + dx); ++x)
      for (let y = Math.max(0, dy); y < Math.min(n, n + dy); ++y)
        out[(z * n + x) * n + y] = volume[((z - dz) * n + x - dx) * n + y - dy];
  return out;
}
