// The analysis of a set of exposures: thickness, composition, lithium, pre-peak and the valence of Mn, each with its standard
// error from the counts, or a sentence that says why there is none.

import { quantify, type Composition } from "./composition.js";
import { fitLithium, type LithiumFit } from "./lithium-fit.js";
import { thicknessRatio, type Thickness } from "./low-loss.js";
import { fitPrePeak, type PrePeakFit } from "./pre-peak.js";
import type { EelsRaw } from "./raw.js";
import { defaultEelsSettings, type EelsSettings } from "./settings.js";
import { fitManganese, whiteLines, type ReferenceFit, type WhiteLines } from "./white-lines.js";

export interface EelsResult {
  thickness: Thickness;
  composition: Composition;
  lithium: LithiumFit;
  prePeak: PrePeakFit;
  whiteLines: WhiteLines;
  manganese: ReferenceFit;
}

/** @throws with what is wrong and where */
export function analyseSpectra(raw: EelsRaw, settings: Partial<EelsSettings> = {}): EelsResult {
  const s = { ...defaultEelsSettings, ...settings };
  return {
    thickness: thicknessRatio(raw.lowLoss),
    composition: quantify(raw, s),
    lithium: fitLithium(raw, s),
    prePeak: fitPrePeak(raw, s),
    whiteLines: whiteLines(raw, s),
    manganese: fitManganese(raw, s)
  };
}
