// Columns of atoms in an image: maxima of a blurred copy, then a round Gaussian fitted to each.

import { boxMean } from "../numerics/box-mean.js";
import { gaussianBlur } from "../numerics/gaussian-blur.js";
import { fitGaussianPeaks } from "../numerics/gaussian-peak.js";
import { localMaxima } from "../numerics/local-maxima.js";
import { checkImage } from "./check-image.js";
import type { AtomicImage } from "./raw.js";
import { type ColumnSettings, defaultAnalysisSettings } from "./settings.js";

/** Lengths in Å, origin at the centre of the first pixel, one item a column. */
export interface FoundColumns {
  count: number;
  x: Float64Array;
  y: Float64Array;
  /** Å, standard error of x and of y */
  error: Float64Array;
  /** Å, width σ of the Gaussian */
  sigma: Float64Array;
  /** what the window holds over its surroundings, counts (or rad times pixels): the sum within `window` of the column's
   *  place less the median background of the columns around; it keeps what a smeared column has, and is quieter than the
   *  integral of the Gaussian */
  intensity: Float64Array;
  /** root mean square residual over the height */
  misfit: Float64Array;
}

/** @throws where the image is no image, or no column is found */
export function findColumns(
  image: AtomicImage,
  settings: ColumnSettings = defaultAnalysisSettings.columns
): FoundColumns {
  checkImage(image);
  const { columns, rows, pixel, values } = image;
  const sigma = settings.smooth / pixel;
  const blurred = gaussianBlur(values, [rows, columns], [sigma, sigma]);
  // the surroundings: the mean over a square that holds more than one column
  const around = boxMean(values, columns, rows, Math.round((1.5 * settings.separation) / pixel));
  const contrast = blurred.map((value, p) => value - around[p]);
  const maxima = localMaxima(contrast, columns, rows, settings.separation / pixel, 0);
  // the height of a strong column: nine tenths of the maxima that a tenth of the area could hold
  const strong = maxima.value[Math.floor(0.1 * maxima.value.length)] ?? 0;
  const floor = settings.threshold * strong;
  const count = maxima.value.findIndex((value) => value < floor);
  const starts = {
    x: maxima.x.subarray(0, count < 0 ? undefined : count),
    y: maxima.y.subarray(0, count < 0 ? undefined : count)
  };
  const radius = Math.max(2, Math.round(settings.window / pixel));
  const peaks = fitGaussianPeaks(values, columns, rows, starts, { radius, sigma: 0.45 / pixel });
  const good = Array.from(peaks.x.keys()).filter(
    (i) =>
      peaks.amplitude[i] > 0 &&
      peaks.sigma[i] * pixel < 1.5 * settings.separation &&
      Math.hypot(peaks.x[i] - starts.x[i], peaks.y[i] - starts.y[i]) < (0.6 * settings.separation) / pixel
  );
  if (good.length === 0)
    throw new Error(
      "missing columns: no maximum of the image could be fitted; check the pixel size and the least distance of two columns"
    );
  const take = (of: (i: number) => number) => Float64Array.from(good, of);
  const [x, y] = [take((i) => peaks.x[i] * pixel), take((i) => peaks.y[i] * pixel)];
  const background = localMedian(
    x,
    y,
    take((i) => peaks.background[i]),
    4 * settings.separation
  );
  return {
    ...{ count: good.length, x, y },
    error: take((i) => peaks.error[i] * pixel),
    sigma: take((i) => peaks.sigma[i] * pixel),
    intensity: Float64Array.from(x, (_, i) => discSum(image, x[i], y[i], settings.window, background[i])),
    misfit: take((i) => peaks.misfit[i])
  };
}

/** Median of a value over the points within `reach` Å of each. */
function localMedian(x: Float64Array, y: Float64Array, of: Float64Array, reach: number): Float64Array {
  const around = neighbourFinder(x, y, reach);
  return x.map((px, i) => {
    const values: number[] = [];
    around(px, y[i], (k) => values.push(of[k]));
    return values.sort((a, b) => a - b)[values.length >> 1];
  });
}

/** Sum over the disc's pixels less the background, scaled to the area of the disc where the image's edge cuts it. */
function discSum(
  { values, columns, rows, pixel }: AtomicImage,
  x: number,
  y: number,
  radius: number,
  background: number
): number {
  const reach = Math.ceil(radius / pixel);
  const [cx, cy] = [Math.round(x / pixel), Math.round(y / pixel)];
  let [sum, count] = [0, 0];
  for (let row = Math.max(0, cy - reach); row <= Math.min(rows - 1, cy + reach); ++row)
    for (let column = Math.max(0, cx - reach); column <= Math.min(columns - 1, cx + reach); ++column) {
      if (Math.hypot(column * pixel - x, row * pixel - y) > radius) continue;
      sum += values[row * columns + column] - background;
      ++count;
    }
  return count > 0 ? (sum * Math.PI * (radius / pixel) ** 2) / count : NaN;
}

/** Finds points within a distance: cells of `reach` Å. */
export function neighbourFinder(
  x: Float64Array,
  y: Float64Array,
  reach: number
): (px: number, py: number, visit: (index: number, dx: number, dy: number) => void) => void {
  const cells = new Map<string, number[]>();
  const key = (cx: number, cy: number) => `${cx},${cy}`;
  for (let i = 0; i < x.length; ++i) {
    const k = key(Math.floor(x[i] / reach), Math.floor(y[i] / reach));
    const list = cells.get(k);
    if (list) list.push(i);
    else cells.set(k, [i]);
  }
  return (px, py, visit) => {
    const [cx, cy] = [Math.floor(px / reach), Math.floor(py / reach)];
    for (let a = cx - 1; a <= cx + 1; ++a)
      for (let b = cy - 1; b <= cy + 1; ++b)
        for (const i of cells.get(key(a, b)) ?? []) {
          const [dx, dy] = [x[i] - px, y[i] - py];
          if (dx * dx + dy * dy <= reach * reach) visit(i, dx, dy);
        }
  };
}
