// Which of the pores that were put into the samples were found, by their size.
// tables: data/porosity-volumes/*.vol
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { porosityMeta, readReported } from "./lib/porosity.js";

const rows = readReported().flatMap(({ state, rate, voxel_nm, sizes }) =>
  sizes.found.map((bin, k) => ({
    ...{ state, rate, voxel_nm, ...bin, lower: sizes.lower[k].found, higher: sizes.higher[k].found }
  }))
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    porosityMeta({
      title: "Pores found, by their size",
      description:
        "Of the balls that were put into each sample apart from one another: how many were found, by diameter, at the threshold found and at those less and more its error."
    }),
    {
      state: text("state of the particle", (r) => r.state),
      rate_C: number("C", "rate of cycling; none before it", (r) => r.rate),
      from_um: number("µm", "diameter from", (r) => 1e6 * r.from),
      to_um: number("µm", "diameter to", (r) => 1e6 * r.to),
      voxels_across: number("", "middle of the bin in voxels", (r) => (0.5e9 * (r.from + r.to)) / r.voxel_nm),
      pores: number("", "put in", (r) => r.pores),
      found: number("", "of those found", (r) => r.found),
      found_at_lower: number("", "found at the threshold less its error", (r) => r.lower),
      found_at_higher: number("", "found at the threshold and its error", (r) => r.higher)
    }
  )
);
