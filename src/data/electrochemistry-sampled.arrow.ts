// Where on the first cycle's curve the study took its samples.
import { sampledPoints } from "../science/electrochemistry/sampled-points.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { electrochemistryMeta, firstCycle, studyRates } from "./lib/electrochemistry.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const rows = studyRates.flatMap((rate) => {
  const [charge, discharge] = firstCycle(rate).halfCycles;
  return sampledPoints(rate, charge, discharge).map((point) => ({ rate, ...point }));
});
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    electrochemistryMeta({
      title: "Sampled states on the first cycle",
      description: "Capacity and lithium at which the model's first cycle passes the study's sampled states."
    }),
    {
      rate_C: number("C", "rate", (r) => r.rate),
      state: text("sampled state", (r) => r.state),
      label: text("sampled state in words", (r) => r.label),
      phase: text("half-cycle", (r) => r.phase),
      voltage_V: number("V", "cell voltage", (r) => r.voltage),
      capacity_mAh_g: number("mAh/g", "charge passed in this half-cycle", (r) => r.capacity),
      lithium: number("", "mean lithium per formula unit", (r) => r.lithium)
    }
  )
);
