// What survives of Li K and of the O K pre-peak against the energy resolution.
import { defaultEelsInstrument } from "../science/eels/instrument.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { slipsMeta } from "./lib/slips.js";
import { resolutionRows } from "./lib/slips-electrons.js";

const rows = resolutionRows();
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    slipsMeta({
      title: "Li K and the O K pre-peak against the energy resolution",
      description:
        "Region A, spectra without noise: what can be seen, and what a fit that knows the shapes gives.",
      method:
        "Maxima of the expected spectrum; standard errors that the counts allow, bias of the same fits.",
      parameters: { ...defaultEelsInstrument },
      code: ["src/data/lib/slips-electrons.ts", "src/science/eels/limits.ts"]
    }),
    {
      region: text("region of the particle", () => "A"),
      resolution_eV: number("eV", "full width of the zero-loss peak", (r) => r.resolution),
      separation: number("", "distance of Li K from Mn M2,3 over that width", (r) => r.separation),
      pre_peak_maxima: number("", "maxima of O K between 526 and 534 eV", (r) => r.prePeakMaxima),
      smallest_lithium_percent: number(
        "%",
        "change of Li/Mn that is three standard errors",
        (r) => 100 * r.smallestLithium
      ),
      lithium_bias_percent: number("%", "bias of Li/Mn", (r) => 100 * r.lithiumBias),
      condition_number: number("", "of the fit of Li K", (r) => r.condition),
      pre_peak_bias_eV: number("eV", "bias of the pre-peak's energy", (r) => r.prePeakBias)
    }
  )
);
