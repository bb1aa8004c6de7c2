// What the spectrometer hands over: three exposures of one place, with the zero-loss peak, of the range of the Li K edge, and
// of the core losses; and the settings that any quantification needs.

import type { LossSpectrum } from "./spectrum.js";

export interface EelsRaw {
  /** zero-loss peak and plasmons */
  lowLoss: LossSpectrum;
  /** around the Li K edge, without the zero-loss peak */
  lithium: LossSpectrum;
  /** O K and the metals' L edges */
  core: LossSpectrum;
  /** exposures, s */
  times: { lowLoss: number; lithium: number; core: number };
  /** eV */
  beamEnergy: number;
  /** rad */
  beta: number;
}

/** Grids of the three exposures, eV; the steps of the first two are half that of the third. */
export const lossGrids = {
  lowLoss: { start: -20, step: 0.125, channels: 2048 },
  lithium: { start: 35, step: 0.125, channels: 840 },
  core: { start: 450, step: 0.25, channels: 2048 }
} as const;
