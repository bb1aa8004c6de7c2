// What the analysis of spectral stacks can be asked to do, and its defaults with the reasons.

import type { AttenuationTable } from "../material/x-ray-absorption.js";
import { type EdgeElement, type EnergyWindow, fitWindows, measuredRanges } from "./windows.js";
import type { ReferenceSet } from "./references.js";

/** Shapes of what lies under an edge: the continuum of the other elements of the nominal compound as tabulated, a constant, or a line. */
export type BackgroundShape = "tabulated" | "constant" | "line";

export interface PrepareSettings {
  /** pixels to a bin, along columns and rows */
  binning: number;
  /** undo the drift between energies */
  register: boolean;
  /** scale each image so that the field around the particle transmits all */
  emptyField: boolean;
  /** share of light taken as not absorbed by the sample, known from elsewhere; 0 to ignore it */
  strayLight: number;
}

export interface FitSettings {
  /** energies that are fitted: those of the study, all that were measured, or one's own */
  windows: "study" | "full" | Partial<Record<EdgeElement, EnergyWindow>>;
  background: {
    shape: BackgroundShape;
    /** fitted along with the references in the window, or to the energies below the edge and taken away, or not at all */
    from: "window" | "pre-edge" | "none";
  };
  /** divide each pixel by its edge step */
  normalise: boolean;
  /** the weights of a pixel must add to one; asks for `normalise`. What was measured is so short that the edge steps of
   * species differ by some percent, which the sum turns into a bias of the valence of about 0.01 */
  sumToOne: boolean;
  nonNegative: boolean;
  /** trust all energies alike, or by the mean noise of the particle there */
  weighting: "counts" | "equal";
  /** pixels whose edge step is below this share of that of the thickest are masked */
  smallestStep: number;
  table: AttenuationTable;
  /** what the noise of the counts is carried to: weights and valence, the valence alone, or nothing; without it χ² is left
   * out too, and a refit takes a third of the time */
  errors: "weights" | "valence" | "none";
  /** one's own references in place of the illustrative ones */
  references?: Partial<Record<EdgeElement, ReferenceSet>>;
}

export const defaultPrepareSettings: PrepareSettings = {
  // 19.6 nm, still within the point spread, and four times the counts
  binning: 2,
  register: true,
  emptyField: true,
  // an analysis knows of none unless told
  strayLight: 0
};

export const defaultFitSettings: FitSettings = {
  windows: "study",
  // there are 1 to 3 eV below the edges in what was measured: too little to extrapolate a line from
  background: { shape: "tabulated", from: "window" },
  normalise: true,
  // thickness, blur and background make the sum differ from one; the effective valence is a ratio and needs no sum
  sumToOne: false,
  nonNegative: true,
  // the top of a white line has few photons
  weighting: "counts",
  smallestStep: 0.15,
  table: "chantler",
  errors: "weights"
};

/** eV: below each edge and above its near-edge structure, within what was measured; assumed. */
export const edgeWindows: Record<EdgeElement, { pre: EnergyWindow; post: EnergyWindow }> = {
  O: { pre: [525, 527], post: [550, 555] },
  Mn: { pre: [635, 637.5], post: [659, 665] },
  Co: { pre: [775, 775.75], post: [799, 805] },
  Ni: { pre: [848, 851], post: [876, 880] }
};

/** Energies that settings fit for an element, eV. */
export function windowOf(element: EdgeElement, { windows }: Pick<FitSettings, "windows">): EnergyWindow {
  if (windows === "study") return fitWindows[element];
  return (windows === "full" ? undefined : windows[element]) ?? measuredRanges[element];
}
