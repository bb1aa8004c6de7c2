// The neighbourhood of one frequency g of an image, brought to zero frequency: H(p) = Σ_k M(k − g) F(k) exp(2πi (k − g)·p),
// with the Gaussian mask M(q) = exp(−q²/2σ²). As H holds no frequencies beyond the mask, it is sampled every few pixels
// without loss, and its gradient is exact: ∂H ↔ 2πi q. Phase gradient: ∇φ = Im(H* ∇H)/|H|², without unwrapping.
// Hÿtch, Snoeck & Kilaas, Ultramicroscopy 74 (1998) 131, doi 10.1016/S0304-3991(98)00035-7.

import { fftPlan, type RowSpectrum, transformColumns } from "./fft-2d.js";

/** A mask ends at this many standard deviations: weight 3e-4. */
export const maskReach = 4;

/** H and ∇φ on a grid of `columns` × `rows`, `stepX` × `stepY` pixels apart, the first at pixel (0, 0); [row][column]. */
export interface PhaseWindow {
  columns: number;
  rows: number;
  stepX: number;
  stepY: number;
  /** phase of the image at g less 2π g·p, radians, −π … π */
  phase: Float64Array;
  amplitude: Float64Array;
  /** ∂φ/∂x and ∂φ/∂y, radians a pixel */
  gradientX: Float64Array;
  gradientY: Float64Array;
}

/**
 * @param g cycles a pixel along x and y
 * @param sigma of the mask, cycles a pixel
 * @throws where g lies outside the pattern, or the mask reaches over its edge or holds the zero frequency
 */
export function phaseWindow(spectrum: RowSpectrum, g: readonly [number, number], sigma: number): PhaseWindow {
  const { width, height } = spectrum;
  const [gx, gy] = g;
  checkWindow(spectrum, g, sigma);
  // of a pair ±g the one with kx ≥ 0: the other is its conjugate
  const sign = gx < 0 ? -1 : 1;
  const [kx, ky] = [Math.round(sign * gx * width), Math.round(sign * gy * height)];
  const [restX, restY] = [sign * gx - kx / width, sign * gy - ky / height];
  const [reachX, reachY] = [reachOf(sigma, width), reachOf(sigma, height)];
  const [columns, rows] = [gridSize(reachX, width), gridSize(reachY, height)];
  const lines = windowColumns(spectrum, kx, ky, { reachX, reachY, rows }, (qx, qy) =>
    Math.exp((-0.5 * ((qx / width - restX) ** 2 + (qy / height - restY) ** 2)) / sigma ** 2)
  );
  const result: PhaseWindow = {
    columns,
    rows,
    stepX: width / columns,
    stepY: height / rows,
    phase: new Float64Array(columns * rows),
    amplitude: new Float64Array(columns * rows),
    gradientX: new Float64Array(columns * rows),
    gradientY: new Float64Array(columns * rows)
  };
  const plan = fftPlan(columns);
  const size = 2 * columns;
  const [line, lineX, lineY] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const [h, hx, hy] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const scale = (columns * rows) / (width * height);
  for (let row = 0; row < rows; ++row) {
    for (let q = -reachX; q <= reachX; ++q) {
      const at = 2 * ((q + columns) % columns);
      const from = 2 * ((q + reachX) * rows + row);
      const [re, im] = [lines.value[from], lines.value[from + 1]];
      const turn = (2 * Math.PI * q) / width;
      line[at] = re;
      line[at + 1] = im;
      lineX[at] = -turn * im;
      lineX[at + 1] = turn * re;
      lineY[at] = lines.gradient[from];
      lineY[at + 1] = lines.gradient[from + 1];
    }
    plan.inverseTransform(h, line);
    plan.inverseTransform(hx, lineX);
    plan.inverseTransform(hy, lineY);
    for (let c = 0; c < columns; ++c) {
      const [re, im] = [h[2 * c], h[2 * c + 1]];
      const squared = re * re + im * im;
      const p = row * columns + c;
      // what is left of g between the whole frequencies
      const carrier = 2 * Math.PI * (restX * c * result.stepX + restY * row * result.stepY);
      const angle = sign * (Math.atan2(im, re) - carrier);
      result.phase[p] = angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
      result.amplitude[p] = 2 * scale * Math.sqrt(squared);
      const inverse = squared > 0 ? 1 / squared : 0;
      result.gradientX[p] = sign * ((re * hx[2 * c + 1] - im * hx[2 * c]) * inverse - 2 * Math.PI * restX);
      result.gradientY[p] = sign * ((re * hy[2 * c + 1] - im * hy[2 * c]) * inverse - 2 * Math.PI * restY);
    }
  }
  return result;
}

