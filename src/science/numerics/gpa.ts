// Geometrical phase analysis: strain and rotation of a lattice from the local phases at two of its frequencies.
// Local frequencies: g_i(p) = g_i + ∇φ_i(p)/2π, as rows of G(p). Against the reference G₀ (the mean over a reference area):
//   "lattice":  F = G⁻¹ G₀, the lattice at p as a deformation of the reference: ε = sym(F − I), exact for any size;
//   "eulerian": e = −G₀⁻¹ (G − G₀), gradient of the displacement in the image's own coordinates, as in the paper.
// ω = (e_yx − e_xy)/2 in radians; x runs along rows and y down the image, so that ω > 0 turns x towards y.
// Hÿtch, Snoeck & Kilaas, Ultramicroscopy 74 (1998) 131, doi 10.1016/S0304-3991(98)00035-7.

import { maskReach, phaseWindow, type PhaseWindow } from "./phase-window.js";
import type { RowSpectrum } from "./fft-2d.js";

export type StrainMeasure = "lattice" | "eulerian";

export interface GpaOptions {
  /** two frequencies of the lattice, not along one line, cycles a pixel */
  g: readonly [readonly [number, number], readonly [number, number]];
  /** standard deviation of the Gaussian mask, cycles a pixel; the resolution of the maps is 1/(2π sigma) pixels */
  sigma: number;
  /** where the lattice counts as not strained, pixels; default: all of the image that has a lattice */
  reference?: { x: number; y: number; width: number; height: number };
  measure?: StrainMeasure;
  /** of the reference area: its mean, or its median, which a few distorted places do not move; default "mean" */
  centre?: "mean" | "median";
  /** share of the upper quartile of each g's amplitude below which there is no lattice, default 0.2 */
  floor?: number;
}

/** Maps [row][column]; NaN where there is no lattice. Steps are in pixels of the image. */
export interface GpaMaps {
  columns: number;
  rows: number;
  stepX: number;
  stepY: number;
  exx: Float32Array;
  eyy: Float32Array;
  exy: Float32Array;
  /** radians */
  rotation: Float32Array;
  /** gradient e_ij = ∂u_i/∂x_j (or F − I): xx, xy, yx, yy one after another for each point */
  gradient: Float64Array;
  phases: [PhaseWindow, PhaseWindow];
  /** frequencies of the reference area, cycles a pixel */
  referenceG: [[number, number], [number, number]];
}

/** @throws where the masks overlap, the frequencies lie on a line, or the reference area has no lattice */
export function gpa(spectrum: RowSpectrum, options: GpaOptions): GpaMaps {
  const { g, sigma, reference, measure = "lattice", centre = "mean", floor = 0.2 } = options;
  checkPair(g, sigma);
  const [one, two] = g.map((frequency) => phaseWindow(spectrum, frequency, sigma));
  const { columns, rows, stepX, stepY } = one;
  const count = columns * rows;
  const valid = latticeMask(one, two, floor);
  const inside = (p: number) => {
    if (!valid[p]) return false;
    if (!reference) return true;
    const [x, y] = [(p % columns) * stepX, Math.floor(p / columns) * stepY];
    return (
      x >= reference.x &&
      x < reference.x + reference.width &&
      y >= reference.y &&
      y < reference.y + reference.height
    );
  };
  const used: number[] = [];
  for (let p = 0; p < count; ++p) if (inside(p)) used.push(p);
  if (used.length === 0)
    throw new Error(
      "missing lattice in the reference area: no point of it has the chosen frequencies; move or enlarge it"
    );
  const shift = [one.gradientX, one.gradientY, two.gradientX, two.gradientY].map((values) =>
    centre === "mean" ? meanOf(values, used) : medianOf(values, used)
  );
  const turn = 1 / (2 * Math.PI);
  // reference frequencies, rows (a b), (c d)
  const [a, b, c, d] = [
    g[0][0] + turn * shift[0],
    g[0][1] + turn * shift[1],
    g[1][0] + turn * shift[2],
    g[1][1] + turn * shift[3]
  ];
  const det = a * d - b * c;
  const maps = emptyMaps(count);
  const { gradient } = maps;
  for (let p = 0; p < count; ++p) {
    if (!valid[p]) {
      maps.exx[p] = maps.eyy[p] = maps.exy[p] = maps.rotation[p] = NaN;
      gradient.fill(NaN, 4 * p, 4 * p + 4);
      continue;
    }
    // changes of the local frequencies
    const da = g[0][0] + turn * one.gradientX[p] - a;
    const db = g[0][1] + turn * one.gradientY[p] - b;
    const dc = g[1][0] + turn * two.gradientX[p] - c;
    const dd = g[1][1] + turn * two.gradientY[p] - d;
    const lattice = measure === "lattice";
    const [la, lb, lc, ld] = lattice ? [a + da, b + db, c + dc, d + dd] : [a, b, c, d];
    const inverse = -1 / (lattice ? la * ld - lb * lc : det);
    const xx = inverse * (ld * da - lb * dc);
    const xy = inverse * (ld * db - lb * dd);
    const yx = inverse * (la * dc - lc * da);
    const yy = inverse * (la * dd - lc * db);
    gradient[4 * p] = xx;
    gradient[4 * p + 1] = xy;
    gradient[4 * p + 2] = yx;
    gradient[4 * p + 3] = yy;
    maps.exx[p] = xx;
    maps.eyy[p] = yy;
    maps.exy[p] = 0.5 * (xy + yx);
    maps.rotation[p] = 0.5 * (yx - xy);
  }
  return {
    columns,
    rows,
    stepX,
    stepY,
    ...maps,
    phases: [one, two],
    referenceG: [
      [a, b],
      [c, d]
    ]
  };
}

function meanOf(values: Float64Array, at: readonly number[]): number {
  let sum = 0;
  for (const p of at) sum += values[p];
  return sum / at.length;
}

const medianOf = (values: Float64Array, at: readonly number[]): number =>
  Float64Array.from(at, (p) => values[p]).sort()[at.length >> 1];

const emptyMaps = (count: number) => ({
  exx: new Float32Array(count),
  eyy: new Float32Array(count),
  exy: new Float32Array(count),
  rotation: new Float32Array(count),
  gradient: new Float64Array(4 * count)
});

function latticeMask(one: PhaseWindow, two: PhaseWindow, floor: number): Uint8Array {
  const floors = [one, two].map(({ amplitude }) => {
    const sorted = amplitude.slice().sort();
    // the upper quarter, not the median: half of the image may be without lattice
    return floor * sorted[Math.floor(0.75 * sorted.length)];
  });
  return Uint8Array.from(one.amplitude, (value, p) =>
    value > floors[0] && two.amplitude[p] > floors[1] ? 1 : 0
  );
}

function checkPair(g: GpaOptions["g"], sigma: number): void {
  const [[a, b], [c, d]] = g;
  const sine = Math.abs(a * d - b * c) / (Math.hypot(a, b) * Math.hypot(c, d));
  if (!(sine > 0.1))
    throw new Error(
      `invalid pair of g: (${a}, ${b}) and (${c}, ${d}) lie on one line, or one is zero; choose two directions at least 6° apart`
    );
  const apart = Math.min(Math.hypot(a - c, b - d), Math.hypot(a + c, b + d));
  if (apart < 2.5 * sigma)
    throw new Error(
      `ambiguous masks: those of the two g overlap, ${Number(apart.toPrecision(3))} cycles a pixel apart with a width of ${Number(sigma.toPrecision(3))}; choose a mask below ${Number((apart / 2.5).toPrecision(3))} (it reaches over ${maskReach} widths), or other g`
    );
}
