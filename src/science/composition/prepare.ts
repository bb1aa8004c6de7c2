// The part of the analysis that comes before any reconstruction: from counts to projected densities, aligned and binned.
// Algorithms of reconstruction can be tried on what it hands back without doing it again.

import type { TaskOptions } from "../task.js";
import { findShifts, type Shifts } from "./alignment.js";
import { binImage, expectDivisor } from "./binning.js";
import { checkRaw } from "./check-raw.js";
import { byElement, type ByElement, combine, unmixing } from "./edge-difference.js";
import { opticalDensities } from "./flat-field.js";
import { projectionNoise } from "./noise.js";
import { linearly } from "./progress.js";
import { pixelsOf, type RawTomograms } from "./raw.js";
import { type CompositionSettings, defaultSettings } from "./settings.js";
import { shiftImage } from "./shift-image.js";

export interface Prepared {
  /** columns of the binned images */
  size: number;
  /** rows of the binned images */
  slices: number;
  /** m, a binned pixel */
  voxel: number;
  /** rad */
  tilts: Float64Array;
  /** mean of all energies, OD, [tilt][x][y] */
  meanDensity: Float32Array;
  /** ∫ n_e dz, mol/m², [tilt][x][y] */
  projectedDensities: ByElement<Float32Array>;
  /** mol/m², standard deviation of a pixel's projected density by photon noise, root mean square over the particle */
  noise: ByElement<number>;
  /** of the equations that tell the elements apart */
  condition: number;
  shifts: Shifts;
  emptyPixels: number;
  saturatedPixels: number;
  /** OD of every energy, [energy][tilt][x][y], where asked for */
  opticalDensity?: Float32Array;
}

/**
 * @param changes to the default settings
 * @param task `keep`: whether to hand back the optical density of every energy
 * @throws a sentence where the counts allow no analysis, or where stopped
 */
export function prepare(
  raw: RawTomograms,
  changes: Partial<CompositionSettings> = {},
  { keep = false, ...task }: TaskOptions & { keep?: boolean } = {}
): Prepared {
  const { binning: b, alignment, rounds, table, elements: method } = { ...defaultSettings, ...changes };
  checkRaw(raw);
  expectDivisor(b, [raw.columns, raw.rows]);
  const part = linearly(task);
  const { values, flatLevels, emptyPixels, saturatedPixels } = opticalDensities(raw);
  task.onProgress?.(0.2, "optical density");
  const energies = raw.energies.length;
  const shifts = findShifts({ ...raw, values, energies }, alignment, { rounds, ...part(0.2, 0.8) });
  const opticalDensity = alignAndBin(raw, values, shifts, b);
  const images = opticalDensity.length / energies;
  const { weights, condition } = unmixing(raw.edges, raw.energies, { table, method });
  const prepared: Prepared = {
    size: raw.columns / b,
    slices: raw.rows / b,
    voxel: raw.pixelSize * b,
    tilts: raw.tilts,
    meanDensity: combine(opticalDensity, images, new Float64Array(energies).fill(1 / energies)),
    projectedDensities: byElement((element) => combine(opticalDensity, images, weights[element])),
    noise: projectionNoise(opticalDensity, images, flatLevels, weights, b),
    condition,
    shifts,
    emptyPixels,
    saturatedPixels
  };
  task.onProgress?.(1, "projected densities");
  return keep ? { ...prepared, opticalDensity } : prepared;
}

/** Moves every image once, by cubic convolution of its optical density, and bins it. @returns [energy][tilt][x][y] */
function alignAndBin(raw: RawTomograms, values: Float32Array, shifts: Shifts, b: number): Float32Array {
  const { columns, rows } = raw;
  const pixels = pixelsOf(raw);
  const binned = pixels / (b * b);
  const out = new Float32Array(shifts.x.length * binned);
  const moved = new Float32Array(pixels);
  for (let k = 0; k < shifts.x.length; ++k) {
    shiftImage(values.subarray(k * pixels, (k + 1) * pixels), columns, rows, shifts.x[k], shifts.y[k], moved);
    binImage(moved, columns, rows, b, out.subarray(k * binned, (k + 1) * binned));
  }
  return out;
}
