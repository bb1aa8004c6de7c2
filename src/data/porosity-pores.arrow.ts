// Every pore: size, place, area, shape and connection, found and in the sample, all states.
// tables: data/porosity-volumes/*.vol
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { porosityMeta, readReported } from "./lib/porosity.js";

const rows = readReported().flatMap(({ state, rate, pores, truePores }) =>
  [...pores.map((pore) => ({ pore, of: "found" })), ...truePores.map((pore) => ({ pore, of: "true" }))].map(
    (row) => ({ ...row, state, rate })
  )
);
const { number, text } = columnsOf(rows);
const um = 1e6;
const yes = (is: boolean) => (is ? 1 : 0);
await writeTable(
  arrowTable(
    porosityMeta({
      title: "Pores, one row each",
      description:
        "Volume, diameter, place, area by two estimators, elongation and connection of every pore of four voxels and more, found and in the sample. No error for single pores: at another threshold they appear, merge and part, so that rows have no partner; what the threshold does to their number and sums is in porosity-numbers."
    }),
    {
      state: text("state of the particle", (r) => r.state),
      rate_C: number("C", "rate of cycling; none before it", (r) => r.rate),
      of: text("found: from the tomogram; true: from the sample on the same voxels", (r) => r.of),
      pore: number("", "number, 1 the largest of its state", ({ pore }) => pore.number),
      volume_um3: number("µm³", "volume", ({ pore }) => pore.volume * um ** 3),
      diameter_um: number("µm", "diameter of a ball of that volume", ({ pore }) => pore.diameter * um),
      x_um: number("µm", "centre of mass from the particle's, along x", ({ pore }) => pore.centre[1] * um),
      y_um: number("µm", "the same along y, the axis of rotation", ({ pore }) => pore.centre[2] * um),
      z_um: number("µm", "the same along z", ({ pore }) => pore.centre[0] * um),
      radius_um: number("µm", "distance of its centre from the particle's", ({ pore }) => pore.radius * um),
      depth_um: number(
        "µm",
        "from its nearest voxel to the particle's outer surface",
        ({ pore }) => pore.depth * um
      ),
      area_um2: number("µm²", "surface area by Crofton's formula", ({ pore }) => pore.area * um ** 2),
      mesh_area_um2: number(
        "µm²",
        "surface area by marching cubes on voxels, some 8 % too large",
        ({ pore }) => pore.meshArea * um ** 2
      ),
      elongation: number("", "longest over shortest principal width", ({ pore }) => pore.elongation),
      chambers: number("", "basins of its watershed, parted by necks", ({ pore }) => pore.chambers),
      open: number("", "1 where it opens to the particle's outer surface", ({ pore }) => yes(pore.open)),
      at_border: number(
        "",
        "1 where it touches the border of the volume: its numbers are lower bounds",
        ({ pore }) => yes(pore.atBorder)
      )
    }
  )
);
