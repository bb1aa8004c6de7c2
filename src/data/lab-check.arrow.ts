// Runs at places where the table of the response has no node: what the interpolation is held against.
import { responseRange } from "../science/mechanics/bridge-response.js";
import { defaultStressParameters } from "../science/mechanics/parameters.js";
import { simulate } from "../science/mechanics/simulate.js";
import { sobolSequence } from "../science/numerics/sobol-sequence.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { inMPa, labColumns, labMeta } from "./lib/lab.js";

const [count, seed, depths] = [8, 4, [0.02, 0.05, 0.2]];
const points = sobolSequence(count, 4, seed);
const base = defaultStressParameters();
const between = ([from, to]: [number, number], u: number) => from * (to / from) ** u;
const rows: number[][] = [];
for (let k = 0; k < count; ++k) {
  const [g, p, nu, d] = points.subarray(4 * k, 4 * k + 4);
  const parameters = {
    ...base,
    gap: between(responseRange.gap, g),
    poreRadius: between(responseRange.poreRadius, p),
    poissonRatio: between(responseRange.poissonRatio, nu),
    diffusivity: between([1e-13, 1e-12], d)
  };
  const programme = [{ phase: "discharge" as const, until: 0.2 }];
  const { bridge } = await simulate(parameters, { frames: depths, programme });
  const { gap, poreRadius, poissonRatio, diffusivity } = parameters;
  depths.forEach((depth, i) =>
    rows.push([1e6 * gap, 1e6 * poreRadius, poissonRatio, diffusivity, depth, bridge.hoop[i + 1]])
  );
}
const column = (k: number) => Float64Array.from(rows, (row) => row[k]);
await writeTable(
  arrowTable(
    labMeta(
      "Runs to check the response with",
      "Hoop stress at A at 10 C by finite elements on the default mesh, at quasi-random gaps, pore radii, Poisson's ratios and diffusivities.",
      "Axisymmetric P2 finite elements; places by a shifted Sobol sequence.",
      ["src/science/mechanics/bridge-response.ts", "src/science/numerics/sobol-sequence.ts"],
      { seed }
    ),
    {
      gap_um: { values: column(0), ...labColumns.gap_um },
      pore_radius_um: { values: column(1), ...labColumns.pore_radius_um },
      poisson_ratio: { values: column(2), ...labColumns.poisson_ratio },
      diffusivity_m2_s: { values: column(3), ...labColumns.diffusivity_m2_s },
      depth_of_discharge: { values: column(4), ...labColumns.depth_of_discharge },
      hoop_stress_MPa: { values: inMPa(column(5)), ...labColumns.hoop_stress_MPa }
    }
  )
);
