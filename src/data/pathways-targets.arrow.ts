// What the constants were set to, and how close the runs come.
import { runsOf } from "../science/pathways/calibrate.js";
import { defaultPathwayParameters } from "../science/pathways/parameters.js";
import { targetRows } from "../science/pathways/targets.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { pathwayShells, pathwaysMeta } from "./lib/pathways.js";

const runs = runsOf(defaultPathwayParameters(), { shells: pathwayShells, tolerance: 1e-4 });
const rows = targetRows(runs).map((row) => ({
  ...row,
  ledger: runs[row.rate === 0.1 ? "slow" : "fast"].ledger
}));
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    pathwaysMeta({
      title: "Targets of the calibration",
      description: "The numbers at 0.1 C and 10 C to which constants are set, beside what the model gives.",
      provenance: "calibrated",
      code: ["src/science/pathways/targets.ts", "src/science/pathways/calibrate.ts"]
    }),
    {
      rate_C: number("C", "rate", (r) => r.rate),
      target: text("what is set", (r) => r.label),
      unit: text("unit of its numbers", (r) => r.unit),
      aim: number("", "the target, in the unit of its row", (r) => r.value),
      within: number("", "half-width within which it counts as held", (r) => r.within),
      model: number("", "what the model gives", (r) => r.model),
      held: text("yes or no", (r) => (r.held ? "yes" : "no")),
      from: text(
        "study: printed; words: chosen to agree with its words; general: commonly said of like materials",
        (r) => r.from
      ),
      lithium_error: number(
        "",
        "largest error of the lithium balance of its run, per formula unit",
        (r) => r.ledger.lithium
      ),
      oxygen_error: number(
        "",
        "largest error of the oxygen balance of its run, per formula unit",
        (r) => r.ledger.oxygen
      )
    }
  )
);
