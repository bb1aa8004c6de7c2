// Measure, analyse and compare a sample again and again: seeds, doses, thicknesses, stray light, drifts, windows,
// normalisations. Images are made once for each instrument, and one recording serves all settings of the analysis.

import type { OxidationField } from "../particle/oxidation.js";
import type { TaskOptions } from "../task.js";
import { projectedAmounts } from "./amounts.js";
import { fitStacks } from "./analysis.js";
import { compareMaps } from "./compare.js";
import { expectedStack } from "./expected-stack.js";
import type { StackInstrument } from "./instrument.js";
import { prepare, type PreparedStack } from "./prepare.js";
import { recordStack } from "./record.js";
import {
  defaultFitSettings,
  defaultPrepareSettings,
  type FitSettings,
  type PrepareSettings
} from "./settings.js";
import type { EdgeElement } from "./windows.js";

export interface OxidationRepeatTask {
  instruments: readonly { name: string; instrument: StackInstrument }[];
  seeds: readonly number[];
  /** changes to the default settings, each with the name that the rows bear; "default" alone where absent */
  analyses?: readonly { name: string; prepare?: Partial<PrepareSettings>; fit?: Partial<FitSettings> }[];
}

export interface OxidationRow {
  instrument: string;
  analysis: string;
  seed: number;
  element: EdgeElement;
  /** null where the analysis went through, else its one sentence; numbers are NaN then */
  fault: string | null;
  pixels: number;
  trueMean: number;
  foundMean: number;
  standardError: number;
  bias: number;
  rms: number;
  medianError: number;
  within1: number;
  within3: number;
  medianChiSquared: number;
  /** [zone from the edge] */
  zoneTruth: number[];
  zoneFound: number[];
  zoneError: number[];
}

const plain = [{ name: "default" }];

/** One row for each instrument, seed, analysis and element. */
export function repeatOxidation(
  sample: OxidationField,
  { instruments, seeds, analyses = plain }: OxidationRepeatTask,
  { signal, onProgress }: TaskOptions = {}
): OxidationRow[] {
  const rows: OxidationRow[] = [];
  let done = 0;
  for (const { name, instrument } of instruments) {
    const amounts = projectedAmounts(sample, instrument.thickness);
    const images = instrument.elements.map((element) =>
      expectedStack(element, amounts, instrument, { signal })
    );
    for (const seed of seeds) {
      const raws = images.map((image) => recordStack(image, instrument, seed));
      const prepared = new Map<string, PreparedStack[]>();
      for (const analysis of analyses) {
        signal?.throwIfAborted();
        onProgress?.(done++ / (instruments.length * seeds.length * analyses.length), name);
        const head = { instrument: name, analysis: analysis.name, seed };
        try {
          const key = JSON.stringify(analysis.prepare ?? {});
          const stacks =
            prepared.get(key) ?? prepare(raws, { ...defaultPrepareSettings, ...analysis.prepare });
          prepared.set(key, stacks);
          const maps = fitStacks(stacks, { ...defaultFitSettings, ...analysis.fit });
          compareMaps(maps, amounts).forEach(({ zones, ...found }, k) =>
            rows.push({
              ...head,
              element: found.element,
              fault: null,
              pixels: found.pixels,
              trueMean: found.trueMean,
              foundMean: found.foundMean,
              standardError: found.standardError,
              bias: found.bias,
              rms: found.rms,
              medianError: found.medianError,
              within1: found.within1,
              within3: found.within3,
              medianChiSquared: median(maps.elements[k].reducedChiSquared),
              zoneTruth: zones.map(({ truth }) => truth),
              zoneFound: zones.map(({ found: v }) => v),
              zoneError: zones.map(({ standardError }) => standardError)
            })
          );
        } catch (error) {
          if (signal?.aborted) throw error;
          const fault = error instanceof Error ? error.message : String(error);
          for (const element of instrument.elements) rows.push({ ...head, element, fault, ...nothing });
        }
      }
    }
  }
  return rows;
}

const nothing = {
  pixels: 0,
  trueMean: NaN,
  foundMean: NaN,
  standardError: NaN,
  bias: NaN,
  rms: NaN,
  medianError: NaN,
  within1: NaN,
  within3: NaN,
  medianChiSquared: NaN,
  zoneTruth: [],
  zoneFound: [],
  zoneError: []
};

/** Of the numbers among them. */
function median(values: Float32Array): number {
  const sorted = values.filter(Number.isFinite).sort();
  return sorted[sorted.length >> 1] ?? NaN;
}
