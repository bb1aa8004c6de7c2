/**
 * Composition tomograms for "Design your experiment": C05, C06, C08–C11. The shares that a state would show at other settings
 * are its own at the study's dose and each threshold, and shift with dose, tilt and voxel as those of a state that was run so:
 *   found(state; t, x) = found(state; t) + [found − true](proxy; t, x) − [found − true](proxy; t, study)
 */
import type { Response } from "../../science/experiment-design/surface.js";
import { studyDesign, type Knob } from "../../science/experiment-design/settings.js";
import { meanAndDeviation } from "../../science/composition/repeat.js";
import { only, type DesignPart, type QuestionNumbers, type ResponseRun, type Row } from "./design-rows.js";

/** Doses and thresholds of the surface; the study's dose comes from the table of shares. */
export const designPhotons = [1500, 30_000];
export const designThresholds = [2, 3, 4, 5, 6, 8, 10];
export const proxies = ["uniform", "0.1C-4.8V", "10C-4.8V"] as const;

export interface Shares {
  /** %, of a class in a state */
  (state: string, name: string): { truth: number; found: number; deviation: number };
}

const proxyOf = (state: string): string =>
  state.startsWith("0.1C") ? "0.1C-4.8V" : state.startsWith("10C") ? "10C-4.8V" : "uniform";

interface Measure {
  id: string;
  effect: (s: Shares) => number;
  alternative: (s: Shares) => number;
  /** what is seen of their difference, where the question is whether there is one; the true difference by default */
  seen?: (s: Shares) => number;
  bias: (s: Shares) => number;
  noise: (s: Shares) => number;
  unit: string;
}

const off = (s: Shares, state: string, name: string) => s(state, name).found - s(state, name).truth;

/** What a class gains (the target: loses) by target voxels that noise takes for others, as in a uniform particle; % of all. */
const falseGain = (s: Shares, state: string, name: string): number =>
  (off(s, "uniform", name) * s(state, "target").truth) / 100;

/** Voxels gained falsely and voxels missed, in quadrature: that they balance at some threshold or dose is luck. */
const gross = (s: Shares, state: string, name: string): number => {
  const gained = falseGain(s, state, name);
  return Math.hypot(gained, off(s, state, name) - gained);
};

/** Is there more of a class than in the pristine particle, measured in the same way? What is seen of the difference counts,
 *  against what noise alone makes of nothing. */
function over(id: string, state: string, name: string): Measure {
  return {
    ...{ id, unit: "%", effect: (s) => s(state, name).truth, alternative: (s) => s("pristine", name).truth },
    seen: (s) => s(state, name).found - s("pristine", name).found,
    bias: (s) => falseGain(s, "pristine", name),
    noise: (s) => Math.hypot(s(state, name).deviation, s("pristine", name).deviation)
  };
}

/** Is a share this number, to a tolerance? */
function number(id: string, state: string, name: string, tolerance: number): Measure {
  return {
    ...{ id, unit: "%", effect: (s) => s(state, name).truth },
    alternative: (s) => s(state, name).truth + tolerance,
    bias: (s) => gross(s, state, name),
    noise: (s) => s(state, name).deviation
  };
}

/** How much of a class is left? */
function ratio(id: string, after: string, before: string, name: string, alternative: number): Measure {
  const truth = (s: Shares) => s(after, name).truth / s(before, name).truth;
  const found = (s: Shares) => s(after, name).found / s(before, name).found;
  // with the falsely gained voxels alone: they draw every ratio towards one
  const swamped = (s: Shares) =>
    (s(after, name).truth + falseGain(s, after, name)) / (s(before, name).truth + falseGain(s, before, name));
  return {
    ...{ id, unit: "", effect: truth, alternative: () => alternative },
    bias: (s) => Math.hypot(swamped(s) - truth(s), found(s) - swamped(s)),
    noise: (s) =>
      Math.abs(found(s)) *
      Math.hypot(
        s(after, name).deviation / s(after, name).found,
        s(before, name).deviation / s(before, name).found
      )
  };
}

export const compositionMeasures: readonly Measure[] = [
  {
    ...{ id: "C05a", unit: "%", effect: (s) => s("pristine", "target").truth, alternative: () => 100 },
    seen: (s) => s("pristine", "target").found - s("uniform", "target").found,
    bias: (s) => off(s, "uniform", "target"),
    noise: (s) => s("pristine", "target").deviation
  },
  number("C05b", "pristine", "target", 1),
  over("C06", "0.1C-4.6V", "oxygen-poor"),
  ratio("C08", "0.1C-discharged", "0.1C-4.8V", "oxygen-poor", 0.9),
  over("C09", "10C-4.4V", "oxygen-rich"),
  over("C10a", "10C-4.8V", "oxygen-rich"),
  number("C10b", "10C-4.8V", "oxygen-rich", -3),
  ratio("C11", "10C-discharged", "10C-4.8V", "oxygen-rich", 1)
];

