// The stress model against the exact hollow sphere, on the default mesh.
import { proveSphere } from "../science/mechanics/proof.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { parametersAt, resolution, stressColumns, stressMeta } from "./lib/stress-run.js";

const parameters = { ...parametersAt(10), poreCount: 0 };
const proof = await proveSphere(parameters, [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2], { resolution });
const MPa = (values: Float64Array) => values.map((v) => v * 1e-6);
const exact = "of the exact series solution";
await writeTable(
  arrowTable(
    {
      ...stressMeta(
        "Stress model against the exact hollow sphere",
        "A particle with a central void and no pores at 10 C: finite elements beside the exact solution, along a radius, at several Fourier numbers.",
        { ...parameters }
      ),
      code: [
        "src/science/mechanics/proof.ts",
        "src/science/mechanics/exact.ts",
        "src/science/mechanics/simulate.ts"
      ]
    },
    {
      fourier: { values: proof.fourier, unit: "", description: "Fourier number D t/R²" },
      radius_um: {
        values: proof.radius.map((v) => v * 1e6),
        unit: "µm",
        description: "distance from the centre"
      },
      lithium: { values: proof.lithium, ...stressColumns.lithium },
      exact_lithium: {
        values: proof.exactLithium,
        unit: "",
        description: `lithium per formula unit ${exact}`
      },
      hoop_stress_MPa: { values: MPa(proof.hoop), ...stressColumns.hoop_stress_MPa },
      exact_hoop_stress_MPa: {
        values: MPa(proof.exactHoop),
        unit: "MPa",
        description: `hoop stress ${exact}`
      },
      radial_stress_MPa: { values: MPa(proof.radial), ...stressColumns.radial_stress_MPa },
      exact_radial_stress_MPa: {
        values: MPa(proof.exactRadial),
        unit: "MPa",
        description: `radial stress ${exact}`
      }
    }
  )
);
