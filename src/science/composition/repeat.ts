// Measure, analyse and compare one state of the sample again and again: other seeds, doses, algorithms, thresholds. What
// is the same is done once: the noiseless images serve all doses and seeds, the projected densities all algorithms, a
// reconstruction all thresholds. Another range of tilts needs images of its own, and is another task.

import type { Fragment } from "../particle/fragment.js";
import type { TaskOptions } from "../task.js";
import { analysePrepared, type CompositionResult, metalReferences, referenceRatio } from "./analysis.js";
import { classify } from "./classes.js";
import { compare, compareClasses } from "./compare.js";
import type { ByMetal } from "./element-deviation.js";
import type { Instrument } from "./instrument.js";
import { prepare } from "./prepare.js";
import { linearly } from "./progress.js";
import type { CompositionSettings } from "./settings.js";
import { type ExpectedImages, expectedImages, record } from "./twin.js";

export interface RepeatTask {
  /** of its tilts, energies, resolution; `photons` are those of the list */
  instrument: Instrument;
  /** detected photons per pixel and image, without sample */
  photons: readonly number[];
  seeds: readonly number[];
  /** changes to the default settings, each with the name that the rows bear */
  variants: readonly { name: string; settings: Partial<CompositionSettings> }[];
  /** deviations from the reference, 0.05 for 5 % */
  thresholds: readonly number[];
  /** noiseless, of this sample by this instrument, where they have been made before */
  images?: ExpectedImages;
  /** of a pristine particle, by `referenceKey`; a sample is its own reference where there is none */
  references?: Record<string, Reference>;
}

export interface Reference {
  ratio: number;
  metals: ByMetal<number>;
}

/** References differ with whatever changes the reconstruction. */
export const referenceKey = (photons: number, variant: string): string => `${variant} at ${photons}`;

/** One threshold of one reconstruction; shares from 0 to 1. */
export interface RepeatRow {
  photons: number;
  seed: number;
  variant: string;
  threshold: number;
  trueTarget: number;
  trueOxygenPoor: number;
  trueOxygenRich: number;
  target: number;
  oxygenPoor: number;
  oxygenRich: number;
  /** voxels in both volumes, 3 × 3, row = true class: target, oxygen-poor, oxygen-rich */
  confusion: readonly number[];
  /** of the voxels in both volumes */
  accuracy: number;
  /** of the voxels truly at the target */
  falseClassification: number;
  /** rms over the voxels in both volumes */
  ratioError: number;
}

export interface RepeatResult {
  rows: RepeatRow[];
  /** what this sample would hand on as reference, means over the seeds, by `referenceKey` */
  references: Record<string, Reference>;
}

/** @param onResult sees every reconstruction at the first threshold, for what the rows do not hold */
export function repeat(
  sample: Fragment,
  task: RepeatTask,
  options: TaskOptions = {},
  onResult?: (result: CompositionResult, at: { photons: number; seed: number; variant: string }) => void
): RepeatResult {
  const part = linearly(options);
  const { instrument, photons: doses, seeds, variants, thresholds } = task;
  const images = task.images ?? expectedImages(sample, instrument, part(0, 0.1));
  const rows: RepeatRow[] = [];
  const references: Record<string, Reference> = {};
  const runs = doses.length * seeds.length * variants.length;
  let done = 0;
  for (const photons of doses)
    for (const seed of seeds) {
      options.signal?.throwIfAborted();
      const raw = record(images, { ...instrument, photons }, seed);
      // variants that differ in the reconstruction only share what comes before it
      const prepared = new Map<string, ReturnType<typeof prepare>>();
      for (const { name, settings } of variants) {
        const key = referenceKey(photons, name);
        const step = part(0.1 + (0.9 * done++) / runs, 0.1 + (0.9 * done) / runs, `${name}, seed ${seed}`);
        const before = JSON.stringify(
          [settings.alignment, settings.rounds, settings.binning, settings.elements, settings.table].map(
            (value) => value ?? null
          )
        );
        const projections = prepared.get(before) ?? prepare(raw, settings, { signal: options.signal });
        prepared.set(before, projections);
        const given = task.references?.[key];
        const result = analysePrepared(
          projections,
          {
            ...settings,
            threshold: thresholds[0],
            ...(given ? { reference: given.ratio, metalReferences: given.metals } : {})
          },
          step
        );
        onResult?.(result, { photons, seed, variant: name });
        addReference(references, key, result, seeds.length);
        rows.push(
          ...atThresholds(result, sample, thresholds).map((row) => ({ photons, seed, variant: name, ...row }))
        );
      }
    }
  return { rows, references };
}

function addReference(
  references: Record<string, Reference>,
  key: string,
  result: CompositionResult,
  seeds: number
): void {
  const sum = (references[key] ??= { ratio: 0, metals: { Mn: 0, Co: 0, Ni: 0 } });
  sum.ratio += referenceRatio(result) / seeds;
  const own = metalReferences(result);
  for (const metal of ["Mn", "Co", "Ni"] as const) sum.metals[metal] += own[metal] / seeds;
}

type ThresholdRow = Omit<RepeatRow, "photons" | "seed" | "variant">;

/** Only the classes change with the threshold. */
function atThresholds(
  result: CompositionResult,
  sample: Fragment,
  thresholds: readonly number[]
): ThresholdRow[] {
  const { truth, ratioError } = compare(result, sample, { threshold: thresholds[0] });
  return thresholds.map((threshold) => {
    const found = compareClasses(classify(truth.ratio, threshold), classify(result.ratio, threshold));
    const { trueShares, foundShares, confusion, accuracy, falseClassification } = found;
    return {
      threshold,
      trueTarget: trueShares.target,
      trueOxygenPoor: trueShares.oxygenPoor,
      trueOxygenRich: trueShares.oxygenRich,
      ...foundShares,
      confusion: Array.from(confusion),
      accuracy,
      falseClassification,
      ratioError: ratioError.rms
    };
  });
}

/** Mean and standard deviation of repeated values; the deviation of one value is NaN. */
export function meanAndDeviation(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}
