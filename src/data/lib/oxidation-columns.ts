/** Columns out of rows, for the tables of the oxidation-state maps. */
import type { Column } from "./arrow-table.js";
import type { StateFacts } from "./oxidation-facts.js";

export interface ColumnMaker<Row> {
  /** numbers that are not finite become "no value" */
  number: (unit: string, description: string, of: (row: Row) => number | null) => Column;
  text: (description: string, of: (row: Row) => string) => Column;
}

export function columnsOf<Row>(rows: readonly Row[]): ColumnMaker<Row> {
  return {
    number: (unit, description, of) => ({
      ...{ unit, description, type: "float64" },
      values: rows.map((row) => {
        const value = of(row);
        return value !== null && Number.isFinite(value) ? value : null;
      })
    }),
    text: (description, of) => ({ unit: "", description, type: "dictionary", values: rows.map(of) })
  };
}

/** What tells the states apart, the first columns of a table of states. */
export function stateColumns<Row extends { facts: StateFacts }>(
  rows: readonly Row[]
): Record<string, Column> {
  const { number, text } = columnsOf(rows);
  return {
    state: text("sampled state", (r) => r.facts.state),
    label: text("sampled state in words", (r) => r.facts.label),
    phase: text("pristine, charge or discharge", (r) => r.facts.phase),
    rate_C: number("C", "rate of the first cycle; none before it", (r) => r.facts.rate),
    voltage_V: number("V", "voltage on charge; none for the others", (r) => r.facts.voltage)
  };
}
