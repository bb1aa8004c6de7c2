// The ten slips and ambiguities of the print as a table: what is computed of each, and what follows.
// tables: data/slips-direction.arrow data/slips-resolution.arrow data/slips-maps.arrow data/slips-fragments.arrow data/slips-oxygen.arrow data/composition-shares.arrow
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { slipsMeta } from "./lib/slips.js";
import { readSlipInputs } from "./lib/slips-inputs.js";
import { slipsRegister } from "./lib/slips-register.js";

const rows = slipsRegister(readSlipInputs());
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    slipsMeta({
      title: "Slips and ambiguities of the print",
      description:
        "One row each: what is printed, what was computed of it, and the verdict that a rule makes of the number.",
      method: "Each verdict is put together from computed numbers by a rule in the code; none is typed.",
      code: ["src/data/lib/slips-register.ts"]
    }),
    {
      slip: { unit: "", description: "number, 1 to 10", values: Int32Array.from(rows, (r) => r.slip) },
      id: text("number, with a letter where there are several", (r) => r.id),
      place: text("where it is printed", (r) => r.where),
      what: text("what is printed, in our words", (r) => r.what),
      kind: text("misprint, ambiguity, missing number, or tension between statements", (r) => r.kind),
      quantity: text("what was computed", (r) => r.quantity),
      value: number("", "its value, in the unit of the row", (r) => r.value),
      unit: text("unit of the value; empty where it has none", (r) => r.unit),
      consequence: text("what follows, in one of six words", (r) => r.consequence),
      verdict: text("the verdict with its numbers", (r) => r.verdict)
    }
  )
);
