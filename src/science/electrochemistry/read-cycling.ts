// From the columns of a cycler's file, as text, to a record: which column is which and in what unit (column-names.ts),
// numbers, the order of time, gaps, the sign of the current, and whether the units agree with a column of capacity.

import { hour } from "../material/constants.js";
import { findColumn, splitName, unitFactors, type Quantity } from "./column-names.js";
import { checkRecord, stretchesOf, type CyclingRecord } from "./record.js";

export interface TextColumn {
  name: string;
  values: readonly string[];
}

export interface ReadSettings {
  /** names of columns, where they cannot be told or several fit */
  columns: Partial<Record<Quantity, string>>;
  /** units, where the names give none */
  units: Partial<Record<"time" | "current" | "voltage", string>>;
  /** times that begin anew: refused, or put one after another */
  restarts: "refuse" | "join";
  /** holes within a stretch of current: refused, or bridged by the current on both sides */
  gaps: "refuse" | "bridge";
  /** which sign charge has in the file; found from the voltage where "find" */
  charge: "find" | "positive" | "negative";
  /** kg of active mass */
  mass: number | null;
}

export const defaultReadSettings: ReadSettings = {
  columns: {},
  units: {},
  restarts: "refuse",
  gaps: "refuse",
  charge: "find",
  mass: null
};

/** @throws one sentence on what is wrong with the file, where, and how to mend it */
export function readCycling(
  columns: readonly TextColumn[],
  settings: Partial<ReadSettings> = {}
): CyclingRecord {
  const s = { ...defaultReadSettings, ...settings };
  const names = columns.map(({ name }) => name);
  const indexOf = (quantity: Quantity): number | null => {
    const asked = s.columns[quantity];
    if (asked === undefined) return findColumn(names, quantity);
    const index = names.indexOf(asked);
    if (index < 0) throw new Error(`unknown column: ${asked}; the file has ${names.join(", ")}`);
    return index;
  };
  const quantity = (which: "time" | "current" | "voltage"): Float64Array => {
    const index = indexOf(which);
    if (index === null)
      throw new Error(
        `missing column of ${which}; the file has ${names.join(", ") || "none"}: name it, for example "${examples[which]}"`
      );
    return numbers(columns[index], factorOf(names[index], which, s.units[which]));
  };
  const time = quantity("time");
  const current = quantity("current");
  const voltage = quantity("voltage");
  const label = (which: "cycle" | "step"): Int32Array | null => {
    const index = indexOf(which);
    return index === null ? null : Int32Array.from(numbers(columns[index], 1));
  };
  const [cycle, step] = [label("cycle"), label("step")];
  const notes: string[] = [];
  const tallest = voltage.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  if (tallest > 10)
    throw new Error(
      `invalid voltage: up to ${tallest} V; a cell has less than 10 V: check the unit in the column's name`
    );
  joinTime(time, s.restarts, notes);
  const record: CyclingRecord = { time, current, voltage, cycle, step, mass: s.mass, notes };
  checkRecord(record);
  checkGaps(record, s.gaps, notes);
  const capacity = indexOf("capacity");
  if (capacity !== null) checkUnits(record, columns[capacity]);
  orient(record, s.charge, notes);
  return record;
}

const examples = { time: "Time [s]", current: "Current [mA]", voltage: "Voltage [V]" };

function factorOf(name: string, which: "time" | "current" | "voltage", given: string | undefined): number {
  const unit = given ?? splitName(name).unit;
  if (unit === "")
    throw new Error(
      `missing unit of column "${name}"; write it into the name, for example "${examples[which]}"`
    );
  const factors = unitFactors[which];
  const key = unit.toLowerCase();
  if (!Object.hasOwn(factors, key))
    throw new Error(
      `unsupported unit of column "${name}": ${unit}; must be one of ${Object.keys(factors).join(", ")}`
    );
  return factors[key];
}

function numbers({ name, values }: TextColumn, factor: number): Float64Array {
  return Float64Array.from(values, (text, i) => {
    const value = text.trim() === "" ? NaN : Number(text);
    if (!Number.isFinite(value))
      throw new Error(
        text.trim() === ""
          ? `missing value in column "${name}", row ${i + 1}; leave that row out`
          : `invalid value in column "${name}", row ${i + 1}: ${text.trim().slice(0, 20)}; must be a plain number: units belong into the column's name, and rows without a number out of the file`
      );
    return value * factor;
  });
}

