// Oxidation-state maps with other steps between the energies, for "Design your experiment".
import { oxidation } from "../science/particle/oxidation.js";
import { defaultStackInstrument } from "../science/xanes/instrument.js";
import { repeatOxidation } from "../science/xanes/repeat.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { oxidationMeta, shownSeed, sweepSize } from "./lib/oxidation.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const state = "0.1C-4.8V";
const steps = [0.15, 0.35, 0.5];
const instruments = steps.map((energyStep) => ({
  name: String(energyStep),
  instrument: { ...defaultStackInstrument(sweepSize), energyStep }
}));
const analyses = [{ name: "default", prepare: { binning: 1 } }];
const rows = repeatOxidation(oxidation(state, { size: sweepSize }), {
  instruments,
  seeds: [shownSeed],
  analyses
});
const { number, text } = columnsOf(rows);
const outer = (zones: readonly number[]) => (zones[0] ?? NaN) - (zones[zones.length - 1] ?? NaN);
await writeTable(
  arrowTable(
    oxidationMeta({
      title: "Valences with other steps of energy",
      description:
        "Mean valences found at 0.1 C and 4.8 V with other steps between the energies, the photons of an image kept: runs between which the experiment designer interpolates.",
      parameters: { size: sweepSize, state, steps },
      page: "/explore/design-your-experiment"
    }),
    {
      step_eV: number("eV", "step between the energies", (r) => Number(r.instrument)),
      element: text("element", (r) => r.element),
      standard_error: number("", "of the mean valence, from the counts", (r) => r.standardError),
      bias: number("", "mean valence found less the true one", (r) => r.bias),
      rms: number("", "root mean square of found − true over the pixels", (r) => r.rms),
      gradient: number("", "outermost zone less the central one, found", (r) => outer(r.zoneFound)),
      true_gradient: number("", "the same in the sample", (r) => outer(r.zoneTruth)),
      fault: text("why there is no result; empty where there is one", (r) => r.fault ?? "")
    }
  )
);
