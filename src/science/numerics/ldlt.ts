// Sparse factorisation P A Pᵀ = L D Lᵀ of a symmetric matrix without pivoting (1 × 1 pivots of either sign), multifrontal.
// Each front is dense: what A and its children's updates contribute, its pivots eliminated, its own update left behind.
// Duff & Reid, The multifrontal solution of indefinite sparse symmetric linear systems, ACM TOMS 9 (1983) 302–325.

import { divideTile, factoriseTile, scaleStrip, subtractProduct } from "./dense-tiles.js";
import { padded, updateSize, type LdltSymbolic } from "./ldlt-symbolic.js";
import type { SparseMatrix } from "./sparse.js";

export { analysePattern, type LdltSymbolic } from "./ldlt-symbolic.js";
export { solve } from "./ldlt-solve.js";

/** A numeric factor; `factorise(…, reuse)` overwrites it in place. */
export interface LdltFactor {
  symbolic: LdltSymbolic;
  /** the panels of L, front after front, as strips of tiles (see dense-tiles.ts) */
  values: Float64Array;
  /** D in the order of elimination; as many are negative as the matrix has negative eigenvalues */
  diagonal: Float64Array;
  stacks: [Float64Array, Float64Array];
}

/** A pivot this much smaller than its diagonal entry is taken for what rounding leaves of zero: a body on six-node
 *  triangles that is free to shift leaves up to 1e-13, one that is held 1e-6 or more. */
const negligible = 1e-12;

/**
 * Factorises a matrix that has the analysed pattern.
 * @param reuse a factor of the same pattern, whose storage is overwritten
 * @throws where a pivot is zero to rounding, or not a number
 */
export function factorise(symbolic: LdltSymbolic, matrix: SparseMatrix, reuse?: LdltFactor): LdltFactor {
  const { size, order, pivotStart, rowStart, panelStart, frontCount, firstChild, sibling } = symbolic;
  if (matrix.rowCount !== size || matrix.columns.length !== symbolic.matrixEntries) {
    throw new Error(
      `invalid matrix: ${matrix.rowCount} rows with ${matrix.columns.length} entries; must have the pattern ` +
        `that was analysed (${size} rows with ${symbolic.matrixEntries} entries)`
    );
  }
  if (reuse && reuse.symbolic !== symbolic)
    throw new Error("invalid factor to reuse; must be of the same analysis");
  const factor: LdltFactor = reuse ?? {
    symbolic,
    values: new Float64Array(panelStart[frontCount]),
    diagonal: new Float64Array(size),
    stacks: [new Float64Array(symbolic.stackSize[0]), new Float64Array(symbolic.stackSize[1])]
  };
  const { values, diagonal } = factor;
  if (reuse) values.fill(0);
  const scratch: Scratch = {
    place: new Int32Array(size),
    scale: new Float64Array(symbolic.mostPivots),
    d: new Float64Array(symbolic.mostPivots),
    strip: new Float64Array(4 * symbolic.mostPivots),
    panelOffset: new Int32Array(symbolic.mostRows),
    updateOffset: new Int32Array(symbolic.mostRows)
  };
  const { d, scale } = scratch;
  for (let f = 0; f < frontCount; ++f) {
    const first = pivotStart[f];
    const pivots = pivotStart[f + 1] - first;
    const rows = rowStart[f + 1] - rowStart[f];
    const update = factor.stacks[symbolic.stack[f]];
    const updateAt = symbolic.updateStart[f];
    update.fill(0, updateAt, updateAt + updateSize(rows));
    gatherEntries(factor, matrix, f, scratch);
    for (let c = firstChild[f]; c !== -1; c = sibling[c]) addUpdate(factor, c, f, scratch);
    const bad = eliminate(values, panelStart[f], pivots, padded(pivots) + padded(rows), scratch);
    if (bad !== -1) {
      const what = scale[bad] < Infinity && Number.isFinite(d[bad]) ? "zero pivot" : "pivot not a number";
      throw new Error(
        `invalid matrix: ${what} at row ${order[first + bad]}; ` +
          "check its entries there, and that the constraints hold every free movement"
      );
    }
    for (let j = 0; j < pivots; ++j) diagonal[first + j] = d[j];
    subtractUpdate(values, panelStart[f], padded(pivots), update, updateAt, padded(rows), scratch);
  }
  return factor;
}

interface Scratch {
  /** place of each row in the present front */
  place: Int32Array;
  /** magnitude of the matrix's diagonal, and pivots, of the present front */
  scale: Float64Array;
  d: Float64Array;
  strip: Float64Array;
  panelOffset: Int32Array;
  updateOffset: Int32Array;
}

