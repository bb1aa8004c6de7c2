// Pores against the distance from the centre, sizes, openings and paths: what a figure shows of a segmented particle.

import { squaredDistanceTransform } from "../numerics/distance-transform.js";
import { localThickness } from "../numerics/local-thickness.js";
import { tortuosity } from "../numerics/tortuosity.js";
import type { Shape } from "../numerics/volume-shape.js";
import type { PoreTable } from "./pores.js";

export interface Shell {
  /** m from the particle's centre */
  from: number;
  to: number;
  /** share of the shell's part of the particle that is pore; NaN where the shell holds nothing of the particle */
  porosity: number;
  /** of that the share in the largest pore */
  network: number;
  voxels: number;
}

/** @param width m of a shell, to which it is @param reach m from the centre */
export function radialPorosity(
  classes: Uint8Array,
  { labels, middle }: Pick<PoreTable, "labels" | "middle">,
  shape: Shape,
  voxel: number,
  { width = 0.5e-6, reach = 8e-6 } = {}
): Shell[] {
  const [na, nb, nc] = shape;
  const count = Math.round(reach / width);
  const [all, pore, largest] = [0, 1, 2].map(() => new Float64Array(count));
  for (let a = 0, p = 0; a < na; ++a)
    for (let b = 0; b < nb; ++b)
      for (let c = 0; c < nc; ++c, ++p) {
        if (classes[p] === 0) continue;
        const from = Math.hypot(a - middle[0], b - middle[1], c - middle[2]) * voxel;
        const k = Math.floor(from / width);
        if (k >= count) continue;
        ++all[k];
        if (classes[p] === 2) ++pore[k];
        if (labels[p] === 1) ++largest[k];
      }
  return Array.from(all, (n, k) => ({
    from: k * width,
    to: (k + 1) * width,
    porosity: n > 0 ? pore[k] / n : NaN,
    network: n > 0 ? largest[k] / n : NaN,
    voxels: n
  }));
}

export interface Openings {
  /** m, local thickness of each voxel of the largest pore, rising */
  network: Float32Array;
  /** of the others */
  isolated: Float32Array;
}

/** Local thickness of the largest pore, where cracks are, and of the rest. */
export function openings(
  classes: Uint8Array,
  { labels }: Pick<PoreTable, "labels">,
  shape: Shape,
  voxel: number
): Openings {
  const dark = classes.map((c) => (c === 2 ? 1 : 0));
  const distance = squaredDistanceTransform(dark, shape, { outsideIsBackground: true });
  for (let p = 0; p < distance.length; ++p) distance[p] = Math.sqrt(distance[p]);
  const thickness = localThickness(distance, shape);
  const of = (keep: (label: number) => boolean) =>
    thickness
      .filter((t, p) => t > 0 && keep(labels[p]))
      .map((t) => t * voxel)
      .sort();
  return { network: of((label) => label === 1), isolated: of((label) => label > 1) };
}

export const quantile = (sorted: ArrayLike<number>, q: number): number =>
  sorted.length > 0 ? sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] : NaN;

export interface Paths {
  /** tortuosity factors of the oxide along z, x and y */
  oxide: [number, number, number];
  /** of the pores; Infinity where they lead nowhere */
  pores: [number, number, number];
  /** voxels along an edge of the cube within the particle that is looked at */
  edge: number;
}

/** Tortuosity through the largest cube about the centre that fits a ball of the particle's volume, walls 4 % inside. */
export function paths(classes: Uint8Array, { middle }: Pick<PoreTable, "middle">, shape: Shape): Paths {
  const particle = classes.reduce((sum, c) => sum + (c > 0 ? 1 : 0), 0);
  const radius = Math.cbrt((3 * particle) / (4 * Math.PI));
  const edge = Math.max(2, Math.floor((0.96 * 2 * radius) / Math.sqrt(3)));
  const [a0, b0, c0] = middle.map((m, i) =>
    Math.max(0, Math.min(shape[i] - edge, Math.round(m - (edge - 1) / 2)))
  );
  const cut = (value: number) => {
    const out = new Uint8Array(edge ** 3);
    for (let a = 0, p = 0; a < edge; ++a)
      for (let b = 0; b < edge; ++b)
        for (let c = 0; c < edge; ++c, ++p)
          if (classes[((a0 + a) * shape[1] + b0 + b) * shape[2] + c0 + c] === value) out[p] = 1;
    return out;
  };
  const cube: Shape = [edge, edge, edge];
  const factors = (value: number): [number, number, number] => {
    const phase = cut(value);
    if (!phase.includes(1)) return [Infinity, Infinity, Infinity];
    const along = (axis: 0 | 1 | 2) => tortuosity(phase, cube, { axis, tolerance: 1e-2 }).factor;
    return [along(0), along(1), along(2)];
  };
  return { oxide: factors(1), pores: factors(2), edge };
}
