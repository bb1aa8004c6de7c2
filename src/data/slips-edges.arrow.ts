// The Li K and O K edges of region A as expected at three energy resolutions, without noise.
import { defaultEelsInstrument } from "../science/eels/instrument.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { slipsMeta } from "./lib/slips.js";
import { edgeRows, shownResolutions } from "./lib/slips-electrons.js";

const rows = edgeRows(shownResolutions);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    slipsMeta({
      title: "Li K and O K at three energy resolutions",
      description:
        "Spectra of region A without noise, at the printed width and at widths that a slip might stand for.",
      method: "Twin of the spectrometer: edges, plural scattering, zero-loss peak of the given width.",
      parameters: { ...defaultEelsInstrument },
      code: ["src/data/lib/slips-electrons.ts", "src/science/eels/twin.ts"]
    }),
    {
      edge: text("Li K or O K", (r) => r.edge),
      resolution_eV: number("eV", "full width of the zero-loss peak", (r) => r.resolution),
      energy_eV: number("eV", "energy loss", (r) => r.energy),
      counts: number("", "counts over those at the start of the range", (r) => r.counts),
      without_lithium: number("", "the same from a sample without lithium; Li K only", (r) => r.without)
    }
  )
);
