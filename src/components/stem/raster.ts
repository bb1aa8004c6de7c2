/** What the tiles of this folder show: values on a grid of points in the field of an atomic image, lengths in Å. */
import { valuesOf, type PackedFile } from "../packed-arrays.js";

export interface Raster {
  /** Å, of the upper left corner in the field */
  left: number;
  top: number;
  columns: number;
  rows: number;
  /** Å between points */
  step: number;
  /** [row][column], NaN where there is none */
  values: Float32Array;
}

export type Box = readonly [left: number, top: number, side: number];

/** The true and the found maps of strain, in the order of the tiles. */
export const strainNames = ["exx", "eyy", "exy", "rotation"] as const;
export type StrainName = (typeof strainNames)[number];

export const rasterOf = (columns: number, rows: number, step: number, values: Float32Array): Raster => ({
  ...{ left: 0, top: 0 },
  ...{ columns, rows, step, values }
});

/** An array of a packed file as a raster. @param step Å */
export function packedRaster(file: PackedFile, name: string, step: number): Raster {
  const array = file.array(name);
  const [rows, columns] = array.shape;
  const values = array.kind === "class" ? Float32Array.from(array.bytes) : valuesOf(array);
  return rasterOf(columns, rows, step, values);
}

/** Value at the point nearest to a place, Å; NaN outside. */
export function valueAt({ left, top, columns, rows, step, values }: Raster, x: number, y: number): number {
  const [column, row] = [Math.floor((x - left) / step), Math.floor((y - top) / step)];
  return column < 0 || row < 0 || column >= columns || row >= rows ? NaN : values[row * columns + column];
}

/** A square of a raster, whole points only. @throws where it lies outside */
export function crop(raster: Raster, [left, top, side]: Box): Raster {
  const { step, columns, rows } = raster;
  const [c0, r0] = [Math.round((left - raster.left) / step), Math.round((top - raster.top) / step)];
  const n = Math.min(Math.round(side / step), columns - c0, rows - r0);
  if (c0 < 0 || r0 < 0 || n < 1)
    throw new Error(
      `invalid box: ${left}, ${top}, ${side} Å; must lie within the field of ${columns * step} × ${rows * step} Å`
    );
  const values = new Float32Array(n * n);
  for (let r = 0; r < n; ++r)
    values.set(raster.values.subarray((r0 + r) * columns + c0, (r0 + r) * columns + c0 + n), r * n);
  return {
    ...{ left: raster.left + c0 * step, top: raster.top + r0 * step },
    ...{ columns: n, rows: n, step, values }
  };
}

/** Point by point; NaN where either has none. */
export const difference = (found: Raster, truth: Raster): Raster => ({
  ...found,
  values: found.values.map((value, i) => value - truth.values[i])
});

/** Mean over a band of `half` Å about a line y = const: places x (Å) and values. */
export function profile(raster: Raster, y: number, half: number): { x: number; value: number }[] {
  const { left, top, columns, rows, step, values } = raster;
  const from = Math.max(0, Math.round((y - half - top) / step));
  const to = Math.min(rows - 1, Math.round((y + half - top) / step));
  return Array.from({ length: columns }, (_, c) => {
    let sum = 0;
    for (let r = from; r <= to; ++r) sum += values[r * columns + c];
    return { x: left + (c + 0.5) * step, value: sum / Math.max(1, to - from + 1) };
  });
}

/** Least and greatest value. */
export function rangeOf({ values }: Raster): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
