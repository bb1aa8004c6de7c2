// Oxygen that the samples of the twin lack, beside the share of them that is called oxygen-poor.
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { slipsMeta } from "./lib/slips.js";
import { oxygenFacts } from "./lib/slips-oxygen.js";

const rows = ["pristine", "0.1C-4.8V"].map((state) => oxygenFacts(state));
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    slipsMeta({
      title: "Oxygen-poor share and oxygen lost",
      description:
        "What the microscope's classes and what neutrons would see of the same fragment, as set in the sample.",
      method:
        "Sums over the fragment's voxels; TM/O read with the steps of the other table for the absolute share.",
      parameters: { size: 64 },
      seed: 1,
      code: ["src/data/lib/slips-oxygen.ts", "src/science/particle/fragment.ts"]
    }),
    {
      state: text("sampled state", (r) => r.state),
      oxygen_poor_percent: number("%", "share of the voxels above the threshold", (r) => 100 * r.poor),
      loss_percent: number("%", "share of all oxygen that is missing", (r) => 100 * r.loss),
      target_percent: number("%", "share on target, relative to the nominal TM/O", (r) => 100 * r.target),
      absolute_target_percent: number(
        "%",
        "the same with TM/O read by the other table, without a reference",
        (r) => 100 * r.absoluteTarget
      )
    }
  )
);
