// Images out of a file, one at a time: what stacks, projections and volumes have in common, whatever the format.

export interface ImageSource {
  count: number;
  columns: number;
  rows: number;
  /** type of the numbers in the file */
  type: string;
  notes: string[];
  /** row by row, `columns` numbers each. @throws one sentence */
  read: (index: number) => Promise<Float32Array>;
  /** one row of an image, where that spares reading the rest */
  readRow: (index: number, row: number) => Promise<Float32Array>;
}

/** The longest edge that is sent to be looked at. */
export const shownEdge = 512;

export interface ShownImage {
  columns: number;
  rows: number;
  /** row by row */
  values: Float32Array;
  /** pixels of the file along the edge of one that is shown */
  merged: number;
  /** of all pixels that are numbers; NaN where there are none */
  low: number;
  high: number;
}

/** An image as it is shown: means of squares of pixels, and the range within which 99 in 100 lie. */
export function shownImage(image: Float32Array, columns: number, rows: number, edge = shownEdge): ShownImage {
  const merged = Math.max(1, Math.ceil(Math.max(columns, rows) / edge));
  const [w, h] = [Math.floor(columns / merged) || 1, Math.floor(rows / merged) || 1];
  const values = binned(image, columns, rows, merged);
  const sorted = values.filter((v) => Number.isFinite(v)).sort();
  const at = (q: number) => sorted[Math.round(q * (sorted.length - 1))] ?? NaN;
  return { columns: w, rows: h, values, merged, low: at(0.005), high: at(0.995) };
}

/** Means of squares of `by` × `by` pixels; what fills no square is left out. */
export function binned(image: Float32Array, columns: number, rows: number, by: number): Float32Array {
  if (by === 1) return image;
  const [bx, by2] = [Math.min(by, columns), Math.min(by, rows)];
  const [w, h] = [Math.floor(columns / bx), Math.floor(rows / by2)];
  const out = new Float32Array(w * h);
  for (let y = 0; y < h; ++y)
    for (let x = 0; x < w; ++x) {
      let sum = 0;
      for (let j = 0; j < by2; ++j)
        for (let i = 0, at = (y * by2 + j) * columns + x * bx; i < bx; ++i, ++at) sum += image[at] ?? 0;
      out[y * w + x] = sum / (bx * by2);
    }
  return out;
}

/** @throws where there is no such image */
export function checkIndex({ count }: Pick<ImageSource, "count">, index: number): void {
  if (!(Number.isInteger(index) && index >= 0 && index < count))
    throw new Error(`unknown image: ${index + 1}; the file holds ${count}`);
}

/** @throws where images of such a size could not be held */
export function checkImageSize(columns: number, rows: number): void {
  if (!(columns >= 1 && rows >= 1))
    throw new Error(`invalid image: ${columns} × ${rows} pixels; must hold one pixel at least`);
  if (columns * rows > 2 ** 27)
    throw new Error(
      `unsupported image: ${columns} × ${rows} pixels; one image may have 134 million: bin or crop it first`
    );
}
