// What came back beside what was in the sample, in numbers of one kind: found, its standard error, true, and the pull.

import type { EelsInstrument } from "./instrument.js";
import { arealDensities, type EelsSample, meanValence, truePrePeak } from "./samples.js";
import { singleLowLoss } from "./single-scattering.js";
import type { EelsResult } from "./analysis.js";

export interface EelsComparison {
  quantity: EelsQuantity;
  label: string;
  unit: string;
  found: number;
  error: number;
  truth: number;
  /** (found − true)/error */
  pull: number;
}

export const eelsQuantities = {
  thickness: ["t/λ", ""],
  oxygen: ["O over Mn, edge integrals", ""],
  cobalt: ["Co over Mn, edge integrals", ""],
  nickel: ["Ni over Mn, edge integrals", ""],
  lithium: ["Li over Mn, fit of Li K beside M2,3", ""],
  prePeakEnergy: ["place of the pre-peak", "eV"],
  prePeakArea: ["area of the pre-peak, as oxygen of the lattice", "1/nm²"],
  valenceRatio: ["valence of Mn, ratio of white lines", ""],
  valenceFit: ["valence of Mn, fit of references", ""]
} as const;

export type EelsQuantity = keyof typeof eelsQuantities;

export function compareSpectra(
  { thickness, composition, lithium, prePeak, whiteLines, manganese }: EelsResult,
  sample: EelsSample,
  instrument: EelsInstrument
): EelsComparison[] {
  const { contents } = sample;
  const density = arealDensities(sample);
  const truePeak = truePrePeak(sample);
  const ratio = (element: string) =>
    composition.ratios.find((r) => r.element === element) ?? { value: NaN, error: NaN };
  const single = singleLowLoss(sample, instrument, 2048, 0.125);
  const rows: [EelsQuantity, { value: number; error: number }, number][] = [
    [
      "thickness",
      { value: thickness.ratio, error: thickness.error },
      single.reduce((sum, v) => sum + v, 0) * 0.125
    ],
    ["oxygen", ratio("O"), contents.O / contents.Mn],
    ["cobalt", ratio("Co"), contents.Co / contents.Mn],
    ["nickel", ratio("Ni"), contents.Ni / contents.Mn],
    ["lithium", lithium.ratio, contents.Li / contents.Mn],
    ["prePeakEnergy", prePeak.energy, truePeak.energy],
    ["prePeakArea", prePeak.area, truePeak.area * density.O * 1e-18],
    ["valenceRatio", whiteLines.valence, meanValence(sample)],
    ["valenceFit", manganese.valence, meanValence(sample)]
  ];
  return rows.map(([quantity, { value, error }, truth]) => ({
    ...{ quantity, label: eelsQuantities[quantity][0], unit: eelsQuantities[quantity][1] },
    ...{ found: value, error, truth, pull: (value - truth) / error }
  }));
}
