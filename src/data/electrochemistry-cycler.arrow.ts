// What an ordinary cycler would have made of the twenty cycles: errors of capacity, efficiency and voltage decay over seeds.
import { analyseCycling } from "../science/electrochemistry/analysis.js";
import { compare, summaryOf } from "../science/electrochemistry/compare.js";
import { defaultCycler } from "../science/electrochemistry/instrument.js";
import { measure } from "../science/electrochemistry/twin.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { agedCycles, electrochemistryMeta, studyRates } from "./lib/electrochemistry.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const seeds = 60;
const rows = studyRates.flatMap((rate) => {
  const { halfCycles } = agedCycles(rate);
  const truth = summaryOf(halfCycles);
  return Array.from({ length: seeds }, (_, seed) => {
    const analysis = analyseCycling(measure(halfCycles, defaultCycler(), seed + 1));
    const standardError = analysis.voltageDecay?.standardError ?? NaN;
    return { rate, seed: seed + 1, truth, standardError, ...compare(analysis, truth) };
  });
});
const { number } = columnsOf(rows);
await writeTable(
  arrowTable(
    electrochemistryMeta({
      title: "What a cycler would have seen",
      description:
        "Twenty cycles as an ordinary cycler writes them down, analysed like any file: errors of the first capacity and efficiency, the mean voltage and its decay, for many channels.",
      method:
        "The model's cell, with the scale and offset errors of a cycler's current, an offset and noise of its voltage and an error of the mass, then the analysis of a cycling file.",
      provenance: "recovered",
      parameters: { cycler: defaultCycler(), seeds },
      seed: 1,
      code: [
        "src/science/electrochemistry/twin.ts",
        "src/science/electrochemistry/analysis.ts",
        "src/science/electrochemistry/compare.ts"
      ]
    }),
    {
      rate_C: number("C", "rate", (r) => r.rate),
      seed: number("", "seed of the channel's errors and noise", (r) => r.seed),
      true_discharge_mAh_g: number("mAh/g", "true first discharge", (r) => r.truth.discharge[0]),
      discharge_error_mAh_g: number("mAh/g", "found less true, first discharge", (r) => r.discharge),
      true_efficiency: number("", "true first-cycle coulombic efficiency", (r) => r.truth.efficiency[0]),
      efficiency_error: number("", "found less true", (r) => r.efficiency),
      mean_voltage_error_V: number(
        "V",
        "found less true mean voltage of the first discharge",
        (r) => r.meanVoltage
      ),
      true_decay_mV_cycle: number(
        "mV/cycle",
        "true slope of the mean voltage of discharge",
        (r) => 1000 * (r.truth.voltageDecay ?? NaN)
      ),
      decay_error_mV_cycle: number(
        "mV/cycle",
        "found less true slope",
        (r) => 1000 * (r.voltageDecay ?? NaN)
      ),
      decay_standard_error_mV_cycle: number(
        "mV/cycle",
        "standard error that the line itself gives",
        (r) => 1000 * r.standardError
      )
    }
  )
);
