// A sinogram's rows set where their tilts stand on an axis of angles; angles that were not measured stay clear.
import { shade } from "./tilt-series.js";

/** From which angle to which, in rows of equal steps. */
export interface AngleAxis {
  from: number;
  to: number;
  rows: number;
}

/** The least step between neighbouring tilts, degrees. */
function leastStep(tilts: ArrayLike<number>): number {
  let step = Infinity;
  for (let i = 1; i < tilts.length; ++i) step = Math.min(step, Math.abs(tilts[i] - tilts[i - 1]));
  return Number.isFinite(step) && step > 0 ? step : 1;
}

/** @param whole to ±90°, so that the missing wedge is seen */
export function angleAxis(tilts: ArrayLike<number>, whole: boolean): AngleAxis {
  const step = leastStep(tilts);
  const [first, last] = [tilts[0] - step / 2, tilts[tilts.length - 1] + step / 2];
  const [from, to] = whole ? [Math.min(-90, first), Math.max(90, last)] : [first, last];
  return { from, to, rows: Math.min(2000, Math.max(1, Math.round((to - from) / step))) };
}

/** Index of the tilt nearest to an angle. */
export function nearestTilt(tilts: ArrayLike<number>, angle: number): number {
  let best = 0;
  for (let i = 1; i < tilts.length; ++i)
    if (Math.abs(tilts[i] - angle) < Math.abs(tilts[best] - angle)) best = i;
  return best;
}

/** @param values `[tilt][x]`; @param pixels r, g, b, a of axis.rows rows of columns, the least angle on top */
export function paintSinogram(
  pixels: Uint8ClampedArray,
  values: ArrayLike<number>,
  tilts: ArrayLike<number>,
  columns: number,
  axis: AngleAxis,
  domain: readonly [number, number],
  lut: Uint8ClampedArray
): void {
  const reach = 0.75 * leastStep(tilts);
  for (let j = 0; j < axis.rows; ++j) {
    const angle = axis.from + ((j + 0.5) / axis.rows) * (axis.to - axis.from);
    const tilt = nearestTilt(tilts, angle);
    const inside = angle > tilts[0] - reach && angle < tilts[tilts.length - 1] + reach;
    if (!inside) continue;
    for (let x = 0; x < columns; ++x) shade(pixels, j * columns + x, values[tilt * columns + x], domain, lut);
  }
}
