// Filtered back-projection of parallel-beam projections, slice by slice.
//
// f(x, z) = Σ Δθ q(θ, x cos θ + z sin θ), q the projection after the ramp filter and Δθ the interval of angle that a
// tilt stands for on the half circle. Kak & Slaney, Principles of Computerized Tomographic Imaging (1988), ch. 3.

import { expectProjections, type ParallelBeam } from "./parallel-beam.js";
import { interpolatingBackprojector } from "./projector.js";
import { filterProjections, type FilterOptions } from "./ramp-filter.js";

/**
 * Reconstructs a volume. A limited range of tilts gives what those tilts hold: nothing makes up for the missing wedge.
 * @param projections [tilt][x][y], line integrals in units of a voxel's edge
 * @returns the density per voxel, [z][x][y]
 * @throws if the projections do not fit the beam or hold numbers that are not finite
 */
export function filteredBackProjection(
  projections: Float32Array,
  beam: ParallelBeam,
  options: FilterOptions = {}
): Float32Array {
  const { size, slices, tilts } = beam;
  const backproject = interpolatingBackprojector(beam);
  expectProjections(projections, beam);
  const filtered = filterProjections(projections, { columns: size, slices }, options);
  const perTilt = size * slices;
  angularIntervals(tilts).forEach((weight, a) => {
    for (let p = a * perTilt; p < (a + 1) * perTilt; ++p) filtered[p] *= weight;
  });
  return backproject(filtered);
}

/**
 * The interval of angle, in radians, that each tilt stands for: half the way to its neighbours on the half circle.
 * The widest gap counts as a missing wedge, which no tilt stands for, if it is more than twice the median one.
 */
export function angularIntervals(tilts: Float64Array): Float64Array {
  const count = tilts.length;
  const angles = tilts.map((tilt) => ((tilt % Math.PI) + Math.PI) % Math.PI);
  const order = Array.from(angles.keys()).sort((a, b) => angles[a] - angles[b]);
  const gaps = order.map((a, k) =>
    k + 1 < count ? angles[order[k + 1]] - angles[a] : angles[order[0]] + Math.PI - angles[a]
  );
  const median = [...gaps].sort((a, b) => a - b)[count >> 1];
  const widest = gaps.indexOf(Math.max(...gaps));
  const intervals = new Float64Array(count);
  order.forEach((a, k) => {
    const before = (k + count - 1) % count;
    const wedge = (gap: number) => gap === widest && gaps[gap] > 2 * median;
    // At the edge of the wedge a tilt reaches as far outwards as it does inwards.
    const inwards = wedge(before) ? gaps[k] : gaps[before];
    intervals[a] = (wedge(before) ? inwards : gaps[before]) / 2 + (wedge(k) ? gaps[before] : gaps[k]) / 2;
  });
  return intervals;
}
