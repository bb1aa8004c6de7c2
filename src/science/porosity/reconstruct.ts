// From radiographs to a volume of oxide: retrieval of the thickness, then filtered back-projection. Grey values are shares
// of oxide: 1 in it and 0 in vacuum, but for noise, blur and what the retrieval takes for granted.

import { filteredBackProjection } from "../numerics/filtered-back-projection.js";
import type { TaskOptions } from "../task.js";
import { checkMemory, checkRaw, type RawRadiographs } from "./raw.js";
import { refraction } from "./refraction.js";
import { retrieveThickness } from "./retrieval.js";
import { defaultReconstructionSettings, type ReconstructionSettings } from "./settings.js";

export interface Tomogram {
  /** share of oxide, [z][x][y] */
  grey: Float32Array;
  shape: readonly [number, number, number];
  /** m */
  voxel: number;
}

/** What not all tilts see, outside the circle about the axis of rotation, is taken for vacuum. */
function clearCorners(grey: Float32Array, size: number, slices: number): void {
  const middle = (size - 1) / 2;
  for (let z = 0; z < size; ++z)
    for (let x = 0; x < size; ++x)
      if ((z - middle) ** 2 + (x - middle) ** 2 > (size / 2) ** 2)
        grey.fill(0, (z * size + x) * slices, (z * size + x + 1) * slices);
}

/** @throws one sentence where the radiographs do not fit together, or the volume is too large for the memory at hand */
export function reconstruct(
  raw: RawRadiographs,
  { filter }: ReconstructionSettings = defaultReconstructionSettings,
  { limit, ...task }: TaskOptions & { limit?: number } = {}
): Tomogram {
  checkRaw(raw);
  const { columns: size, rows: slices, tilts, pixelSize } = raw;
  const shape = [size, size, slices] as const;
  checkMemory(shape, tilts.length * raw.distances.length, limit);
  const thickness = retrieveThickness(raw, refraction(raw.energy), task);
  for (let i = 0; i < thickness.length; ++i) thickness[i] /= pixelSize;
  const grey = filteredBackProjection(thickness, { size, slices, tilts }, filter);
  clearCorners(grey, size, slices);
  return { grey, shape, voxel: pixelSize };
}
