// How images are analysed. Nothing here comes from the sample: spacings are those of the published structures, thresholds are
// stated choices that a reader can move. Lengths in Å, angles in degrees.

import type { StrainMeasure } from "../numerics/gpa.js";

export interface StrainSettings {
  /** pair of frequencies, cycles a pixel; "auto": the two of the strongest peaks that are present over most of the image */
  g: "auto" | readonly [readonly [number, number], readonly [number, number]];
  /** standard deviation of the mask as a share of the distance from g to the nearest other peak */
  mask: number;
  /** reference area, Å: left, top, width, height; null: all of the image that has a lattice */
  reference: readonly [number, number, number, number] | null;
  measure: StrainMeasure;
  /** share of the usual amplitude below which there is no lattice */
  floor: number;
}

export interface ColumnSettings {
  /** σ of the blur before maxima are sought, Å */
  smooth: number;
  /** least distance of two columns, Å */
  separation: number;
  /** share of a strong column's height over its surroundings that a column must have */
  threshold: number;
  /** half-width of the fitted window, Å */
  window: number;
}

export interface PhaseSettings {
  /** standard deviation of the local window, Å */
  window: number;
  /** amplitude of the fundamental frequency, in standard deviations of the noise, below which there is no lattice */
  noise: number;
  /** share of its usual amplitude below which there is no lattice */
  floor: number;
}

export interface RegionSettings {
  /** radius of a column's neighbourhood, Å */
  radius: number;
  /** standard errors by which a neighbourhood's mean intensity must lie below the image's median */
  deviations: number;
  /** and the share by which */
  deficit: number;
  /** ° of rotation against the reference from which a region counts as twisted */
  rotation: number;
  /** least number of columns of a region */
  columns: number;
  /** side of the boxes that show a region, Å */
  box: number;
}

export interface AnalysisSettings {
  strain: StrainSettings;
  columns: ColumnSettings;
  phases: PhaseSettings;
  regions: RegionSettings;
}

export const defaultAnalysisSettings: AnalysisSettings = {
  strain: { g: "auto", mask: 0.2, reference: null, measure: "lattice", floor: 0.25 },
  columns: { smooth: 0.4, separation: 1.7, threshold: 0.25, window: 1 },
  phases: { window: 6, noise: 5, floor: 0.2 },
  regions: { radius: 7, deviations: 3, deficit: 0.1, rotation: 3, columns: 8, box: 28 }
};