const reachOf = (sigma: number, size: number): number =>
  Math.min(size / 2 - 1, Math.ceil(maskReach * sigma * size) + 1);

/** Twice what the mask's width needs, so that |H|² too is without aliases. */
const gridSize = (reach: number, size: number): number =>
  Math.min(size, 2 ** Math.ceil(Math.log2(4 * reach)));

/** The masked window and its y gradient, transformed back along y: [q_x + reach][row]. */
function windowColumns(
  spectrum: RowSpectrum,
  kx: number,
  ky: number,
  { reachX, reachY, rows }: { reachX: number; reachY: number; rows: number },
  mask: (qx: number, qy: number) => number
): { value: Float64Array; gradient: Float64Array } {
  const { width, height } = spectrum;
  const half = width / 2;
  const [low, high] = [kx - reachX, kx + reachX];
  const from = low > 0 ? low : 0;
  const to = Math.min(half, Math.max(high, -low));
  // beyond half the width frequencies come back from the other side, mirrored
  const first = high > half ? Math.min(from, width - high) : from;
  const { data } = transformColumns(spectrum, first, to);
  const plan = fftPlan(rows);
  const [line, lineY] = [new Float64Array(2 * rows), new Float64Array(2 * rows)];
  const value = new Float64Array(2 * rows * (2 * reachX + 1));
  const gradient = new Float64Array(value.length);
  for (let qx = -reachX; qx <= reachX; ++qx) {
    const k = kx + qx;
    const mirrored = k < 0 || k > half;
    const column = k < 0 ? -k : k > half ? width - k : k;
    const start = 2 * height * (column - first);
    for (let qy = -reachY; qy <= reachY; ++qy) {
      const y = (((mirrored ? -(ky + qy) : ky + qy) % height) + height) % height;
      const weight = mask(qx, qy);
      const re = weight * data[start + 2 * y];
      const im = (mirrored ? -weight : weight) * data[start + 2 * y + 1];
      const turn = (2 * Math.PI * qy) / height;
      const at = 2 * ((qy + rows) % rows);
      line[at] = re;
      line[at + 1] = im;
      lineY[at] = -turn * im;
      lineY[at + 1] = turn * re;
    }
    const put = 2 * rows * (qx + reachX);
    plan.inverseTransform(value.subarray(put, put + 2 * rows), line);
    plan.inverseTransform(gradient.subarray(put, put + 2 * rows), lineY);
  }
  return { value, gradient };
}

function checkWindow(
  { width, height }: RowSpectrum,
  [gx, gy]: readonly [number, number],
  sigma: number
): void {
  const place = `(${Number(gx.toPrecision(4))}, ${Number(gy.toPrecision(4))})`;
  if (!(Math.abs(gx) < 0.5 && Math.abs(gy) < 0.5))
    throw new Error(
      `invalid g: ${place} cycles a pixel lies outside the pattern; must be below 0.5 along each axis: choose a peak within it`
    );
  const length = Math.hypot(gx, gy);
  if (!(sigma > 0 && sigma * Math.min(width, height) >= 0.5))
    throw new Error(
      `invalid mask: ${sigma} cycles a pixel; must be at least half a frequency of the image (${0.5 / Math.min(width, height)})`
    );
  if (2.5 * sigma > length)
    throw new Error(
      `invalid mask: its width of ${Number(sigma.toPrecision(3))} cycles a pixel reaches from g ${place} to the centre of the pattern; must be below ${Number((length / 2.5).toPrecision(3))}`
    );
}
