// Which supplementary figure is named where and for what.
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { slipsMeta } from "./lib/slips.js";
import { citations, supplementaryFigures } from "./lib/slips-citations.js";

const rows = supplementaryFigures.flatMap((figure) =>
  citations.filter(({ figures }) => figures.includes(figure)).map((own) => ({ figure, ...own }))
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    slipsMeta({
      title: "Where the study names its supplementary figures",
      description: "One row a figure and place, with what it is named for in our words.",
      method: "Read in the study's text and captions; the supplementary information itself was not at hand.",
      provenance: "reported",
      code: ["src/data/lib/slips-citations.ts"]
    }),
    {
      figure: number("", "number of the supplementary figure", (r) => r.figure),
      panels: text("panels named; empty where the whole figure is", (r) => r.panels),
      place: text("main text, caption, methods or data availability", (r) => r.place),
      role: text("evidence for a statement, drawing of how it was done, or list", (r) => r.role),
      purpose: text("what it is named for, in our words", (r) => r.purpose)
    }
  )
);
