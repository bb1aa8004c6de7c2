// D(p) = min over q of f(q) + w²(p − q)² down the columns of a tile of rows: most distances are short, so that a few rows
// up and down decide them (assembly/parabola.as.ts); the columns that these leave open get the envelope of all parabolas,
// in linear time. Together no more than a constant times the voxels.

import { instance } from "./assembly/parabola.wasm.js";
import { envelope, lowerEnvelope } from "./parabola-envelope.js";

/** Rows up and down that are tried before the envelope: as much work as this. */
const reach = 32;

/** A tile in the kernel's memory. */
export interface Tile {
  /** f, rows of `rowLength`; background is 0, and columns beyond those in use must be 0 */
  source: Float32Array;
  /** D, likewise */
  target: Float32Array;
  rowLength: number;
  /** works out the target */
  solve: () => void;
}

/**
 * Room for tiles, until the next call of this function.
 * @param width between rows @param outside whether what is above the first row and below the last is background
 */
export function tileOfColumns(rows: number, columns: number, width: number, outside: boolean): Tile {
  const kernel = instance();
  const rowLength = 8 * Math.ceil(columns / 8);
  const rowBytes = 4 * rowLength;
  // The compiler keeps the first bytes for itself.
  const guard = 4096;
  const sourceAt = guard + reach * rowBytes;
  const targetAt = sourceAt + (rows + reach) * rowBytes;
  const openAt = targetAt + rows * rowBytes;
  const missing = Math.ceil((openAt + rowBytes) / 65536) - kernel.memory.buffer.byteLength / 65536;
  if (missing > 0) kernel.memory.grow(missing);
  const memory = kernel.memory.buffer;
  const source = new Float32Array(memory, sourceAt, rows * rowLength);
  const target = new Float32Array(memory, targetAt, rows * rowLength);
  const open = new Int32Array(memory, openAt, rowLength);
  const above = new Float32Array(memory, guard, reach * rowLength).fill(Infinity);
  const below = new Float32Array(memory, sourceAt + rows * rowBytes, reach * rowLength).fill(Infinity);
  source.fill(0);
  if (outside) {
    above.fill(0, (reach - 1) * rowLength);
    below.fill(0, 0, rowLength);
  }
  const room = envelope(rows, width);

  /** By the stretches of its foreground: beyond their ends nothing matters. */
  const solveColumn = (column: number) => {
    for (let i = 0; i < rows;) {
      while (i < rows && source[i * rowLength + column] === 0) ++i;
      const first = i;
      while (i < rows && source[i * rowLength + column] !== 0) ++i;
      if (first === i) return;
      lowerEnvelope(room, source, column, rowLength, first, i, first > 0 || outside, i < rows || outside);
      for (let k = first; k < i; ++k) target[k * rowLength + column] = source[k * rowLength + column];
    }
  };
  const solve = () => {
    const unfinished = kernel.nearby(sourceAt, targetAt, openAt, rows, rowBytes, width * width, reach);
    if (unfinished === 0) return;
    for (let column = 0; column < columns; ++column) if (open[column] !== 0) solveColumn(column);
  };
  return { source, target, rowLength, solve };
}
