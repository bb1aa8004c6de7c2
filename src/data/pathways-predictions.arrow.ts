// Predictions between the calibrated rates, with their spread over the assumed constants.
import { drawnNames, predictions } from "../science/pathways/predictions.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { pathwaysMeta } from "./lib/pathways.js";

const { rows, tried, kept, missed } = predictions(16);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    pathwaysMeta({
      title: "Predictions between the rates",
      description: `What the model says of 0.3, 1, 3 and 5 C. Spread: ${drawnNames.length} assumed constants drawn over their ranges (${tried} draws), each calibrated anew at 0.1 and 10 C; ${kept} then hold all targets to within twice their widths.`,
      parameters: { drawn: drawnNames, tried, kept, missed },
      seed: 1,
      code: [
        "src/science/pathways/predictions.ts",
        "src/science/pathways/calibrate.ts",
        "src/science/pathways/targets.ts"
      ]
    }),
    {
      rate_C: number("C", "rate", (r) => r.rate),
      quantity: text("short name", (r) => r.quantity),
      label: text("the quantity in words", (r) => r.label),
      unit: text("unit of its numbers", (r) => r.unit),
      value: number("", "with the default constants, in the unit of its row", (r) => r.value),
      low: number("", "tenth percentile of the draws", (r) => r.low),
      high: number("", "ninetieth percentile of the draws", (r) => r.high),
      least: number("", "least of the draws", (r) => r.least),
      most: number("", "greatest of the draws", (r) => r.most),
      draws: number("", "draws that hold all targets to within twice their widths", (r) => r.draws)
    }
  )
);
