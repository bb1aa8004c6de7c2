// What a reader asks of the tomograph in the page, and what comes back.
import type { Proportions } from "../../science/composition/classes.js";

export type LiveAlgorithm = "filtered back-projection" | "SIRT" | "total variation";

export interface LiveRequest {
  state: string;
  /** pixels of the camera along an edge; voxels too */
  size: 32 | 64;
  /** detected photons per pixel of 9.8 nm and image, without sample */
  photons: number;
  /** degrees, to both sides */
  tiltLimit: number;
  algorithm: LiveAlgorithm;
  /** for example 0.05 */
  threshold: number;
  seed: number;
}

export interface LiveResult {
  size: number;
  /** nm */
  voxel: number;
  /** degrees */
  tilts: Float64Array;
  /** eV */
  energies: Float64Array;
  /** counts of the camera, [energy][tilt][x][y] */
  counts: Float32Array;
  /** mol/m², aligned, [tilt][x][y] */
  projected: Record<"O" | "Mn" | "Co" | "Ni", Float32Array>;
  /** over the intended density, NaN outside, [z][x][y] */
  densities: Record<"O" | "Mn" | "Co" | "Ni", Float32Array>;
  /** TM/O over that of the control */
  ratio: Float32Array;
  classes: Uint8Array;
  truth: Uint8Array;
  found: Proportions;
  true: Proportions;
  /** [true class][class found], voxels */
  confusion: Float64Array;
  /** share of a uniform control that leaves the target class, measured in the same way */
  falseShare: number;
}
