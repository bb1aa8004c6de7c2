// How often intervals of the standard errors hold the truth, over many seeds of the noise: the share of |found − true| < z σ,
// beside the nominal one of a normal distribution. There are two truths. Against "sample", what was put in, biases count as
// well; against "expectation", what the same analysis makes of images without noise, only the noise does. The sample keeps
// still, so that both are known pixel by pixel. Intervals of one seed may share noise, so that the error of a share comes
// from the scatter between seeds: n = p (1 − p)/var p independent intervals, at least one a seed, in the interval of
// Wilson, J. Am. Stat. Assoc. 22 (1927) 209, doi 10.1080/01621459.1927.10502953.

import type { OxidationField } from "../particle/oxidation.js";
import type { TaskOptions } from "../task.js";
import { binAmounts, projectedAmounts, projectedValence } from "./amounts.js";
import { fitStacks, type OxidationMaps } from "./analysis.js";
import { expectedStack } from "./expected-stack.js";
import type { StackInstrument } from "./instrument.js";
import { prepare } from "./prepare.js";
import { exactStack, recordStack } from "./record.js";
import {
  defaultFitSettings,
  defaultPrepareSettings,
  type FitSettings,
  type PrepareSettings
} from "./settings.js";
import type { EdgeElement } from "./windows.js";
import { zoneStatistics } from "./zones.js";

/** Nominal shares and the standard errors that hold them, of a normal distribution. */
export const coverageLevels = [
  { nominal: 0.5, z: 0.67449 },
  { nominal: 0.6827, z: 1 },
  { nominal: 0.8, z: 1.28155 },
  { nominal: 0.9, z: 1.64485 },
  { nominal: 0.95, z: 1.95996 },
  { nominal: 0.9973, z: 3 }
] as const;

export type CoverageTruth = "sample" | "expectation";

export interface SeedPulls {
  element: EdgeElement;
  seed: number;
  truth: CoverageTruth;
  /** name of the fit's settings */
  analysis: string;
  /** (found − true)/error of the pixels that have one */
  pixels: Float32Array;
  /** of the zones' means, from the edge inwards */
  zones: Float64Array;
}

export interface CoverageTask {
  /** its drift is left out */
  instrument: StackInstrument;
  seeds: readonly number[];
  prepare?: Partial<Omit<PrepareSettings, "register">>;
  /** changes to the default settings, all for one and the same counts; "default" alone where absent */
  analyses?: readonly { name: string; fit?: Partial<FitSettings> }[];
}

const plain = [{ name: "default" }];

/** Pulls of every seed, analysis, element and truth; images without noise are made once. */
export function pullsOverSeeds(
  sample: OxidationField,
  { instrument, seeds, analyses = plain, ...settings }: CoverageTask,
  { signal, onProgress }: TaskOptions = {}
): SeedPulls[] {
  const amounts = projectedAmounts(sample, instrument.thickness);
  const still = { ...instrument, drift: 0, jump: 0 };
  const preparation = { ...defaultPrepareSettings, ...settings.prepare, register: false };
  const images = instrument.elements.map((element) => expectedStack(element, amounts, still, { signal }));
  const exact = prepare(
    images.map((image) => exactStack(image, still)),
    preparation
  );
  const fits = analyses.map(({ name, fit }) => {
    const own: FitSettings = { ...defaultFitSettings, errors: "valence", ...fit };
    return { name, own, expected: fitStacks(exact, own).elements.map(({ valence }) => valence) };
  });
  return seeds.flatMap((seed, k) => {
    signal?.throwIfAborted();
    onProgress?.(k / seeds.length, `seed ${seed}`);
    const stacks = prepare(
      images.map((image) => recordStack(image, still, seed)),
      preparation
    );
    const binned = binAmounts(amounts, amounts.size / stacks[0].columns);
    return fits.flatMap(({ name: analysis, own, expected }) => {
      const maps = fitStacks(stacks, own);
      return maps.elements.flatMap(({ model: { element } }, i): SeedPulls[] => {
        const head = { element, seed, analysis };
        return [
          { ...head, truth: "sample", ...pullsFrom(maps, i, projectedValence(binned, element)) },
          { ...head, truth: "expectation", ...pullsFrom(maps, i, expected[i]) }
        ];
      });
    });
  });
}

/** @param truth [pixel]; where it is none, as at an edge that only noise lets in, nothing is compared */
function pullsFrom({ elements, zones }: OxidationMaps, index: number, truth: Float32Array) {
  const { valence, valenceError } = elements[index];
  const found = valence.map((v, p) => (Number.isFinite(truth[p]) ? v : NaN));
  const wanted = truth.map((v, p) => (Number.isFinite(found[p]) ? v : NaN));
  const means = zoneStatistics({ valence: wanted, valenceError }, zones);
  return {
    pixels: found.map((v, p) => (v - wanted[p]) / valenceError[p]).filter(Number.isFinite),
    zones: Float64Array.from(
      zoneStatistics({ valence: found, valenceError }, zones),
      ({ mean, standardError }, i) => (mean - means[i].mean) / standardError
    ).filter(Number.isFinite)
  };
}

export interface CoverageRow {
  nominal: number;
  /** share of the intervals that hold the truth, and its interval of one standard error */
  actual: number;
  low: number;
  high: number;
  /** how many intervals were looked at */
  intervals: number;
}

/** Coverage at every level. @param pulls of each seed @throws where there are none */
export function coverage(pulls: readonly ArrayLike<number>[]): CoverageRow[] {
  const seeds = pulls.filter(({ length }) => length > 0);
  const intervals = seeds.reduce((sum, { length }) => sum + length, 0);
  if (intervals === 0) throw new Error("missing pulls: no interval of any seed; give one or more");
  return coverageLevels.map(({ nominal, z }) => {
    const inside = seeds.map((own) => Array.from(own).filter((pull) => Math.abs(pull) < z).length);
    const actual = inside.reduce((sum, n) => sum + n, 0) / intervals;
    const scatter = seeds.reduce((sum, { length }, k) => sum + (inside[k] - actual * length) ** 2, 0);
    const variance = scatter / intervals ** 2;
    const binomial = actual * (1 - actual);
    const n = variance > 0 && binomial > 0 ? binomial / variance : seeds.length;
    const [low, high] = wilson(actual, Math.max(seeds.length, n));
    return { nominal, actual, low, high, intervals };
  });
}

/** Mean and standard deviation of all pulls: 0 and 1 where errors are sound. */
export function pullMoments(pulls: readonly ArrayLike<number>[]): { mean: number; deviation: number } {
  const all = pulls.flatMap((own) => Array.from(own));
  const mean = all.reduce((sum, pull) => sum + pull, 0) / all.length;
  const variance = all.reduce((sum, pull) => sum + (pull - mean) ** 2, 0) / all.length;
  return { mean, deviation: Math.sqrt(variance) };
}

/** Interval of one standard error of a share p out of n. */
function wilson(p: number, n: number): [number, number] {
  const centre = (p + 1 / (2 * n)) / (1 + 1 / n);
  const half = Math.sqrt((p * (1 - p)) / n + 1 / (4 * n * n)) / (1 + 1 / n);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
