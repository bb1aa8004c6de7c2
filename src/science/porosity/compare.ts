// What came back against the sample: numbers beside those of the sample, voxels that were missed or invented, and which of
// the pores that were put in were found. The sample's classes are drawn on the tomogram's grid, a voxel being pore where less
// than half of it is oxide; its porosity is also known without any grid.

import { type PoreNetwork, truePorosity } from "../particle/pore-network.js";
import { measureClasses, type PoreNumbers, type PoreResult } from "./analysis.js";
import type { SegmentSettings } from "./settings.js";

export interface SizeBin {
  /** m, diameters of the pores that were put in */
  from: number;
  to: number;
  pores: number;
  found: number;
}

export interface PoreComparison {
  /** 0 outside, 1 oxide, 2 pore, in the sample */
  classes: Uint8Array;
  /** the sample's own, measured on those classes in the same way */
  truth: Omit<ReturnType<typeof measureClasses>, "table"> & { table: PoreResult["table"] };
  /** void over the particle's volume, cracks and pores of any size */
  exactPorosity: number;
  /** share of the sample's pore voxels that were found, and of the found ones that are real */
  recall: number;
  precision: number;
  sizes: SizeBin[];
}

export function trueClasses({ solid, particle }: Pick<PoreNetwork, "solid" | "particle">): Uint8Array {
  const classes = new Uint8Array(solid.length);
  for (let p = 0; p < classes.length; ++p) classes[p] = particle[p] === 0 ? 0 : solid[p] < 0.5 ? 2 : 1;
  return classes;
}

/** Pores below the settings' smallest are left out of the sample's table too: nobody asked for them. */
export function compare(
  result: PoreResult,
  sample: PoreNetwork,
  settings: Partial<SegmentSettings> = {}
): PoreComparison {
  const classes = trueClasses(sample);
  const { shape, voxel } = result.tomogram;
  const truth = measureClasses(classes, shape, voxel, settings);
  return {
    ...{ classes, truth, exactPorosity: truePorosity(sample) },
    ...overlap(classes, result),
    sizes: detection(sample, result)
  };
}

/** @param classes of the sample */
export function overlap(
  classes: Uint8Array,
  { segmentation: { classes: found } }: Pick<PoreResult, "segmentation">
): Pick<PoreComparison, "recall" | "precision"> {
  let [both, real, seen] = [0, 0, 0];
  for (let p = 0; p < classes.length; ++p) {
    if (classes[p] === 2) ++real;
    if (found[p] === 2) ++seen;
    if (classes[p] === 2 && found[p] === 2) ++both;
  }
  return { recall: both / real, precision: both / seen };
}

/** Of the balls that stand apart: whether any voxel within one, or its centre's own, was taken for pore. */
export function detection(
  { shapes, size, voxel }: PoreNetwork,
  { segmentation: { classes } }: Pick<PoreResult, "segmentation">,
  edges: readonly number[] = [0, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.8, 1.2].map((d) => d * 1e-6)
): SizeBin[] {
  const bins = edges.slice(1).map((to, k): SizeBin => ({ from: edges[k], to, pores: 0, found: 0 }));
  for (const { centre, radius, kind } of shapes.balls) {
    if (kind !== "pore") continue;
    const bin = bins.find(({ from, to }) => 2 * radius >= from && 2 * radius < to);
    if (!bin) continue;
    ++bin.pores;
    if (
      holdsPore(
        classes,
        size,
        centre.map((c) => c / voxel + (size - 1) / 2),
        radius / voxel
      )
    )
      ++bin.found;
  }
  return bins;
}

function holdsPore(classes: Uint8Array, size: number, [z, x, y]: readonly number[], radius: number): boolean {
  const reach = Math.max(0.87, radius);
  for (let a = Math.ceil(z - reach); a <= z + reach; ++a)
    for (let b = Math.ceil(x - reach); b <= x + reach; ++b)
      for (let c = Math.ceil(y - reach); c <= y + reach; ++c)
        if (
          (a - z) ** 2 + (b - x) ** 2 + (c - y) ** 2 <= reach ** 2 &&
          classes[(a * size + b) * size + c] === 2
        )
          return true;
  return false;
}

/** How far a number is off, in its own unit. */
export const errorOf = (found: PoreNumbers, truth: PoreNumbers, name: keyof PoreNumbers): number =>
  found[name] - truth[name];
