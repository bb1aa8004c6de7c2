// A porous particle as voxels: the share of oxide in each, with what a voxel holds of a pore's or crack's edge. Places are
// in metres, so that a finer grid only draws the same particle sharper.

import { noiseAt } from "./noise-field.js";
import { type BallPore, type Crack, poreShapes, type PoreShapes } from "./pore-network-shapes.js";
import { poreState, type PoreState } from "./pore-network-states.js";

/** Edge of the cube that is drawn, m: the particle and a margin of vacuum. */
export const poreField = 17.6e-6;

export interface PoreNetwork {
  state: PoreState;
  shapes: PoreShapes;
  /** voxels along an edge */
  size: number;
  /** m */
  voxel: number;
  /** share of oxide, [z][x][y] */
  solid: Float32Array;
  /** 1 inside the particle's outer surface, whether oxide or pore: at least half of the voxel */
  particle: Uint8Array;
}

/**
 * @param size voxels along an edge: 128 makes them 137.5 nm wide, 880 the study's 20 nm
 * @param seed another particle of the same kind
 * @throws where the state is unknown or the size is not a whole number from 16 to 1024
 */
export function poreNetwork(id: string | PoreState, { size = 128, seed = 1 } = {}): PoreNetwork {
  if (!(Number.isInteger(size) && size >= 16 && size <= 1024))
    throw new Error(`invalid size: ${size} voxels along an edge; must be a whole number from 16 to 1024`);
  const state = typeof id === "string" ? poreState(id) : id;
  const shapes = poreShapes(state, seed);
  const voxel = poreField / size;
  const solid = new Float32Array(size ** 3);
  const particle = new Uint8Array(size ** 3);
  const middle = (size - 1) / 2;
  for (let z = 0, p = 0; z < size; ++z)
    for (let x = 0; x < size; ++x)
      for (let y = 0; y < size; ++y, ++p) {
        const from = voxel * Math.sqrt((z - middle) ** 2 + (x - middle) ** 2 + (y - middle) ** 2);
        solid[p] = Math.min(1, Math.max(0, 0.5 + (shapes.radius - from) / voxel));
        particle[p] = solid[p] >= 0.5 ? 1 : 0;
      }
  const grid = { size, voxel, middle, solid };
  for (const crack of shapes.cracks) openCrack(grid, crack, shapes.radius);
  for (const ball of shapes.balls) carveBall(grid, ball);
  return { state, shapes, size, voxel, solid, particle };
}

interface Grid {
  size: number;
  voxel: number;
  middle: number;
  solid: Float32Array;
}

/** Where pores overlap the emptier counts: a voxel keeps the least share of oxide that any of them leaves it. */
function leave({ solid }: Grid, p: number, share: number): void {
  if (share < solid[p]) solid[p] = share;
}

function carveBall(grid: Grid, { centre, radius }: BallPore): void {
  const { size, voxel, middle } = grid;
  const [cz, cx, cy] = centre.map((c) => c / voxel + middle);
  const r = radius / voxel;
  const range = (c: number): [number, number] => [
    Math.max(0, Math.floor(c - r)),
    Math.min(size - 1, Math.ceil(c + r))
  ];
  const [[z0, z1], [x0, x1], [y0, y1]] = [range(cz), range(cx), range(cy)];
  // a ball of a few voxels is curved within one: there the share is counted on points, as on a flat wall it would be wrong
  const points = r < 3 ? 5 : 0;
  for (let z = z0; z <= z1; ++z)
    for (let x = x0; x <= x1; ++x)
      for (let y = y0; y <= y1; ++y) {
        const from = Math.hypot(z - cz, x - cx, y - cy);
        if (from > r + 0.9) continue;
        const share = points > 0 ? pointsInside(z - cz, x - cx, y - cy, r, points) : r - from + 0.5;
        leave(grid, (z * size + x) * size + y, 1 - Math.min(1, Math.max(0, share)));
      }
}

/** Share of n³ points within the voxel at z, x, y that a ball of radius r about 0 holds. */
function pointsInside(z: number, x: number, y: number, r: number, n: number): number {
  let inside = 0;
  for (let i = 0; i < n; ++i)
    for (let j = 0; j < n; ++j) {
      const left = r * r - (z + (i + 0.5) / n - 0.5) ** 2 - (x + (j + 0.5) / n - 0.5) ** 2;
      if (left < 0) continue;
      for (let k = 0; k < n; ++k) if ((y + (k + 0.5) / n - 0.5) ** 2 <= left) ++inside;
    }
  return inside / n ** 3;
}

function openCrack(grid: Grid, crack: Crack, particleRadius: number): void {
  const { size, voxel, middle } = grid;
  const { normal: n, direction: d, halfOpening, reach, sector, waves, waviness } = crack;
  const most = waviness * 3 + halfOpening + voxel;
  for (let z = 0, p = 0; z < size; ++z)
    for (let x = 0; x < size; ++x)
      for (let y = 0; y < size; ++y, ++p) {
        const [pz, px, py] = [(z - middle) * voxel, (x - middle) * voxel, (y - middle) * voxel];
        const flat = n[0] * pz + n[1] * px + n[2] * py;
        if (Math.abs(flat) > most) continue;
        const square = pz * pz + px * px + py * py;
        const from = Math.sqrt(square);
        if (from > Math.min(reach, particleRadius + voxel)) continue;
        const along = (d[0] * pz + d[1] * px + d[2] * py) / (from || 1);
        const angle = Math.acos(Math.min(1, Math.max(-1, along)));
        if (angle > sector) continue;
        const w = halfOpening * Math.sqrt((1 - square / reach ** 2) * (1 - (angle / sector) ** 2));
        const away = flat + waviness * noiseAt(waves, pz, px, py);
        const covered = Math.min(away + 0.5 * voxel, w) - Math.max(away - 0.5 * voxel, -w);
        if (covered > 0) leave(grid, p, 1 - covered / voxel);
      }
}

/** Share of the particle's volume that is void, whatever the voxels can tell apart: cracks that open outwards count too. */
export function truePorosity({ solid, voxel, shapes }: PoreNetwork): number {
  const oxide = solid.reduce((sum, share) => sum + share, 0) * voxel ** 3;
  return 1 - oxide / ((4 / 3) * Math.PI * shapes.radius ** 3);
}
