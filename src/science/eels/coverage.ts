// Are the standard errors true? The same sample measured with many seeds: the mean and the spread of the pulls, and how often
// the truth lies within one and two standard errors (68 and 95 % where the errors are right and there is no bias).

import type { TaskOptions } from "../task.js";
import { analyseSpectra } from "./analysis.js";
import { compareSpectra, type EelsQuantity, eelsQuantities } from "./compare.js";
import type { EelsInstrument } from "./instrument.js";
import { settingsFor } from "./limits.js";
import type { EelsSample } from "./samples.js";
import type { EelsSettings } from "./settings.js";
import { expectedSpectra, recordSpectra } from "./twin.js";

export interface EelsCoverage {
  quantity: EelsQuantity;
  runs: number;
  truth: number;
  mean: number;
  /** of what was found, between the runs, and the mean of the standard errors that the analysis gives */
  spread: number;
  error: number;
  /** shares of the runs whose truth lies within one and two standard errors */
  withinOne: number;
  withinTwo: number;
  /** within two standard errors of the mean of all runs: of noise alone, whatever the bias */
  noiseWithinTwo: number;
}

export function eelsCoverage(
  sample: EelsSample,
  instrument: EelsInstrument,
  seeds: readonly number[],
  settings: Partial<EelsSettings> = {},
  { signal, onProgress }: TaskOptions = {}
): EelsCoverage[] {
  if (seeds.length < 2) throw new Error(`invalid seeds: ${seeds.length}; coverage needs two or more`);
  const expected = expectedSpectra(sample, instrument);
  const runs = seeds.map((seed, i) => {
    signal?.throwIfAborted();
    const raw = recordSpectra(expected, instrument, seed);
    const rows = compareSpectra(
      analyseSpectra(raw, settingsFor(instrument.resolution, settings)),
      sample,
      instrument
    );
    onProgress?.((i + 1) / seeds.length, "spectra");
    return rows;
  });
  return (Object.keys(eelsQuantities) as EelsQuantity[]).map((quantity, q) => {
    const rows = runs.map((run) => run[q]).filter(({ pull }) => Number.isFinite(pull));
    const n = Math.max(rows.length, 1);
    const average = (of: (row: (typeof rows)[number]) => number) =>
      rows.reduce((sum, row) => sum + of(row), 0) / n;
    const mean = average((row) => row.found);
    return {
      ...{ quantity, runs: rows.length, truth: runs[0][q].truth, mean },
      spread: Math.sqrt((average((row) => (row.found - mean) ** 2) * n) / Math.max(n - 1, 1)),
      error: average((row) => row.error),
      withinOne: average((row) => (Math.abs(row.pull) <= 1 ? 1 : 0)),
      withinTwo: average((row) => (Math.abs(row.pull) <= 2 ? 1 : 0)),
      noiseWithinTwo: average((row) => (Math.abs(row.found - mean) <= 2 * row.error ? 1 : 0))
    };
  });
}
