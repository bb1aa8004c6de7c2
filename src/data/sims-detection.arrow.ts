// The smallest contrast of a disc that the maps would show, against its width and the time of the beam.
import { detectionRows, sigmas } from "../science/sims/limits-detection.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { shownInstrument, simsMeta } from "./lib/sims.js";

const diameters = [0.1, 0.15, 0.25, 0.4, 0.7, 1.2, 2, 3.5].map((d) => d * 1e-6);
const rows = detectionRows(shownInstrument(""), diameters, [3, 30, 300]);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    simsMeta({
      title: "Smallest contrast that ion maps show",
      description: `Contrast at which a disc stands out by ${sigmas} standard errors of its counts, no matrix effect.`,
      provenance: "predicted",
      seed: null,
      code: ["src/science/sims/limits-detection.ts", "src/science/sims/twin.ts"]
    }),
    {
      ion: text("element", (r) => r.ion),
      diameter_um: number("µm", "of the disc", (r) => 1e6 * r.diameter),
      time_s: number("s", "of the beam on the field", (r) => r.time),
      counts: number("", "a pixel without the disc", (r) => r.counts),
      contrast: number("", "smallest excess or lack, as a share", (r) => r.contrast)
    }
  )
);
