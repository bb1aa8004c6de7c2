// Multislice: the wave goes through slices of independent atoms and the empty space between,
//   ψ ← F⁻¹[ P(k) F[ exp(iσV(r)) ψ ] ],  P(k) = exp(−iπλΔz k²), |k| below 2/3 of the grid's limit, nothing beyond,
// V the projected potential of a slice, V(k) = 47.88 V Å² Σ f_e(k) exp(−2πi k·r_j)/area. What the limit takes away is counted,
// so that kept and lost intensity add up to 1. Detectors add |ψ(k)|² over rings.
// Cowley & Moodie, Acta Cryst. 10 (1957) 609, doi 10.1107/S0365110X57002194; Kirkland, Advanced Computing in Electron
// Microscopy, 2nd ed. (2010), chapter 6.

import {
  interactionConstant,
  potentialPerFactor,
  type ScatteringElement,
  scatteringFactor,
  wavelength
} from "../material/electron-scattering.js";
import { frequencyAt } from "../numerics/fft.js";
import { complexTransform } from "../numerics/fft-2d.js";

/** Å and pixels; sides in pixels are powers of two. */
export interface WaveGrid {
  width: number;
  height: number;
  columns: number;
  rows: number;
}

/** An atom of a slice at x, y in Å. */
export interface SliceAtom {
  element: ScatteringElement;
  x: number;
  y: number;
}

/** mrad up to which a grid carries a wave. */
export function angularLimit({ width, height, columns, rows }: WaveGrid, kilovolt: number): number {
  return 1e3 * wavelength(kilovolt) * (2 / 3) * Math.min(columns / width, rows / height) * 0.5;
}

/** |k|² of each item of a transform on the grid, Å⁻², [y][x]. */
function squaredFrequencies({ width, height, columns, rows }: WaveGrid): Float64Array {
  const all = new Float64Array(columns * rows);
  for (let row = 0, p = 0; row < rows; ++row) {
    const fy = frequencyAt(row, rows) / height;
    for (let column = 0; column < columns; ++column, ++p) {
      const fx = frequencyAt(column, columns) / width;
      all[p] = fx * fx + fy * fy;
    }
  }
  return all;
}

/** Tables that depend on the grid alone. */
export interface MultisliceSetup {
  grid: WaveGrid;
  kilovolt: number;
  squared: Float64Array;
  /** Å⁻² beyond which nothing is carried */
  limit: number;
  factors: Map<ScatteringElement, Float64Array>;
}

export function multisliceSetup(grid: WaveGrid, kilovolt: number): MultisliceSetup {
  const limit = (angularLimit(grid, kilovolt) / 1e3 / wavelength(kilovolt)) ** 2;
  return { grid, kilovolt, squared: squaredFrequencies(grid), limit, factors: new Map() };
}

/** Projected potential in V Å of a slice's atoms, [y][x]; periodic. */
export function slicePotential(setup: MultisliceSetup, atoms: readonly SliceAtom[]): Float64Array {
  const { grid, squared, limit } = setup;
  const { width, height, columns, rows } = grid;
  const data = new Float64Array(2 * columns * rows);
  const sum = new Float64Array(2 * columns * rows);
  for (const element of new Set(atoms.map((atom) => atom.element))) {
    sum.fill(0);
    for (const { x, y } of atoms.filter((atom) => atom.element === element)) addPhases(sum, grid, x, y);
    let table = setup.factors.get(element);
    if (!table) {
      // in the units of a forward transform: the inverse divides by the number of items
      const scale = (potentialPerFactor * columns * rows) / (width * height);
      table = squared.map((g2) => (g2 < limit ? scale * scatteringFactor(element, Math.sqrt(g2)) : 0));
      setup.factors.set(element, table);
    }
    for (let p = 0; p < table.length; ++p) {
      data[2 * p] += table[p] * sum[2 * p];
      data[2 * p + 1] += table[p] * sum[2 * p + 1];
    }
  }
  complexTransform(data, columns, rows, -1);
  return Float64Array.from({ length: columns * rows }, (_, p) => data[2 * p]);
}

/** Adds exp(−2πi k·r) at all frequencies. */
function addPhases(
  sum: Float64Array,
  { width, height, columns, rows }: WaveGrid,
  x: number,
  y: number
): void {
  const turns = (size: number, place: number) => {
    const line = new Float64Array(2 * size);
    for (let i = 0; i < size; ++i) {
      const angle = -2 * Math.PI * frequencyAt(i, size) * place;
      line[2 * i] = Math.cos(angle);
      line[2 * i + 1] = Math.sin(angle);
    }
    return line;
  };
  const [ex, ey] = [turns(columns, x / width), turns(rows, y / height)];
  for (let row = 0, p = 0; row < rows; ++row) {
    const yr = ey[2 * row];
    const yi = ey[2 * row + 1];
    for (let c = 0; c < 2 * columns; c += 2, p += 2) {
      sum[p] += yr * ex[c] - yi * ex[c + 1];
      sum[p + 1] += yr * ex[c + 1] + yi * ex[c];
    }
  }
}

