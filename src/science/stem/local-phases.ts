// Which structure is where, by the Fourier motif of a local window. With S(q) the amplitude of a Gaussian window at q:
//   l = |S(q₃)|/|S(q₂)|: contrast between the two kinds of cation layers; s = |S(q₂/2)|/|S(q₂)|: doubling along the layers.
// As q₃ and q₂/2 have the same length, the probe weakens them alike. For columns that scatter by their metal alone
//   layered (l, s) ∝ (1, 0), spinel (1/2, 1/2), rock salt (0, 0);
// l + s of the layered and of spinel is 1, which fixes the scale within the image. Each place gets the nearest motif.

import { phaseWindow } from "../numerics/phase-window.js";
import { transformRows } from "../numerics/fft-2d.js";
import type { PowerPeak } from "../numerics/power-peaks.js";
import { paddedValues } from "./check-image.js";
import { indexLayers } from "./lattice-index.js";
import type { AtomicImage } from "./raw.js";
import { defaultAnalysisSettings, type PhaseSettings } from "./settings.js";
import { latticePeaks } from "./strain.js";

/** Classes of a phase map: as `latticePhases`, with 255 where there is no lattice. */
export const noLattice = 255;

/** Maps [row][column], points `stepX` × `stepY` pixels apart. */
export interface PhaseMap {
  columns: number;
  rows: number;
  stepX: number;
  stepY: number;
  /** Å */
  pixel: number;
  /** 0 layered, 1 spinel, 2 rock salt, 255 none */
  phase: Uint8Array;
  /** Å, standard deviation of the window */
  window: number;
  /** |S(q₂)|, in units of its upper quartile */
  amplitude: Float32Array;
  /** l and s on the image's own scale */
  layering: Float32Array;
  doubling: Float32Array;
  /** cycles a pixel */
  layers: readonly [number, number];
  fundamental: readonly [number, number];
}

const motifs = [
  [1, 0],
  [0.5, 0.5],
  [0, 0]
] as const;

/** @throws where the pattern is not that of a layered oxide along [010] */
export function localPhases(
  image: AtomicImage,
  settings: PhaseSettings = defaultAnalysisSettings.phases,
  peaks: PowerPeak[] = latticePeaks(image)
): PhaseMap {
  const { layers, fundamental } = indexLayers(peaks, image.pixel);
  const { width, height, padded } = paddedValues(image);
  fadeRim(padded, width, image, (1.5 * settings.window) / image.pixel);
  const spectrum = transformRows(padded, width, height);
  const sigma = image.pixel / (2 * Math.PI * settings.window);
  const amplitudeAt = (u: number, v: number) =>
    phaseWindow(spectrum, [u * fundamental[0] + v * layers[0], u * fundamental[1] + v * layers[1]], sigma);
  const whole = amplitudeAt(1, 0);
  const [third, half] = [amplitudeAt(0, 1).amplitude, amplitudeAt(0.5, 0).amplitude];
  // a frequency that none of the structures has
  const noise = rootMeanSquare(amplitudeAt(0.72, 0.31).amplitude);
  const { columns, rows, stepX, stepY, amplitude } = whole;
  const usual = amplitude.slice().sort()[Math.floor(0.75 * amplitude.length)];
  const present = (p: number) =>
    amplitude[p] > Math.max(settings.noise * noise, settings.floor * usual) &&
    (p % columns) * stepX < image.columns &&
    Math.floor(p / columns) * stepY < image.rows;
  // noise adds to amplitudes in quadrature
  const clean = (value: number) => Math.sqrt(Math.max(0, value * value - noise * noise));
  const sums = Array.from(amplitude.keys())
    .filter(present)
    .map((p) => (clean(third[p]) + clean(half[p])) / amplitude[p])
    .sort((a, b) => a - b);
  // most of the image may be rock salt: the upper part tells what the others have
  const scale = sums[Math.floor(0.8 * sums.length)] || 1;
  const map: PhaseMap = {
    ...{ columns, rows, stepX, stepY, pixel: image.pixel, layers, fundamental },
    window: settings.window,
    amplitude: Float32Array.from(amplitude, (value) => value / usual),
    phase: new Uint8Array(columns * rows).fill(noLattice),
    layering: new Float32Array(columns * rows).fill(NaN),
    doubling: new Float32Array(columns * rows).fill(NaN)
  };
  for (let p = 0; p < columns * rows; ++p) {
    if (!present(p)) continue;
    const l = clean(third[p]) / amplitude[p] / scale;
    const s = clean(half[p]) / amplitude[p] / scale;
    map.layering[p] = l;
    map.doubling[p] = s;
    let best = Infinity;
    motifs.forEach(([x, y], phase) => {
      const distance = (l - x) ** 2 + (s - y) ** 2;
      if (distance >= best) return;
      best = distance;
      map.phase[p] = phase;
    });
  }
  return map;
}

