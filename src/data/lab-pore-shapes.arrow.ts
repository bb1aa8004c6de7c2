// The stress at A beside a pore on the axis, a ball, and beside one at the equator, a ring.
import { defaultStressParameters } from "../science/mechanics/parameters.js";
import {
  poreShapes,
  shapeStress,
  type PoreShape,
  type ShapeStress
} from "../science/mechanics/pore-shapes.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { inMPa, labColumns, labMeta } from "./lib/lab.js";

const base = { ...defaultStressParameters(), rate: 10 };
const gaps = [0.05, 0.075, 0.1, 0.2, 0.35, 0.6].map((gap) => gap * 1e-6);
// two balls show only that the second changes nothing
const gapsOf = (shape: PoreShape) =>
  shape === "none" ? [NaN] : shape === "two spheres" ? [gaps[0], gaps[3], gaps[5]] : gaps;
const rows: ShapeStress[] = [];
for (const shape of poreShapes)
  for (const gap of gapsOf(shape)) rows.push(await shapeStress(base, shape, gap));
const pa = (key: "hoop" | "meridian" | "vonMises" | "largest", description: string) => ({
  values: inMPa(rows.map((row) => row[key])),
  unit: "MPa",
  description
});
await writeTable(
  arrowTable(
    labMeta(
      "Pores that are balls and pores that are rings",
      "Stress at A at 10 C and a depth of discharge of 20 % against the gap, for one ball on the axis, two of them, a ring at the equator, and no pore (at the void's surface).",
      "Axisymmetric P2 finite elements, a mesh for each row.",
      ["src/science/mechanics/pore-shapes.ts"]
    ),
    {
      shape: {
        values: rows.map((row) => row.shape),
        type: "dictionary",
        unit: "",
        description: "none, sphere (one, on the axis), two spheres (on both poles), torus (at the equator)"
      },
      gap_um: {
        values: rows.map((row) => (Number.isNaN(row.gap) ? null : 1e6 * row.gap)),
        type: "float64",
        ...labColumns.gap_um
      },
      hoop_stress_MPa: pa("hoop", labColumns.hoop_stress_MPa.description),
      meridian_stress_MPa: pa("meridian", "stress along the void's surface in the meridian plane"),
      von_mises_MPa: pa("vonMises", "von Mises stress"),
      largest_MPa: pa("largest", "the larger of hoop and meridian stress: what would open a crack at A")
    }
  )
);
