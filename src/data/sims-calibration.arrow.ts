// p-values of two tests where nothing is to be found.
import { calibrationRows } from "../science/sims/limits.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { simsMeta } from "./lib/sims.js";

const rows = calibrationRows(26);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    simsMeta({
      title: "Calibration of the overlap tests",
      description:
        "p-values of areas of two particles that have nothing in common: even from 0 to 1 if a test is sound.",
      provenance: "predicted",
      code: ["src/science/sims/limits.ts", "src/science/numerics/permutation-test.ts"]
    }),
    {
      test: text("maps turned, or pixels shuffled", (r) => r.test),
      p: number("", "p-value of one pair of areas", (r) => r.p)
    }
  )
);
