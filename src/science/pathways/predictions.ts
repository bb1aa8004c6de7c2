// What the model says of rates that it was not calibrated at, and how far that moves: the assumed constants are drawn over their
// plausible ranges (Sobol points, log-uniform where the range is), each draw is calibrated anew at 0.1 and 10 C, and counts only
// if it then holds every target twice as loosely as the default does; what is left is run at the other rates.

import { quantile } from "./quantile.js";
import { sobolSequence } from "../numerics/sobol-sequence.js";
import type { TaskOptions } from "../task.js";
import { agedParticle, type AgedResult } from "./aged-particle.js";
import { calibrate, reduced, runsOf } from "./calibrate.js";
import {
  defaultPathwayParameters,
  pathwayOwnParameters,
  type PathwayParameterName,
  type PathwayParameters
} from "./parameters.js";
import { nickelAndCobalt, stateOf, targetRows } from "./targets.js";
import type { Parameter } from "../parameters.js";

/** Assumed constants that are drawn over their ranges. */
export const drawnNames: readonly PathwayParameterName[] = [
  ...(["gradientExponent", "distortedLimit", "reversion", "exchange", "trapping", "blockedPlaces"] as const),
  ...(["releaseTransfer", "vacancyDiffusivity", "aggregation", "crackExponent", "oxygenVoltage"] as const)
];

/** A draw counts where it holds every target within twice the width that the default constants hold. */
const screenSlack = 2;

export const predictedRates = [0.3, 1, 3, 5] as const;

export interface Quantity {
  id: string;
  label: string;
  unit: string;
  of: (run: AgedResult) => number;
}

const sample = (run: AgedResult, name: string) => stateOf(run, name);
const percent = (value: number | undefined): number => (value === undefined ? NaN : 100 * value);

export const predictedQuantities: readonly Quantity[] = [
  {
    id: "oxygenLost",
    label: "oxygen lost, first charge",
    unit: "%",
    of: (r) => percent(sample(r, "4.8V")?.oxygenLost)
  },
  {
    id: "oxygenLostAged",
    label: "oxygen lost, 20 cycles",
    unit: "%",
    of: (r) => percent(sample(r, "20cycles")?.oxygenLost)
  },
  {
    id: "distorted",
    label: "distorted volume, 4.8 V",
    unit: "%",
    of: (r) => percent(sample(r, "4.8V")?.distorted)
  },
  { id: "lithium", label: "lithium left at 4.8 V", unit: "", of: (r) => sample(r, "4.8V")?.lithium ?? NaN },
  {
    id: "electrons",
    label: "Ni and Co electrons not recovered, first cycle",
    unit: "",
    of: (r) => nickelAndCobalt(r, "discharged")
  },
  {
    id: "layer",
    label: "densified layer, 20 cycles",
    unit: "nm",
    of: (r) => 1e9 * (sample(r, "20cycles")?.surfaceLayer ?? NaN)
  },
  {
    id: "porosity",
    label: "porosity, 20 cycles",
    unit: "%",
    of: (r) => percent(sample(r, "20cycles")?.porosity)
  },
  {
    id: "cracks",
    label: "crack damage, 20 cycles",
    unit: "",
    of: (r) => sample(r, "20cycles")?.crackDamage ?? NaN
  }
];

export interface PredictionRow {
  rate: number;
  quantity: string;
  label: string;
  unit: string;
  /** with the default constants */
  value: number;
  /** 10 % and 90 % of the draws, and their ends */
  low: number;
  high: number;
  least: number;
  most: number;
  draws: number;
}

export interface Predictions {
  rows: PredictionRow[];
  tried: number;
  /** draws that hold every target after calibration */
  kept: number;
  /** targets that were missed, and by how many draws */
  missed: { target: string; draws: number }[];
}

/** Constants of one draw. @param point one number in 0 … 1 for each of `drawnNames` */
export function drawnParameters(point: ArrayLike<number>): PathwayParameters {
  const p = defaultPathwayParameters();
  drawnNames.forEach((name, k) => {
    const { min, max, scale }: Parameter = pathwayOwnParameters[name];
    p[name] = scale === "log" ? min * (max / min) ** point[k] : min + (max - min) * point[k];
  });
  return p;
}

/** @param draws a power of 2 keeps the points even */
export function predictions(
  draws = 16,
  rates: readonly number[] = predictedRates,
  { signal, onProgress }: TaskOptions = {}
): Predictions {
  const width = drawnNames.length;
  const points = sobolSequence(draws, width, 1);
  const missed = new Map<string, number>();
  const kept: PathwayParameters[] = [];
  for (let k = 0; k < draws; ++k) {
    signal?.throwIfAborted();
    onProgress?.(k / draws, `draw ${k + 1} of ${draws}`);
    const p = calibrate(drawnParameters(points.subarray(k * width, (k + 1) * width)));
    const misses = targetRows(runsOf(p), screenSlack).filter(({ held }) => !held);
    for (const { id } of misses) missed.set(id, (missed.get(id) ?? 0) + 1);
    if (misses.length === 0) kept.push(p);
  }
  const rows = rates.flatMap((rate) => {
    const runs = [defaultPathwayParameters(), ...kept].map((p) => agedParticle(p, { ...reduced, rate }));
    return predictedQuantities.map(({ id, label, unit, of }): PredictionRow => {
      const [value, ...others] = runs.map(of);
      const sorted = [value, ...others].filter(Number.isFinite).sort((a, b) => a - b);
      return {
        ...{ rate, quantity: id, label, unit, value, draws: kept.length },
        ...{ low: quantile(sorted, 0.1), high: quantile(sorted, 0.9) },
        ...{ least: quantile(sorted, 0), most: quantile(sorted, 1) }
      };
    });
  });
  return {
    ...{ rows, tried: draws, kept: kept.length },
    missed: [...missed].map(([target, count]) => ({ target, draws: count })).sort((a, b) => b.draws - a.draws)
  };
}
