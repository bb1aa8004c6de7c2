// Three lamellae as the study describes them: pristine layers; a surface of rock salt, then spinel, then layers with
// nanovoids; bent and turned slabs with a metal-poor domain. Positions in Å, see `ProjectedColumns`.

import { type ProjectedColumns, projectedColumns } from "./lattice-models-columns.js";
import { bend, type Displacement, sumOf, turnedPatch } from "./lattice-models-displacements.js";
import {
  distortedLatticeParameters,
  fastSurfaceValues,
  pristineLatticeParameters,
  surfaceLatticeParameters,
  type Values,
  valuesOf
} from "./lattice-models-parameters.js";
import { type LatticePhase, projectedCell, transformationStrain } from "./lattice-models-sites.js";
import { random } from "../numerics/rng.js";

export interface Field {
  /** Å */
  width: number;
  height: number;
}

export type PristineLattice = Values<typeof pristineLatticeParameters>;
export type SurfaceLattice = Values<typeof surfaceLatticeParameters>;
export type DistortedLattice = Values<typeof distortedLatticeParameters>;

/** Undisturbed layers. */
export function pristineLattice(field: Field, options: Partial<PristineLattice> = {}): ProjectedColumns {
  return projectedColumns({ ...field, ...valuesOf(pristineLatticeParameters), ...options });
}

/** A nanovoid: an ellipsoid, `radius` across the beam. */
export interface Nanovoid {
  x: number;
  y: number;
  radius: number;
}

/** Where the voids of a surface scene are: in the layers, apart from each other, the same for the same seed. */
export function nanovoids(field: Field, o: SurfaceLattice, seed: number): Nanovoid[] {
  const uniform = random(seed);
  const start = o.vacuum + o.rockSalt + o.spinel + 1.5 * o.voidRadius;
  const found: Nanovoid[] = [];
  for (let trial = 0; trial < 400 && found.length < o.voids; ++trial) {
    const radius = o.voidRadius * (0.8 + 0.4 * uniform());
    const x = start + (field.width - start - radius) * uniform();
    const y = radius + (field.height - 2 * radius) * uniform();
    if (found.every((other) => Math.hypot(other.x - x, other.y - y) > other.radius + radius + 10))
      found.push({ x, y, radius });
  }
  return found;
}

/** Particle to the right of vacuum; its surface layers are free along x and coherent along y. */
export function surfaceLattice(
  field: Field,
  options: Partial<SurfaceLattice> = {},
  seed = 1
): ProjectedColumns {
  const o: SurfaceLattice = { ...valuesOf(surfaceLatticeParameters), ...options };
  const cell = projectedCell();
  const voids = nanovoids(field, o, seed);
  const [rock, spinelStrain] = [transformationStrain(2, cell), transformationStrain(1, cell)];
  const wave = (y: number, shift: number) =>
    o.roughness * Math.sin((2 * Math.PI * y) / (0.6 * field.height) + shift);
  const edges = (y: number) => {
    const surface = o.vacuum + wave(y, 0);
    const toSpinel = Math.max(surface, o.vacuum + o.rockSalt + wave(y, 2));
    return { surface, toSpinel, toLayers: Math.max(toSpinel, o.vacuum + o.rockSalt + o.spinel + wave(y, 4)) };
  };
  const phase = (x: number, y: number): LatticePhase => {
    const { toSpinel, toLayers } = edges(y);
    return x < toSpinel ? 2 : x < toLayers ? 1 : 0;
  };
  // straight interfaces here, so that the waviness of the phases adds no shear
  const [mean, middle] = [o.vacuum + o.rockSalt + o.spinel, o.vacuum + o.rockSalt];
  const displacement: Displacement = (x) => [
    spinelStrain * Math.min(0, Math.max(x, middle) - mean) + rock * Math.min(0, x - middle),
    0
  ];
  const hollow = (x: number, y: number) => {
    let share = 0;
    for (const v of voids) {
      const inside = 1 - ((x - v.x) ** 2 + (y - v.y) ** 2) / v.radius ** 2;
      if (inside > 0) share += (Math.sqrt(inside) * o.voidLength) / o.thickness;
    }
    return Math.min(1, share);
  };
  return projectedColumns({
    ...field,
    thickness: o.thickness,
    inside: (x, y) => x >= edges(y).surface,
    phase,
    displacement,
    solid: (x, y) => 1 - hollow(x, y),
    domain: (x, y) => (hollow(x, y) > 0 ? 3 : 0)
  });
}

/** The surface after fast cycling. */
export const fastSurfaceLattice = (
  field: Field,
  options: Partial<SurfaceLattice> = {},
  seed = 1
): ProjectedColumns => surfaceLattice(field, { ...fastSurfaceValues, ...options }, seed);

/** Where the domains of the distorted lamella are, as shares of the field. */
export const distortedPlaces = { deficit: [0.27, 0.28], twist: [0.7, 0.68] } as const;

/** Bent slabs, a patch that is turned about the beam, a metal-poor domain. */
export function distortedLattice(field: Field, options: Partial<DistortedLattice> = {}): ProjectedColumns {
  const o: DistortedLattice = { ...valuesOf(distortedLatticeParameters), ...options };
  const at = ([x, y]: readonly [number, number]) => [x * field.width, y * field.height] as const;
  const [qx, qy] = at(distortedPlaces.deficit);
  const [tx, ty] = at(distortedPlaces.twist);
  const distance = (x: number, y: number, cx: number, cy: number) => Math.hypot(x - cx, y - cy);
  const twisted = (x: number, y: number) => Math.exp(-((distance(x, y, tx, ty) / o.twistRadius) ** 4));
  const poor = (x: number, y: number) => (distance(x, y, qx, qy) < o.deficitRadius ? 1 : 0);
  return projectedColumns({
    ...field,
    thickness: o.thickness,
    displacement: sumOf(
      bend(o.bendAmplitude, o.bendLength, 0, field.height / 2, field.height / 3),
      turnedPatch((o.twist * Math.PI) / 180, tx, ty, o.twistRadius)
    ),
    metalMissing: (x, y) => o.deficit * poor(x, y),
    tetrahedral: (x, y) => o.tetrahedral * Math.max(poor(x, y), twisted(x, y)),
    smear: (x, y) => o.twistSmear * twisted(x, y),
    domain: (x, y) => (o.deficit > 0 && poor(x, y) ? 1 : o.twist !== 0 && twisted(x, y) > 0.5 ? 2 : 0)
  });
}
