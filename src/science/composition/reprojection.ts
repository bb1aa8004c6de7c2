// Refinement of an alignment by reprojection: the projections as aligned so far give a quick reconstruction, its own
// projections are registered against them, and what displaces them is added. Images should agree with one volume, and
// a reconstruction from all of them blurs what one of them has wrong.
// Dengler, Ultramicroscopy 30 (1989) 337, doi:10.1016/0304-3991(89)90064-X; Gürsoy et al., Sci. Rep. 7 (2017) 11818,
// doi:10.1038/s41598-017-12141-9.

import { projector } from "../numerics/projector.js";
import { sirt } from "../numerics/sirt.js";
import type { TaskOptions } from "../task.js";
import { registerShift } from "./register-shift.js";
import { shiftImage } from "./shift-image.js";

export const reprojectionIterations = 12;

/**
 * @param images OD, one [x][y] a tilt
 * @param shifts pixels, [tilt]; changed in place
 */
export function refineByReprojection(
  images: Float32Array[],
  { columns, rows, tilts }: { columns: number; rows: number; tilts: Float64Array },
  shifts: { x: Float64Array; y: Float64Array },
  rounds: number,
  { signal, onProgress }: TaskOptions = {}
): void {
  const pixels = columns * rows;
  const beam = { size: columns, slices: rows, tilts };
  const { project } = projector(beam);
  const aligned = new Float32Array(tilts.length * pixels);
  for (let round = 0; round < rounds; ++round) {
    images.forEach((image, a) =>
      shiftImage(
        image,
        columns,
        rows,
        shifts.x[a],
        shifts.y[a],
        aligned.subarray(a * pixels, (a + 1) * pixels)
      )
    );
    const { volume } = sirt(aligned, beam, { iterations: reprojectionIterations, nonNegative: true, signal });
    const reprojected = project(volume);
    images.forEach((_, a) => {
      const [from, to] = [a * pixels, (a + 1) * pixels];
      const rest = registerShift(aligned.subarray(from, to), reprojected.subarray(from, to), columns, rows);
      shifts.x[a] += rest.x;
      shifts.y[a] += rest.y;
    });
    onProgress?.((round + 1) / rounds, `alignment by reprojection, round ${round + 1} of ${rounds}`);
  }
}
