// Correlation of the smoothed ion maps against distance, every pair, every section.
// tables: data/sims-maps/*.vol
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { sectionColumns } from "./lib/sims-columns.js";
import { readSimsFacts } from "./lib/sims-facts.js";
import { simsMeta } from "./lib/sims.js";

const rows = readSimsFacts().flatMap((facts) =>
  facts.correlations.flatMap(({ pair, distance_um, correlation }) =>
    distance_um.map((distance, k) => ({ facts, pair, distance, correlation: correlation[k] ?? NaN }))
  )
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    simsMeta({
      title: "Pair correlations of the ion maps",
      description:
        "Correlation of two smoothed maps at a distance, pairs of pixels inside the particle only; an element with itself is 1 at no distance."
    }),
    {
      ...sectionColumns(rows),
      pair: text("elements", (r) => r.pair),
      distance_um: number("µm", "between the pixels", (r) => r.distance),
      correlation: number("", "from −1 to 1", (r) => r.correlation)
    }
  )
);
