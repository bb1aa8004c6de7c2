// Hoop stress at point A and at the outer surface as lithium goes in and as it goes out, 10 C from rest.
import { defaultStressParameters } from "../science/mechanics/parameters.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { slipsMeta } from "./lib/slips.js";
import { directionRows } from "./lib/slips-direction.js";

const rows = await directionRows();
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    slipsMeta({
      title: "Hoop stress in both directions",
      description:
        "Stress at bridge point A and at the outer surface on the line through it, discharge and charge at 10 C.",
      method:
        "Axisymmetric P2 finite elements: diffusion of lithium under a uniform flux, small-strain linear elasticity with the eigenstrain of the lithium content.",
      parameters: { ...defaultStressParameters(), resolution: 0.7 },
      code: ["src/data/lib/slips-direction.ts", "src/science/mechanics/simulate.ts"]
    }),
    {
      phase: text("discharge (lithium enters) or charge (lithium leaves)", (r) => r.phase),
      depth_of_discharge: number("", "mean over the solid", (r) => r.depth),
      passed_percent: number("%", "share of the capacity passed since rest", (r) => 100 * r.passed),
      hoop_at_A_MPa: number("MPa", "hoop stress at A, tension positive", (r) => r.atA * 1e-6),
      hoop_at_surface_MPa: number("MPa", "hoop stress at the outer surface", (r) => r.atSurface * 1e-6)
    }
  )
);
