// Charge that the changes of valence from the pristine state amount to, element by element, found and true.
// tables: data/oxidation-maps/*.vol
import { chargeBalance } from "../science/xanes/charge-balance.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { oxidationMeta } from "./lib/oxidation.js";
import { columnsOf, stateColumns } from "./lib/oxidation-columns.js";
import { readFacts } from "./lib/oxidation-facts.js";

const all = readFacts();
const pristine = all.find(({ state }) => state === "pristine");
if (!pristine) throw new Error("missing pristine state; run npm run data");
const rows = all.flatMap((facts) =>
  facts.elements.map((own) => {
    const before = pristine.elements.find(({ element }) => element === own.element);
    if (!before) throw new Error(`missing ${own.element} of the pristine state`);
    const found = chargeBalance({
      [own.element]: {
        ...{ before: before.foundMean, beforeError: before.standardError },
        ...{ after: own.foundMean, afterError: own.standardError }
      }
    });
    const truth = chargeBalance({ [own.element]: { before: before.trueMean, after: own.trueMean } });
    return { facts, element: own.element, before: before.foundMean, after: own.foundMean, found, truth };
  })
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    oxidationMeta({
      title: "Charge from the changes of valence",
      description:
        "Electrons a formula unit and mAh/g that the mean valences differ by from those of the pristine particle, element by element.",
      code: ["src/science/xanes/charge-balance.ts", "src/science/xanes/analysis.ts"]
    }),
    {
      ...stateColumns(rows),
      element: text("element", (r) => r.element),
      before: number("", "mean valence found in the pristine particle", (r) => r.before),
      after: number("", "mean valence found in this state", (r) => r.after),
      electrons: number(
        "",
        "electrons a formula unit, as found; positive for oxidation",
        (r) => r.found.electrons
      ),
      capacity_mAh_g: number("mAh/g", "charge as found", (r) => r.found.capacity),
      standard_error: number("mAh/g", "standard error of it, from the counts", (r) => r.found.capacityError),
      true_mAh_g: number("mAh/g", "charge by the sample's own valences", (r) => r.truth.capacity)
    }
  )
);
