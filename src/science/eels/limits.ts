// What the spectrometer could have seen: the analysis of spectra as they are expected, without noise, tells its bias, and its
// standard errors are those that the counts allow (for a model that is right, the Cramér–Rao bound).

import { fitLithium } from "./lithium-fit.js";
import type { EelsInstrument } from "./instrument.js";
import { fitPrePeak } from "./pre-peak.js";
import type { EelsRaw } from "./raw.js";
import { arealDensities, type EelsSample, meanValence, truePrePeak } from "./samples.js";
import { defaultEelsSettings, type EelsSettings } from "./settings.js";
import { expectedSpectra } from "./twin.js";
import { whiteLines } from "./white-lines.js";

/** The fits that a limit is asked of. */
export type LimitFit = "lithium" | "prePeak" | "valence";
const allFits: readonly LimitFit[] = ["lithium", "prePeak", "valence"];

export type LimitQuantity = "lithium" | "prePeakEnergy" | "prePeakArea" | "valence";

export interface Limit {
  quantity: LimitQuantity;
  found: number;
  /** of the counts alone */
  error: number;
  truth: number;
  /** least change that is three standard errors, in units of the truth; for an energy in eV */
  smallest: number;
  /** of the fit; NaN where it has none */
  conditionNumber: number;
  correlation: number;
  /** "" or why the fit is no good */
  fault: string;
}

/** Two lines where they can be told apart. */
export const settingsFor = (resolution: number, settings: Partial<EelsSettings> = {}): EelsSettings => ({
  ...defaultEelsSettings,
  prePeakLines: resolution < 2 ? 2 : 1,
  ...settings
});

/** The limits of one measurement. @param change something that the analysis does not know of */
export function limitsOf(
  sample: EelsSample,
  instrument: EelsInstrument,
  own: Partial<EelsSettings> = {},
  change: (raw: EelsRaw) => EelsRaw = (raw) => raw,
  fits: readonly LimitFit[] = allFits
): Limit[] {
  const raw = change(expectedSpectra(sample, instrument));
  const settings = settingsFor(instrument.resolution, own);
  const truePeak = truePrePeak(sample);
  const none = { conditionNumber: NaN, correlation: NaN, fault: "" };
  const lithium = attempt(fits.includes("lithium"), () => fitLithium(raw, settings));
  const peak = attempt(fits.includes("prePeak"), () => fitPrePeak(raw, settings));
  const lines = attempt(fits.includes("valence"), () => whiteLines(raw, settings));
  const limit = (
    quantity: LimitQuantity,
    truth: number,
    at: { value: number; error: number } | undefined,
    more: Partial<Limit>
  ): Limit => {
    const error = at?.error ?? NaN;
    const smallest = 3 * error * (quantity === "prePeakEnergy" || quantity === "valence" ? 1 : 1 / truth);
    return { quantity, found: at?.value ?? NaN, error, truth, smallest, ...none, ...more };
  };
  const of: Record<LimitQuantity, LimitFit> = {
    lithium: "lithium",
    prePeakEnergy: "prePeak",
    prePeakArea: "prePeak",
    valence: "valence"
  };
  const rows = [
    limit("lithium", sample.contents.Li / sample.contents.Mn, lithium.result?.ratio, {
      conditionNumber: lithium.result?.conditionNumber ?? NaN,
      correlation: lithium.result?.correlation ?? NaN,
      fault: lithium.fault || (lithium.result?.fit.fault ?? "")
    }),
    limit("prePeakEnergy", truePeak.energy, peak.result?.energy, {
      fault: peak.fault || (peak.result?.fit.fault ?? "")
    }),
    limit("prePeakArea", truePeak.area * arealDensities(sample).O * 1e-18, peak.result?.area, {
      fault: peak.fault || (peak.result?.fit.fault ?? "")
    }),
    limit("valence", meanValence(sample), lines.result?.valence, { fault: lines.fault })
  ];
  return rows.filter(({ quantity }) => fits.includes(of[quantity]));
}

function attempt<T>(wanted: boolean, run: () => T): { result?: T; fault: string } {
  if (!wanted) return { fault: "" };
  try {
    return { result: run(), fault: "" };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/** The range of the Li K edge, whose energies are read too low by some eV. */
export const misread =
  (eV: number) =>
  (raw: EelsRaw): EelsRaw => ({
    ...raw,
    lithium: { ...raw.lithium, start: raw.lithium.start - eV }
  });

const otherLines = "the other number of lines";

/** Analyses and mistakes that the page sets beside each other at every resolution. */
export const limitVariants: readonly {
  name: string;
  fits: readonly LimitFit[];
  settings?: Partial<EelsSettings>;
  change?: (raw: EelsRaw) => EelsRaw;
}[] = [
  { name: "as on this page", fits: allFits },
  { name: "power law under Li K", fits: ["lithium"], settings: { tail: "power law" } },
  { name: "plural scattering left out", fits: allFits, settings: { plural: false } },
  { name: "Co and Ni free", fits: ["lithium"], settings: { tieMetals: false } },
  { name: "energies of Li K misread by 0.5 eV", fits: ["lithium"], change: misread(0.5) },
  { name: "O K main edge free", fits: ["prePeak"], settings: { mainEdge: "free" } },
  { name: otherLines, fits: ["prePeak"] }
];

/** The settings of a variant at a resolution. */
export const variantSettings = (
  { name, settings }: (typeof limitVariants)[number],
  resolution: number
): Partial<EelsSettings> =>
  name === otherLines ? { prePeakLines: resolution < 2 ? 1 : 2 } : (settings ?? {});
