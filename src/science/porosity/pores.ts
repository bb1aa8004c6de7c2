// One row a pore: the components of void inside the particle, measured one by one. Elongation is √(λ₁/λ₃) of the voxels'
// covariance, each voxel with the 1/12 of its own width, so that one voxel has 1. Areas come from two estimators: Crofton's
// formula, unbiased for balls, and marching cubes on voxels, 8 % too large for balls however fine (test/…/pores.test.ts).

import { croftonAreas } from "../numerics/crofton.js";
import { squaredDistanceTransform } from "../numerics/distance-transform.js";
import { isosurface } from "../numerics/isosurface.js";
import { connectedComponents } from "../numerics/labels.js";
import { symmetricEigen } from "../numerics/symmetric-eigen.js";
import type { Shape } from "../numerics/volume-shape.js";
import { watershed } from "../numerics/watershed.js";
import type { SegmentSettings } from "./settings.js";

export interface Pore {
  /** from 1 on, falling volume */
  number: number;
  /** m³ */
  volume: number;
  /** m, of a ball of that volume */
  diameter: number;
  /** m, of its centre of mass from the particle's, [z, x, y] */
  centre: readonly [number, number, number];
  /** m, of that centre from the particle's */
  radius: number;
  /** m, from its nearest voxel to the particle's outer surface; 0 where it opens to it */
  depth: number;
  /** m², Crofton */
  area: number;
  /** m², marching cubes on the voxels */
  meshArea: number;
  /** longest over shortest principal width */
  elongation: number;
  /** it opens to the particle's outer surface */
  open: boolean;
  /** it touches the border of the volume: its volume, area and widths are lower bounds */
  atBorder: boolean;
  /** basins of its watershed: chambers behind necks */
  chambers: number;
}

export interface PoreTable {
  pores: Pore[];
  /** number of each voxel's pore, 0 elsewhere */
  labels: Int32Array;
  /** centre of mass of the particle, voxels [z, x, y] */
  middle: readonly [number, number, number];
  /** voxels, from each voxel of the particle to the nearest outside */
  depth: Float32Array;
}

/**
 * @param classes 0 outside, 1 oxide, 2 pore, [z][x][y]
 * @param voxel m
 * @param coarse leaves out what costs most: areas, elongation and chambers are NaN then
 */
export function poreTable(
  classes: Uint8Array,
  shape: Shape,
  voxel: number,
  { neighbours, neck }: Pick<SegmentSettings, "neighbours" | "neck">,
  coarse = false
): PoreTable {
  const dark = classes.map((c) => (c === 2 ? 1 : 0));
  const depth = squaredDistanceTransform(classes, shape, { outsideIsBackground: false });
  for (let p = 0; p < depth.length; ++p) depth[p] = Math.sqrt(depth[p]);
  const found = connectedComponents(dark, shape, { neighbours });
  const order = Array.from({ length: found.count }, (_, k) => k + 1).sort(
    (i, j) => found.sizes[j] - found.sizes[i] || i - j
  );
  const renamed = new Int32Array(found.count + 1);
  order.forEach((old, k) => (renamed[old] = k + 1));
  const labels = found.labels;
  for (let p = 0; p < labels.length; ++p) labels[p] = renamed[labels[p]];
  const sums = moments(labels, classes, depth, shape, found.count);
  const none = new Float64Array(found.count + 1).fill(NaN);
  const chambers = coarse ? none : chambersOf(dark, labels, shape, found.count, neck);
  const areas = coarse ? none : croftonAreas(labels, shape, found.count);
  const middle = sums.middle;
  const pores = order.map((_, k): Pore => {
    const n = sums.count[k + 1];
    const mean = [0, 1, 2].map((i) => sums.first[3 * (k + 1) + i] / n);
    const centre = mean.map((m, i) => (m - middle[i]) * voxel) as unknown as Pore["centre"];
    const box = sums.box.subarray(6 * (k + 1), 6 * (k + 2));
    const least = sums.depth[k + 1];
    return {
      number: k + 1,
      volume: n * voxel ** 3,
      diameter: Math.cbrt((6 * n) / Math.PI) * voxel,
      centre,
      radius: Math.hypot(...centre),
      // a voxel beside the outside has distance 1
      depth: Math.max(0, least - 1) * voxel,
      area: areas[k + 1] * voxel ** 2,
      meshArea: coarse ? NaN : meshArea(labels, k + 1, shape, box) * voxel ** 2,
      elongation: coarse ? NaN : elongation(sums.second.subarray(6 * (k + 1), 6 * (k + 2)), mean, n),
      open: least <= 1,
      atBorder:
        box[0] === 0 ||
        box[1] === 0 ||
        box[2] === 0 ||
        box[3] === shape[0] - 1 ||
        box[4] === shape[1] - 1 ||
        box[5] === shape[2] - 1,
      chambers: chambers[k + 1]
    };
  });
  return { pores, labels, middle, depth };
}

