// Non-negative least squares of many spectra (nnls-plan.ts) in single precision: the products P y of a block of pixels, the
// choice of the set of references held at zero and the residual are vector loops in WebAssembly (assembly/nnls.as.ts). The
// data pass through the processor's cache once.

import type { TaskOptions } from "../task.js";

import { instance } from "./assembly/nnls.wasm.js";
import type { FitPlan } from "./nnls-plan.js";

export interface StackOptions extends TaskOptions {
  /** which index of the data runs fastest: the energy (spectra one after another) or the pixel (a stack of images) */
  fastest: "energy" | "pixel";
  /** false leaves out the sum of squares, for speed; default true */
  residuals?: boolean;
}

export interface StackFit {
  pixels: number;
  /** x [column][pixel], references first; NaN where a spectrum holds one */
  weights: Float32Array;
  /** Σ W (y − A x)² [pixel]; empty if not asked for */
  residualSumOfSquares: Float32Array;
  /** bits of the references left in [pixel] */
  masks: Uint8Array;
}

/** Pixels in a block, and floats from one plane of the kernel to the next. */
const block = 1024;
const plane = 1040;
/** Spectra one after another need no more in the cache than this many. */
const blockOfRows = 256;

/** Columns in threes, padded with zeros. */
const padded = (columns: number) => 3 * Math.ceil(columns / 3);

/**
 * Fits every pixel.
 * @param data [pixel][energy] or [energy][pixel], see `fastest`; at least 4 energies
 * @throws where the data are no whole number of spectra
 */
export function nnlsStack(plan: FitPlan, data: Float32Array, options: StackOptions): StackFit {
  const { energies, columns, references } = plan;
  const sets = plan.sets.length;
  const pixels = data.length / energies;
  if (!Number.isInteger(pixels))
    throw new Error(
      `invalid stack: ${data.length} values are no whole number of images at ${energies} energies`
    );
  if (energies < 4)
    throw new Error(`missing energies: ${energies} in the stack; a fit of many needs 4 or more`);
  const rows = options.fastest === "energy";
  const wantsResiduals = options.residuals ?? true;
  const kernel = instance();
  const at = place(kernel.memory, plan, rows);
  const memory = kernel.memory.buffer;
  const view = (pointer: number, length: number) => new Float32Array(memory, pointer, length);
  const size = rows ? blockOfRows : block;
  const values = view(at.data, plane * energies);
  const planes = view(at.planes, plane * padded(columns));
  const sums = view(at.sums, block);
  const chosen = new Int32Array(memory, at.chosen, block);
  const project = rows ? kernel.projectRows : kernel.projectPlanes;
  const residual = rows ? kernel.residualRows : kernel.residualPlanes;
  const fit: StackFit = {
    pixels,
    weights: new Float32Array(columns * pixels),
    residualSumOfSquares: new Float32Array(wantsResiduals ? pixels : 0),
    masks: new Uint8Array(pixels).fill((1 << references) - 1)
  };
  for (let first = 0; first < pixels; first += size) {
    if (first % 65536 === 0) {
      options.signal?.throwIfAborted();
      options.onProgress?.(first / pixels, "fitting spectra");
    }
    const count = Math.min(size, pixels - first);
    // the rest of the last block stays as it was: fitted too, and thrown away
    if (rows) values.set(data.subarray(first * energies, (first + count) * energies));
    else
      for (let e = 0; e < energies; ++e)
        values.set(data.subarray(e * pixels + first, e * pixels + first + count), e * plane);
    project(at.data, energies, size, at.projector, at.start, padded(columns), at.planes);
    if (sets > 1) {
      if (columns === 3 && references === 3)
        kernel.chooseOfThree(size, sets, at.pivots, at.masks, at.planes, at.chosen);
      else {
        kernel.choose(size, references, columns, sets, at.pivots, at.masks, at.planes, at.chosen);
        kernel.pivot(size, references, columns, at.pivots, at.inverse, at.planes, at.chosen, at.scratch);
      }
      fit.masks.set(chosen.subarray(0, count), first);
    }
    for (let k = 0; k < columns; ++k)
      fit.weights.set(planes.subarray(k * plane, k * plane + count), k * pixels + first);
    if (!wantsResiduals) continue;
    residual(at.data, energies, size, at.design, at.weights, columns, at.planes, at.sums);
    fit.residualSumOfSquares.set(sums.subarray(0, count), first);
  }
  options.onProgress?.(1, "fitting spectra");
  return fit;
}

/** Writes the plan into the memory of the kernel, in the order in which its loops read. @returns bytes at which each part lies */
function place(memory: WebAssembly.Memory, plan: FitPlan, rows: boolean) {
  const { energies, columns, references, sets } = plan;
  const wide = padded(columns);
  const vectors = Math.ceil(energies / 4);
  const lengths = {
    projector: wide * 4 * vectors,
    start: wide,
    design: wide * 4 * vectors,
    weights: 4 * vectors,
    pivots: sets.length * columns * columns,
    masks: sets.length,
    inverse: 1 << references,
    scratch: columns,
    planes: wide * plane,
    chosen: block,
    sums: block,
    data: energies * plane
  };
  const at = { ...lengths };
  // the compiler keeps the first bytes for itself
  let end = 4096;
  for (const [name, length] of Object.entries(lengths)) {
    at[name as keyof typeof at] = end;
    end += 16 * Math.ceil(length / 4);
  }
  const missing = Math.ceil(end / 65536) - memory.buffer.byteLength / 65536;
  if (missing > 0) memory.grow(missing);
  const floats = new Float32Array(memory.buffer);
  const words = new Int32Array(memory.buffer);
  floats.fill(0, at.projector / 4, end / 4);
  for (let v = 0; v < 4 * vectors; ++v) {
    // by rows the last vector of four begins so that it ends with the energies: entries met before count nothing
    const shift = rows && v >= 4 * vectors - 4 ? 4 * vectors - energies : 0;
    const e = v - shift;
    if (e >= energies || (shift > 0 && e < 4 * vectors - 4)) continue;
    floats[at.weights / 4 + v] = plan.weights[e];
    for (let k = 0; k < columns; ++k) {
      const to = rows ? k * 4 * vectors + v : v * wide + k;
      floats[at.projector / 4 + to] = plan.projector[k * energies + e];
      floats[at.design / 4 + (rows ? to : v * columns + k)] = plan.design[e * columns + k];
    }
  }
  floats.set(plan.start, at.start / 4);
  sets.forEach(({ mask, pivot }, s) => {
    floats.set(pivot, at.pivots / 4 + s * columns * columns);
    words[at.masks / 4 + s] = mask;
    words[at.inverse / 4 + mask] = s;
  });
  return at;
}
