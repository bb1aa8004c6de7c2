// What the spectrometer could have seen: errors and bias at three resolutions against dose, thickness and the analysis.
import { comparedResolutions, defaultEelsInstrument } from "../science/eels/instrument.js";
import { limitsOf, limitVariants, type Limit, variantSettings } from "../science/eels/limits.js";
import { eelsSample } from "../science/eels/samples.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { eelsMeta, eelsSweeps, withDose } from "./lib/eels.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const sample = eelsSample("A");
const nm = 1e-9;
const rows = comparedResolutions.flatMap((resolution) => {
  const instrument = { ...defaultEelsInstrument, resolution };
  const named = (limits: Limit[], sweep: string, value: number, variant: string) =>
    limits.map((limit) => ({ ...limit, resolution, sweep, value, variant }));
  const usual = "as on this page";
  return [
    ...limitVariants.flatMap((v) => {
      const own = variantSettings(v, resolution);
      return named(limitsOf(sample, instrument, own, v.change, v.fits), "analysis", NaN, v.name);
    }),
    ...eelsSweeps.dose.flatMap((dose) =>
      named(limitsOf(sample, withDose(instrument, dose)), "dose", dose, usual)
    ),
    ...eelsSweeps.thickness.flatMap((thickness) =>
      named(limitsOf({ ...sample, thickness: thickness * nm }, instrument), "thickness", thickness, usual)
    )
  ];
});
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    eelsMeta({
      title: "What the spectrometer could have seen",
      description:
        "Li over Mn, pre-peak and valence of Mn in region A from spectra without noise: bias, and the standard error that the counts allow, at three energy resolutions against dose, thickness and the way of the analysis.",
      parameters: { instrument: defaultEelsInstrument, region: sample.id, sweeps: eelsSweeps },
      seed: null
    }),
    {
      sweep: text("what is changed: analysis, dose or thickness", (r) => r.sweep),
      variant: text("the analysis in words", (r) => r.variant),
      value: number("", "factor of all exposures; thickness in nm", (r) => r.value),
      resolution_eV: number("eV", "full width of the zero-loss peak", (r) => r.resolution),
      quantity: text(
        "lithium (over Mn), prePeakEnergy (eV), prePeakArea (1/nm²) or valence",
        (r) => r.quantity
      ),
      recovered: number("", "as found", (r) => r.found),
      standard_error: number("", "that the counts allow; none where the fit knows none", (r) => r.error),
      true_value: number("", "as set in the sample", (r) => r.truth),
      bias: number("", "found less true", (r) => r.found - r.truth),
      smallest_change: number(
        "",
        "change that is three standard errors: as a share of the truth, for energy and valence as they are",
        (r) => r.smallest
      ),
      condition_number: number("", "of the fit of Li K", (r) => r.conditionNumber),
      correlation: number("", "between the amounts of Li and Mn in that fit", (r) => r.correlation),
      fault: text("why a result cannot be relied on; empty where it can", (r) => r.fault)
    }
  )
);
