// Atoms in three dimensions from the columns of a lamella, for a viewer: each place along the beam is drawn from the column's
// composition, with a seed, so that a quarter of a column missing looks like it.

import { random } from "../numerics/rng.js";
import type { ProjectedColumns } from "./lattice-models-columns.js";
import { species } from "./lattice-models-sites.js";

/** Å; `species` index of each atom, `column` that it belongs to. */
export interface LatticeAtoms {
  count: number;
  /** x, y, z of each */
  positions: Float32Array;
  species: Uint8Array;
  column: Uint32Array;
}

/**
 * @param box left, top, right, bottom in Å of the lamella's field
 * @param depth Å along the beam
 * @throws where more than 200 000 atoms would result
 */
export function latticeAtoms(
  columns: ProjectedColumns,
  box: readonly [number, number, number, number],
  depth: number,
  seed = 1
): LatticeAtoms {
  const uniform = random(seed);
  const { a } = columns.cell;
  const layers = Math.max(1, Math.round(depth / a));
  const positions: number[] = [];
  const kinds: number[] = [];
  const owners: number[] = [];
  const full = columns.thickness / a;
  for (let i = 0; i < columns.count; ++i) {
    const [x, y] = [columns.x[i], columns.y[i]];
    if (x < box[0] || y < box[1] || x > box[2] || y > box[3]) continue;
    for (let layer = 0; layer < layers; ++layer) {
      let draw = uniform();
      for (let s = 0; s < species.length; ++s) {
        draw -= columns.atoms[species.length * i + s] / full;
        if (draw >= 0) continue;
        positions.push(x, y, layer * a + columns.offset[i]);
        kinds.push(s);
        owners.push(i);
        break;
      }
    }
    if (owners.length > 200_000)
      throw new Error(
        `invalid box: it holds more than 200000 atoms; make it smaller than ${(box[2] - box[0]).toFixed(0)} × ${(box[3] - box[1]).toFixed(0)} × ${depth} Å`
      );
  }
  return {
    count: owners.length,
    positions: Float32Array.from(positions),
    species: Uint8Array.from(kinds),
    column: Uint32Array.from(owners)
  };
}
