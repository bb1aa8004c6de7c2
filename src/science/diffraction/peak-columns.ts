// Columns of a pattern's Jacobian: each parameter moves areas, centres and widths of the peaks,
//   ∂y/∂p = Σ_r ∂A/∂p P + A (∂x_r/∂p P_x + ∂Γ_G/∂p P_G + ∂Γ_L/∂p P_L),
// so that a peak's four shapes are computed once and added into all columns, along its stretch only.

import { peakSlopes, type PeakShape } from "./pseudo-voigt.js";

/** What a parameter does to each peak [reflection]; left out where it does nothing. */
export interface PeakColumn {
  parameter: number;
  area?: Float64Array;
  centre?: Float64Array;
  gauss?: Float64Array;
  lorentz?: Float64Array;
}

/** The peaks of a pattern, all [reflection]. */
export interface Peaks {
  centre: Float64Array;
  area: Float64Array;
  shapes: readonly PeakShape[];
  /** points that each covers: `from` … before `to` */
  from: Int32Array;
  to: Int32Array;
}

/** Adds to `jacobian` [parameter][point], each point times its weight. */
export function addPeakColumns(
  jacobian: Float64Array,
  x: Float64Array,
  { centre, area, shapes, from, to }: Peaks,
  columns: readonly PeakColumn[],
  weight?: Float64Array
): void {
  const points = x.length;
  const longest = from.reduce((most, start, r) => Math.max(most, to[r] - start), 0);
  const row = () => new Float64Array(longest);
  const buffers = { value: row(), byCentre: row(), byGauss: row(), byLorentz: row() };
  for (let r = 0; r < centre.length; ++r) {
    const length = to[r] - from[r];
    if (length <= 0 || !(shapes[r].width > 0)) continue;
    peakSlopes(x, from[r], to[r], centre[r], shapes[r], buffers);
    if (weight) for (const buffer of Object.values(buffers)) multiply(buffer, weight, from[r], length);
    for (const column of columns) {
      const at = column.parameter * points + from[r];
      const { area: a, centre: c, gauss: g, lorentz: l } = column;
      if (a) addTimes(jacobian, at, a[r], buffers.value, length);
      if (c) addTimes(jacobian, at, area[r] * c[r], buffers.byCentre, length);
      if (g) addTimes(jacobian, at, area[r] * g[r], buffers.byGauss, length);
      if (l) addTimes(jacobian, at, area[r] * l[r], buffers.byLorentz, length);
    }
  }
}

function addTimes(y: Float64Array, at: number, factor: number, buffer: Float64Array, length: number): void {
  if (factor !== 0) for (let i = 0; i < length; ++i) y[at + i] += factor * buffer[i];
}

function multiply(buffer: Float64Array, weight: Float64Array, from: number, length: number): void {
  for (let i = 0; i < length; ++i) buffer[i] *= weight[from + i];
}
