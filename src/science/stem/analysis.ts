// Image → columns, strain and rotation, slab spacing, phases, regions. Steps are functions of their own, so that a change of
// a mask does not fit the columns anew.

import type { TaskOptions } from "../task.js";
import { findColumns, type FoundColumns } from "./columns.js";
import { indexLayers } from "./lattice-index.js";
import { localPhases, phaseAt, type PhaseMap } from "./local-phases.js";
import type { AtomicImage } from "./raw.js";
import { type ColumnMaps, findRegions } from "./regions.js";
import { type AnalysisSettings, defaultAnalysisSettings } from "./settings.js";
import { type SlabSpacing, slabSpacing } from "./spacing.js";
import { latticePeaks, strainMaps, type StrainMaps } from "./strain.js";

export interface LatticeResult {
  columns: FoundColumns;
  strain: StrainMaps;
  spacing: SlabSpacing;
  phases: PhaseMap;
  regions: ColumnMaps;
}

/** @throws in one sentence where the image, its lattice or the settings are at fault, or when stopped */
export function analyse(
  image: AtomicImage,
  settings: Partial<AnalysisSettings> = {},
  { signal, onProgress }: TaskOptions = {}
): LatticeResult {
  const all = { ...defaultAnalysisSettings, ...settings };
  const step = (fraction: number, what: string) => {
    signal?.throwIfAborted();
    onProgress?.(fraction, what);
  };
  step(0, "peaks of the pattern");
  const peaks = latticePeaks(image);
  step(0.3, "strain and rotation");
  const strain = strainMaps(image, all.strain, peaks);
  step(0.6, "columns");
  const columns = findColumns(image, all.columns);
  const { layers } = indexLayers(peaks, image.pixel);
  const spacing = slabSpacing(columns, layers, image.pixel);
  step(0.8, "phases");
  const phases = localPhases(image, all.phases, peaks);
  const size = [image.columns * image.pixel, image.rows * image.pixel] as const;
  // a surface of other phases has other intensities; a turned patch may have lost its motif
  const use = Uint8Array.from(columns.x, (x, i) => {
    const phase = phaseAt(phases, x, columns.y[i]);
    return phase === 1 || phase === 2 ? 0 : 1;
  });
  const regions = findRegions(columns, strain, size, all.regions, use);
  step(1, "done");
  return { columns, strain, spacing, phases, regions };
}
