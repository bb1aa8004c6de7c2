// Peaks of an image's power spectrum: local maxima that stand over the median power at their distance from the centre, under
// a Hann window, refined by a parabola through the logarithms of neighbours along each axis. Of noise alone the power is
// distributed exponentially: of 10⁵ frequencies the highest lies near 17 medians.

import { frequencyAt } from "./fft.js";
import { transformColumns, transformRows } from "./fft-2d.js";
import type { Numbers } from "./fft.js";

export interface PowerPeak {
  /** cycles a pixel; the half plane with x ≥ 0 */
  x: number;
  y: number;
  /** power over the median at that distance */
  prominence: number;
  /** power in units of the strongest peak's */
  power: number;
}

export interface PowerPeakOptions {
  /** times the median power that a peak must reach, default 40 */
  threshold?: number;
  /** cycles over the image below which nothing counts as lattice, default 5 */
  lowest?: number;
  /** most peaks, default 24 */
  limit?: number;
}

const rings = 96;

/** @param image [y][x], sides powers of two @returns peaks, the strongest first; none where there is no lattice */
export function powerPeaks(
  image: Numbers,
  width: number,
  height: number,
  { threshold = 40, lowest = 5, limit = 24 }: PowerPeakOptions = {}
): PowerPeak[] {
  let mean = 0;
  for (let p = 0; p < width * height; ++p) mean += image[p];
  mean /= width * height;
  const hann = (n: number) =>
    Float64Array.from({ length: n }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / n));
  const [wx, wy] = [hann(width), hann(height)];
  const windowed = new Float64Array(width * height);
  for (let y = 0, p = 0; y < height; ++y)
    for (let x = 0; x < width; ++x, ++p) windowed[p] = (image[p] - mean) * wx[x] * wy[y];
  const { data } = transformColumns(transformRows(windowed, width, height));
  const columns = width / 2 + 1;
  const power = new Float64Array(columns * height);
  for (let p = 0; p < power.length; ++p) power[p] = data[2 * p] ** 2 + data[2 * p + 1] ** 2;
  const at = (kx: number, ky: number): number => {
    const mirrored = kx < 0 || kx > width / 2;
    const column = kx < 0 ? -kx : kx > width / 2 ? width - kx : kx;
    return power[column * height + ((((mirrored ? -ky : ky) % height) + height) % height)];
  };
  const medians = ringMedians(power, width, height);
  const found: PowerPeak[] = [];
  for (let kx = 0; kx < width / 2; ++kx)
    for (let row = 0; row < height; ++row) {
      const ky = frequencyAt(row, height);
      if (
        Math.hypot((kx * height) / width, ky) < lowest * Math.max(1, height / width) ||
        (kx === 0 && ky < 0)
      )
        continue;
      const value = power[kx * height + row];
      const median = medians[ringOf(kx / width, ky / height)];
      if (value < threshold * median || value === 0) continue;
      let highest = true;
      for (let dx = -2; dx <= 2 && highest; ++dx)
        for (let dy = -2; dy <= 2; ++dy) if (at(kx + dx, ky + dy) > value) highest = false;
      if (!highest) continue;
      found.push({
        x: (kx + vertex(at(kx - 1, ky), value, at(kx + 1, ky))) / width,
        y: (ky + vertex(at(kx, ky - 1), value, at(kx, ky + 1))) / height,
        prominence: median > 0 ? value / median : Infinity,
        power: value
      });
    }
  found.sort((a, b) => b.power - a.power);
  const strongest = found[0]?.power ?? 1;
  return found.slice(0, limit).map((peak) => ({ ...peak, power: peak.power / strongest }));
}

const ringOf = (fx: number, fy: number): number =>
  Math.min(rings - 1, Math.floor(Math.hypot(fx, fy) * Math.SQRT2 * rings));

function ringMedians(power: Float64Array, width: number, height: number): Float64Array {
  const members: number[][] = Array.from({ length: rings }, () => []);
  for (let kx = 0; kx <= width / 2; ++kx)
    for (let row = 0; row < height; ++row)
      members[ringOf(kx / width, frequencyAt(row, height) / height)].push(power[kx * height + row]);
  return Float64Array.from(members, (values) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0);
}

/** Offset of the vertex of a parabola through three logarithms, at most half a step. */
function vertex(before: number, middle: number, after: number): number {
  if (!(before > 0 && after > 0)) return 0;
  const [a, b, c] = [Math.log(before), Math.log(middle), Math.log(after)];
  const curve = a - 2 * b + c;
  return curve < 0 ? Math.max(-0.5, Math.min(0.5, (0.5 * (a - c)) / curve)) : 0;
}
