// What the analysis of the dark-field images found beside what is true, one number a row.
import { surfaceSequence } from "../science/stem/local-phases.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { runScene, stemMeta, stemScenes } from "./lib/stem.js";
import { comparisonRows } from "./lib/stem-comparison.js";

const rows = stemScenes.flatMap((scene) => {
  const run = runScene(scene);
  const sequence =
    scene.id === "slow" || scene.id === "fast-surface" ? surfaceSequence(run.result.phases) : null;
  return comparisonRows(run, sequence);
});
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    stemMeta({
      title: "Recovered beside true: atomic images",
      description:
        "Positions, strain, rotation, spacing, phases, surface layers and regions of each lamella, as found and as they are in the sample."
    }),
    {
      scene: text("lamella", (r) => r.scene),
      quantity: text("what is compared", (r) => r.quantity),
      unit: text("unit of found, truth and rms", (r) => r.unit),
      found: number("", "mean found, in unit", (r) => r.found),
      truth: number("", "mean of the truth, in unit", (r) => r.truth),
      rms: number("", "root mean square difference, in unit", (r) => r.rms),
      slope: number("", "of found against true values: 1 where all variation is seen", (r) => r.slope),
      count: number("", "columns or lines that it is a mean of", (r) => r.count)
    }
  )
);
