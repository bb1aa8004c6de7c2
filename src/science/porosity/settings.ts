// What the analysis of a tomogram can be asked to do, and its defaults with the reasons.

import type { FilterOptions } from "../numerics/ramp-filter.js";
import type { Neighbours } from "../numerics/labels.js";

export interface SegmentSettings {
  /** grey value below which a voxel is pore; Otsu's unless given */
  threshold: number | null;
  /** the looser threshold lies so much above, as a share of the way to the oxide's grey value; 0 for a single threshold */
  hysteresis: number;
  /** voxels; smaller pores are taken for noise */
  smallestPore: number;
  /** how pores hang together: by faces, or by faces, edges and corners */
  neighbours: Neighbours;
  /** m; cracks narrower than twice this do not open the particle's outer surface */
  closing: number;
  /** voxels; how deep the neck between two chambers must be, see watershed.ts */
  neck: number;
}

export interface ReconstructionSettings {
  filter: FilterOptions;
}

export const defaultReconstructionSettings: ReconstructionSettings = {
  // the retrieval has smoothed the noise already; what a window takes away now are narrow cracks
  filter: { filter: "ramp" }
};

export const defaultSegmentSettings: SegmentSettings = {
  threshold: null,
  hysteresis: 0,
  // a ball of 2 voxels across
  smallestPore: 4,
  neighbours: 26,
  closing: 0.55e-6,
  neck: 0.6
};
