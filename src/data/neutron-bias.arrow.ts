// What a wrong assumption does to the oxygen occupancy: one held number off by a little, endless counting.
import { heldBias } from "../science/diffraction/held-bias.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { neutronInstrument, neutronMeta, shownState } from "./lib/neutron.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const swept = {
  mixing: [-0.01, -0.005, -0.002, 0, 0.002, 0.005, 0.01],
  lithiumInMetalLayer: [-0.05, -0.02, -0.01, 0, 0.01, 0.02, 0.05],
  bMetal: [-0.2, -0.1, -0.05, 0, 0.05, 0.1, 0.2]
} as const;
const rows = (Object.keys(swept) as (keyof typeof swept)[]).flatMap((held) =>
  swept[held].map((offset) => ({
    held,
    offset,
    ...heldBias(shownState, neutronInstrument, { [held]: offset })
  }))
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    neutronMeta({
      title: "Bias of the oxygen occupancy from wrong assumptions",
      description:
        "Found less true occupancies, without noise, when one number that the refinement holds is wrong; the misfit is the reduced χ² that 3 h would see of it.",
      provenance: "predicted",
      seed: null,
      code: ["src/science/diffraction/held-bias.ts", "src/science/diffraction/neutron-analysis.ts"]
    }),
    {
      held: text("number that is held", (r) => r.held),
      offset: number("", "held less true; Å² for bMetal", (r) => r.offset),
      oxygen_bias: number("%", "oxygen occupancy found less true", (r) => 100 * r.oxygen),
      lithium_oct_bias: number("", "octahedral lithium found less true", (r) => r.lithiumOct),
      lithium_tet_bias: number("", "tetrahedral lithium found less true", (r) => r.lithiumTet),
      misfit: number("", "reduced χ² that the wrong assumption adds", (r) => r.misfit),
      fault: text("what went wrong; empty where nothing did", (r) => r.fault)
    }
  )
);
