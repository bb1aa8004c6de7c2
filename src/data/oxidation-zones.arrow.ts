// Mean valence of each element in five zones of equal area from the surface to the centre, found and true, every state.
// tables: data/oxidation-maps/*.vol
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { oxidationMeta } from "./lib/oxidation.js";
import { columnsOf, stateColumns } from "./lib/oxidation-columns.js";
import { readFacts } from "./lib/oxidation-facts.js";

const rows = readFacts().flatMap((facts) =>
  facts.elements.flatMap(({ element, zones }) => zones.map((zone) => ({ facts, element, ...zone })))
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    oxidationMeta({
      title: "Valence in five zones of equal area",
      description:
        "Mean valence of Mn, Co, Ni and O in zones of a fifth of the projected particle's area each, found by the analysis and true, every state."
    }),
    {
      ...stateColumns(rows),
      element: text("element", (r) => r.element),
      zone: number("", "zone, 1 at the surface to 5 in the centre", (r) => r.zone),
      recovered: number("", "mean valence found", (r) => r.found),
      standard_error: number("", "standard error of that mean, from the counts", (r) => r.standardError),
      true_valence: number(
        "",
        "mean over the same pixels of the sample's valence along the beam",
        (r) => r.truth
      )
    }
  )
);
