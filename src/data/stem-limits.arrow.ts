// What the instrument could have seen: positions, lithium and oxygen against dose and thickness; false strain of the scan,
// a wedge and a surface.
import { limitRows } from "../science/stem/limits.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { shownSeed, stemMeta } from "./lib/stem.js";

const rows = limitRows(undefined, shownSeed);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    stemMeta({
      title: "Limits of the atomic images",
      description:
        "One setting is moved at a time: how far columns are misplaced, how well lithium and oxygen columns are told from empty ones, and how much strain is found where none is.",
      code: ["src/science/stem/limits.ts", "src/science/stem/twin.ts", "src/science/stem/strain.ts"]
    }),
    {
      sweep: text("what is moved", (r) => r.sweep),
      x: number("", "its value, in x_unit", (r) => r.x),
      x_unit: text("unit of x", (r) => r.xUnit),
      signal: text("haadf or idpc", (r) => r.signal),
      quantity: text("what is read", (r) => r.quantity),
      value: number("", "in unit; none where it could not be read", (r) => r.value),
      unit: text("unit of value; σ: standard deviations of a single column", (r) => r.unit)
    }
  )
);
