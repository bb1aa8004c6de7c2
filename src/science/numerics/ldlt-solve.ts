// Solution of L D Lᵀ x = b with a multifrontal factor: forwards through the fronts, divide, and backwards.

import type { LdltFactor } from "./ldlt.js";
import { padded } from "./ldlt-symbolic.js";

/**
 * x of A x = b.
 * @param x overwritten and returned; may be b itself; allocated where it is not given
 * @throws where b does not have one number for each row
 */
export function solve(factor: LdltFactor, b: Float64Array, x = new Float64Array(b.length)): Float64Array {
  const { size, order, frontCount, mostPivots } = factor.symbolic;
  if (b.length !== size || x.length !== size) {
    throw new Error(`invalid right-hand side: ${b.length} numbers; must be ${size} (one for each row)`);
  }
  const y = new Float64Array(size);
  const t = new Float64Array(mostPivots);
  for (let k = 0; k < size; ++k) y[k] = b[order[k]];
  for (let f = 0; f < frontCount; ++f) forwards(factor, f, y, t);
  for (let k = 0; k < size; ++k) y[k] /= factor.diagonal[k];
  for (let f = frontCount - 1; f >= 0; --f) backwards(factor, f, y, t);
  for (let k = 0; k < size; ++k) x[order[k]] = y[k];
  return x;
}

/** y = L⁻¹ y for the columns of front f. */
function forwards({ symbolic, values: l }: LdltFactor, f: number, y: Float64Array, t: Float64Array): void {
  const { pivotStart, rowStart, rows, panelStart } = symbolic;
  const first = pivotStart[f];
  const pivots = pivotStart[f + 1] - first;
  const width = padded(pivots);
  let at = panelStart[f];
  for (let j = 0; j < pivots; ++j) t[j] = y[first + j];
  for (let j = pivots; j < width; ++j) t[j] = 0;
  for (let j = 0; j < width; j += 4) {
    let s0 = t[j];
    let s1 = t[j + 1];
    let s2 = t[j + 2];
    let s3 = t[j + 3];
    let p = 0;
    let q = at;
    for (; p < j; ++p, q += 4) {
      const v = t[p];
      s0 -= l[q] * v;
      s1 -= l[q + 1] * v;
      s2 -= l[q + 2] * v;
      s3 -= l[q + 3] * v;
    }
    s1 -= l[q + 1] * s0;
    s2 -= l[q + 2] * s0 + l[q + 6] * s1;
    s3 -= l[q + 3] * s0 + l[q + 7] * s1 + l[q + 11] * s2;
    t[j] = s0;
    t[j + 1] = s1;
    t[j + 2] = s2;
    t[j + 3] = s3;
    at += 4 * width;
  }
  for (let j = 0; j < pivots; ++j) y[first + j] = t[j];
  for (let r = rowStart[f], end = rowStart[f + 1]; r < end; r += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let p = 0; p < width; ++p, at += 4) {
      const v = t[p];
      s0 += l[at] * v;
      s1 += l[at + 1] * v;
      s2 += l[at + 2] * v;
      s3 += l[at + 3] * v;
    }
    y[rows[r]] -= s0;
    if (r + 1 < end) y[rows[r + 1]] -= s1;
    if (r + 2 < end) y[rows[r + 2]] -= s2;
    if (r + 3 < end) y[rows[r + 3]] -= s3;
  }
}

/** y = L⁻ᵀ y for the columns of front f. */
function backwards({ symbolic, values: l }: LdltFactor, f: number, y: Float64Array, t: Float64Array): void {
  const { pivotStart, rowStart, rows, panelStart } = symbolic;
  const first = pivotStart[f];
  const pivots = pivotStart[f + 1] - first;
  const width = padded(pivots);
  for (let j = 0; j < pivots; ++j) t[j] = y[first + j];
  for (let j = pivots; j < width; ++j) t[j] = 0;
  let at = panelStart[f] + width * width;
  for (let r = rowStart[f], end = rowStart[f + 1]; r < end; r += 4) {
    const v0 = y[rows[r]];
    const v1 = r + 1 < end ? y[rows[r + 1]] : 0;
    const v2 = r + 2 < end ? y[rows[r + 2]] : 0;
    const v3 = r + 3 < end ? y[rows[r + 3]] : 0;
    for (let p = 0; p < width; ++p, at += 4) {
      t[p] -= l[at] * v0 + l[at + 1] * v1 + (l[at + 2] * v2 + l[at + 3] * v3);
    }
  }
  for (let j = width - 4; j >= 0; j -= 4) {
    const strip = panelStart[f] + j * width;
    const q = strip + 4 * j;
    const v3 = t[j + 3];
    const v2 = t[j + 2] - l[q + 11] * v3;
    const v1 = t[j + 1] - l[q + 6] * v2 - l[q + 7] * v3;
    const v0 = t[j] - l[q + 1] * v1 - l[q + 2] * v2 - l[q + 3] * v3;
    t[j] = v0;
    t[j + 1] = v1;
    t[j + 2] = v2;
    t[j + 3] = v3;
    for (let p = 0, k = strip; p < j; ++p, k += 4) {
      t[p] -= l[k] * v0 + l[k + 1] * v1 + (l[k + 2] * v2 + l[k + 3] * v3);
    }
  }
  for (let j = 0; j < pivots; ++j) y[first + j] = t[j];
}
