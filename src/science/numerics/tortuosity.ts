// Tortuosity factor of a phase by diffusion through it: ∇·∇u = 0 in the phase, u = 1 and 0 on two opposite faces of the
// volume, no flux through its walls;
//   τ = φ D / D_eff,   D_eff/D = flux · length / (area of the face · drop).
// Finite volumes on the voxels, the ends half a voxel beyond the first and last layer; successive over-relaxation in the
// order of a chequerboard, so that the result does not depend on the direction of the sweep.
// Cooper et al., SoftwareX 5 (2016) 203, doi 10.1016/j.softx.2016.09.002 (TauFactor). It is the square of the ratio of
// path lengths in the older sense.

import type { TaskOptions } from "../task.js";
import { checkShape, type Shape } from "./volume-shape.js";

export interface TortuosityOptions extends TaskOptions {
  /** index along which it flows; 0 unless given */
  axis?: 0 | 1 | 2;
  /** largest relative difference of the flux between layers at which it ends; 1e-3 unless given */
  tolerance?: number;
  /** after so many sweeps it gives up; 5000 unless given */
  mostSweeps?: number;
}

export interface Tortuosity {
  /** φ D/D_eff; Infinity where no path leads through */
  factor: number;
  /** D_eff/D */
  relativeDiffusivity: number;
  /** share of the phase in the volume, dead ends included */
  share: number;
  sweeps: number;
  /** largest relative difference of the flux between layers */
  imbalance: number;
}

/**
 * @param phase not 0 where it conducts, [a][b][c]
 * @throws where the length is not the shape's, the phase is empty, or it does not converge
 */
export function tortuosity(phase: Uint8Array, shape: Shape, options: TortuosityOptions = {}): Tortuosity {
  const { axis = 0, tolerance = 1e-3, mostSweeps = 5000, signal, onProgress } = options;
  if (shape[axis] < 2)
    throw new Error(
      `invalid shape: ${shape.join(" × ")}; must have 2 layers or more along the way of the flow`
    );
  const voxels = checkShape("phase", phase.length, shape);
  const grid = padded(phase, shape, axis);
  const { layers, rows, columns, conducts, reached } = grid;
  const total = phase.reduce((sum, v) => sum + (v !== 0 ? 1 : 0), 0);
  const share = total / voxels;
  if (total === 0) throw new Error("missing phase: no voxel conducts; choose a phase that the volume holds");
  if (!reached) return { factor: Infinity, relativeDiffusivity: 0, share, sweeps: 0, imbalance: 0 };
  const [rowStride, layerStride] = [columns + 2, (columns + 2) * (rows + 2)];
  const { u, weight } = start(grid, rowStride, layerStride);
  // between the best for a slab, where 1.5 stands for 2.5, and for a maze: half-full volumes converge fastest with it
  const omega = 2 / (1 + Math.sin(Math.PI / (2.5 * layers)));
  const colours = chequerboard(weight, { layers, rows, columns, rowStride, layerStride });
  let [sweeps, imbalance, flux] = [0, Infinity, 0];
  while (imbalance > tolerance) {
    if (sweeps >= mostSweeps)
      throw new Error(
        `invalid tortuosity: flux differs by ${imbalance.toPrecision(2)} between layers after ${sweeps} sweeps; allow more, or a larger tolerance`
      );
    signal?.throwIfAborted();
    for (let k = 0; k < 20; ++k, ++sweeps) {
      for (const colour of colours) relax(u, weight, omega, colour, rowStride, layerStride);
    }
    ({ flux, imbalance } = fluxes(u, conducts, { layers, rows, columns, rowStride, layerStride }));
    onProgress?.(Math.min(1, Math.log(imbalance) / Math.log(tolerance)), "diffusion");
  }
  const relativeDiffusivity = (flux * layers) / (rows * columns);
  return { factor: share / relativeDiffusivity, relativeDiffusivity, share, sweeps, imbalance };
}

interface Sizes {
  layers: number;
  rows: number;
  columns: number;
  rowStride: number;
  layerStride: number;
}

