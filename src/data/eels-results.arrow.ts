// What the analysis of electron spectra gives back for each region, found and true, at three energy resolutions.
import { analyseSpectra } from "../science/eels/analysis.js";
import { compareSpectra } from "../science/eels/compare.js";
import { comparedResolutions, defaultEelsInstrument } from "../science/eels/instrument.js";
import { settingsFor } from "../science/eels/limits.js";
import { eelsSamples } from "../science/eels/samples.js";
import { measureSpectra } from "../science/eels/twin.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { eelsMeta, eelsSeed } from "./lib/eels.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const rows = eelsSamples.flatMap((sample) =>
  comparedResolutions.flatMap((resolution) => {
    const instrument = { ...defaultEelsInstrument, resolution };
    const result = analyseSpectra(measureSpectra(sample, instrument, eelsSeed), settingsFor(resolution));
    return compareSpectra(result, sample, instrument).map((row) => ({ ...row, sample, resolution }));
  })
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    eelsMeta({
      title: "Electron spectra: found and true",
      description:
        "Thickness, ratios of atoms, pre-peak and valence of Mn in each region, as found from one run of the twin at each energy resolution, with the standard error of the counts, and as in the sample."
    }),
    {
      region: text("id of the region", (r) => r.sample.id),
      label: text("region in words", (r) => r.sample.label),
      resolution_eV: number("eV", "full width of the zero-loss peak", (r) => r.resolution),
      quantity: text("what is found", (r) => r.label),
      quantity_unit: text("unit of the numbers of the row", (r) => r.unit),
      recovered: number("", "as found, in quantity_unit", (r) => r.found),
      standard_error: number(
        "",
        "from the counts, in quantity_unit; none where the fit knows none",
        (r) => r.error
      ),
      true_value: number("", "as set in the sample, in quantity_unit", (r) => r.truth),
      pull: number("", "found less true, in standard errors", (r) => r.pull)
    }
  )
);
