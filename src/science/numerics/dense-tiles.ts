// Dense kernels on 4 × 4 tiles, sixteen numbers column by column; the only place where the factorisation spends its time.
// A panel of k columns (k a multiple of 4) is stored as rows of tiles: tile (I, J) starts at 4·k·I + 16·J, so that
// four rows of L lie side by side, column after column.

/** Rows and columns of a tile. */
export const tile = 4;

/** c −= l wᵀ for one tile: l and w are strips of 4 rows and `count` columns. */
export function subtractProduct(
  c: Float64Array,
  at: number,
  l: Float64Array,
  li: number,
  w: Float64Array,
  count: number
): void {
  let c0 = 0;
  let c1 = 0;
  let c2 = 0;
  let c3 = 0;
  let c4 = 0;
  let c5 = 0;
  let c6 = 0;
  let c7 = 0;
  let c8 = 0;
  let c9 = 0;
  let ca = 0;
  let cb = 0;
  let cc = 0;
  let cd = 0;
  let ce = 0;
  let cf = 0;
  for (let wi = 0, end = 4 * count; wi < end; wi += 4, li += 4) {
    const a0 = l[li];
    const a1 = l[li + 1];
    const a2 = l[li + 2];
    const a3 = l[li + 3];
    const b0 = w[wi];
    const b1 = w[wi + 1];
    const b2 = w[wi + 2];
    const b3 = w[wi + 3];
    c0 += a0 * b0;
    c1 += a1 * b0;
    c2 += a2 * b0;
    c3 += a3 * b0;
    c4 += a0 * b1;
    c5 += a1 * b1;
    c6 += a2 * b1;
    c7 += a3 * b1;
    c8 += a0 * b2;
    c9 += a1 * b2;
    ca += a2 * b2;
    cb += a3 * b2;
    cc += a0 * b3;
    cd += a1 * b3;
    ce += a2 * b3;
    cf += a3 * b3;
  }
  c[at] -= c0;
  c[at + 1] -= c1;
  c[at + 2] -= c2;
  c[at + 3] -= c3;
  c[at + 4] -= c4;
  c[at + 5] -= c5;
  c[at + 6] -= c6;
  c[at + 7] -= c7;
  c[at + 8] -= c8;
  c[at + 9] -= c9;
  c[at + 10] -= ca;
  c[at + 11] -= cb;
  c[at + 12] -= cc;
  c[at + 13] -= cd;
  c[at + 14] -= ce;
  c[at + 15] -= cf;
}

/** w = l D: the strip of 4 rows at li, each column scaled by its pivot. */
export function scaleStrip(
  w: Float64Array,
  l: Float64Array,
  li: number,
  d: Float64Array,
  count: number
): void {
  for (let p = 0, wi = 0; p < count; ++p, wi += 4, li += 4) {
    const dp = d[p];
    w[wi] = l[li] * dp;
    w[wi + 1] = l[li + 1] * dp;
    w[wi + 2] = l[li + 2] * dp;
    w[wi + 3] = l[li + 3] * dp;
  }
}

/** L D Lᵀ of the tile at `at` in place (strictly below the diagonal), its pivots to d[j] … d[j + 3]. */
export function factoriseTile(c: Float64Array, at: number, d: Float64Array, j: number): void {
  const d0 = c[at];
  const w1 = c[at + 1];
  const w2 = c[at + 2];
  const w3 = c[at + 3];
  const l1 = w1 / d0;
  const l2 = w2 / d0;
  const l3 = w3 / d0;
  const d1 = c[at + 5] - l1 * w1;
  const v2 = c[at + 6] - l2 * w1;
  const v3 = c[at + 7] - l3 * w1;
  const m2 = v2 / d1;
  const m3 = v3 / d1;
  const d2 = c[at + 10] - l2 * w2 - m2 * v2;
  const u3 = c[at + 11] - l3 * w2 - m3 * v2;
  const n3 = u3 / d2;
  c[at + 1] = l1;
  c[at + 2] = l2;
  c[at + 3] = l3;
  c[at + 6] = m2;
  c[at + 7] = m3;
  c[at + 11] = n3;
  d[j] = d0;
  d[j + 1] = d1;
  d[j + 2] = d2;
  d[j + 3] = c[at + 15] - l3 * w3 - m3 * v3 - n3 * u3;
}

/** c = c (D Lᵀ)⁻¹ for one tile below the factorised tile at li, whose pivots are d[j] … d[j + 3]. */
export function divideTile(c: Float64Array, at: number, li: number, d: Float64Array, j: number): void {
  const l1 = c[li + 1];
  const l2 = c[li + 2];
  const l3 = c[li + 3];
  const m2 = c[li + 6];
  const m3 = c[li + 7];
  const n3 = c[li + 11];
  const i0 = 1 / d[j];
  const i1 = 1 / d[j + 1];
  const i2 = 1 / d[j + 2];
  const i3 = 1 / d[j + 3];
  for (let i = at; i < at + 4; ++i) {
    const x0 = c[i];
    const x1 = c[i + 4] - x0 * l1;
    const x2 = c[i + 8] - x0 * l2 - x1 * m2;
    c[i] = x0 * i0;
    c[i + 4] = x1 * i1;
    c[i + 8] = x2 * i2;
    c[i + 12] = (c[i + 12] - x0 * l3 - x1 * m3 - x2 * n3) * i3;
  }
}
