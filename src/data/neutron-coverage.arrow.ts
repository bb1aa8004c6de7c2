// Are the standard errors true? 200 neutron patterns of one state with other noise, refined, one row a pattern and quantity.
import { settingsKnowing } from "../science/diffraction/neutron-known.js";
import { repeatNeutrons } from "../science/diffraction/neutron-repeat.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { neutronInstrument, neutronMeta, shownState } from "./lib/neutron.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const seeds = { first: 1000, count: 200 };
const repeats = repeatNeutrons(shownState, neutronInstrument, settingsKnowing(shownState), seeds);
const rows = repeats.flatMap(({ seed, chiSquared, pulls }) =>
  pulls.map((pull) => ({ seed, chiSquared, ...pull }))
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    neutronMeta({
      title: "Neutron refinements of 200 patterns with other noise",
      description:
        "Values, standard errors and pulls of each quantity in 200 patterns of the discharged state at 0.1 C; about 95 % of the pulls should lie within ±1.96.",
      seed: seeds.first,
      code: ["src/science/diffraction/neutron-repeat.ts", "src/science/diffraction/rietveld.ts"]
    }),
    {
      seed: number("", "seed of the counts", (r) => r.seed),
      quantity: text("which number", (r) => r.quantity),
      recovered: number("", "value refined, in the quantity's unit", (r) => r.value),
      standard_error: number("", "standard error that the refinement tells", (r) => r.error),
      pull: number("", "(recovered − truth)/standard error", (r) => r.pull),
      chi_squared: number("", "reduced χ² of the fit", (r) => r.chiSquared)
    }
  )
);
