// What came back from a cycler's record beside what the cell truly did.

import type { CyclingAnalysis } from "./analysis.js";
import { trendOf } from "./cycles.js";
import type { HalfCycleCurve } from "./curve.js";

/** mAh/g, V; true values from the model's own curves. */
export interface CellSummary {
  charge: number[];
  discharge: number[];
  efficiency: number[];
  /** mean voltage of discharge */
  meanVoltage: number[];
  /** V a cycle; null with fewer than three cycles */
  voltageDecay: number | null;
}

/** ∫V dQ/Q of a curve. */
export function meanVoltage({ capacity, voltage }: Pick<HalfCycleCurve, "capacity" | "voltage">): number {
  let energy = 0;
  for (let i = 1; i < capacity.length; ++i)
    energy += 0.5 * (capacity[i] - capacity[i - 1]) * (voltage[i] + voltage[i - 1]);
  return energy / capacity[capacity.length - 1];
}

/** The truth: from the model's half-cycles, charge and discharge in turns. */
export function summaryOf(sample: readonly HalfCycleCurve[]): CellSummary {
  const of = (phase: HalfCycleCurve["phase"]) => sample.filter((curve) => curve.phase === phase);
  const ends = (curves: HalfCycleCurve[]) => curves.map(({ capacity }) => capacity[capacity.length - 1]);
  const [charge, discharge] = [ends(of("charge")), ends(of("discharge"))];
  const voltages = of("discharge").map(meanVoltage);
  return {
    charge,
    discharge,
    efficiency: discharge.map((q, k) => q / charge[k]),
    meanVoltage: voltages,
    voltageDecay:
      voltages.length < 3
        ? null
        : trendOf(
            voltages.map((_, k) => k + 1),
            voltages
          ).slope
  };
}

export interface CellErrors {
  /** of the first cycle, recovered less true */
  discharge: number;
  efficiency: number;
  meanVoltage: number;
  /** V a cycle; null with fewer than three cycles */
  voltageDecay: number | null;
}

/** @throws where the record has no full first cycle or no mass */
export function compare({ cycles, voltageDecay, grams }: CyclingAnalysis, truth: CellSummary): CellErrors {
  const [first] = cycles;
  if (first.coulombicEfficiency === null || grams === null)
    throw new Error("missing first cycle or active mass in the record; give both");
  return {
    discharge: (1000 * first.discharge) / grams - truth.discharge[0],
    efficiency: first.coulombicEfficiency - truth.efficiency[0],
    meanVoltage: first.dischargeVoltage - truth.meanVoltage[0],
    voltageDecay: voltageDecay && truth.voltageDecay !== null ? voltageDecay.slope - truth.voltageDecay : null
  };
}
