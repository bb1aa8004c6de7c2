// Capacities of like materials that other studies print.
import { publishedCells } from "../science/electrochemistry/published-capacities.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { electrochemistryMeta } from "./lib/electrochemistry.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const { number, text } = columnsOf(publishedCells);
await writeTable(
  arrowTable(
    electrochemistryMeta({
      title: "First cycles of like materials",
      description:
        "Capacities and first-cycle efficiencies that other studies print for Li-rich layered oxides, with how each was read. The study itself prints none.",
      method:
        "Collected from abstracts, an introduction and a published plot; two rows are what is commonly said, unverified.",
      provenance: "measured",
      parameters: {},
      code: ["src/science/electrochemistry/published-capacities.ts"]
    }),
    {
      material: text("material, as far as it is stated", (c) => c.material),
      rate_C: number("C", "rate; none where it was not read", (c) => c.rate),
      charge_mAh_g: number("mAh/g", "first charge", (c) => c.charge),
      discharge_mAh_g: number("mAh/g", "first discharge", (c) => c.discharge),
      discharge_min: number(
        "mAh/g",
        "least of a range of discharges",
        (c) => c.range?.discharge?.[0] ?? null
      ),
      discharge_max: number(
        "mAh/g",
        "most of a range of discharges, or a bound where there is no least",
        (c) => c.range?.discharge?.[1] ?? c.upTo ?? null
      ),
      efficiency: number("", "first-cycle coulombic efficiency", (c) => c.efficiency),
      efficiency_min: number("", "least of a range of efficiencies", (c) => c.range?.efficiency?.[0] ?? null),
      efficiency_max: number("", "most of a range of efficiencies", (c) => c.range?.efficiency?.[1] ?? null),
      window: text("voltage window", (c) => c.window),
      source: text("where it is printed", (c) => c.source),
      read_as: text("how it was read: abstract, digitised, second-hand, general knowledge", (c) => c.status)
    }
  )
);
