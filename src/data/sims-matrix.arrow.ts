// Whether "O-rich is Mn-poor" is found, in particles where it is so and where it is not, against the matrix effect.
import { matrixRows } from "../science/sims/limits.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { simsMeta } from "./lib/sims.js";

const rows = matrixRows([0, 0.75, 1.5, 3], 5);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    simsMeta({
      title: "Matrix effect and normalisation",
      description:
        "Overlap of O-rich with Mn-poor and with Li-rich areas, and how often it is significant, with and without a lack of Mn in the sample.",
      provenance: "predicted",
      code: ["src/science/sims/limits.ts", "src/science/sims/twin.ts"]
    }),
    {
      sample: text("whether Mn lacks in the sample", (r) => (r.deficit ? "Mn lacks" : "Mn does not lack")),
      matrix_exponent: number("", "exponent of oxygen in the yield of positive ions", (r) => r.matrix),
      normalisation: text("counts, or shares of the three ions' total", (r) => r.normalisation),
      overlap: number("", "O-rich and Mn-poor over chance, mean over particles", (r) => r.overlap),
      rate: number("", "share of particles with p below 0.05", (r) => r.rate),
      lithium_overlap: number("", "Li-rich and O-rich over chance", (r) => r.lithium),
      lithium_rate: number("", "share of particles with p below 0.05", (r) => r.lithiumRate),
      particles: number("", "particles, each of another seed", (r) => r.particles)
    }
  )
);
