import type { EdgeElement } from "./windows.js";

/**
 * A spectral stack over one element's edge as it leaves the camera. Images are [x][y], y fastest; lengths in metres,
 * energies in eV.
 */
export interface RawStack {
  element: EdgeElement;
  columns: number;
  rows: number;
  /** m, in the plane of the sample */
  pixelSize: number;
  /** eV as set at the beamline, rising */
  energies: Float64Array;
  /** [energy][x][y], one exposure each, the dark level included, in photons */
  counts: Float32Array;
  /** [energy][x][y], mean of the exposures without sample, the dark level included */
  flats: Float32Array;
  /** exposures in that mean */
  flatFrames: number;
  /** [x][y], mean of the exposures without beam */
  dark: Float32Array;
  /** standard deviation of the read-out, photons */
  readNoise: number;
}

/** Stacks of a particle over all edges that were measured, in the order of the exposures. */
export type RawStacks = RawStack[];
