// dQ/dV of some of the twenty cycles at both rates.
import { differentialOf } from "../science/electrochemistry/analysis.js";
import { defaultDifferentialSettings } from "../science/electrochemistry/differential-capacity.js";
import { recordOf } from "../science/electrochemistry/record.js";
import { segmentsOf } from "../science/electrochemistry/segments.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { agedCycles, electrochemistryMeta, shownCycles, studyRates } from "./lib/electrochemistry.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const rows = studyRates.flatMap((rate) => {
  const record = recordOf(agedCycles(rate).halfCycles);
  const perGram = 1000 / (1000 * (record.mass ?? NaN));
  return segmentsOf(record)
    .filter(({ cycle }) => shownCycles.includes(cycle ?? 0))
    .flatMap((segment) => {
      const { voltage, density } = differentialOf(record, segment, { bin: 0.005 });
      const sign = segment.kind === "charge" ? 1 : -1;
      return Array.from(voltage, (V, i) => ({ rate, segment, V, y: sign * density[i] * perGram })).filter(
        ({ V }, i) => i % 2 === 0 && V > 1.95 && V < 4.85
      );
    });
});
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    electrochemistryMeta({
      title: "Differential capacity",
      description:
        "dQ/dV of cycles 1, 2, 10 and 20 at both rates: the density of charge over voltage, smoothed by a Gaussian of 15 mV standard deviation; discharge negative.",
      parameters: { smoothing_V: defaultDifferentialSettings.smoothing },
      code: ["src/science/electrochemistry/differential-capacity.ts", "src/science/electrochemistry/fade.ts"]
    }),
    {
      rate_C: number("C", "rate", (r) => r.rate),
      cycle: number("", "number of the cycle, from 1", (r) => r.segment.cycle),
      phase: text("charge or discharge", (r) => r.segment.kind),
      voltage_V: number("V", "cell voltage", (r) => r.V),
      dqdv_mAh_g_V: number("mAh/(g V)", "dQ/dV, negative on discharge", (r) => r.y)
    }
  )
);
