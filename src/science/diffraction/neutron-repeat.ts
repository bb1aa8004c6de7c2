// The same measurement many times with other noise: are the standard errors of the refinement true? Coverage is the share of
// the intervals value ± 1.96 errors that hold the truth; it should be 95 % within its own counting error.

import type { TaskOptions } from "../task.js";
import { latticeCrystal } from "../particle/lattice-states.js";
import { neutronRefinement, type NeutronQuantity, type NeutronSettings } from "./neutron-analysis.js";
import { compareNeutrons } from "./neutron-compare.js";
import type { NeutronInstrument } from "./neutron-instrument.js";
import { countNeutrons, expectNeutrons } from "./neutron-twin.js";
import { refine, refineFrom } from "./rietveld.js";
import type { PatternModel } from "./rietveld-model.js";

export interface Repeat {
  seed: number;
  chiSquared: number;
  fault: string;
  pulls: { quantity: NeutronQuantity; value: number; error: number; pull: number }[];
}

/** Refinements of `seeds` patterns of one state. @param seeds first one and how many */
export function repeatNeutrons(
  state: string,
  instrument: NeutronInstrument,
  settings: NeutronSettings,
  { first, count, signal, onProgress }: TaskOptions & { first: number; count: number }
): Repeat[] {
  const expectation = expectNeutrons(latticeCrystal(state), instrument);
  const refinement = neutronRefinement(settings);
  // the first is refined from afar; the others start where it ended, in its model, which saves most of the work
  let model: PatternModel | undefined;
  let start: ArrayLike<number> = [];
  const workspace: { jacobian?: Float64Array } = {};
  return Array.from({ length: count }, (_, i) => {
    signal?.throwIfAborted();
    onProgress?.(i / count, `pattern ${i + 1} of ${count}`);
    const { pattern } = countNeutrons(expectation, first + i);
    const result = model
      ? refineFrom(pattern, model, start, refinement, workspace.jacobian)
      : refine(pattern, refinement);
    if (!model) {
      [model, start] = [result.model, result.fit.values];
      workspace.jacobian = new Float64Array(model.names.length * model.points);
    }
    return {
      ...{ seed: first + i, chiSquared: result.chiSquared, fault: result.fit.fault },
      pulls: compareNeutrons(result, state)
        .filter(({ error, truth }) => error > 0 && Number.isFinite(truth))
        .map(({ quantity, value, error, pull }) => ({ quantity, value, error, pull }))
    };
  });
}

export interface Coverage {
  quantity: NeutronQuantity;
  count: number;
  /** share of the repeats within 1.96 standard errors, and its own standard error for a true 95 % */
  coverage: number;
  coverageError: number;
  /** mean and standard deviation of the pulls: 0 and 1 where errors are true */
  meanPull: number;
  pullDeviation: number;
  largestPull: number;
  /** mean of the standard errors told, and the standard deviation of the values found */
  meanError: number;
  scatter: number;
}

export function coverageOf(repeats: readonly Repeat[]): Coverage[] {
  const quantities = repeats[0]?.pulls.map(({ quantity }) => quantity) ?? [];
  return quantities.map((quantity) => {
    const rows = repeats.flatMap(({ pulls }) => pulls.filter((row) => row.quantity === quantity));
    const count = rows.length;
    const mean = (of: (row: (typeof rows)[number]) => number) =>
      rows.reduce((sum, row) => sum + of(row), 0) / count;
    const meanPull = mean(({ pull }) => pull);
    const meanValue = mean(({ value }) => value);
    return {
      ...{ quantity, count, meanPull },
      coverage: mean(({ pull }) => (Math.abs(pull) < 1.96 ? 1 : 0)),
      coverageError: Math.sqrt((0.95 * 0.05) / count),
      pullDeviation: Math.sqrt((mean(({ pull }) => (pull - meanPull) ** 2) * count) / (count - 1)),
      largestPull: rows.reduce((most, { pull }) => Math.max(most, Math.abs(pull)), 0),
      meanError: mean(({ error }) => error),
      scatter: Math.sqrt((mean(({ value }) => (value - meanValue) ** 2) * count) / (count - 1))
    };
  });
}