/** Puts parts whose time begins anew one after another, in place. */
function joinTime(time: Float64Array, restarts: ReadSettings["restarts"], notes: string[]): void {
  let offset = 0;
  let joined = 0;
  let last = time[0];
  for (let i = 1; i < time.length; ++i) {
    const raw = time[i];
    if (raw < last) {
      if (restarts === "refuse")
        throw new Error(
          `invalid time: ${raw} s after ${last} s in row ${i + 1}; time must not fall: if the cycler began anew there, ask for the parts to be joined`
        );
      offset = time[i - 1] - raw;
      ++joined;
    }
    last = raw;
    time[i] = raw + offset;
  }
  if (joined > 0) notes.push(`time began anew ${joined} times; the parts were put one after another`);
}

/** An interval is a gap where current flows on both sides, and it is far longer than its neighbours and carries much. */
const [gapFactor, gapShare] = [20, 0.005];

function checkGaps(record: CyclingRecord, gaps: ReadSettings["gaps"], notes: string[]): void {
  const { time } = record;
  let found = 0;
  for (const { from, to, sign } of stretchesOf(record)) {
    if (sign === 0 || to - from < 5) continue;
    const intervals = Float64Array.from(
      { length: to - from - 1 },
      (_, k) => time[from + k + 1] - time[from + k]
    );
    const median = Float64Array.from(intervals).sort()[intervals.length >> 1];
    const whole = time[to - 1] - time[from];
    intervals.forEach((dt, k) => {
      if (dt <= gapFactor * median || dt < gapShare * whole) return;
      if (gaps === "refuse")
        throw new Error(
          `missing rows: nothing for ${Number(dt.toPrecision(4))} s after row ${from + k + 1} while current flows (rows are ${Number(median.toPrecision(3))} s apart); fill the gap, or ask for it to be bridged`
        );
      ++found;
    });
  }
  if (found > 0) notes.push(`${found} gaps were bridged with the current on both sides`);
}

/** A column of capacity must change by what the current passes; else a unit is not what its name says. */
function checkUnits({ time, current }: CyclingRecord, column: TextColumn): void {
  const factor = unitFactors.capacity[splitName(column.name).unit.toLowerCase()];
  if (factor === undefined) return;
  const values = column.values.map((text) => Number(text) * factor);
  if (!values.every(Number.isFinite)) return;
  let [passed, changed] = [0, 0];
  for (let i = 1; i < time.length; ++i) {
    const dq = (0.5 * (time[i] - time[i - 1]) * Math.abs(current[i] + current[i - 1])) / hour;
    const change = Math.abs(values[i] - values[i - 1]);
    // counters are set back to zero at will
    if (values[i] === 0 && change > 0) continue;
    passed += dq;
    changed += change;
  }
  const ratio = changed / passed;
  if (passed > 0 && changed > 0 && (ratio > 20 || ratio < 1 / 20))
    throw new Error(
      `invalid units: column "${column.name}" changes by ${changed.toPrecision(3)} Ah in all while the current passes ${passed.toPrecision(3)} Ah; they must agree: check the units of time, current and capacity in their names`
    );
}

/** Makes charge positive: current that raises the voltage charges. */
function orient(record: CyclingRecord, charge: ReadSettings["charge"], notes: string[]): void {
  const { current, voltage } = record;
  if (!current.some((i) => i !== 0))
    throw new Error("missing current: it is zero throughout; check its column and unit");
  const changes = stretchesOf(record)
    .filter(({ sign }) => sign !== 0)
    .map(({ from, to, sign }) => sign * (voltage[to - 1] - voltage[from]));
  const vote = changes.reduce((sum, change) => sum + change, 0);
  const against = changes.reduce((least, change) => Math.min(least, change * (vote < 0 ? -1 : 1)), 0);
  const oneSign = current.every((i) => i >= 0) || current.every((i) => i <= 0);
  if (charge === "find" && oneSign && against < -0.3)
    throw new Error(
      "ambiguous sign of current: it never changes while the voltage rises in some stretches and falls in others; give discharge the other sign than charge"
    );
  if (charge !== "negative" && !(charge === "find" && vote < 0)) return;
  for (let i = 0; i < current.length; ++i) current[i] = -current[i];
  notes.push(
    "discharge is positive in the file; the sign of the current was turned, so that charge is positive"
  );
}
