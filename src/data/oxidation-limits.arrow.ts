// What the instrument could have seen: bias of the valences against dose, thickness, stray light, drift and the analysis.
import { oxidation } from "../science/particle/oxidation.js";
import { repeatOxidation } from "../science/xanes/repeat.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { oxidationMeta, shownSeed, sweepSize } from "./lib/oxidation.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import {
  sweptInstruments,
  sweptSettings,
  usualValue,
  variants,
  type SweptSetting
} from "./lib/oxidation-sweep.js";

const state = "0.1C-4.8V";
const sample = oxidation(state, { size: sweepSize });
const rows = sweptInstruments().flatMap(({ name, setting, value, instrument }) => {
  const analyses = setting === "default" ? variants : variants.slice(0, 1);
  const found = repeatOxidation(sample, {
    instruments: [{ name, instrument }],
    seeds: [shownSeed],
    analyses
  });
  return found.flatMap((row) => {
    const gradient = (zones: readonly number[]) => (zones[0] ?? NaN) - (zones[zones.length - 1] ?? NaN);
    const numbers = { ...row, gradient: gradient(row.zoneFound), trueGradient: gradient(row.zoneTruth) };
    if (setting !== "default") return [{ ...numbers, sweep: setting, value }];
    // the default measurement belongs to every sweep, with its own value
    const everywhere = (Object.keys(sweptSettings) as SweptSetting[]).map((sweep) => ({
      ...{ ...numbers, sweep: sweep },
      value: usualValue(sweep)
    }));
    return [{ ...numbers, sweep: "analysis", value: NaN }, ...(row.analysis === "default" ? everywhere : [])];
  });
});
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    oxidationMeta({
      title: "What the microscope could have seen",
      description:
        "Mean valences found at 0.1 C and 4.8 V when one setting of the measurement or of the analysis is changed.",
      parameters: { size: sweepSize, state, sweptSettings }
    }),
    {
      sweep: text("what is changed: photons, thickness, strayLight, drift or analysis", (r) => r.sweep),
      variant: text("the analysis in words", (r) => r.analysis),
      value: number(
        "",
        "photons over the default; share of the thickness; share of light; drift in m",
        (r) => r.value
      ),
      element: text("element", (r) => r.element),
      recovered: number("", "mean valence found", (r) => r.foundMean),
      standard_error: number("", "standard error of that mean, from the counts", (r) => r.standardError),
      true_valence: number("", "mean of the sample's valence over the same pixels", (r) => r.trueMean),
      bias: number("", "found less true", (r) => r.bias),
      rms: number("", "root mean square of found − true over the pixels", (r) => r.rms),
      gradient: number(
        "",
        "valence of the outermost zone less that of the central one, found",
        (r) => r.gradient
      ),
      true_gradient: number("", "the same in the sample", (r) => r.trueGradient),
      chi_squared: number("", "median of the pixels' reduced χ²", (r) => r.medianChiSquared),
      fault: text("why there is no result; empty where there is one", (r) => r.fault ?? "")
    }
  )
);
