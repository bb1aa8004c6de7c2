// A parallel projection as a shear and a resampling.
//
// A tilt with |cos θ| ≥ |sin θ| is marched over rows z. On a detector of cells u = t / cos θ the voxels of one row keep
// their unit spacing, and the row is only displaced, by z tan θ: every voxel falls on two neighbouring cells with the
// same two weights all along the row. Elsewhere x and z change places. This is Joseph's method factorised:
// IEEE Trans. Med. Imaging 1 (1982) 192, doi:10.1109/TMI.1982.4307572.
//
// The detector's bins, 1 / |cos θ| cells wide, then take what the cells hold: the sum of the cells up to each edge of a
// bin, interpolated, and its difference between the two edges, so that mass is conserved.

import type { ParallelBeam } from "./parallel-beam.js";

/** Cells that one bin draws on or gives to, at most. */
export const taps = 6;

export interface Shear {
  /** rows are along x and marched over z, rather than the other way about */
  alongX: boolean;
  /** cells from one row to the next, from −1 to 1, and the cell on which voxel 0 of row 0 falls */
  slope: number;
  shift: number;
  cells: number;
  /** columns from one cell to the next, from −1 to 1 */
  scale: number;
}

/** @param spare rows beyond the last, and cells at either end, that a kernel may touch */
export function shear(tilt: number, { size }: ParallelBeam, spare = 0): Shear {
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  const alongX = Math.abs(cos) >= Math.abs(sin);
  const [scale, slope] = alongX ? [cos, sin / cos] : [sin, cos / sin];
  const half = (size - 1) / 2;
  const margin = Math.ceil((half + spare) * Math.abs(slope)) + taps;
  return { alongX, slope, scale, shift: margin - half * slope, cells: size + 2 * margin };
}

/** Cell k lies at column k · scale + origin. */
function cellOrigin({ scale, slope, shift }: Shear, { size, axisOffset = 0 }: ParallelBeam): number {
  const half = (size - 1) / 2;
  return half + axisOffset - (shift + half * slope + half) * scale;
}

export interface Resampling {
  /** per bin, the first cell that it draws on */
  first: Int32Array;
  /** [bin][tap] */
  weights: Float32Array;
}

/** Adds `sign` times the sum of the cells up to an edge, by cubic convolution of the sums up to edges k − 1 … k + 2. */
function addSumTo(weights: Float32Array, at: number, start: number, edge: number, sign: number): void {
  const k = Math.floor(edge);
  const w = edge - k;
  for (let c = start; c < k - 1; ++c) weights[at + c - start] += sign;
  const here = at + k - start;
  const [w2, w3] = [w * w, w * w * w];
  weights[here - 1] += sign * (1 - (-w / 2 + w2 - w3 / 2));
  weights[here] += sign * (1 - (-w / 2 + w2 - w3 / 2) - (1 - 2.5 * w2 + 1.5 * w3));
  if (w > 0) weights[here + 1] += sign * (-w2 / 2 + w3 / 2);
}

/** What each bin takes from each cell. */
export function resampling(sheared: Shear, beam: ParallelBeam): Resampling {
  const { scale, cells } = sheared;
  const origin = cellOrigin(sheared, beam);
  const first = new Int32Array(beam.size);
  const weights = new Float32Array(beam.size * taps);
  for (let i = 0; i < beam.size; ++i) {
    // Edges of the bin, counted in cells from the left edge of cell 0.
    const one = (i - 0.5 - origin) / scale + 0.5;
    const other = (i + 0.5 - origin) / scale + 0.5;
    const start = Math.floor(Math.min(one, other)) - 1;
    if (start < 0 || start + taps > cells) continue;
    first[i] = start;
    addSumTo(weights, i * taps, start, Math.min(one, other), -1);
    addSumTo(weights, i * taps, start, Math.max(one, other), 1);
  }
  return { first, weights };
}

/**
 * What each bin gives to each cell for the cells to interpolate the bins by cubic convolution, as a filtered projection
 * is to be read: the sharper way to go back, where no adjoint is needed.
 * Keys, IEEE Trans. Acoust. Speech Signal Process. 29 (1981) 1153, doi:10.1109/TASSP.1981.1163711.
 */
export function interpolation(sheared: Shear, beam: ParallelBeam): Resampling {
  const { scale, cells } = sheared;
  const origin = cellOrigin(sheared, beam);
  const first = new Int32Array(beam.size);
  const weights = new Float32Array(beam.size * taps);
  for (let i = 0; i < beam.size; ++i) {
    const start = Math.ceil((i - origin) / scale - 2 / Math.abs(scale));
    if (start < 0 || start + taps > cells) continue;
    first[i] = start;
    for (let m = 0; m < taps; ++m) weights[i * taps + m] = cubic(Math.abs((start + m) * scale + origin - i));
  }
  return { first, weights };
}

/** Keys' kernel with slope −1 at 1, which lifts the high frequencies that the shear's linear weights let down. */
function cubic(t: number): number {
  if (t >= 2) return 0;
  return t < 1 ? t ** 3 - 2 * t * t + 1 : -(t ** 3) + 5 * t * t - 8 * t + 4;
}
