// A cycling record: what a cycler writes, and what the model's cell would have given it. SI units; charge is positive.

import type { HalfCycleCurve } from "./curve.js";

export interface CyclingRecord {
  /** s, never falling */
  time: Float64Array;
  /** A; positive on charge (lithium leaves the cathode), 0 at rest */
  current: Float64Array;
  /** V */
  voltage: Float64Array;
  /** number of the cycle and of the step a row belongs to; null where the record has none */
  cycle: Int32Array | null;
  step: Int32Array | null;
  /** kg of active mass; null where it is not known: capacities are then in Ah only */
  mass: number | null;
  /** what was done to the file to read it, in sentences */
  notes: readonly string[];
}

/** @throws one sentence where the columns do not make a record */
export function checkRecord({ time, current, voltage, cycle, step, mass }: CyclingRecord): void {
  const rows = time.length;
  if (rows < 2) throw new Error(`missing rows: the record has ${rows}; it needs at least two`);
  for (const [name, column] of Object.entries({ current, voltage, cycle, step }))
    if (column && column.length !== rows)
      throw new Error(`invalid ${name}: ${column.length} rows; must be as many as times (${rows})`);
  for (const [name, column] of Object.entries({ time, current, voltage }))
    for (let i = 0; i < rows; ++i)
      if (!Number.isFinite(column[i]))
        throw new Error(
          `invalid ${name}: ${column[i]} in row ${i + 1}; must be a number: leave that row out`
        );
  for (let i = 1; i < rows; ++i)
    if (time[i] < time[i - 1])
      throw new Error(
        `invalid time: ${time[i]} s after ${time[i - 1]} s in row ${i + 1}; must not fall: join the parts of the record in order`
      );
  if (mass !== null && !(mass > 0 && Number.isFinite(mass)))
    throw new Error(`invalid active mass: ${mass} kg; must be positive`);
}

export interface Stretch {
  /** rows [from, to) */
  from: number;
  to: number;
  /** of the current: 1 charge, −1 discharge, 0 rest */
  sign: number;
}

/** Rows that belong together: of one cycle and step, under current of one sign. @param restShare of the largest current, below which it is rest */
export function stretchesOf(
  { current, cycle, step }: Pick<CyclingRecord, "current" | "cycle" | "step">,
  restShare = 1e-4
): Stretch[] {
  const threshold = restShare * current.reduce((most, i) => Math.max(most, Math.abs(i)), 0);
  const signOf = (i: number) => (Math.abs(current[i]) <= threshold ? 0 : Math.sign(current[i]));
  const stretches: Stretch[] = [];
  let from = 0;
  for (let i = 1; i <= current.length; ++i) {
    const same =
      i < current.length &&
      signOf(i) === signOf(from) &&
      cycle?.[i] === cycle?.[from] &&
      step?.[i] === step?.[from];
    if (same) continue;
    stretches.push({ from, to: i, sign: signOf(from) });
    from = i;
  }
  return stretches;
}

/** The model's half-cycles as a cycler would have recorded them, without noise. @param mass kg of active mass */
export function recordOf(halfCycles: readonly HalfCycleCurve[], mass = 1e-6): CyclingRecord {
  const rows = halfCycles.reduce((sum, { time }) => sum + time.length, 0);
  const record = {
    time: new Float64Array(rows),
    current: new Float64Array(rows),
    voltage: new Float64Array(rows),
    cycle: new Int32Array(rows),
    step: new Int32Array(rows)
  };
  let row = 0;
  halfCycles.forEach(({ time, voltage, cycle, specificCurrent }, k) => {
    record.time.set(time, row);
    record.voltage.set(voltage, row);
    record.current.fill(specificCurrent * mass, row, row + time.length);
    record.cycle.fill(cycle, row, row + time.length);
    record.step.fill(k, row, row + time.length);
    row += time.length;
  });
  return { ...record, mass, notes: [] };
}
