// The nodes of the default mesh.
import { meshParticle } from "../science/particle/mesh.js";
import { geometryOf } from "../science/mechanics/simulate.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { parametersAt, resolution, stressColumns, stressMeta } from "./lib/stress-run.js";

const parameters = parametersAt(10);
const { coordinates, nodeCount } = meshParticle(geometryOf(parameters), { resolution });
const nodes = Int32Array.from({ length: nodeCount }, (_, i) => i);
await writeTable(
  arrowTable(
    stressMeta("Nodes of the mesh", "Position of each node of the particle's mesh in the half-plane r ≥ 0.", {
      ...parameters
    }),
    {
      node: { values: nodes, ...stressColumns.node },
      r_um: {
        values: Float64Array.from(nodes, (i) => 1e6 * coordinates[2 * i]),
        unit: "µm",
        description: "distance from the axis"
      },
      z_um: {
        values: Float64Array.from(nodes, (i) => 1e6 * coordinates[2 * i + 1]),
        unit: "µm",
        description: "height along the axis"
      }
    }
  )
);
