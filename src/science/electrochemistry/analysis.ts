// The analysis of any cycling record, the model's or a file's: stretches, cycles, trends and dQ/dV. It knows nothing of the
// model; the split of the overpotential, which a record does not hold, comes with the model's own curves (curve.ts).

import { cyclesOfSegments, trendOf, type Cycle, type Trend } from "./cycles.js";
import {
  differentialCapacity,
  type DifferentialCapacity,
  type DifferentialSettings
} from "./differential-capacity.js";
import type { CyclingRecord } from "./record.js";
import { segmentsOf, type Segment, type SegmentSettings } from "./segments.js";

export type CyclingSettings = Partial<SegmentSettings & DifferentialSettings>;

export interface CyclingAnalysis {
  segments: Segment[];
  cycles: Cycle[];
  /** V a cycle, of the mean voltage of discharge; null with fewer than three full cycles */
  voltageDecay: Trend | null;
  /** share of the first discharge a cycle; null likewise */
  capacityFade: Trend | null;
  /** g of active mass; null where it is not known: capacities are then in Ah only */
  grams: number | null;
}

/** @throws one sentence where the record is invalid or holds neither charge nor discharge */
export function analyseCycling(record: CyclingRecord, settings: CyclingSettings = {}): CyclingAnalysis {
  const segments = segmentsOf(record, settings);
  const cycles = cyclesOfSegments(segments);
  const full = cycles.filter(({ discharge }) => discharge > 0);
  const numbers = full.map(({ number }) => number);
  const trend = (values: number[]) => (full.length < 3 ? null : trendOf(numbers, values));
  return {
    segments,
    cycles,
    voltageDecay: trend(full.map(({ dischargeVoltage }) => dischargeVoltage)),
    capacityFade: trend(full.map(({ discharge }) => discharge / full[0].discharge)),
    grams: record.mass === null ? null : 1000 * record.mass
  };
}

/** dQ/dV of a stretch. */
export function differentialOf(
  record: CyclingRecord,
  { from, to }: Segment,
  settings: CyclingSettings = {}
): DifferentialCapacity {
  return differentialCapacity(record, from, to, settings);
}

/** Capacity (Ah, from the stretch's start) and voltage of a stretch, thinned to what a curve needs. */
export function curveOf(
  { time, current, voltage }: CyclingRecord,
  { from, to }: Segment,
  most = 600
): { capacity: Float64Array; voltage: Float64Array } {
  const capacity = new Float64Array(to - from);
  for (let i = from + 1; i < to; ++i)
    capacity[i - from] =
      capacity[i - from - 1] + (0.5 * Math.abs(current[i] + current[i - 1]) * (time[i] - time[i - 1])) / 3600;
  const kept = thin(capacity, voltage.subarray(from, to), most);
  return {
    capacity: Float64Array.from(kept, (i) => capacity[i]),
    voltage: Float64Array.from(kept, (i) => voltage[from + i])
  };
}

/** Rows that keep a curve's look: one in each of `most` equal steps of its length on paper. */
export function thin(x: ArrayLike<number>, y: ArrayLike<number>, most: number): number[] {
  const n = x.length;
  if (n <= most) return Array.from({ length: n }, (_, i) => i);
  const span = (v: ArrayLike<number>) => {
    let [low, high] = [Infinity, -Infinity];
    for (let i = 0; i < n; ++i) {
      low = Math.min(low, v[i]);
      high = Math.max(high, v[i]);
    }
    return high > low ? high - low : 1;
  };
  const [w, h] = [span(x), span(y)];
  const length = new Float64Array(n);
  for (let i = 1; i < n; ++i)
    length[i] = length[i - 1] + Math.hypot((x[i] - x[i - 1]) / w, (y[i] - y[i - 1]) / h);
  const kept = [0];
  for (let i = 1; i < n - 1; ++i) if (length[i] >= (kept.length * length[n - 1]) / (most - 1)) kept.push(i);
  kept.push(n - 1);
  return kept;
}