/** exp(iσV), [y][x], real and imaginary parts alternate. */
export function transmission(potential: Float64Array, kilovolt: number): Float64Array {
  const sigma = interactionConstant(kilovolt);
  const out = new Float64Array(2 * potential.length);
  for (let p = 0; p < potential.length; ++p) {
    out[2 * p] = Math.cos(sigma * potential[p]);
    out[2 * p + 1] = Math.sin(sigma * potential[p]);
  }
  return out;
}

/** Transform of a probe of intensity 1 at x, y Å, without aberrations. @param convergence mrad */
export function probeWave(
  { grid, kilovolt, squared }: MultisliceSetup,
  convergence: number,
  x: number,
  y: number
): Float64Array {
  const rim = (1e-3 * convergence) / wavelength(kilovolt);
  const wave = new Float64Array(2 * squared.length);
  addPhases(wave, grid, x, y);
  let inside = 0;
  for (let p = 0; p < squared.length; ++p)
    if (squared[p] <= rim * rim) ++inside;
    else wave[2 * p] = wave[2 * p + 1] = 0;
  // of a transform whose inverse divides by N, the sum over the image of |ψ|² is Σ|ψ(k)|²/N
  const scale = Math.sqrt(squared.length / inside);
  for (let p = 0; p < wave.length; ++p) wave[p] *= scale;
  return wave;
}

/** Intensities at one depth, shares of the beam. */
export interface WaveReading {
  /** Å that the wave has gone through */
  depth: number;
  /** in each of the rings */
  rings: number[];
  /** mean of k over the ring of the segmented detector, times its share of the beam, Å⁻¹ */
  momentum: [number, number];
  /** that the grid's limit has taken so far */
  lost: number;
  /** all that is left */
  kept: number;
}

export interface WaveDetectors {
  /** mrad: inner and outer edge */
  rings: readonly (readonly [number, number])[];
  /** mrad: ring over which the momentum is taken */
  momentum: readonly [number, number];
}

/**
 * Sends a probe through slices. @param wave transform of the probe; it is changed
 * @param slices transmission functions, used in turn: the k-th slice is `order(k)`
 * @param thickness of a slice, Å
 * @param readAt numbers of slices after which the detectors are read, ascending
 */
export function sendThrough(
  setup: MultisliceSetup,
  wave: Float64Array,
  {
    slices,
    order,
    thickness
  }: { slices: readonly Float64Array[]; order: (k: number) => number; thickness: number },
  readAt: readonly number[],
  detectors: WaveDetectors
): WaveReading[] {
  const { grid, kilovolt, squared, limit } = setup;
  const propagator = new Float64Array(wave.length);
  for (let p = 0; p < squared.length; ++p) {
    if (squared[p] >= limit) continue;
    const angle = -Math.PI * wavelength(kilovolt) * thickness * squared[p];
    propagator[2 * p] = Math.cos(angle);
    propagator[2 * p + 1] = Math.sin(angle);
  }
  const readings: WaveReading[] = [];
  const last = readAt.at(-1) ?? 0;
  let lost = 0;
  for (let k = 1; k <= last; ++k) {
    complexTransform(wave, grid.columns, grid.rows, -1);
    multiply(wave, slices[order(k - 1)]);
    complexTransform(wave, grid.columns, grid.rows, 1);
    let beyond = 0;
    for (let p = 0; p < squared.length; ++p)
      if (squared[p] >= limit) beyond += wave[2 * p] ** 2 + wave[2 * p + 1] ** 2;
    lost += beyond / squared.length;
    multiply(wave, propagator);
    if (readAt.includes(k)) readings.push({ depth: k * thickness, lost, ...read(setup, wave, detectors) });
  }
  return readings;
}

function multiply(wave: Float64Array, by: Float64Array): void {
  for (let p = 0; p < wave.length; p += 2) {
    const re = wave[p] * by[p] - wave[p + 1] * by[p + 1];
    wave[p + 1] = wave[p] * by[p + 1] + wave[p + 1] * by[p];
    wave[p] = re;
  }
}

function read(
  { grid, kilovolt, squared }: MultisliceSetup,
  wave: Float64Array,
  { rings, momentum }: WaveDetectors
): Pick<WaveReading, "rings" | "momentum" | "kept"> {
  const lambda = wavelength(kilovolt);
  const bounds = [...rings, momentum].map(([inner, outer]) => [
    (1e-3 * inner) / lambda,
    (1e-3 * outer) / lambda
  ]);
  const sums = rings.map(() => 0);
  let [kept, kx, ky] = [0, 0, 0];
  const [low, high] = bounds[rings.length];
  for (let row = 0, p = 0; row < grid.rows; ++row)
    for (let column = 0; column < grid.columns; ++column, ++p) {
      const intensity = (wave[2 * p] ** 2 + wave[2 * p + 1] ** 2) / squared.length;
      if (intensity === 0) continue;
      kept += intensity;
      const k = Math.sqrt(squared[p]);
      for (let r = 0; r < sums.length; ++r) if (k >= bounds[r][0] && k < bounds[r][1]) sums[r] += intensity;
      if (k < low || k >= high) continue;
      kx += (intensity * frequencyAt(column, grid.columns)) / grid.width;
      ky += (intensity * frequencyAt(row, grid.rows)) / grid.height;
    }
  return { rings: sums, momentum: [kx, ky], kept };
}