/** Adds the matrix's entries in the columns of front f, on and below the diagonal, to its panel. */
function gatherEntries(factor: LdltFactor, matrix: SparseMatrix, f: number, { place, scale }: Scratch): void {
  const { order, inverse, pivotStart, rowStart, rows, panelStart } = factor.symbolic;
  const { values } = factor;
  const first = pivotStart[f];
  const pivots = pivotStart[f + 1] - first;
  const width = padded(pivots);
  const panel = panelStart[f];
  for (let j = 0; j < pivots; ++j) place[first + j] = j;
  for (let p = rowStart[f], q = width; p < rowStart[f + 1]; ++p, ++q) place[rows[p]] = q;
  for (let j = 0; j < pivots; ++j) {
    const row = order[first + j];
    scale[j] = 0;
    for (let p = matrix.rowStart[row], end = matrix.rowStart[row + 1]; p < end; ++p) {
      const i = inverse[matrix.columns[p]];
      if (i < first + j) continue;
      const q = place[i];
      values[panel + (q >> 2) * 4 * width + 4 * j + (q & 3)] += matrix.values[p];
      if (i === first + j) scale[j] = Math.abs(matrix.values[p]);
    }
  }
  // Columns of padding are those of an identity.
  for (let j = pivots; j < width; ++j) {
    values[panel + (j >> 2) * 4 * width + 4 * j + (j & 3)] = 1;
    scale[j] = 1;
  }
}

/** Adds the update of front c to the front f above it. */
function addUpdate(factor: LdltFactor, c: number, f: number, { panelOffset, updateOffset }: Scratch): void {
  const { pivotStart, rowStart, places, panelStart, updateStart, stack } = factor.symbolic;
  const { values } = factor;
  const source = factor.stacks[stack[c]];
  const update = factor.stacks[stack[f]];
  const count = rowStart[c + 1] - rowStart[c];
  const strips = padded(count) >> 2;
  const width = padded(pivotStart[f + 1] - pivotStart[f]);
  const above = padded(rowStart[f + 1] - rowStart[f]) >> 2;
  const firstPlace = rowStart[c];
  for (let i = 0; i < count; ++i) {
    const q = places[firstPlace + i];
    panelOffset[i] = panelStart[f] + (q >> 2) * 4 * width + (q & 3);
    updateOffset[i] = ((q - width) >> 2) * 16 + (q & 3);
  }
  // Tiles of an update lie column after column: tile (I, J) of n strips is number J n − J (J + 1) / 2 + I.
  for (let j = 0; j < count; ++j) {
    const q = places[firstPlace + j];
    const J = j >> 2;
    const from = updateStart[c] + 16 * (J * strips - ((J * (J + 1)) >> 1)) + 4 * (j & 3);
    if (q < width) {
      for (let i = j; i < count; ++i)
        values[panelOffset[i] + 4 * q] += source[from + ((i >> 2) << 4) + (i & 3)];
    } else {
      const Q = (q - width) >> 2;
      const to = updateStart[f] + 16 * (Q * above - ((Q * (Q + 1)) >> 1)) + 4 * (q & 3);
      for (let i = j; i < count; ++i)
        update[to + updateOffset[i]] += source[from + ((i >> 2) << 4) + (i & 3)];
    }
  }
}

/** Eliminates the pivots of a panel of `height` padded rows. Returns the first bad pivot, or −1. */
function eliminate(
  values: Float64Array,
  panel: number,
  pivots: number,
  height: number,
  scratch: Scratch
): number {
  const { d, scale, strip } = scratch;
  const width = padded(pivots);
  const stride = 4 * width;
  const end = panel + height * width;
  for (let j = 0, diagonal = panel; j < width; j += 4, diagonal += stride) {
    const at = diagonal + 4 * j;
    if (j > 0) {
      scaleStrip(strip, values, diagonal, d, j);
      for (let row = diagonal; row < end; row += stride)
        subtractProduct(values, row + 4 * j, values, row, strip, j);
    }
    factoriseTile(values, at, d, j);
    for (let i = j; i < j + 4; ++i)
      if (!(Math.abs(d[i]) > negligible * scale[i]) || d[i] - d[i] !== 0) return i;
    for (let row = at + stride; row < end; row += stride) divideTile(values, row, at, d, j);
  }
  return -1;
}

/** update −= L D Lᵀ of the rows below the pivots. */
function subtractUpdate(
  values: Float64Array,
  panel: number,
  width: number,
  update: Float64Array,
  updateAt: number,
  rows: number,
  { d, strip }: Scratch
): void {
  const stride = 4 * width;
  const end = panel + (width + rows) * width;
  let at = updateAt;
  for (let column = panel + width * width; column < end; column += stride) {
    scaleStrip(strip, values, column, d, width);
    for (let row = column; row < end; row += stride, at += 16)
      subtractProduct(update, at, values, row, strip, width);
  }
}
