// The response of the bridge, by finite elements, from which the linear model's stress at A follows for any E, S, D and rate.
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { labColumns, labMeta, labResponse } from "./lib/lab.js";

const { gap, poreRadius, poissonRatio, fourier, response } = await labResponse();
const rows = gap.flatMap((g) =>
  poreRadius.flatMap((p) => poissonRatio.flatMap((nu) => fourier.map((Fo) => [g, p, nu, Fo])))
);
const column = (k: number, factor: number) => Float64Array.from(rows, (row) => row[k] * factor);
await writeTable(
  arrowTable(
    labMeta(
      "Response of the bridge",
      "H in σ_A = E (S/3) P H(Fo; g, p, ν), P = n R²/(D · 1 h): hoop stress at A of the linear model, freed of all that enters by exact scalings; R = 8 µm, void 0.5 µm, pores on the axis.",
      "Axisymmetric P2 finite elements at Chebyshev's points of ln g, ln p and ν.",
      ["src/science/mechanics/bridge-response.ts"]
    ),
    {
      gap_um: { values: column(0, 1e6), ...labColumns.gap_um },
      pore_radius_um: { values: column(1, 1e6), ...labColumns.pore_radius_um },
      poisson_ratio: { values: column(2, 1), ...labColumns.poisson_ratio },
      fourier: { values: column(3, 1), ...labColumns.fourier },
      response: { values: response, unit: "", description: "H, dimensionless hoop stress at A" }
    }
  )
);
