// Which of the pores that were put into the samples were found, by their size.
// tables: data/porosity-volumes/*.vol
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { porosityMeta, readReported } from "./lib/porosity.js";

const rows = readReported().flatMap(({ state, rate, voxel_nm, sizes }) =>
  sizes.map((bin) => ({ state, rate, voxel_nm, ...bin }))
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    porosityMeta({
      title: "Pores found, by their size",
      description:
        "Of the balls that were put into each sample apart from one another: how many were found, by diameter."
    }),
    {
      state: text("state of the particle", (r) => r.state),
      rate_C: number("C", "rate of cycling; none before it", (r) => r.rate),
      from_um: number("µm", "diameter from", (r) => 1e6 * r.from),
      to_um: number("µm", "diameter to", (r) => 1e6 * r.to),
      voxels_across: number("", "middle of the bin in voxels", (r) => (0.5e9 * (r.from + r.to)) / r.voxel_nm),
      pores: number("", "put in", (r) => r.pores),
      found: number("", "of those found", (r) => r.found)
    }
  )
);
