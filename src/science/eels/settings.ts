// Switches of the analysis, and what they are by default.

import type { LossWindow } from "./spectrum.js";

export interface EelsSettings {
  /** windows of background and signal, eV */
  windows: {
    oxygen: { background: LossWindow; signal: LossWindow };
    manganese: { background: LossWindow; signal: LossWindow };
    cobalt: { background: LossWindow; signal: LossWindow };
    nickel: { background: LossWindow; signal: LossWindow };
    /** of the fit around the Li K edge */
    lithium: LossWindow;
    /** of the fit of the pre-peak */
    prePeak: LossWindow;
  };
  /** cross-sections of the edges: tables with illustrative white lines, or the hydrogenic model without any */
  crossSections: "tables" | "hydrogenic";
  /** plural scattering: out of the core losses by Fourier-ratio, or corrected for by the low losses in the same window */
  deconvolution: "none" | "fourier-ratio";
  /** in the fits of edges: convolved with the low losses, or with the zero-loss peak alone */
  plural: boolean;
  /** what lies under the Li K edge: the tail of a plasmon with all its plural scattering, or a power law */
  tail: "plasmon" | "power law";
  /** Co and Ni at the Li K edge: tied to Mn as in the nominal composition, or free */
  tieMetals: boolean;
  /** the O K edge above the pre-peak: shape free, or that of the reference */
  mainEdge: "free" | "reference";
  /** Gaussian lines that the pre-peak is fitted with */
  prePeakLines: 1 | 2;
}

export const defaultEelsSettings: EelsSettings = {
  windows: {
    oxygen: { background: [470, 522], signal: [524, 574] },
    manganese: { background: [585, 630], signal: [632, 682] },
    cobalt: { background: [725, 769], signal: [772, 822] },
    nickel: { background: [815, 846], signal: [848, 898] },
    lithium: [41, 90],
    prePeak: [495, 556]
  },
  crossSections: "tables",
  deconvolution: "none",
  plural: true,
  tail: "plasmon",
  tieMetals: true,
  mainEdge: "reference",
  prePeakLines: 1
};
