// Watershed of a distance map: pores that touch are parted at the narrowest place between them.
//
// Each voxel of the phase climbs in order of falling distance to its background; a voxel without labelled neighbours
// starts a basin, and of two basins that meet, the lower joins the higher where its summit stands less than `depth` above
// the pass, so that a rough wall makes no pores of its own. Basins that are left divide the phase without gaps.
// Vincent & Soille, IEEE TPAMI 13 (1991) 583, doi 10.1109/34.87344; joining by the height of the summit over the pass:
// Soille, Morphological Image Analysis (2004), ch. 9 (h-maxima).

import { root } from "./union-find.js";
import { checkShape, type Shape } from "./volume-shape.js";

export interface Basins {
  /** 0 outside the phase, else the basin from 1 on, in order of falling summits; the volume's shape */
  labels: Int32Array;
  count: number;
  /** greatest distance in each basin, 1 … count; 0 at 0 */
  summits: Float64Array;
}

/** Distances are sorted by steps of this share of a voxel, so that sorting takes linear time. */
const steps = 64;

/**
 * @param distance of each voxel of the phase to its background, in voxels; 0 outside the phase
 * @param depth least height of a summit over the pass to the next, in voxels
 * @throws where the length is not the shape's, a distance is not finite, or the depth is negative
 */
export function watershed(distance: Float32Array, shape: Shape, { depth = 0.5 } = {}): Basins {
  checkShape("distance", distance.length, shape);
  if (!(depth >= 0)) throw new Error(`invalid depth of basins: ${depth}; must be 0 voxels or more`);
  const [, nb, nc] = shape;
  const slice = nb * nc;
  const order = fallingOrder(distance);
  const own = new Int32Array(distance.length).fill(-1);
  const parent = new Int32Array(order.length);
  const summit = new Float32Array(order.length);
  let basins = 0;
  const near = new Int32Array(6);
  const steps6 = [-1, 1, -nc, nc, -slice, slice];
  for (const p of order) {
    const here = distance[p];
    const c = p % nc;
    const b = ((p - c) / nc) % nb;
    let found = 0;
    for (let side = 0; side < 6; ++side) {
      if (side === 0 ? c === 0 : side === 1 && c === nc - 1) continue;
      if (side === 2 ? b === 0 : side === 3 && b === nb - 1) continue;
      const q = p + steps6[side];
      if (q < 0 || q >= own.length || own[q] < 0) continue;
      const basin = root(parent, own[q]);
      let known = false;
      for (let k = 0; k < found; ++k) known ||= near[k] === basin;
      if (!known) near[found++] = basin;
    }
    if (found === 0) {
      parent[basins] = basins;
      summit[basins] = here;
      own[p] = basins++;
      continue;
    }
    let best = near[0];
    for (let k = 1; k < found; ++k)
      if (summit[near[k]] > summit[best] || (summit[near[k]] === summit[best] && near[k] < best))
        best = near[k];
    own[p] = best;
    for (let k = 0; k < found; ++k) {
      const other = near[k];
      if (other !== best && summit[other] - here < depth) parent[other] = best;
    }
  }
  return numbered(own, parent, summit, basins);
}

/** Voxels of the phase, those farthest from the background first; equal ones in the order of the volume. */
function fallingOrder(distance: Float32Array): Int32Array {
  let largest = 0;
  let phase = 0;
  for (let p = 0; p < distance.length; ++p) {
    if (!Number.isFinite(distance[p]))
      throw new Error(
        `invalid distance: ${distance[p]} at voxel ${p}; must be finite: the volume holds no background, or count what is outside as such`
      );
    if (distance[p] > 0) ++phase;
    if (distance[p] > largest) largest = distance[p];
  }
  const levels = Math.ceil(largest * steps) + 1;
  const start = new Int32Array(levels + 1);
  const levelOf = (d: number) => levels - 1 - Math.floor(d * steps);
  for (let p = 0; p < distance.length; ++p) if (distance[p] > 0) ++start[levelOf(distance[p]) + 1];
  for (let k = 0; k < levels; ++k) start[k + 1] += start[k];
  const order = new Int32Array(phase);
  for (let p = 0; p < distance.length; ++p) if (distance[p] > 0) order[start[levelOf(distance[p])]++] = p;
  return order;
}

function numbered(own: Int32Array, parent: Int32Array, summit: Float32Array, basins: number): Basins {
  const roots: number[] = [];
  for (let k = 0; k < basins; ++k) if (root(parent, k) === k) roots.push(k);
  roots.sort((i, j) => summit[j] - summit[i] || i - j);
  const number = new Int32Array(basins);
  roots.forEach((k, i) => (number[k] = i + 1));
  const labels = new Int32Array(own.length);
  for (let p = 0; p < own.length; ++p) if (own[p] >= 0) labels[p] = number[root(parent, own[p])];
  return {
    labels,
    count: roots.length,
    summits: Float64Array.from([0, ...roots.map((k) => summit[k])])
  };
}
