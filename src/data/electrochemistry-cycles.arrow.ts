// Capacity, efficiency and mean voltage of twenty cycles at both rates, by the analysis that a cycler's file takes.
import { analyseCycling } from "../science/electrochemistry/analysis.js";
import { defaultFadeParameters } from "../science/electrochemistry/fade.js";
import { defaultHalfCellParameters } from "../science/electrochemistry/parameters.js";
import { recordOf } from "../science/electrochemistry/record.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { agedCycles, electrochemistryMeta, studyRates } from "./lib/electrochemistry.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const rows = studyRates.flatMap((rate) => {
  const { cycles, voltageDecay, grams } = analyseCycling(recordOf(agedCycles(rate).halfCycles));
  const decay = 1000 * (voltageDecay?.slope ?? NaN);
  return cycles.map((cycle) => ({ rate, decay, perGram: 1000 / (grams ?? NaN), first: cycles[0], ...cycle }));
});
const { number } = columnsOf(rows);
await writeTable(
  arrowTable(
    electrochemistryMeta({
      title: "Twenty cycles",
      description:
        "Capacities, coulombic efficiency and mean voltages of twenty cycles at 0.1 C and 10 C. How they fall is calibrated, not predicted: the study prints no such number.",
      parameters: { ...defaultHalfCellParameters(), fade: defaultFadeParameters() },
      code: [
        "src/science/electrochemistry/fade.ts",
        "src/science/electrochemistry/simulate.ts",
        "src/science/electrochemistry/cycles.ts"
      ]
    }),
    {
      rate_C: number("C", "rate", (r) => r.rate),
      cycle: number("", "number of the cycle, from 1", (r) => r.number),
      charge_mAh_g: number("mAh/g", "charge capacity", (r) => r.charge * r.perGram),
      discharge_mAh_g: number("mAh/g", "discharge capacity", (r) => r.discharge * r.perGram),
      coulombic_efficiency: number("", "discharge over charge", (r) => r.coulombicEfficiency),
      energy_efficiency: number("", "energy of discharge over that of charge", (r) => r.energyEfficiency),
      mean_charge_V: number("V", "mean voltage of charge, energy over capacity", (r) => r.chargeVoltage),
      mean_discharge_V: number(
        "V",
        "mean voltage of discharge, energy over capacity",
        (r) => r.dischargeVoltage
      ),
      retention: number("", "discharge over that of the first cycle", (r) => r.discharge / r.first.discharge),
      decay_mV_cycle: number(
        "mV/cycle",
        "slope of the mean voltage of discharge over all cycles",
        (r) => r.decay
      )
    }
  )
);
