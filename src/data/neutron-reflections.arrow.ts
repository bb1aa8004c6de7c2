// The reflections under each refined neutron pattern: where the ticks stand, and what each contributes.
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { latticeStateColumns, neutronMeta, series } from "./lib/neutron.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const rows = series().flatMap(({ state, result: { reflections: list } }) =>
  Array.from({ length: list.count }, (_, r) => ({ state, list, r })).filter(
    ({ r }) => list.centre[r] > 0.5 && list.centre[r] < 2.5
  )
);
const { number, text } = columnsOf(rows);
const { state, rate_C } = latticeStateColumns(rows);
await writeTable(
  arrowTable(
    neutronMeta({
      title: "Reflections of the refined neutron patterns",
      description:
        "Indices, spacing, multiplicity, structure factor and area of each reflection, every state."
    }),
    {
      ...{ state, rate_C },
      hkl: text("indices in the hexagonal cell", ({ list, r }) => `${list.h[r]} ${list.k[r]} ${list.l[r]}`),
      d_A: number("Å", "refined spacing", ({ list, r }) => list.centre[r]),
      multiplicity: number("", "equivalent reflections", ({ list, r }) => list.multiplicity[r]),
      structure_factor_squared: number("fm²", "|F|² of the cell", ({ list, r }) => list.squared[r]),
      area: number("Å", "area of the reflection, intensity times Å", ({ list, r }) => list.area[r])
    }
  )
);
