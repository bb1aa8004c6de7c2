// Lithium and stress at every node of the mesh during a discharge at one rate (Supplementary Figs. 27 and 28).
import { simulate } from "../../science/mechanics/simulate.js";
import { fieldColumns } from "../../science/mechanics/tabulate.js";
import { arrowTable, writeTable } from "../lib/arrow-table.js";
import { parametersAt, rateOption, resolution, stressColumns, stressMeta } from "../lib/stress-run.js";

const depths = [0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8];
const rate = rateOption();
const parameters = parametersAt(rate);
const result = await simulate(parameters, {
  frames: depths,
  resolution,
  programme: [{ phase: "discharge", until: 0.8 }]
});
// the uniform state at the start has nothing to show
const columns = fieldColumns({ ...result, frames: result.frames.slice(1) });
await writeTable(
  arrowTable(
    stressMeta(
      `Fields over the particle at ${rate} C`,
      "Lithium content, hoop and von Mises stress at the nodes of the mesh at some depths of discharge; positions are in the table of the mesh.",
      { ...parameters }
    ),
    {
      depth_of_discharge: { values: columns.depth_of_discharge, ...stressColumns.depth_of_discharge },
      node: { values: columns.node, ...stressColumns.node },
      lithium: { values: columns.lithium, ...stressColumns.lithium },
      hoop_stress_MPa: { values: columns.hoop_stress_MPa, ...stressColumns.hoop_stress_MPa },
      von_mises_MPa: { values: columns.von_mises_MPa, ...stressColumns.von_mises_MPa }
    }
  )
);
