// How far a discharge gets before the surface is full: finite elements at pairs of rate and diffusivity.
import { stressModel } from "../science/mechanics/model.js";
import { defaultStressParameters } from "../science/mechanics/parameters.js";
import { reachedDepths } from "../science/mechanics/saturation-runs.js";
import { geometryOf } from "../science/mechanics/geometry-of.js";
import { meshParticle } from "../science/particle/mesh.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { labColumns, labMeta } from "./lib/lab.js";

const base = defaultStressParameters();
const geometry = geometryOf(base);
const model = stressModel(meshParticle(geometry), geometry.radius, base.poissonRatio);
const rows = await reachedDepths(
  [0.1, 0.3, 1, 3, 10],
  [5e-13, 1e-13, 3e-14, 1e-14, 4.59e-15, 1e-15, 1e-16],
  { model },
  base
);
await writeTable(
  arrowTable(
    labMeta(
      "Depth of discharge reached",
      "Depth of discharge at which the surface of a particle of 8 µm is full, by finite elements and in closed form for a hollow sphere.",
      "Axisymmetric P2 finite elements under a uniform flux; exact series of the hollow sphere, with its short-time expansion.",
      [
        "src/science/mechanics/saturation-runs.ts",
        "src/science/mechanics/saturation-map.ts",
        "src/science/mechanics/exact.ts"
      ]
    ),
    {
      rate_C: { values: rows.map((row) => row.rate), ...labColumns.rate_C },
      diffusivity_m2_s: { values: rows.map((row) => row.diffusivity), ...labColumns.diffusivity_m2_s },
      load_number: { values: rows.map((row) => row.loadNumber), unit: "", description: "P = n R²/(D · 1 h)" },
      expected_depth: {
        values: rows.map((row) => row.expected),
        unit: "",
        description: "depth of discharge reached, hollow sphere in closed form"
      },
      computed_depth: {
        values: rows.map((row) => row.computed),
        type: "float64",
        unit: "",
        description: "depth of discharge reached, finite elements; none where the run ends before 1 %"
      }
    }
  )
);
