// Diffusivity against temperature, without the exponential as printed and with it.
import { diffusivityRows } from "../science/slips/printed-model.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { slipsMeta } from "./lib/slips.js";

const rows = diffusivityRows().flatMap(({ temperature, printed, read }) => [
  { temperature, reading: "as printed", value: printed },
  { temperature, reading: "with the exponential", value: read }
]);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    slipsMeta({
      title: "Diffusivity with and without the exponential",
      description: "D(T) of lithium in the particle model as printed and as read here.",
      method: "D_ref · 1200 K (1/T_ref − 1/T₂), and D_ref exp(1200 K (1/T_ref − 1/T₂)).",
      code: ["src/science/slips/printed-model.ts", "src/science/material/diffusivity.ts"]
    }),
    {
      reading: text("as printed, or with the exponential", (r) => r.reading),
      temperature_K: number("K", "temperature", (r) => r.temperature),
      diffusivity: number("m²/s", "diffusivity of lithium", (r) => r.value)
    }
  )
);
