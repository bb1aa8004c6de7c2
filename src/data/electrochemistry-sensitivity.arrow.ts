// First-cycle capacity at 10 C against one parameter at a time.
import { sweep, sweptRanges, type SweptParameter } from "../science/electrochemistry/sensitivity.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { electrochemistryMeta } from "./lib/electrochemistry.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const rows = (Object.keys(sweptRanges) as SweptParameter[]).flatMap((parameter) => sweep(parameter, 10, 25));
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    electrochemistryMeta({
      title: "Capacity at 10 C against what is not known",
      description:
        "Capacities of the first cycle at 10 C as one of diffusivity, exchange current, radius, loading and film resistance is changed; nothing where the charge could not begin.",
      code: ["src/science/electrochemistry/sensitivity.ts", "src/science/electrochemistry/simulate.ts"]
    }),
    {
      parameter: text("parameter that is changed", (r) => r.parameter),
      symbol: text("its symbol", (r) => r.symbol),
      label: text("its name", (r) => r.label),
      value: number("SI", "its value, in the SI unit of the column unit", (r) => r.value),
      unit: text("unit of the value", (r) => r.unit),
      rate_C: number("C", "rate", (r) => r.rate),
      charge_mAh_g: number("mAh/g", "first charge", (r) => r.charge),
      discharge_mAh_g: number("mAh/g", "first discharge", (r) => r.discharge)
    }
  )
);
