// The sample of electron microscopy: a lamella seen along its columns of atoms, with all that is true about each of them.

import type { Crystal } from "../material/crystal.js";
import { layeredOxide } from "../material/structures.js";
import { displacementGradient, type Displacement, still } from "./lattice-models-displacements.js";
import {
  type LatticePhase,
  latticeSites,
  occupancy,
  oxygenShift,
  projectedCell,
  type ProjectedCell,
  type SiteState
} from "./lattice-models-sites.js";

/** What a column's surroundings are, besides their phase. */
export const latticeDomains = ["regular", "metal-deficient", "twisted", "void"] as const;
export type LatticeDomain = 0 | 1 | 2 | 3;

/**
 * Columns of atoms in a field of `width` × `height` Å (origin at the upper left, x to the right along the layers, y down),
 * with a margin around it so that the image's edges are complete. Arrays have one item a column but for `atoms`.
 */
export interface ProjectedColumns {
  width: number;
  height: number;
  /** Å along the beam, where nothing is missing and no wedge */
  thickness: number;
  cell: ProjectedCell;
  count: number;
  /** Å, where the column stands */
  x: Float64Array;
  y: Float64Array;
  /** Å, from its place in the perfect lattice */
  ux: Float64Array;
  uy: Float64Array;
  /** index into `columnKinds` */
  kind: Uint8Array;
  /** index into `latticePhases` */
  phase: Uint8Array;
  /** index into `latticeDomains` */
  domain: Uint8Array;
  /** atoms of each of `species` in the column: [column][species] */
  atoms: Float32Array;
  /** Å, root mean square of the displacement along the beam (a slab that is twisted along it), each axis */
  smear: Float32Array;
  /** Å, start along the beam */
  offset: Float32Array;
  /** true deformation F − I at the column */
  exx: Float32Array;
  eyy: Float32Array;
  exy: Float32Array;
  /** rad, from x towards y */
  rotation: Float32Array;
}

/** What a scene says about each reference position; all fields are optional but the size. */
export interface LatticeScene {
  width: number;
  height: number;
  /** Å */
  thickness: number;
  crystal?: Crystal;
  displacement?: Displacement;
  /** false in vacuum */
  inside?: (x: number, y: number) => boolean;
  phase?: (x: number, y: number) => LatticePhase;
  metalMissing?: (x: number, y: number) => number;
  tetrahedral?: (x: number, y: number) => number;
  /** share of the thickness that is solid, 0 … 1 */
  solid?: (x: number, y: number) => number;
  /** thickness there over `thickness` */
  wedge?: (x: number, y: number) => number;
  smear?: (x: number, y: number) => number;
  domain?: (x: number, y: number) => LatticeDomain;
}

/** Å beyond the field */
const margin = 12;

/** @throws where the field or the thickness is not positive, or so large that it would hold over a million columns */
export function projectedColumns(scene: LatticeScene): ProjectedColumns {
  const { width, height, thickness, displacement = still } = scene;
  const cell = projectedCell(scene.crystal ?? layeredOxide());
  checkScene(scene, cell);
  const sites = latticeSites(cell, [-margin, -margin, width + margin, height + margin]);
  const rows: number[][] = [];
  const state: SiteState = { phase: 0, metalMissing: 0, tetrahedral: 0 };
  const share = new Float64Array(5);
  for (const site of sites) {
    const { x, y } = site;
    if (scene.inside && !scene.inside(x, y)) continue;
    const solid = scene.solid?.(x, y) ?? 1;
    state.phase = scene.phase?.(x, y) ?? 0;
    state.metalMissing = scene.metalMissing?.(x, y) ?? 0;
    state.tetrahedral = scene.tetrahedral?.(x, y) ?? 0;
    occupancy(site, state, share);
    const positions = ((scene.wedge?.(x, y) ?? 1) * solid * thickness) / cell.a;
    if (positions <= 0 || share.every((value) => value < 1e-4)) continue;
    const [ux, uy] = displacement(x, y);
    const [xx, xy, yx, yy] = displacementGradient(displacement, x, y);
    const dy = site.kind === 2 ? oxygenShift(site, state.phase, cell) : 0;
    rows.push([
      ...[x + ux, y + dy + uy, ux, uy, site.kind, state.phase, scene.domain?.(x, y) ?? 0],
      ...[scene.smear?.(x, y) ?? 0, site.offset * cell.a, xx, yy, 0.5 * (xy + yx), 0.5 * (yx - xy)],
      ...Array.from(share, (value) => value * positions)
    ]);
  }
  const column = (k: number) => rows.map((row) => row[k]);
  return {
    ...{ width, height, thickness, cell, count: rows.length },
    x: Float64Array.from(column(0)),
    y: Float64Array.from(column(1)),
    ux: Float64Array.from(column(2)),
    uy: Float64Array.from(column(3)),
    kind: Uint8Array.from(column(4)),
    phase: Uint8Array.from(column(5)),
    domain: Uint8Array.from(column(6)),
    smear: Float32Array.from(column(7)),
    offset: Float32Array.from(column(8)),
    exx: Float32Array.from(column(9)),
    eyy: Float32Array.from(column(10)),
    exy: Float32Array.from(column(11)),
    rotation: Float32Array.from(column(12)),
    atoms: Float32Array.from(rows.flatMap((row) => row.slice(13)))
  };
}

function checkScene({ width, height, thickness }: LatticeScene, { w, d }: ProjectedCell): void {
  for (const [name, value] of Object.entries({ width, height, thickness }))
    if (!(value > 0 && value < Infinity))
      throw new Error(`invalid ${name} of the lamella: ${value} Å; must be above 0`);
  const expected = (4 * (width + 2 * margin) * (height + 2 * margin)) / (w * d);
  if (expected > 1e6)
    throw new Error(
      `invalid field: ${width} × ${height} Å would hold about ${Math.round(expected)} columns; must be below a million: make it smaller`
    );
}
