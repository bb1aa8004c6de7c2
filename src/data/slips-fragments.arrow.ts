// Shares of the composition classes in fragments cut from one material, for domains of three widths.
import { fragmentShares } from "../science/slips/fragment-spread.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { slipsMeta } from "./lib/slips.js";

const seeds = Array.from({ length: 12 }, (_, k) => k + 1);
const rows = ["pristine", "10C-4.8V"].flatMap((state) =>
  [1, 2, 4].flatMap((width) =>
    fragmentShares(state, seeds, { width }).map((own) => ({ state, width, ...own }))
  )
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    slipsMeta({
      title: "Shares in fragments of one material",
      description: "True shares of the classes in twelve fragments whose material is the same on average.",
      method:
        "One pair of thresholds for all fragments of a row of seeds, set so that their mean is the share of the state.",
      parameters: { seeds, widths: [1, 2, 4] },
      seed: 1,
      code: ["src/science/slips/fragment-spread.ts", "src/science/particle/fragment-domains.ts"]
    }),
    {
      state: text("sampled state", (r) => r.state),
      width: number("", "width of the domains over that of the twin", (r) => r.width),
      seed: number("", "seed of shape and domains", (r) => r.seed),
      target_percent: number("%", "share at the target composition", (r) => 100 * r.target),
      oxygen_poor_percent: number("%", "oxygen-poor share", (r) => 100 * r.oxygenPoor),
      oxygen_rich_percent: number("%", "oxygen-rich share", (r) => 100 * r.oxygenRich)
    }
  )
);
