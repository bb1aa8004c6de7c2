// Overlap of Li-rich, O-rich and Mn-poor areas of every section, against turned maps, and the true overlap.
// tables: data/sims-maps/*.vol
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { sectionColumns } from "./lib/sims-columns.js";
import { readSimsFacts } from "./lib/sims-facts.js";
import { simsMeta } from "./lib/sims.js";

const rows = readSimsFacts().flatMap((facts) => facts.overlaps.map((own) => ({ facts, ...own })));
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    simsMeta({
      title: "Overlap of areas in the ion maps",
      description:
        "How much areas rich in Li, rich in O and poor in Mn overlap, over what chance would give, and how often turned maps overlap as much."
    }),
    {
      ...sectionColumns(rows),
      pair: text("elements: Li and O rich, Mn poor", (r) => r.pair),
      normalisation: text("counts, or shares of the three ions' total", (r) => r.normalisation),
      overlap: number("", "area of both over that by chance", (r) => r.overlap),
      chance: number("", "mean of the same over turned and mirrored maps", (r) => r.mean),
      spread: number("", "standard deviation over turned and mirrored maps", (r) => r.deviation),
      p: number("", "share of turned and mirrored maps that overlap as much", (r) => r.p),
      true_overlap: number("", "overlap of the same shares of area in the sample", (r) => r.truth)
    }
  )
);
