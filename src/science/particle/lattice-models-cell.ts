// A crystal as an orthogonal block of atoms: the same block is looked at, cut into slices for multislice, and projected into
// columns. The three edges are lattice vectors at right angles, so that the block repeats.

import { type Cell, type Crystal, expandSites, toCartesian } from "../material/crystal.js";

/** Lattice vectors at right angles, in units of the cell's edges: to the right, up the page, towards the viewer. */
export interface BlockEdges {
  across: readonly [number, number, number];
  up: readonly [number, number, number];
  beam: readonly [number, number, number];
}

/** Layered oxide along [010], layers level. */
export const layeredEdges: BlockEdges = { across: [2, 1, 0], up: [0, 0, 1], beam: [0, 1, 0] };
/** Cubic structures in the same view: along [-110] with (111) level. */
export const cubicEdges: BlockEdges = { across: [1, 1, -2], up: [1, 1, 1], beam: [-1, 1, 0] };

/** An atom or a share of one; Å. */
export interface BlockAtom {
  x: number;
  y: number;
  z: number;
  element: string;
  label: string;
  occupancy: number;
  bIso: number;
}

export interface AtomBlock {
  /** Å: across, up, along the beam */
  size: [number, number, number];
  atoms: BlockAtom[];
}

/** @throws where the edges are not at right angles */
export function atomBlock(
  crystal: Crystal,
  edges: BlockEdges,
  repeats: readonly [number, number, number] = [1, 1, 1]
): AtomBlock {
  const m = toCartesian(crystal.cell);
  const vectors = [edges.across, edges.up, edges.beam].map((edge) => cartesian(m, edge));
  const lengths = vectors.map((v) => Math.hypot(...v));
  checkRight(vectors, lengths, crystal.cell);
  const reach = Math.max(...[edges.across, edges.up, edges.beam].flat().map(Math.abs)) * 3;
  const atoms: BlockAtom[] = [];
  const tiny = 1e-6;
  for (const { site, x, y, z } of expandSites(crystal)) {
    if (site.occupancy === 0) continue;
    for (let i = -reach; i <= reach; ++i)
      for (let j = -reach; j <= reach; ++j)
        for (let k = -reach; k <= reach; ++k) {
          const point = cartesian(m, [x + i, y + j, z + k]);
          const place = vectors.map((v, axis) => dot(v, point) / lengths[axis]);
          if (place.some((value, axis) => value < -tiny || value >= lengths[axis] - tiny)) continue;
          const [px, py, pz] = place.map((value) => Math.max(0, value));
          atoms.push({
            ...{ x: px, y: py, z: pz, element: site.element, label: site.label },
            ...{ occupancy: site.occupancy, bIso: site.bIso }
          });
        }
  }
  return repeat({ size: [lengths[0], lengths[1], lengths[2]], atoms }, repeats);
}

function repeat({ size, atoms }: AtomBlock, [nx, ny, nz]: readonly [number, number, number]): AtomBlock {
  const all: BlockAtom[] = [];
  for (let i = 0; i < nx; ++i)
    for (let j = 0; j < ny; ++j)
      for (let k = 0; k < nz; ++k)
        for (const atom of atoms)
          all.push({ ...atom, x: atom.x + i * size[0], y: atom.y + j * size[1], z: atom.z + k * size[2] });
  return { size: [size[0] * nx, size[1] * ny, size[2] * nz], atoms: all };
}

const dot = (a: readonly number[], b: readonly number[]): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

const cartesian = (m: Float64Array, [x, y, z]: readonly number[]): [number, number, number] => [
  m[0] * x + m[1] * y + m[2] * z,
  m[3] * x + m[4] * y + m[5] * z,
  m[6] * x + m[7] * y + m[8] * z
];

function checkRight(vectors: number[][], lengths: number[], cell: Cell): void {
  for (const [i, j] of [
    [0, 1],
    [0, 2],
    [1, 2]
  ])
    if (Math.abs(dot(vectors[i], vectors[j])) > 1e-6 * lengths[i] * lengths[j])
      throw new Error(
        `invalid edges of a block: edges ${i + 1} and ${j + 1} are not at right angles in a cell of ${cell.alpha}, ${cell.beta}, ${cell.gamma}°; choose other lattice vectors`
      );
}
