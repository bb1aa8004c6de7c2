// Cuts a record into stretches of charge, discharge and rest, and integrates each by trapezia:
//   Q = ∫|I| dt,  W = ∫|I| V dt,  mean voltage = W/Q.
// A stretch ends where the current changes sign, or where the step or the cycle does; the interval between two stretches
// belongs to neither, since nobody knows when within it the current changed.

import { hour } from "../material/constants.js";
import { checkRecord, stretchesOf, type CyclingRecord } from "./record.js";

export type SegmentKind = "charge" | "discharge" | "rest";

export interface Segment {
  kind: SegmentKind;
  /** rows [from, to) of the record */
  from: number;
  to: number;
  cycle: number | null;
  step: number | null;
  /** s */
  duration: number;
  /** Ah and Wh, positive */
  capacity: number;
  energy: number;
  /** V; that of the first and last row, and ∫V dQ/Q (of time at rest) */
  startVoltage: number;
  endVoltage: number;
  meanVoltage: number;
  /** A; median of the magnitude */
  current: number;
  /** largest − smallest current over the median is less than 5 % */
  constantCurrent: boolean;
}

export interface SegmentSettings {
  /** currents below this share of the largest one are rest */
  restShare: number;
  /** stretches of fewer rows are left out */
  fewestRows: number;
}

export const defaultSegmentSettings: SegmentSettings = { restShare: 1e-4, fewestRows: 2 };

/** @throws one sentence where the record is invalid */
export function segmentsOf(record: CyclingRecord, settings: Partial<SegmentSettings> = {}): Segment[] {
  checkRecord(record);
  const { restShare, fewestRows } = { ...defaultSegmentSettings, ...settings };
  return stretchesOf(record, restShare)
    .filter(({ from, to }) => to - from >= fewestRows)
    .map(({ from, to, sign }) => measure(record, from, to, sign));
}

function measure(
  { time, current, voltage, cycle, step }: CyclingRecord,
  from: number,
  to: number,
  sign: number
): Segment {
  let [charge, energy, area] = [0, 0, 0];
  for (let i = from + 1; i < to; ++i) {
    const dt = time[i] - time[i - 1];
    charge += 0.5 * dt * (current[i] + current[i - 1]);
    energy += 0.5 * dt * (current[i] * voltage[i] + current[i - 1] * voltage[i - 1]);
    area += 0.5 * dt * (voltage[i] + voltage[i - 1]);
  }
  const duration = time[to - 1] - time[from];
  const sizes = Float64Array.from(current.subarray(from, to), Math.abs).sort();
  const median = sizes[sizes.length >> 1];
  return {
    kind: sign > 0 ? "charge" : sign < 0 ? "discharge" : "rest",
    from,
    to,
    cycle: cycle?.[from] ?? null,
    step: step?.[from] ?? null,
    duration,
    capacity: Math.abs(charge) / hour,
    energy: Math.abs(energy) / hour,
    startVoltage: voltage[from],
    endVoltage: voltage[to - 1],
    meanVoltage: sign === 0 ? (duration > 0 ? area / duration : voltage[from]) : energy / charge,
    current: median,
    constantCurrent: sign !== 0 && sizes[sizes.length - 1] - sizes[0] < 0.05 * median
  };
}
