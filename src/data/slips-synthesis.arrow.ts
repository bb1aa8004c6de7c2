// What either carbonate leaves in the product if the precipitate is not washed free of the liquor.
import { carriedAlkali, precipitant } from "../science/slips/synthesis.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { slipsMeta } from "./lib/slips.js";

const rows = (["Li", "Na"] as const).flatMap((alkali) =>
  Array.from({ length: 41 }, (_, k) => k / 400).map((kept) => ({
    ...{ precipitant: precipitant(alkali), kept },
    carried: carriedAlkali(alkali, kept)
  }))
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    slipsMeta({
      title: "Alkali carried along by the precipitate",
      description:
        "Lithium beyond Li1.2, or sodium, per formula unit of the product, against the share of the liquor's alkali that the precipitate keeps.",
      method:
        "Balance of moles: one carbonate and two alkali ions a metal; lithium is added afterwards for Li/M = 1.5 as if none were there.",
      sources: [
        "doi:10.1038/s41565-024-01773-4",
        "solubilities at 25 °C: handbook values from memory, unverified"
      ],
      code: ["src/science/slips/synthesis.ts"]
    }),
    {
      precipitant: text("salt that precipitates the metals", (r) => r.precipitant.name),
      kept_percent: number("%", "share of the liquor's alkali that stays", (r) => 100 * r.kept),
      carried: number("", "alkali per formula unit beyond the wanted", (r) => r.carried),
      water_kg_per_mol: number(
        "kg/mol",
        "water that dissolves the salt for a mole of metal",
        (r) => r.precipitant.waterPerMetal
      )
    }
  )
);