function moments(labels: Int32Array, classes: Uint8Array, depth: Float32Array, shape: Shape, count: number) {
  const [na, nb, nc] = shape;
  const first = new Float64Array(3 * (count + 1));
  const second = new Float64Array(6 * (count + 1));
  const box = new Int32Array(6 * (count + 1));
  const least = new Float64Array(count + 1).fill(Infinity);
  const n = new Float64Array(count + 1);
  for (let k = 0; k <= count; ++k) box.set([na, nb, nc, -1, -1, -1], 6 * k);
  const whole = [0, 0, 0, 0];
  for (let a = 0, p = 0; a < na; ++a)
    for (let b = 0; b < nb; ++b)
      for (let c = 0; c < nc; ++c, ++p) {
        if (classes[p] === 0) continue;
        whole[0] += a;
        whole[1] += b;
        whole[2] += c;
        ++whole[3];
        const k = labels[p];
        if (k === 0) continue;
        ++n[k];
        first[3 * k] += a;
        first[3 * k + 1] += b;
        first[3 * k + 2] += c;
        second[6 * k] += a * a;
        second[6 * k + 1] += b * b;
        second[6 * k + 2] += c * c;
        second[6 * k + 3] += a * b;
        second[6 * k + 4] += a * c;
        second[6 * k + 5] += b * c;
        const at = [a, b, c];
        for (let i = 0; i < 3; ++i) {
          if (at[i] < box[6 * k + i]) box[6 * k + i] = at[i];
          if (at[i] > box[6 * k + 3 + i]) box[6 * k + 3 + i] = at[i];
        }
        if (depth[p] < least[k]) least[k] = depth[p];
      }
  const middle = [whole[0] / whole[3], whole[1] / whole[3], whole[2] / whole[3]] as const;
  return { first, second, box, depth: least, count: n, middle };
}

function elongation(second: Float64Array, [a, b, c]: readonly number[], n: number): number {
  const own = 1 / 12;
  const [aa, bb, cc] = [
    second[0] / n - a * a + own,
    second[1] / n - b * b + own,
    second[2] / n - c * c + own
  ];
  const [ab, ac, bc] = [second[3] / n - a * b, second[4] / n - a * c, second[5] / n - b * c];
  const { values } = symmetricEigen(Float64Array.of(aa, ab, ac, ab, bb, bc, ac, bc, cc), 3);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return Math.sqrt(most / Math.max(own, least));
}

function chambersOf(
  dark: Uint8Array,
  labels: Int32Array,
  shape: Shape,
  count: number,
  neck: number
): Int32Array {
  const chambers = new Int32Array(count + 1);
  if (count === 0) return chambers;
  const distance = squaredDistanceTransform(dark, shape, { outsideIsBackground: true });
  for (let p = 0; p < distance.length; ++p) distance[p] = Math.sqrt(distance[p]);
  const basins = watershed(distance, shape, { depth: neck });
  const owner = new Int32Array(basins.count + 1);
  basins.labels.forEach((basin, p) => {
    if (basin > 0) owner[basin] = labels[p];
  });
  for (let k = 1; k <= basins.count; ++k) ++chambers[owner[k]];
  // pores of voxels that meet at corners alone fall apart into more basins than they have chambers, never into fewer than 1
  return chambers;
}

/** Area of the triangles about one pore, in faces of a voxel. */
function meshArea(labels: Int32Array, k: number, [, nb, nc]: Shape, box: Int32Array): number {
  const [a0, b0, c0, a1, b1, c1] = box;
  const shape: Shape = [a1 - a0 + 3, b1 - b0 + 3, c1 - c0 + 3];
  const own = new Uint8Array(shape[0] * shape[1] * shape[2]);
  for (let a = a0; a <= a1; ++a)
    for (let b = b0; b <= b1; ++b) {
      const from = (a * nb + b) * nc;
      const to = ((a - a0 + 1) * shape[1] + (b - b0 + 1)) * shape[2] + 1 - c0;
      for (let c = c0; c <= c1; ++c) if (labels[from + c] === k) own[to + c] = 1;
    }
  return isosurface(own, shape, 0.5).area;
}
