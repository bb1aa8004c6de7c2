// Porosity, count and connection found against counts, projections, distance, blur, energy and voxels, 0.1 C and 10 C.
import { poreNetwork, truePorosity } from "../science/particle/pore-network.js";
import { limitRows, limitSize } from "../science/porosity/limits.js";
import { tomographParameters } from "../science/porosity/instrument.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { porosityMeta } from "./lib/porosity.js";

const states = ["0.1C", "10C"];
const exact = new Map(states.map((state) => [state, truePorosity(poreNetwork(state, { size: limitSize }))]));
const rows = states.flatMap((state) => limitRows(state));
const { number, text } = columnsOf(rows);
const voxel = (size: number) => 17600 / size;
await writeTable(
  arrowTable(
    porosityMeta({
      title: "What the nanotomograph could have seen",
      description: `Porosity, number of pores and share of the largest one found, one setting changed at a time; voxels ${voxel(limitSize)} nm wide but for the sweep of the voxels, 100 projections.`,
      code: ["src/science/porosity/limits.ts", "src/science/porosity/instrument.ts"]
    }),
    {
      state: text("state of the particle", (r) => r.state),
      sweep: text(
        `what is varied: size (nm of a voxel) or one of ${Object.keys(tomographParameters).join(", ")}`,
        (r) => r.sweep
      ),
      value: number("", "its value; of sizes the voxel in nm", (r) =>
        r.sweep === "size" ? voxel(r.value) : r.value
      ),
      porosity_percent: number("%", "found", (r) => 100 * r.numbers.porosity),
      porosity_at_lower_percent: number(
        "%",
        "at the threshold less its error",
        (r) => 100 * r.moved[0].porosity
      ),
      porosity_at_higher_percent: number(
        "%",
        "at the threshold and its error",
        (r) => 100 * r.moved[1].porosity
      ),
      true_porosity_percent: number(
        "%",
        "in the sample, pores of any size",
        (r) => 100 * (exact.get(r.state) ?? NaN)
      ),
      pores: number("", "pores found", (r) => r.numbers.count),
      pores_at_lower: number("", "at the threshold less its error", (r) => r.moved[0].count),
      pores_at_higher: number("", "at the threshold and its error", (r) => r.moved[1].count),
      network_percent: number(
        "%",
        "share of the void found that is in the largest pore",
        (r) => 100 * r.numbers.networkShare
      ),
      network_at_lower_percent: number(
        "%",
        "the same at the threshold less its error",
        (r) => 100 * r.moved[0].networkShare
      ),
      network_at_higher_percent: number(
        "%",
        "the same at the threshold and its error",
        (r) => 100 * r.moved[1].networkShare
      )
    }
  )
);
