// The parallel-beam projector and its adjoint on vectors of WebAssembly (assembly/shear.as.ts), a few slices at a time so
// that an image stays in the processor's cache. Tilts nearer to x are projected from the image turned over.

import { type Kernel, start } from "./assembly/shear.wasm.js";
import { expectBeam, expectLength, type ParallelBeam } from "./parallel-beam.js";
import type { Projector } from "./projector.js";
import { resampling, shear, taps } from "./shear-geometry.js";

/** As in the kernel: rows that it takes at once, and bytes between the cells of its tilts. */
const rowsTogether = 4;
const tiltStride = 136192;
const cellsBytes = tiltStride / 2 - 512;

/** Bytes of an image that ought to stay in the cache. */
const imageBytes = 2 ** 22;

/** Slices taken at once; 0 if even one is too wide for the kernel. */
function lanesFor(beam: ParallelBeam, cells: number): number {
  const most = Math.min(
    Math.max(1, Math.floor(imageBytes / (4 * beam.size ** 2))),
    Math.floor(cellsBytes / (4 * cells))
  );
  return most && Math.ceil(beam.slices / Math.ceil(beam.slices / most));
}

/** `count` runs of `width` numbers, each a stride further on, from one array to places in another. */
function copyRuns(
  from: Float32Array,
  source: number,
  sourceStride: number,
  to: Float32Array,
  target: number,
  targetStride: number,
  count: number,
  width: number
): void {
  for (let i = 0; i < count; ++i, source += sourceStride, target += targetStride)
    for (let m = 0; m < width; ++m) to[target + m] = from[source + m];
}

/** The same, added to what is there. */
function addRuns(
  from: Float32Array,
  source: number,
  sourceStride: number,
  to: Float32Array,
  target: number,
  targetStride: number,
  count: number,
  width: number
): void {
  for (let i = 0; i < count; ++i, source += sourceStride, target += targetStride)
    for (let m = 0; m < width; ++m) to[target + m] += from[source + m];
}

/** @returns nothing if the kernel cannot take so many columns @throws if the beam is invalid */
export function simdProjector(beam: ParallelBeam, read = resampling): Projector | undefined {
  expectBeam(beam);
  const { size: n, slices, tilts } = beam;
  const views = Array.from(tilts, (tilt, a) => ({ a, ...shear(tilt, beam, rowsTogether) }));
  const lanes = lanesFor(beam, Math.max(...views.map(({ cells }) => cells)));
  if (lanes === 0) return undefined;
  const column = 4 * lanes;
  const rowLength = n * column;
  const rows = rowsTogether * Math.ceil(n / rowsTogether);
  const margin = 16 * Math.ceil((rowsTogether * column + 16) / 16);
  const rowStride = 16 * Math.ceil((rowLength + margin) / 16);

  // Places of everything in the kernel's memory, in bytes.
  let end = 1024;
  const place = (length: number) => (end += 64 * Math.ceil(length / 64) + 64) - 64 * Math.ceil(length / 64);
  const cells = place(3 * tiltStride) + 16 * Math.ceil(column / 16);
  const bins = place(4 * tilts.length * n * lanes);
  const first = place(4 * tilts.length * n);
  const weights = place(4 * tilts.length * n * taps);
  const imageLength = margin + rows * rowStride + margin;
  const images = [true, false].map((alongX) => ({
    views: views.filter((view) => view.alongX === alongX),
    alongX,
    at: views.some((view) => view.alongX === alongX) ? place(imageLength) + margin : 0
  }));
  const used = images.filter((image) => image.views.length > 0);
  const kernel: Kernel = start();
  kernel.memory.grow(Math.ceil(end / 65536));
  const floats = new Float32Array(kernel.memory.buffer);
  for (const view of views) {
    const table = read(view, beam);
    new Int32Array(kernel.memory.buffer, first + 4 * view.a * n).set(table.first);
    floats.set(table.weights, weights / 4 + view.a * n * taps);
  }
  const tables = (a: number) => [first + 4 * a * n, weights + 4 * a * n * taps] as const;

  /** Copies `lanes` slices, from `l` on, of columns [x][y] into the kernel's or back. */
  const load = (from: Float32Array, start: number, count: number, l: number, to: number) => {
    if (lanes === slices) {
      floats.set(from.subarray(start * slices, (start + count) * slices), to);
      return;
    }
    copyRuns(from, start * slices + l, slices, floats, to, lanes, count, Math.min(lanes, slices - l));
  };
  const store = (from: number, to: Float32Array, start: number, count: number, l: number) => {
    if (lanes === slices) {
      to.set(floats.subarray(from, from + count * lanes), start * slices);
      return;
    }
    copyRuns(floats, from, lanes, to, start * slices + l, slices, count, Math.min(lanes, slices - l));
  };

  function project(volume: Float32Array, out: Float32Array = new Float32Array(tilts.length * n * slices)) {
    expectLength("volume", volume.length, n * n * slices);
    expectLength("output", out.length, tilts.length * n * slices);
    for (let l = 0; l < slices; l += lanes) {
      const width = Math.min(lanes, slices - l);
      for (const { at, alongX, views } of used) {
        floats.fill(0, (at - margin) / 4, (at - margin + imageLength) / 4);
        for (let j = 0; j < n; ++j) {
          const row = (at + j * rowStride) / 4;
          if (alongX) load(volume, j * n, n, l, row);
          else copyRuns(volume, j * slices + l, n * slices, floats, row, lanes, n, width);
        }
        for (const { a, shift, slope, cells: count } of views) {
          const length = count * column;
          kernel.project(at, rowStride, rowLength, column, rows, shift, slope, cells, length);
          kernel.collect(cells, length, column, ...tables(a), n, bins + a * rowLength);
        }
      }
      for (let a = 0; a < tilts.length; ++a) store((bins + a * rowLength) / 4, out, a * n, n, l);
    }
    return out;
  }

  function backproject(projections: Float32Array, out: Float32Array = new Float32Array(n * n * slices)) {
    expectLength("projections", projections.length, tilts.length * n * slices);
    expectLength("output", out.length, n * n * slices);
    if (used.length > 1 || !used[0].alongX) out.fill(0);
    for (let l = 0; l < slices; l += lanes) {
      const width = Math.min(lanes, slices - l);
      for (let a = 0; a < tilts.length; ++a) load(projections, a * n, n, l, (bins + a * rowLength) / 4);
      for (const { at, alongX, views } of used) {
        floats.fill(0, (at - margin) / 4, (at - margin + imageLength) / 4);
        for (let g = 0; g < views.length; g += 2) {
          const shears = [0, 1].flatMap((m) => {
            const view = g + m < views.length ? views[g + m] : undefined;
            const to = cells + m * tiltStride;
            if (view)
              kernel.spread(to, view.cells * column, column, ...tables(view.a), n, bins + view.a * rowLength);
            else floats.fill(0, to / 4, (to + tiltStride) / 4);
            return view ? [view.shift, view.slope] : [0, 0];
          }) as [number, number, number, number];
          kernel.backproject(at, rowStride, rowLength, column, n, cells, ...shears);
        }
        for (let j = 0; j < n; ++j) {
          const row = (at + j * rowStride) / 4;
          if (alongX) store(row, out, j * n, n, l);
          else addRuns(floats, row, lanes, out, j * slices + l, n * slices, n, width);
        }
      }
    }
    return out;
  }
  return { beam, project, backproject };
}
