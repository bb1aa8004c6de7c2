// N = JᵀJ and g = Jᵀr of a Jacobian stored by columns, folded into the free parameters of a map: TᵀNT and Tᵀg. Columns
// that are zero over a stretch of points cost nothing there.

import type { ParameterMap } from "./fit-parameters.js";

export interface NormalEquations {
  /** [free][free] */
  matrix: Float64Array;
  /** [free] */
  gradient: Float64Array;
}

/** @param jacobian ∂r/∂p [parameter][point]; only the columns `moving` are read @param residuals r [point] */
export function normalEquations(
  { names, free, moving, transform }: ParameterMap,
  jacobian: Float64Array,
  residuals: Float64Array
): NormalEquations {
  const points = residuals.length;
  const [m, n] = [names.length, free.length];
  const full = new Float64Array(m * m);
  const slope = new Float64Array(m);
  const sums = new Float64Array(4);
  // stretches short enough that all columns of one stay in the processor's near memory
  for (let from = 0; from < points; from += stretchLength) {
    const to = Math.min(points, from + stretchLength);
    const used = moving.filter((i) => someIn(jacobian, i * points + from, i * points + to));
    for (let a = 0; a < used.length; a += 2) {
      const i0 = used[a];
      const i1 = used[a + 1] ?? i0;
      for (let e = from; e < to; ++e) slope[i0] += jacobian[i0 * points + e] * residuals[e];
      if (i1 !== i0) for (let e = from; e < to; ++e) slope[i1] += jacobian[i1 * points + e] * residuals[e];
      for (let b = 0; b <= a; b += 2) {
        const j0 = used[b];
        const j1 = used[b + 1] ?? j0;
        fourDots(jacobian, [i0, i1, j0, j1], points, from, to, sums);
        full[i0 * m + j0] += sums[0];
        if (j1 !== j0) full[i0 * m + j1] += sums[1];
        if (i1 !== i0) full[i1 * m + j0] += sums[2];
        if (i1 !== i0 && j1 !== j0) full[i1 * m + j1] += sums[3];
      }
    }
  }
  // pairs were summed once, whichever came first
  for (const i of moving) for (const j of moving) if (j < i) full[j * m + i] = full[i * m + j];
  const half = new Float64Array(m * n);
  const gradient = new Float64Array(n);
  const matrix = new Float64Array(n * n);
  for (const j of moving)
    for (let k = 0; k < n; ++k) {
      const t = transform[j * n + k];
      if (t === 0) continue;
      gradient[k] += t * slope[j];
      for (const i of moving) half[i * n + k] += full[i * m + j] * t;
    }
  for (const i of moving)
    for (let l = 0; l < n; ++l) {
      const t = transform[i * n + l];
      if (t !== 0) for (let k = 0; k < n; ++k) matrix[l * n + k] += t * half[i * n + k];
    }
  return { matrix, gradient };
}

const stretchLength = 256;

function someIn(values: Float64Array, from: number, to: number): boolean {
  for (let e = from; e < to; ++e) if (values[e] !== 0) return true;
  return false;
}

/** Products of two columns with two others, four sums in one pass. */
function fourDots(
  jacobian: Float64Array,
  columns: readonly [number, number, number, number],
  points: number,
  from: number,
  to: number,
  sums: Float64Array
): void {
  const i0 = columns[0] * points;
  const i1 = columns[1] * points;
  const j0 = columns[2] * points;
  const j1 = columns[3] * points;
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  for (let e = from; e < to; ++e) {
    const a0 = jacobian[i0 + e];
    const a1 = jacobian[i1 + e];
    const b0 = jacobian[j0 + e];
    const b1 = jacobian[j1 + e];
    s00 += a0 * b0;
    s01 += a0 * b1;
    s10 += a1 * b0;
    s11 += a1 * b1;
  }
  sums[0] = s00;
  sums[1] = s01;
  sums[2] = s10;
  sums[3] = s11;
}
