// A reader's cycling table → capacities, trends, curves and dQ/dV, by the analysis of Figure 1.
import { cyclerName } from "../../science/readers/cycler-names.js";
import type { TextTable } from "../../science/readers/text-table.js";
import { analyseCycling, curveOf, differentialOf } from "../../science/electrochemistry/analysis.js";
import type { Cycle, Trend } from "../../science/electrochemistry/cycles.js";
import { readCycling, type ReadSettings } from "../../science/electrochemistry/read-cycling.js";

export interface CyclingRequest {
  /** columns by their names in the file; null where there is none */
  columns: Record<"time" | "current" | "voltage", string> & Record<"cycle" | "step", string | null>;
  /** units, "" where the name tells it */
  units: Record<"time" | "current" | "voltage", string>;
  /** mg of active mass; null where not known */
  mass: number | null;
  restarts: ReadSettings["restarts"];
  gaps: ReadSettings["gaps"];
  /** V, standard deviation of the smoothing of dQ/dV */
  smoothing: number;
}

export interface CyclingCurve {
  cycle: number;
  phase: "charge" | "discharge";
  capacity: Float64Array;
  voltage: Float64Array;
  dqdv: { voltage: Float64Array; density: Float64Array };
}

export interface CyclingAnswer {
  rows: number;
  /** "mAh/g" where the mass is known, else "mAh" */
  unit: "mAh/g" | "mAh";
  /** in that unit */
  cycles: Cycle[];
  curves: CyclingCurve[];
  voltageDecay: Trend | null;
  capacityFade: Trend | null;
  notes: string[];
}

/** Half-cycles of which curves are drawn: the first, the last, and as many between. */
const drawnCycles = 6;

/** @throws one sentence on what is wrong with the columns */
export function cyclingAnswer({ columns }: TextTable, request: CyclingRequest): CyclingAnswer {
  const { columns: chosen, mass } = request;
  const wanted = (Object.entries(chosen) as [keyof typeof chosen, string | null][]).filter(
    ([, name]) => name !== null
  );
  const kept = wanted.map(([quantity, name]) => {
    const column = columns.find((each) => each.name === name);
    if (!column)
      throw new Error(`unknown column: ${name}; the file has ${columns.map((c) => c.name).join(", ")}`);
    if (column.kind === "text")
      throw new Error(
        `invalid column of ${quantity}: ${column.name} holds words; choose a column of numbers`
      );
    return { quantity, column };
  });
  const twice = kept.find(({ column }, k) => kept.findIndex((other) => other.column === column) < k);
  if (twice)
    throw new Error(
      `ambiguous column: ${twice.column.name} is chosen twice; choose one column for each quantity`
    );
  // rows that say nothing of the cell, such as those of a change of step, are left out and told
  const full = Array.from(kept[0]?.column.values ?? [], (_, r) => r).filter((r) =>
    kept.every(({ column }) => column.values[r] !== "")
  );
  const names = Object.fromEntries(kept.map(({ quantity }) => [quantity, quantity]));
  const record = readCycling(
    kept.map(({ quantity, column }) => ({ name: quantity, values: full.map((r) => column.values[r] ?? "") })),
    {
      columns: names,
      units: Object.fromEntries(
        (["time", "current", "voltage"] as const).map((q) => [q, request.units[q] || unitOf(chosen[q], q)])
      ),
      ...{ restarts: request.restarts, gaps: request.gaps },
      mass: mass === null ? null : mass * 1e-6
    }
  );
  const { segments, cycles, voltageDecay, capacityFade, grams } = analyseCycling(record);
  // Ah to mAh, over grams where they are known
  const factor = 1000 / (grams ?? 1);
  const drawn = segments.filter((s) => s.kind !== "rest" && s.capacity > 0);
  const ofCycle = cycleNumbers(drawn.map((s) => s.kind as "charge" | "discharge"));
  const shown = new Set(spread(ofCycle[ofCycle.length - 1] ?? 1, drawnCycles));
  const skipped = (kept[0]?.column.values.length ?? 0) - full.length;
  return {
    rows: record.time.length,
    unit: grams === null ? "mAh" : "mAh/g",
    cycles: cycles.map((c) => ({ ...c, charge: c.charge * factor, discharge: c.discharge * factor })),
    curves: drawn.flatMap((segment, k) => {
      if (!shown.has(ofCycle[k] ?? 0)) return [];
      const { capacity, voltage } = curveOf(record, segment, 400);
      const dqdv = differentialOf(record, segment, { smoothing: request.smoothing });
      return {
        ...{ cycle: ofCycle[k] ?? 1, phase: segment.kind as "charge" | "discharge", voltage },
        capacity: capacity.map((q) => q * factor),
        dqdv: { voltage: dqdv.voltage, density: dqdv.density.map((d) => d * factor) }
      };
    }),
    ...{ voltageDecay, capacityFade },
    notes: [
      ...record.notes.map((note) => `${note.charAt(0).toUpperCase()}${note.slice(1)}.`),
      ...(skipped > 0 ? [`${skipped} rows without a number in these columns were left out.`] : [])
    ]
  };
}

/** The cycle of each half-cycle: a charge begins one, and so does a discharge after a discharge. */
function cycleNumbers(kinds: readonly ("charge" | "discharge")[]): number[] {
  let number = 0;
  return kinds.map((kind, k) => {
    if (k === 0 || (kind === "charge" && kinds[k - 1] === "discharge") || kind === kinds[k - 1]) ++number;
    return number;
  });
}

/** Whole numbers from 1 to `last`, at most `count` of them, both ends included. */
export const spread = (last: number, count: number): number[] =>
  last <= count
    ? Array.from({ length: last }, (_, i) => i + 1)
    : Array.from({ length: count }, (_, i) => 1 + Math.round((i * (last - 1)) / (count - 1)));

/** Unit that a name tells, as cyclers write it; "" lets the reader of records say that there is none. */
export function unitOf(name: string, quantity: "time" | "current" | "voltage"): string {
  const plain = cyclerName(name);
  const [, unit = ""] =
    /[[({]\s*([^\])}]*?)\s*[\])}]\s*(?:\(\d+\))?$/.exec(plain) ??
    /\/\s*([A-Za-zµμ]+)\s*$/.exec(plain) ??
    /[_\s](s|sec|min|h|hours?|ms|m?A|[µu]A|m?V)$/.exec(plain) ??
    [];
  const known: Record<typeof quantity, RegExp> = {
    time: /^(?:m?s|sec|seconds?|min|minutes|h|hr|hours?|d|days)$/i,
    current: /^[mµμu]?a$/i,
    voltage: /^m?v/i
  };
  if (!known[quantity].test(unit)) return "";
  return quantity === "voltage" && /^v\s/i.test(unit) ? "V" : unit;
}