/** The volume with its axis of flow first, and one layer more on every side; only voxels that both faces reach conduct. */
function padded(phase: Uint8Array, shape: Shape, axis: 0 | 1 | 2) {
  const strides = [shape[1] * shape[2], shape[2], 1];
  const [first, second, third] = [
    [0, 1, 2],
    [1, 0, 2],
    [2, 0, 1]
  ][axis];
  const [layers, rows, columns] = [shape[first], shape[second], shape[third]];
  const rowStride = columns + 2;
  const layerStride = rowStride * (rows + 2);
  const conducts = new Uint8Array(layerStride * (layers + 2));
  for (let a = 0; a < layers; ++a)
    for (let b = 0; b < rows; ++b) {
      const from = a * strides[first] + b * strides[second];
      const to = (a + 1) * layerStride + (b + 1) * rowStride + 1;
      for (let c = 0; c < columns; ++c) if (phase[from + c * strides[third]] !== 0) conducts[to + c] = 1;
    }
  const fromFirst = flooded(conducts, 1, layerStride, rowStride);
  const both = flooded(fromFirst, layers, layerStride, rowStride);
  const reached = both.some((v) => v === 1);
  return { layers, rows, columns, conducts: both, reached };
}

/** Voxels that conduct and are joined by faces to one in a layer. */
function flooded(conducts: Uint8Array, layer: number, layerStride: number, rowStride: number): Uint8Array {
  const found = new Uint8Array(conducts.length);
  const stack: number[] = [];
  const visit = (p: number) => {
    if (conducts[p] === 0 || found[p] === 1) return;
    found[p] = 1;
    stack.push(p);
  };
  for (let p = layer * layerStride; p < (layer + 1) * layerStride; ++p) visit(p);
  for (let p = stack.pop(); p !== undefined; p = stack.pop())
    for (const step of [1, -1, rowStride, -rowStride, layerStride, -layerStride]) visit(p + step);
  return found;
}

/** A straight drop as the first guess, and 1/(Σ conductances) of each voxel; ends conduct twice as well, being half as far. */
function start({ layers, conducts }: ReturnType<typeof padded>, rowStride: number, layerStride: number) {
  const u = new Float64Array(conducts.length);
  const weight = new Float64Array(conducts.length);
  for (let a = 1; a <= layers; ++a)
    for (let p = a * layerStride; p < (a + 1) * layerStride; ++p) {
      if (conducts[p] === 0) continue;
      u[p] = 1 - (a - 0.5) / layers;
      const sides = conducts[p - 1] + conducts[p + 1] + conducts[p - rowStride] + conducts[p + rowStride];
      const along =
        (a === 1 ? 2 : conducts[p - layerStride]) + (a === layers ? 2 : conducts[p + layerStride]);
      weight[p] = 1 / (sides + along);
    }
  // outside the first face u = 1 counts twice, outside the last it is 0; all else outside is 0 and never conducts
  for (let p = 0; p < layerStride; ++p) if (conducts[p + layerStride] === 1) u[p] = 2;
  return { u, weight };
}

/** Voxels that conduct, of either colour of the chequerboard: neighbours are of the other one. */
function chequerboard(weight: Float64Array, sizes: Sizes): [Int32Array, Int32Array] {
  const { layers, rows, columns, rowStride, layerStride } = sizes;
  const lists = [new Int32Array(weight.length), new Int32Array(weight.length)] as const;
  const counts = [0, 0];
  for (let a = 1; a <= layers; ++a)
    for (let b = 1; b <= rows; ++b)
      for (let c = 1, p = a * layerStride + b * rowStride + 1; c <= columns; ++c, ++p) {
        const colour = (a + b + c) & 1;
        if (weight[p] > 0) lists[colour][counts[colour]++] = p;
      }
  return [lists[0].slice(0, counts[0]), lists[1].slice(0, counts[1])];
}

/** One colour of the chequerboard: u ← u + ω (mean of the neighbours − u). */
function relax(
  u: Float64Array,
  weight: Float64Array,
  omega: number,
  colour: Int32Array,
  rowStride: number,
  layerStride: number
): void {
  const keep = 1 - omega;
  for (let i = 0; i < colour.length; ++i) {
    const p = colour[i];
    const across = u[p - 1] + u[p + 1] + u[p - rowStride] + u[p + rowStride];
    u[p] = keep * u[p] + omega * weight[p] * (across + u[p - layerStride] + u[p + layerStride]);
  }
}

/** Mean flux through the layers, and how far the layers differ. */
function fluxes(u: Float64Array, conducts: Uint8Array, { layers, layerStride }: Sizes) {
  let [least, most, sum] = [Infinity, -Infinity, 0];
  for (let a = 1; a < layers; ++a) {
    let flux = 0;
    for (let p = a * layerStride, q = p + layerStride; p < (a + 1) * layerStride; ++p, ++q)
      if (conducts[p] === 1 && conducts[q] === 1) flux += u[p] - u[q];
    least = Math.min(least, flux);
    most = Math.max(most, flux);
    sum += flux;
  }
  const flux = sum / (layers - 1);
  return { flux, imbalance: layers > 1 ? (most - least) / Math.max(Math.abs(flux), 1e-300) : 0 };
}
