/** What tells the sections apart, the first columns of a table of theirs. */
import type { Column } from "./arrow-table.js";
import { columnsOf } from "./oxidation-columns.js";
import type { SimsFacts } from "./sims-facts.js";

export function sectionColumns<Row extends { facts: SimsFacts }>(
  rows: readonly Row[]
): Record<string, Column> {
  const { number, text } = columnsOf(rows);
  return {
    state: text("section", (r) => r.facts.state),
    label: text("section in words", (r) => r.facts.label),
    rate_C: number("C", "rate; none for the pristine particle", (r) => r.facts.rate),
    cycle: number("", "cycle at whose charge it was cut", (r) => r.facts.cycle)
  };
}
