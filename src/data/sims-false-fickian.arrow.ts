// How often lithium that follows Fick's law is said not to, with cracks and a matrix effect in the way.
import { falseFickianRows } from "../science/sims/limits.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { simsMeta } from "./lib/sims.js";

const rows = falseFickianRows(8);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    simsMeta({
      title: "Fickian particles called not Fickian",
      description:
        "Particles whose lithium is a parabola of the radius, with what else is in them: how often p is below 0.05, and what a parabola leaves over.",
      provenance: "predicted",
      code: ["src/science/sims/limits.ts", "src/science/sims/fickian.ts"]
    }),
    {
      sample: text("what the particle has beside the parabola", (r) => r.sample),
      rate: number("", "share of particles with p below 0.05", (r) => r.rate),
      residual: number("", "deviation beyond counts and parabola over the mean, median", (r) => r.residual),
      residual_deviation: number("", "its standard deviation between the particles", (r) => r.deviation),
      particles: number("", "particles, each of another seed", (r) => r.particles)
    }
  )
);
