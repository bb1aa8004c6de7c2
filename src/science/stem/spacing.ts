// Distance between neighbouring slabs at each column: the perpendicular distance from the column to a straight line through
// the columns of the next slab, above and below, within a short stretch along the layers.
//   along the next slab: h(s) = h₀ + m s, its distance from here h₀/√(1 + m²), s and h along and across the layers.

import { type FoundColumns, neighbourFinder } from "./columns.js";

export interface SlabSpacing {
  /** Å, mean of the distances to the slabs above and below, NaN where there is neither */
  spacing: Float64Array;
  /** rad, slope of the own slab against the mean direction of the layers */
  tilt: Float64Array;
  /** spacing that the pattern has as a whole, Å */
  mean: number;
}

/** half of the stretch along the layers, in spacings of slabs */
const stretch = 1.1;

/**
 * @param layers frequency of the layers, cycles a pixel
 * @param pixel Å
 */
export function slabSpacing(
  { count, x, y }: FoundColumns,
  layers: readonly [number, number],
  pixel: number
): SlabSpacing {
  const frequency = Math.hypot(...layers) / pixel;
  const mean = 1 / frequency;
  // across the layers, and along them
  const [ax, ay] = layers.map((value) => value / pixel / frequency);
  const reach = mean * Math.hypot(1.4, stretch);
  const around = neighbourFinder(x, y, reach);
  const spacing = new Float64Array(count).fill(NaN);
  const tilt = new Float64Array(count).fill(NaN);
  // of the slab below, the own one, and the one above
  const sums = Array.from({ length: 3 }, () => new Float64Array(5));
  for (let i = 0; i < count; ++i) {
    for (const sum of sums) sum.fill(0);
    around(x[i], y[i], (_, dx, dy) => {
      const across = dx * ax + dy * ay;
      const along = dx * -ay + dy * ax;
      if (Math.abs(along) > stretch * mean) return;
      const slab = Math.round(across / mean);
      if (Math.abs(slab) > 1 || Math.abs(across / mean - slab) > 0.35) return;
      const sum = sums[slab + 1];
      sum[0] += 1;
      sum[1] += along;
      sum[2] += across;
      sum[3] += along * along;
      sum[4] += along * across;
    });
    const [below, own, above] = sums.map(line);
    if (own) tilt[i] = Math.atan(own.slope);
    const found = [below, above]
      .filter((l) => l !== null)
      .map((l) => Math.abs(l.height) / Math.hypot(1, l.slope));
    if (found.length > 0) spacing[i] = found.reduce((a, b) => a + b, 0) / found.length;
  }
  return { spacing, tilt, mean };
}

function line([n, s, h, ss, sh]: Float64Array): { height: number; slope: number } | null {
  const spread = n * ss - s * s;
  if (n < 2 || !(spread > 1e-9)) return null;
  const slope = (n * sh - s * h) / spread;
  return { height: (h - slope * s) / n, slope };
}
