// Porosity, count, sizes and connectivity of each state, found with their uncertainty, and in the sample.
// tables: data/porosity-volumes/*.vol
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { porosityMeta, readReported } from "./lib/porosity.js";
import { numberRows } from "./lib/porosity-numbers.js";

const rows = readReported().flatMap(numberRows);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    porosityMeta({
      title: "Numbers of the pores",
      description:
        "Porosity, count, sizes, connectivity, areas, openings and tortuosity of each state: found, its uncertainty, and in the sample. Areas, openings, tortuosity and shares of voxels were measured with one seed: their error is that of the threshold alone."
    }),
    {
      state: text("state of the particle", (r) => r.state),
      rate_C: number("C", "rate of cycling; none before it", (r) => r.rate),
      quantity: text("what is counted or measured", (r) => r.quantity),
      quantity_unit: text("unit of found, the errors and true", (r) => r.unit),
      found: number(
        "",
        "from the tomogram, in the row's unit; none where nothing leads through",
        (r) => r.found
      ),
      error: number(
        "",
        "the larger distance to the value at a moved threshold and the deviation between seeds, in squares; none where one of the three has no value",
        (r) => r.error
      ),
      at_lower_threshold: number("", "at the threshold less its error", (r) => r.atLower),
      at_higher_threshold: number("", "at the threshold and its error", (r) => r.atHigher),
      seed_deviation: number(
        "",
        "standard deviation between three seeds of noise; none where one was measured",
        (r) => r.seedDeviation
      ),
      true_value: number("", "in the sample, on the same voxels", (r) => r.truth)
    }
  )
);
