// Steps in absorption by two tables, at the energies of the composition twin.
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { slipsMeta } from "./lib/slips.js";
import { absorptionRows } from "./lib/slips-oxygen.js";

const rows = absorptionRows();
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    slipsMeta({
      title: "Steps in absorption by two tables",
      description: "Difference in optical density between two photon energies for a voxel 25 nm wide.",
      method: "Mass attenuation of Chantler and of Elam, without near-edge structure.",
      sources: ["doi:10.1063/1.555974 (Chantler)", "doi:10.1016/S0969-806X(01)00227-4 (Elam)"],
      code: ["src/data/lib/slips-oxygen.ts", "src/science/material/x-ray-absorption.ts"]
    }),
    {
      element: text("element", (r) => r.element),
      energy_below_eV: number("eV", "photon energy below the edge", (r) => r.pre),
      energy_above_eV: number("eV", "photon energy above the edge", (r) => r.post),
      chantler: number("", "step by Chantler's table", (r) => r.chantler),
      elam: number("", "step by Elam's table", (r) => r.elam),
      difference_percent: number("%", "Elam over Chantler, less 1", (r) => 100 * r.difference)
    }
  )
);
