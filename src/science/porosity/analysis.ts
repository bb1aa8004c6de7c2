// What a tomogram says of a particle: classes, pores, connectivity, sizes, openings, paths; knows nothing of the sample.

import { croftonAreas } from "../numerics/crofton.js";
import { isosurface } from "../numerics/isosurface.js";
import type { TaskOptions } from "../task.js";
import { openings, type Openings, paths, type Paths, radialPorosity, type Shell } from "./profiles.js";
import { type PoreTable, poreTable } from "./pores.js";
import { reconstruct, type Tomogram } from "./reconstruct.js";
import type { RawRadiographs } from "./raw.js";
import { segment, type Segmentation } from "./segment.js";
import { defaultSegmentSettings, type SegmentSettings } from "./settings.js";

/** The numbers of a particle, in the order in which they are told. */
export interface PoreNumbers {
  /** share of the particle's volume */
  porosity: number;
  count: number;
  /** m³ */
  largestVolume: number;
  /** share of the void in the largest pore */
  networkShare: number;
  /** m, median over pores */
  medianDiameter: number;
  /** m³, mean */
  meanVolume: number;
  /** 1/m: area of the pores by Crofton over the particle's volume */
  specificArea: number;
  /** share of the void in pores that open to the outer surface */
  openShare: number;
}

export interface PoreResult {
  tomogram: Pick<Tomogram, "shape" | "voxel">;
  segmentation: Segmentation;
  table: PoreTable;
  numbers: PoreNumbers;
  shells: Shell[];
  openings: Openings;
  /** undefined where they were not asked for */
  paths?: Paths;
}

/** Numbers out of classes: what is counted on the sample as well as on a tomogram. */
export function poreNumbers(
  classes: Uint8Array,
  shape: readonly [number, number, number],
  voxel: number,
  { pores }: Pick<PoreTable, "pores">
): PoreNumbers {
  let inside = 0;
  for (let p = 0; p < classes.length; ++p) if (classes[p] !== 0) ++inside;
  const particle = inside * voxel ** 3;
  const total = pores.reduce((sum, { volume }) => sum + volume, 0);
  const sorted = pores.map(({ diameter }) => diameter).sort((a, b) => a - b);
  const area = croftonAreas(
    classes.map((c) => (c === 2 ? 1 : 0)),
    shape,
    1
  )[1];
  const open = pores.reduce((sum, pore) => sum + (pore.open ? pore.volume : 0), 0);
  return {
    porosity: total / particle,
    count: pores.length,
    largestVolume: pores[0]?.volume ?? 0,
    networkShare: total > 0 ? (pores[0]?.volume ?? 0) / total : NaN,
    medianDiameter: sorted.length > 0 ? sorted[sorted.length >> 1] : NaN,
    meanVolume: pores.length > 0 ? total / pores.length : NaN,
    specificArea: (area * voxel ** 2) / particle,
    openShare: total > 0 ? open / total : NaN
  };
}

/** What is measured on classes, those of a tomogram or of the sample. */
export function measureClasses(
  classes: Uint8Array,
  shape: readonly [number, number, number],
  voxel: number,
  settings: Partial<SegmentSettings> = {}
): Pick<PoreResult, "table" | "numbers" | "shells" | "openings"> {
  const table = poreTable(classes, shape, voxel, { ...defaultSegmentSettings, ...settings });
  return {
    table,
    numbers: poreNumbers(classes, shape, voxel, table),
    shells: radialPorosity(classes, table, shape, voxel),
    openings: openings(classes, table, shape, voxel)
  };
}

/** The numbers alone, at a fraction of the work: for other thresholds and seeds. @throws as `segment` does */
export const tomogramNumbers = (tomogram: Tomogram, settings: Partial<SegmentSettings> = {}): PoreNumbers =>
  segmentedNumbers(tomogram, segment(tomogram, settings), settings);

/** The same where the classes are known already. */
export function segmentedNumbers(
  { shape, voxel }: Pick<Tomogram, "shape" | "voxel">,
  { classes }: Pick<Segmentation, "classes">,
  settings: Partial<SegmentSettings> = {}
): PoreNumbers {
  const table = poreTable(classes, shape, voxel, { ...defaultSegmentSettings, ...settings }, true);
  return poreNumbers(classes, shape, voxel, table);
}

/** @throws one sentence where there are not two classes or no particle */
export function analyseTomogram(
  tomogram: Tomogram,
  settings: Partial<SegmentSettings> = {},
  { onProgress, signal, withPaths = true }: TaskOptions & { withPaths?: boolean } = {}
): PoreResult {
  const { shape, voxel } = tomogram;
  onProgress?.(0, "segmenting");
  const segmentation = segment(tomogram, settings);
  signal?.throwIfAborted();
  onProgress?.(0.3, "measuring pores");
  const measured = measureClasses(segmentation.classes, shape, voxel, settings);
  signal?.throwIfAborted();
  onProgress?.(0.6, "following paths");
  return {
    ...{ tomogram: { shape, voxel }, segmentation, ...measured },
    ...(withPaths && { paths: paths(segmentation.classes, measured.table, shape) })
  };
}

/** Radiographs to numbers. @throws as `reconstruct` and `segment` do */
export function analyse(
  raw: RawRadiographs,
  settings: Partial<SegmentSettings> = {},
  options: TaskOptions = {}
): PoreResult {
  return analyseTomogram(reconstruct(raw, undefined, options), settings, options);
}

/** Area of the pores by marching cubes on the grey values, where the surface lies between the voxels; m², the outer surface left out. */
export function greyArea({ grey, shape, voxel }: Tomogram, { classes, threshold }: Segmentation): number {
  // outside is set to oxide, and so is noise that was not taken for pore: only pores have a surface
  const field = grey.map((g, p) =>
    classes[p] === 0 ? threshold - 1 : classes[p] === 1 ? Math.min(0, threshold - g) : threshold - g
  );
  return isosurface(field, shape, 0).area * voxel ** 2;
}
