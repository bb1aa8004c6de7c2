// Lithium of the model after a charge at 10 C, as the current stops and in the minute after.
import { defaultStressParameters } from "../science/mechanics/parameters.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { slipsMeta } from "./lib/slips.js";
import { relaxationRows } from "./lib/slips-lithium.js";

const rows = relaxationRows();
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    slipsMeta({
      title: "The model's gradient once the current stops",
      description: "Lithium against the radius after a full charge at 10 C and a rest.",
      method:
        "Exact series of a hollow sphere: the flux from the start, and as much the other way from its end.",
      parameters: { ...defaultStressParameters() },
      code: ["src/data/lib/slips-lithium.ts", "src/science/mechanics/exact.ts"]
    }),
    {
      rest: text("time since the current stopped", (r) => `${r.rest} s`),
      rest_s: number("s", "time since the current stopped", (r) => r.rest),
      radius: number("", "distance from the centre over the radius", (r) => r.radius),
      lithium: number("", "lithium per formula unit", (r) => r.lithium)
    }
  )
);
