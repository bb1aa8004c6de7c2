// The parallel-beam projector and its adjoint in plain TypeScript: the reference for the compiled kernels, and what
// stands in for them where WebAssembly has no vectors.

import { expectBeam, expectLength, type ParallelBeam } from "./parallel-beam.js";
import type { Projector } from "./projector.js";
import { type Resampling, resampling, type Shear, shear, taps } from "./shear-geometry.js";

/** @throws if the beam is invalid */
export function plainProjector(beam: ParallelBeam, read = resampling): Projector {
  expectBeam(beam);
  const { size: n, slices, tilts } = beam;
  const [voxels, pixels] = [n * n * slices, tilts.length * n * slices];
  const views = Array.from(tilts, (tilt) => {
    const sheared = shear(tilt, beam);
    return { sheared, bins: read(sheared, beam) };
  });
  const cells = new Float32Array(Math.max(...views.map(({ sheared }) => sheared.cells)) * slices);

  /** Calls back once for every row and slice, with the row's first voxel and cell, its spacing, and its weight. */
  const eachRow = (
    { alongX, slope, shift }: Shear,
    visit: (v: number, step: number, k: number, w: number) => void
  ) => {
    const [outer, inner] = alongX ? [n * slices, slices] : [slices, n * slices];
    for (let j = 0; j < n; ++j) {
      const whole = Math.floor(shift + j * slope);
      for (let l = 0; l < slices; ++l)
        visit(j * outer + l, inner, whole * slices + l, shift + j * slope - whole);
    }
  };
  /** Calls back once for every bin, slice and tap: pixel, cell, weight. */
  const eachTap = (
    { first, weights }: Resampling,
    start: number,
    visit: (p: number, k: number, w: number) => void
  ) => {
    for (let i = 0; i < n; ++i)
      for (let m = 0; m < taps; ++m)
        for (let l = 0; l < slices; ++l)
          visit(start + i * slices + l, (first[i] + m) * slices + l, weights[i * taps + m]);
  };

  function project(volume: Float32Array, out: Float32Array = new Float32Array(pixels)): Float32Array {
    expectLength("volume", volume.length, voxels);
    expectLength("output", out.length, pixels);
    out.fill(0);
    views.forEach(({ sheared, bins }, a) => {
      cells.fill(0);
      eachRow(sheared, (v, step, k, w) => {
        for (let i = 0; i < n; ++i, v += step, k += slices) {
          cells[k] += (1 - w) * volume[v];
          cells[k + slices] += w * volume[v];
        }
      });
      eachTap(bins, a * n * slices, (p, k, w) => (out[p] += w * cells[k]));
    });
    return out;
  }

  function backproject(
    projections: Float32Array,
    out: Float32Array = new Float32Array(voxels)
  ): Float32Array {
    expectLength("projections", projections.length, pixels);
    expectLength("output", out.length, voxels);
    out.fill(0);
    views.forEach(({ sheared, bins }, a) => {
      cells.fill(0);
      eachTap(bins, a * n * slices, (p, k, w) => (cells[k] += w * projections[p]));
      eachRow(sheared, (v, step, k, w) => {
        for (let i = 0; i < n; ++i, v += step, k += slices)
          out[v] += (1 - w) * cells[k] + w * cells[k + slices];
      });
    });
    return out;
  }
  return { beam, project, backproject };
}
