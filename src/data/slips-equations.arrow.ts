// The equations of the study's particle model by their dimensions: as printed, and as read here.
import { equationTerms } from "../science/slips/equations.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { slipsMeta } from "./lib/slips.js";

const rows = equationTerms();
const { text } = columnsOf(rows);
await writeTable(
  arrowTable(
    slipsMeta({
      title: "Equations of the particle model by their dimensions",
      description: "Each term as it is printed and as it is read here, with the dimensions of both sides.",
      method: "Products of powers of kg, m, s, A, K and mol are compared; nothing else is.",
      code: ["src/science/slips/equations.ts", "src/science/slips/dimensions.ts"]
    }),
    {
      equation: text("what is said to equal the term", (r) => r.equation),
      reading: text("as printed, or as read here", (r) => r.reading),
      term: text("the term", (r) => r.term),
      left: text("dimension of the left side, base units", (r) => r.left),
      right: text("dimension of the term, base units", (r) => r.right),
      agrees: {
        ...{ unit: "", description: "whether both are the same" },
        values: rows.map((r) => r.agrees)
      }
    }
  )
);
