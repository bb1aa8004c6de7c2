// All images of a source in one array, binned on the way, so that a file need not fit into memory.
import type { TaskOptions } from "../../science/task.js";
import { binned, type ImageSource } from "./image-source.js";

export interface LoadedStack {
  count: number;
  /** along x (columns of the images) and y (rows) */
  nx: number;
  ny: number;
  /** [image][x][y], y fastest, as the rooms of the techniques have them */
  values: Float32Array;
}

/** Numbers that a stack may hold after binning: 512 MB. */
const most = 2 ** 27;

/** Binning that brings a stack below so many numbers; 1 where none is needed. @param cubed images are merged too */
export function binningFor({ count, columns, rows }: ImageSource, numbers: number, cubed = false): number {
  let by = 1;
  while ((count * columns * rows) / by ** (cubed ? 3 : 2) > numbers) ++by;
  return by;
}

/** @throws where the stack is too large for its binning, or an image cannot be read */
export async function loadStack(
  source: ImageSource,
  by: number,
  { signal, onProgress }: TaskOptions = {}
): Promise<LoadedStack> {
  const { count, columns, rows } = source;
  if (!(Number.isInteger(by) && by >= 1 && by <= Math.min(columns, rows)))
    throw new Error(`invalid binning: ${by}; must be a whole number from 1 to ${Math.min(columns, rows)}`);
  const [nx, ny] = [Math.floor(columns / by), Math.floor(rows / by)];
  if (count * nx * ny > most)
    throw new Error(
      `unsupported stack: ${count} images of ${nx} × ${ny} pixels; must be ${(most / 1e6).toFixed(0)} million numbers at most: bin by ${binningFor(source, most)} or more`
    );
  const values = new Float32Array(count * nx * ny);
  for (let k = 0; k < count; ++k) {
    signal?.throwIfAborted();
    onProgress?.(k / count, `reading image ${k + 1} of ${count}`);
    const image = binned(await source.read(k), columns, rows, by);
    const at = k * nx * ny;
    for (let y = 0; y < ny; ++y)
      for (let x = 0; x < nx; ++x) values[at + x * ny + y] = image[y * nx + x] ?? NaN;
  }
  return { count, nx, ny, values };
}
