// Ion maps of a particle that follows the diffusion model, and of the uneven one of the twin, put to the Fickian test.
import { defaultSimsInstrument } from "../science/sims/instrument.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { slipsMeta } from "./lib/slips.js";
import { fickianMapRows } from "./lib/slips-lithium.js";

const rows = fickianMapRows();
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    slipsMeta({
      title: "Ion maps of the diffusion model",
      description:
        "What a parabola of the radius explains of lithium's counts, medians over particles of other seeds.",
      method:
        "Twin of the spectrometer on cuts of 17.2 µm, 128 pixels; fit of a parabola to blocks of counts.",
      parameters: { ...defaultSimsInstrument({ pixels: 128 }) },
      seed: 40,
      code: ["src/data/lib/slips-lithium.ts", "src/science/sims/fickian.ts"]
    }),
    {
      sample: text("what is in the particle", (r) => r.sample),
      fall_percent: number(
        "%",
        "lithium at the centre less that at the surface over the mean, set",
        (r) => 100 * r.fall
      ),
      parabola_percent: number(
        "%",
        "of the variance beyond counts; none where there is no such variance",
        (r) => 100 * r.parabola
      ),
      residual_percent: number(
        "%",
        "deviation beyond counts and parabola, over the mean",
        (r) => 100 * r.residual
      ),
      particles: number("", "particles, each of another seed", (r) => r.particles)
    }
  )
);
