// Counts against the radius in every section, and the true contents.
// tables: data/sims-maps/*.vol
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { sectionColumns } from "./lib/sims-columns.js";
import { readSimsFacts } from "./lib/sims-facts.js";
import { simsMeta } from "./lib/sims.js";

const rows = readSimsFacts().flatMap((facts) =>
  facts.elements.flatMap(({ ion, profile }) => profile.map((ring, k) => ({ facts, ion, k, ...ring })))
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    simsMeta({
      title: "Radial profiles of the ion maps",
      description:
        "Mean counts and true contents in rings of equal area from the centre outwards, every section."
    }),
    {
      ...sectionColumns(rows),
      ion: text("element", (r) => r.ion),
      ring: number("", "from 1, the innermost", (r) => r.k + 1),
      radius: number("", "mean distance from the centre over the radius", (r) => r.radius),
      counts: number("", "mean counts a pixel", (r) => r.mean),
      standard_error: number("", "of that mean, by counting", (r) => r.error),
      true_content: number("", "atoms per formula unit in the sample", (r) => r.truth)
    }
  )
);
