// A discharge at 10 C with and without a time derivative: gradient of lithium and stress at the void.
import { defaultStressParameters } from "../science/mechanics/parameters.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { slipsMeta } from "./lib/slips.js";
import { transientDepths, transientRows } from "./lib/slips-transient.js";

const rows = transientRows(transientDepths).flatMap((r) => [
  { ...r, reading: "transient", spread: r.spread, hoop: r.hoop },
  { ...r, reading: "steady profile", spread: r.steadySpread, hoop: r.steadyHoop },
  { ...r, reading: "no source, as printed", spread: 0, hoop: 0 }
]);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    slipsMeta({
      title: "Lithium with and without a time derivative",
      description:
        "Sphere with the central void at 10 C from rest: surface less void, and hoop stress at the void.",
      method:
        "Exact series of a hollow sphere at constant flux and its stress; without a time derivative the steady profile from the first moment, or, without a source either, none at all.",
      parameters: { ...defaultStressParameters() },
      code: ["src/data/lib/slips-transient.ts", "src/science/mechanics/exact.ts"]
    }),
    {
      reading: text("transient; steady profile; no source: what the print allows", (r) => r.reading),
      depth_percent: number("%", "depth of discharge passed since rest", (r) => 100 * r.depth),
      time_s: number("s", "time since rest", (r) => r.time),
      spread: number("", "lithium per formula unit, outer surface less void", (r) => r.spread),
      hoop_stress_MPa: number(
        "MPa",
        "hoop stress at the void's surface, no pore beside it",
        (r) => r.hoop * 1e-6
      )
    }
  )
);
