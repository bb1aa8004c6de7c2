/** Blocks of atoms out of the lamellae, for the pictures of their models. Å; x right, y down, z along the beam. */
import { latticeAtoms } from "../../science/particle/lattice-models-atoms.js";
import type { ProjectedColumns } from "../../science/particle/lattice-models-columns.js";
import { species, type Species } from "../../science/particle/lattice-models-sites.js";

export interface Atoms {
  /** x, y, z of each */
  positions: Float32Array;
  /** index into `species` */
  species: Uint8Array;
  /** Å that a species is drawn with */
  radii: readonly number[];
  /** x, y of the upper left corner */
  corner: readonly [number, number];
  /** width, height, depth */
  size: readonly [number, number, number];
}

/** Drawn smaller than they are, so that one sees past them. */
const radii: Record<Species, number> = { Li: 0.5, O: 0.55, Mn: 0.62, Co: 0.62, Ni: 0.62 };

/** @param box left, top, right, bottom, Å @param depth Å */
export function atomsOf(
  sample: ProjectedColumns,
  box: readonly [number, number, number, number],
  depth: number
): Atoms {
  const { positions, species: kinds } = latticeAtoms(sample, box, depth);
  return {
    ...{ positions, species: kinds, radii: species.map((name) => radii[name]) },
    corner: [box[0], box[1]],
    size: [box[2] - box[0], box[3] - box[1], depth]
  };
}

/** How many atoms of each species there are. */
export function tally({ species: kinds }: Atoms): number[] {
  const counts = species.map(() => 0);
  for (const kind of kinds) ++counts[kind];
  return counts;
}
