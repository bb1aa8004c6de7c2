// Are the standard errors of the electron spectra true? Region A measured with many seeds at three resolutions.
import { eelsCoverage } from "../science/eels/coverage.js";
import { eelsQuantities } from "../science/eels/compare.js";
import { comparedResolutions, defaultEelsInstrument } from "../science/eels/instrument.js";
import { eelsSample } from "../science/eels/samples.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { eelsMeta } from "./lib/eels.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const seeds = Array.from({ length: 9 }, (_, i) => 100 + i);
const rows = comparedResolutions.flatMap((resolution) =>
  eelsCoverage(eelsSample("A"), { ...defaultEelsInstrument, resolution }, seeds).map((row) => ({
    ...row,
    resolution
  }))
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    eelsMeta({
      title: "Are the errors of the electron spectra true?",
      description:
        "Region A measured with nine seeds: bias, spread between the runs beside the standard error given, and how often the truth lies within it.",
      parameters: { instrument: defaultEelsInstrument, seeds },
      code: ["src/science/eels/coverage.ts", "src/science/eels/compare.ts"]
    }),
    {
      resolution_eV: number("eV", "full width of the zero-loss peak", (r) => r.resolution),
      quantity: text("what is found", (r) => eelsQuantities[r.quantity][0]),
      quantity_unit: text("unit of the numbers of the row", (r) => eelsQuantities[r.quantity][1]),
      true_value: number("", "as set in the sample", (r) => r.truth),
      mean: number("", "mean of the runs", (r) => r.mean),
      bias_over_error: number(
        "",
        "mean less true, over the mean standard error",
        (r) => (r.mean - r.truth) / r.error
      ),
      spread_over_error: number(
        "",
        "standard deviation between the runs over the mean standard error",
        (r) => r.spread / r.error
      ),
      within_one: number(
        "",
        "share of the runs with the truth within one standard error",
        (r) => r.withinOne
      ),
      within_two: number("", "share of the runs with the truth within two", (r) => r.withinTwo),
      noise_within_two: number(
        "",
        "share of the runs within two standard errors of their mean",
        (r) => r.noiseWithinTwo
      )
    }
  )
);