export const responseIn = (measure: Measure, shares: Shares): Response => ({
  noise: measure.noise(shares),
  bias: Math.abs(measure.bias(shares)),
  difference: measure.seen?.(shares) ?? measure.effect(shares) - measure.alternative(shares)
});

/** Shares out of rows with columns state, class, true_percent, recovered_percent: means over the rows of a pair. */
export function sharesIn(rows: readonly Row[]): Shares {
  const groups = new Map<string, { truth: number; found: number[] }>();
  for (const row of rows) {
    const key = `${String(row["state"])} ${String(row["class"])}`;
    const group = groups.get(key) ?? { truth: Number(row["true_percent"]), found: [] };
    group.found.push(Number(row["recovered_percent"]));
    groups.set(key, group);
  }
  return (state, name) => {
    const { truth, found } = only(groups.get(`${state} ${name}`), `shares of ${name} in ${state}`);
    const { mean, deviation } = meanAndDeviation(found);
    return { truth, found: mean, deviation: Number.isNaN(deviation) ? 0 : deviation };
  };
}

/** Shares that move with a proxy's; the noise goes as 1/√dose. */
const moved =
  (own: Shares, there: Shares, study: Shares, dose = 1): Shares =>
  (state, name) => {
    const { truth, found, deviation } = own(state, name);
    const proxy = proxyOf(state);
    const shift = off(there, proxy, name) - off(study, proxy, name);
    return { truth, found: Math.max(0.01, found + shift), deviation: deviation / Math.sqrt(dose) };
  };

/** @param shares composition-shares @param sweep composition-sweep @param runs design-composition */
export function compositionPart(tables: { shares: Row[]; sweep: Row[]; runs: Row[] }): DesignPart {
  const study = studyDesign();
  const at = (rows: readonly Row[], column: string, value: number) =>
    rows.filter((row) => Math.abs(Number(row[column]) - value) < 1e-6);
  const ownAt = (threshold: number) => sharesIn(at(tables.shares, "threshold_percent", threshold));
  // one seed at the study's dose, as the runs at other doses have
  const oneSeed = (threshold: number) =>
    sharesIn(at(at(tables.shares, "threshold_percent", threshold), "seed", 1));
  const sweepOf = (name: string, value: number) =>
    sharesIn(
      at(
        tables.sweep.filter((row) => row["sweep"] === name),
        "value",
        value
      )
    );
  const own = ownAt(study.txmThreshold);
  const runs: ResponseRun[] = [];
  const add = (knobs: readonly Knob[], values: readonly number[], shares: Shares) => {
    for (const measure of compositionMeasures)
      runs.push({ question: measure.id, knobs, at: values, doubt: 0.5, ...responseIn(measure, shares) });
  };
  for (const threshold of designThresholds) {
    const [state, before] = [ownAt(threshold), oneSeed(threshold)];
    const thresholdRuns = at(tables.runs, "threshold_percent", threshold);
    add(["txmPhotons", "txmThreshold"], [study.txmPhotons, threshold], state);
    for (const photons of designPhotons) {
      const there = sharesIn(at(at(thresholdRuns, "photons", photons), "voxel_nm", study.txmVoxel));
      add(
        ["txmPhotons", "txmThreshold"],
        [photons, threshold],
        moved(state, there, before, photons / study.txmPhotons)
      );
    }
  }
  const middle = sweepOf("tilt range", study.txmTilt);
  for (const tilt of new Set(
    tables.sweep.filter((row) => row["sweep"] === "tilt range").map((row) => Number(row["value"]))
  ))
    add(["txmTilt"], [tilt], moved(own, sweepOf("tilt range", tilt), middle));
  add(["txmVoxel"], [study.txmVoxel], own);
  const wide = tables.runs.filter((row) => Number(row["voxel_nm"]) > study.txmVoxel + 1);
  add(
    ["txmVoxel"],
    [Number(wide[0]?.["voxel_nm"])],
    moved(own, sharesIn(at(wide, "threshold_percent", study.txmThreshold)), middle)
  );
  const questions = compositionMeasures.map((measure): QuestionNumbers => ({
    ...{ question: measure.id, unit: measure.unit, base: responseIn(measure, own) },
    effect: measure.effect(own),
    alternative: measure.alternative(own)
  }));
  return { questions, runs };
}
