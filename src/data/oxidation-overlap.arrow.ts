// Whether Mn²⁺ and Ni³⁺ sit at the same places of the outermost zone, every state.
// tables: data/oxidation-maps/*.vol
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { oxidationMeta } from "./lib/oxidation.js";
import { columnsOf, stateColumns } from "./lib/oxidation-columns.js";
import { readFacts } from "./lib/oxidation-facts.js";

const rows = readFacts().map((facts) => ({ facts, ...facts.overlap }));
const { number } = columnsOf(rows);
await writeTable(
  arrowTable(
    oxidationMeta({
      title: "Overlap of Mn2+ and Ni3+",
      description:
        "Mean product of the shares of Mn2+ and Ni3+ in the outermost zone over that of shuffled maps: 1 where they have nothing to do with each other."
    }),
    {
      ...stateColumns(rows),
      recovered: number("", "overlap as found", (r) => r.found.ratio),
      deviation: number("", "standard deviation between shuffles", (r) => r.found.deviation),
      true_overlap: number("", "the same in the sample", (r) => r.truth.ratio)
    }
  )
);
