// Correlations between the numbers refined from each neutron pattern.
import { neutronQuantities, neutronQuantityNames } from "../science/diffraction/neutron-analysis.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { latticeStateColumns, neutronMeta, series } from "./lib/neutron.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const rows = series().flatMap(({ state, result }) => {
  const refined = neutronQuantityNames.filter((name) => result.error(neutronQuantities[name].parameter) > 0);
  return refined.flatMap((first) =>
    refined.map((second) => ({
      ...{ state, first, second },
      value: result.correlation(neutronQuantities[first].parameter, neutronQuantities[second].parameter)
    }))
  );
});
const { number, text } = columnsOf(rows);
const { state } = latticeStateColumns(rows);
await writeTable(
  arrowTable(
    neutronMeta({
      title: "Correlations of the refined values",
      description:
        "The correlation matrix of each neutron refinement, background terms left out, one row an entry."
    }),
    {
      state,
      first: text("one quantity", (r) => r.first),
      second: text("the other", (r) => r.second),
      correlation: number("", "−1 to 1", (r) => r.value)
    }
  )
);
