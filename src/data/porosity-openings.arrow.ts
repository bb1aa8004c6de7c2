// Local thickness of cracks and pores: how much of the void is how wide, found and in the sample.
// tables: data/porosity-volumes/*.vol
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { porosityMeta, readReported } from "./lib/porosity.js";

const rows = readReported().flatMap(({ state, rate, voxel_nm, openings }) =>
  openings.found.network.map((_, k) => ({ state, rate, k, voxel: 1e-3 * voxel_nm, ...openings }))
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    porosityMeta({
      title: "Openings of cracks and pores",
      description:
        "Volume of void by local thickness, the diameter of the largest ball within it: in the largest connected pore and in the others, at the threshold found and at those less and more its error."
    }),
    {
      state: text("state of the particle", (r) => r.state),
      rate_C: number("C", "rate of cycling; none before it", (r) => r.rate),
      from_um: number("µm", "local thickness from", (r) => 1e6 * r.found.edges[r.k]),
      to_um: number("µm", "local thickness to", (r) => 1e6 * r.found.edges[r.k + 1]),
      network_um3: number("µm³", "found, in the largest pore", (r) => r.found.network[r.k] * r.voxel ** 3),
      isolated_um3: number("µm³", "found, in the others", (r) => r.found.isolated[r.k] * r.voxel ** 3),
      network_at_lower_um3: number(
        "µm³",
        "in the largest pore, at the threshold less its error",
        (r) => r.lower.network[r.k] * r.voxel ** 3
      ),
      network_at_higher_um3: number(
        "µm³",
        "in the largest pore, at the threshold and its error",
        (r) => r.higher.network[r.k] * r.voxel ** 3
      ),
      isolated_at_lower_um3: number(
        "µm³",
        "in the others, at the threshold less its error",
        (r) => r.lower.isolated[r.k] * r.voxel ** 3
      ),
      isolated_at_higher_um3: number(
        "µm³",
        "in the others, at the threshold and its error",
        (r) => r.higher.isolated[r.k] * r.voxel ** 3
      ),
      true_network_um3: number(
        "µm³",
        "in the sample's largest pore",
        (r) => r.truth.network[r.k] * r.voxel ** 3
      ),
      true_isolated_um3: number("µm³", "in the sample's others", (r) => r.truth.isolated[r.k] * r.voxel ** 3)
    }
  )
);
