// What the panels of Figure 4e–g show for their controls: two regions measured, one of them analysed. Pure; a third of a second.
import { analyseSpectra, type EelsResult } from "../../science/eels/analysis.js";
import { compareSpectra, type EelsComparison } from "../../science/eels/compare.js";
import { defaultEelsInstrument, type EelsInstrument } from "../../science/eels/instrument.js";
import { settingsFor } from "../../science/eels/limits.js";
import type { EelsRaw } from "../../science/eels/raw.js";
import { eelsSample, type EelsSample } from "../../science/eels/samples.js";
import type { EelsSettings } from "../../science/eels/settings.js";
import { measureSpectra } from "../../science/eels/twin.js";

export interface LiveSettings {
  region: string;
  beside: string;
  /** eV */
  resolution: number;
  /** over the dose of the default instrument */
  dose: number;
  tail: EelsSettings["tail"];
  plural: boolean;
  mainEdge: EelsSettings["mainEdge"];
  deconvolution: EelsSettings["deconvolution"];
  crossSections: EelsSettings["crossSections"];
  seed: number;
}

export interface LiveSpectra {
  sample: EelsSample;
  other: EelsSample;
  raw: EelsRaw;
  otherRaw: EelsRaw;
  result: EelsResult;
  rows: EelsComparison[];
}

export const instrumentFor = (resolution: number, dose: number): EelsInstrument => ({
  ...defaultEelsInstrument,
  resolution,
  coreTime: defaultEelsInstrument.coreTime * dose,
  lithiumTime: defaultEelsInstrument.lithiumTime * dose,
  lowTime: defaultEelsInstrument.lowTime * dose
});

/** @throws as the analysis does */
export function liveSpectra(s: LiveSettings): LiveSpectra {
  const instrument = instrumentFor(s.resolution, s.dose);
  const [sample, other] = [eelsSample(s.region), eelsSample(s.beside)];
  const raw = measureSpectra(sample, instrument, s.seed);
  const otherRaw = measureSpectra(other, instrument, s.seed + 1);
  const { tail, plural, mainEdge, deconvolution, crossSections } = s;
  const settings = settingsFor(s.resolution, { tail, plural, mainEdge, deconvolution, crossSections });
  const result = analyseSpectra(raw, settings);
  return { sample, other, raw, otherRaw, result, rows: compareSpectra(result, sample, instrument) };
}
