// Every value refined from the neutron patterns with its standard error, and what is true (Supplementary Fig. 14 and before).
import { neutronQuantities } from "../science/diffraction/neutron-analysis.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { latticeStateColumns, neutronMeta, series } from "./lib/neutron.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const rows = series().flatMap(({ state, comparison }) => comparison.map((row) => ({ state, ...row })));
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    neutronMeta({
      title: "Values refined from the neutron patterns",
      description:
        "One row for each state and quantity: value, standard error, truth of the sample and pull; a held value has no error."
    }),
    {
      ...latticeStateColumns(rows),
      quantity: text("which number", (r) => r.quantity),
      symbol: text("its symbol", (r) => neutronQuantities[r.quantity].symbol),
      quantity_label: text("it in words", (r) => neutronQuantities[r.quantity].label),
      unit: text("its unit", (r) => neutronQuantities[r.quantity].unit),
      recovered: number("", "value refined or held, in `unit`", (r) => r.value),
      standard_error: number("", "standard error, in `unit`; none where held", (r) => r.error || null),
      truth: number("", "value of the sample, an input; none for the instrument's", (r) => r.truth),
      pull: number("", "(recovered − truth)/standard error", (r) => r.pull),
      held: text("held or refined", (r) => (r.error ? "refined" : "held"))
    }
  )
);
