// Profile likelihood of the oxygen occupancy: how much worse the neutron pattern fits with oxygen held at other values.
import { variants } from "../science/diffraction/identifiability.js";
import { oxygenProfile } from "../science/diffraction/oxygen-profile.js";
import { latticeState } from "../science/particle/lattice-states.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { neutronInstrument, neutronMeta, shownState } from "./lib/neutron.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const truth = latticeState(shownState).values.oxygen;
const values = Array.from({ length: 15 }, (_, k) => truth + (k - 7) * 0.01);
const rows = variants
  .filter(({ id }) => ["default", "bMetal", "lithium"].includes(id))
  .flatMap((variant) =>
    oxygenProfile(shownState, neutronInstrument, variant, values).map((point) => ({ variant, ...point }))
  );
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    neutronMeta({
      title: "Profile likelihood of the oxygen occupancy",
      description:
        "Rise of χ² when the oxygen occupancy is held off its best value and all else is refined again, without noise; a rise of 1 is one standard error, of 9 three.",
      provenance: "predicted",
      seed: null,
      code: ["src/science/diffraction/profile-likelihood.ts", "src/science/diffraction/oxygen-profile.ts"]
    }),
    {
      variant: text("what is refined", (r) => r.variant.id),
      variant_label: text("it in words", (r) => r.variant.label),
      oxygen: number("", "occupancy held", (r) => r.value),
      chi_squared_rise: number("", "χ² less that of the best fit", (r) => r.rise),
      fault: text("what went wrong; empty where nothing did", (r) => r.fault)
    }
  )
);
