// The six-node triangles of the default mesh.
import { meshParticle } from "../science/particle/mesh.js";
import { geometryOf } from "../science/mechanics/simulate.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { parametersAt, resolution, stressMeta } from "./lib/stress-run.js";

const parameters = parametersAt(10);
const { triangles, triangleCount } = meshParticle(geometryOf(parameters), { resolution });
const corner = (k: number) => Int32Array.from({ length: triangleCount }, (_, t) => triangles[6 * t + k]);
const names = [
  "corner 0",
  "corner 1",
  "corner 2",
  "middle of edge 0–1",
  "middle of edge 1–2",
  "middle of edge 2–0"
];
await writeTable(
  arrowTable(
    stressMeta(
      "Triangles of the mesh",
      "Nodes of each triangle: three corners counter-clockwise, then the nodes of its edges.",
      {
        ...parameters
      }
    ),
    Object.fromEntries(
      names.map((name, k) => [
        `node_${k}`,
        { values: corner(k), unit: "", description: `number of the node at ${name}` }
      ])
    )
  )
);
