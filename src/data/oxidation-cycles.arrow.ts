// Charge that each element carries on discharge, in the first and in the twentieth cycle at both rates, found and true.
import { fragment } from "../science/particle/fragment.js";
import { oxidation } from "../science/particle/oxidation.js";
import { oxidationElements } from "../science/particle/oxidation-states.js";
import { cycleShares } from "../science/xanes/cycle-shares.js";
import { cycleEnds } from "../science/xanes/cycled-states.js";
import { defaultStackInstrument } from "../science/xanes/instrument.js";
import { repeatOxidation } from "../science/xanes/repeat.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { oxidationMeta, shownSeed } from "./lib/oxidation.js";
import { columnsOf } from "./lib/oxidation-columns.js";

// coarse: a mean over the particle needs no fine pixels, and eight states are measured
const size = 32;
const instruments = [{ name: "default", instrument: defaultStackInstrument(size) }];
const analyses = [{ name: "default", prepare: { binning: 1 }, fit: { errors: "valence" } as const }];
const solids = new Map(
  [...new Set(cycleEnds.map((e) => e.fragment))].map((id) => [id, fragment(id, { size })])
);
const measured = cycleEnds.flatMap((end) => {
  const sample = oxidation(end.valences, { size }, solids.get(end.fragment));
  const rows = repeatOxidation(sample, { instruments, seeds: [shownSeed], analyses });
  return rows.map(({ element, foundMean: found, standardError, trueMean: truth }) => ({
    ...{ ...end, element, found, standardError, truth }
  }));
});
const rows = cycleShares(measured);
const means = cycleEnds.map(({ valences, ...end }) => ({
  ...end,
  means: Object.fromEntries(oxidationElements.map((e) => [e, valences.valences[e].mean.value]))
}));
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    oxidationMeta({
      title: "Charge of the elements in the first and the twentieth cycle",
      description:
        "Charge on discharge by the mean valences before and after it, and each element's share, found and true.",
      parameters: { size, means },
      code: ["src/science/xanes/cycled-states.ts", "src/science/xanes/cycle-shares.ts"]
    }),
    {
      rate_C: number("C", "rate of the cycles", (r) => r.rate),
      cycle: number("", "number of the cycle", (r) => r.cycle),
      element: text("element", (r) => r.element),
      charged: number("", "mean valence found at 4.8 V", (r) => r.charged),
      discharged: number("", "mean valence found after discharge", (r) => r.discharged),
      capacity_mAh_g: number("mAh/g", "charge on discharge, found", (r) => r.found.capacity),
      standard_error: number("mAh/g", "standard error of it, from the counts", (r) => r.found.capacityError),
      true_mAh_g: number("mAh/g", "charge by the sample's own valences", (r) => r.truth.capacity),
      share: number("", "share of it in the charge of all elements, found", (r) => r.found.share),
      share_error: number("", "standard error of that share, from the counts", (r) => r.found.shareError),
      true_share: number("", "share in the sample", (r) => r.truth.share)
    }
  )
);
