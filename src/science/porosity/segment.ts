// Pores out of grey values: a threshold parts oxide from void, the particle's outer surface is closed over the mouths of
// cracks, and what is void inside it is pore. The surface is closed by distance: void that is farther than r from oxide, as
// seen from outside, is outside, and so is what lies within r of that (a closing with a ball of radius r).

import { squaredDistanceTransform } from "../numerics/distance-transform.js";
import { connectedComponents } from "../numerics/labels.js";
import { type Histogram, histogram, hysteresis, modesAbout, otsuThreshold } from "../numerics/thresholds.js";
import type { Tomogram } from "./reconstruct.js";
import { defaultSegmentSettings, type SegmentSettings } from "./settings.js";

export interface Segmentation {
  /** grey value that parts void from oxide */
  threshold: number;
  /** how uncertain it is: how far Otsu's is from the middle between the two commonest values, and 0.05 of their distance at least, as
   * far as methods and operators commonly differ (assumed) */
  thresholdError: number;
  /** commonest grey values of void and of oxide */
  modes: { low: number; high: number; middle: number };
  histogram: Histogram;
  /** 0 outside, 1 oxide, 2 pore; [z][x][y] */
  classes: Uint8Array;
  voxels: { particle: number; pore: number };
  /** voxels of the particle that lie on the border of the volume: more than 0 and every number is of a part only */
  atBorder: number;
}

/** Range and bins of the grey values' histogram. */
export const greyRange = { min: -0.5, max: 1.5, bins: 256 } as const;

/** @throws one sentence where there are not two classes, or no particle that could hold pores */
export function segment(
  { grey, shape, voxel }: Tomogram,
  settings: Partial<SegmentSettings> = {}
): Segmentation {
  const s = { ...defaultSegmentSettings, ...settings };
  const all = histogram(grey, greyRange);
  const otsu = otsuThreshold(all);
  const modes = modesAbout(all, otsu);
  const threshold = s.threshold ?? otsu;
  const particle = filledParticle(
    where(grey.length, (p) => grey[p] >= threshold),
    shape,
    s.closing / voxel
  );
  const below = (limit: number) => where(grey.length, (p) => particle[p] !== 0 && grey[p] < limit);
  const strict = below(threshold);
  const loose = threshold + s.hysteresis * (modes.high - threshold);
  const dark = s.hysteresis > 0 ? hysteresis(below(loose), strict, shape, s.neighbours) : strict;
  const { labels, sizes } = connectedComponents(dark, shape, { neighbours: s.neighbours });
  const classes = new Uint8Array(grey.length);
  const voxels = { particle: 0, pore: 0 };
  for (let p = 0; p < classes.length; ++p) {
    if (particle[p] === 0) continue;
    ++voxels.particle;
    const isPore = labels[p] > 0 && sizes[labels[p]] >= s.smallestPore;
    classes[p] = isPore ? 2 : 1;
    if (isPore) ++voxels.pore;
  }
  return {
    ...{
      threshold,
      thresholdError: Math.max(0.05 * (modes.high - modes.low), Math.abs(otsu - modes.middle)),
      modes
    },
    ...{ histogram: all, classes, voxels, atBorder: onBorder(particle, shape) }
  };
}

/**
 * The largest piece of oxide with all that it encloses, and the mouths of its cracks up to twice `radius` (voxels) wide.
 * @throws where there is no oxide, or nothing but oxide
 */
export function filledParticle(
  oxide: Uint8Array,
  shape: readonly [number, number, number],
  radius: number
): Uint8Array {
  const { labels, sizes, count } = connectedComponents(oxide, shape);
  if (count === 0 || sizes[0] === 0)
    throw new Error(
      `invalid volume: ${count === 0 ? "no voxel" : "every voxel"} is oxide; it must hold a particle and what is around it: change the threshold or the region`
    );
  let largest = 1;
  for (let k = 2; k <= count; ++k) if (sizes[k] > sizes[largest]) largest = k;
  const own = where(labels.length, (p) => labels[p] === largest);
  // void farther than the radius from oxide, as far as it reaches the border
  const square = radius * radius;
  const fromOxide = squaredDistanceTransform(
    where(own.length, (p) => own[p] === 0),
    shape
  );
  const outside = reachingBorder(
    where(own.length, (p) => fromOxide[p] > square),
    shape
  );
  const fromOutside = squaredDistanceTransform(
    where(own.length, (p) => outside[p] === 0),
    shape
  );
  // where no void is that roomy the whole volume counts as particle: distances are then without end
  return where(own.length, (p) => fromOutside[p] > square);
}

/** 1 where a condition holds. */
function where(length: number, holds: (p: number) => boolean): Uint8Array {
  const out = new Uint8Array(length);
  for (let p = 0; p < length; ++p) if (holds(p)) out[p] = 1;
  return out;
}

function reachingBorder(mask: Uint8Array, shape: readonly [number, number, number]): Uint8Array {
  const { labels, count } = connectedComponents(mask, shape);
  const open = new Uint8Array(count + 1);
  eachBorderVoxel(shape, (p) => (open[labels[p]] = 1));
  open[0] = 0;
  return where(labels.length, (p) => open[labels[p]] === 1);
}

function onBorder(mask: Uint8Array, shape: readonly [number, number, number]): number {
  let count = 0;
  eachBorderVoxel(shape, (p) => (count += mask[p]));
  return count;
}

function eachBorderVoxel([na, nb, nc]: readonly [number, number, number], visit: (p: number) => void): void {
  for (let a = 0, p = 0; a < na; ++a)
    for (let b = 0; b < nb; ++b) {
      const inner = a > 0 && a < na - 1 && b > 0 && b < nb - 1;
      for (let c = 0; c < nc; ++c, ++p) if (!inner || c === 0 || c === nc - 1) visit(p);
    }
}