/** Fades a rim of the image out, so that windows at one edge do not see the opposite one, which the transform joins to it. */
function fadeRim(padded: Float64Array, width: number, { columns, rows }: AtomicImage, rim: number): void {
  const weight = (k: number, size: number) => {
    const inside = Math.min(k + 0.5, size - 0.5 - k) / rim;
    return inside >= 1 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * inside);
  };
  for (let y = 0; y < rows; ++y) {
    const line = weight(y, rows);
    for (let x = 0; x < columns; ++x) padded[y * width + x] *= line * weight(x, columns);
  }
}

const rootMeanSquare = (values: Float64Array): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

/** Class at a place of the image, Å. */
export function phaseAt(
  { columns, rows, stepX, stepY, pixel, phase }: PhaseMap,
  x: number,
  y: number
): number {
  const column = Math.max(0, Math.min(columns - 1, Math.round(x / pixel / stepX)));
  const row = Math.max(0, Math.min(rows - 1, Math.round(y / pixel / stepY)));
  return phase[row * columns + column];
}

export interface SurfaceSequence {
  /** share of the lines that begin with vacuum or the image's edge and then go rock salt, spinel, layered */
  inOrder: number;
  /** lines that were looked at */
  lines: number;
  /** Å, mean and standard deviation between the lines of what is not layered, from the surface */
  transformed: number;
  spread: number;
  /** Å, means */
  rockSalt: number;
  spinel: number;
}

/** Runs shorter than this are overlooked, Å. */
const shortest = 3;

/**
 * Where the particle begins: behind the longest stretch without lattice in the first half of a line, at half the amplitude that
 * it has within two windows, as of a sharp edge. What stands before the stretch is the opposite edge, which the transform
 * joins to this one. −1 where the line has no lattice.
 */
function afterVacuum(line: Uint8Array, amplitude: Float32Array, reach: number): number {
  let [start, longest] = [line[0] === noLattice ? -1 : 0, 0];
  for (let c = 0; c < line.length >> 1;) {
    let end = c;
    while (end < line.length && line[end] === noLattice) ++end;
    if (end - c > longest) [start, longest] = [end < line.length ? end : -1, end - c];
    c = end + 1;
  }
  if (start <= 0) return start;
  const inside = Math.max(...amplitude.subarray(start, start + reach));
  while (start < line.length - 1 && amplitude[start] < 0.5 * inside) ++start;
  return start;
}

/** What comes after what along the lines of a phase map, from its left edge inwards. @throws where no line has a lattice */
export function surfaceSequence({
  columns,
  rows,
  stepX,
  pixel,
  phase,
  amplitude,
  window
}: PhaseMap): SurfaceSequence {
  const step = stepX * pixel;
  const least = Math.max(1, Math.round(shortest / step));
  let [lines, ordered] = [0, 0];
  const depths: number[] = [];
  const sums = [0, 0, 0];
  for (let row = 0; row < rows; ++row) {
    const line = phase.subarray(row * columns, (row + 1) * columns);
    const own = amplitude.subarray(row * columns, (row + 1) * columns);
    const start = afterVacuum(line, own, Math.ceil((2 * window) / step));
    if (start < 0) continue;
    ++lines;
    const order: number[] = [];
    let depth = 0;
    for (let c = start; c < columns;) {
      let end = c;
      while (end < columns && line[end] === line[c]) ++end;
      if (end - c >= least && line[c] !== noLattice && order.at(-1) !== line[c]) order.push(line[c]);
      if (line[c] === 0 && end - c >= least) break;
      if (line[c] === 1 || line[c] === 2) sums[line[c]] += (end - c) * step;
      depth += (end - c) * step;
      c = end;
    }
    if (order.join() === "2,1,0") ++ordered;
    depths.push(depth);
  }
  if (lines === 0) throw new Error("missing lattice: no line of the phase map has one; choose a lower floor");
  const mean = depths.reduce((sum, depth) => sum + depth, 0) / lines;
  const spread = Math.sqrt(
    depths.reduce((sum, depth) => sum + (depth - mean) ** 2, 0) / Math.max(1, lines - 1)
  );
  return {
    ...{ inOrder: ordered / lines, lines, transformed: mean, spread },
    rockSalt: sums[2] / lines,
    spinel: sums[1] / lines
  };
}
