// Every voxel of one particle: class found and true, element densities, distance from the surface.
// tables: data/composition-runs/*.vol
import { depthBelowSurface } from "../science/composition/profiles.js";
import { composition, formulaUnitConcentration } from "../science/material/composition.js";
import { arrowTable, writeTable, type Column } from "./lib/arrow-table.js";
import { compositionMeta } from "./lib/composition.js";
import { readRuns } from "./lib/composition-runs.js";

const state = "10C-4.8V";
const [run] = readRuns([state]).runs;
if (!run) throw new Error(`unknown sampled state: ${state}`);
const { size, slices, voxel, classes, trueClasses, ratio, file } = run;
const depth = depthBelowSurface(
  classes.map((c) => (c > 0 ? 1 : 0)),
  run
);
const densities = { O: file.exact("O"), Mn: file.exact("Mn"), Co: file.exact("Co"), Ni: file.exact("Ni") };
const inside = Array.from(classes.keys()).filter((v) => classes[v] > 0);
const place = (index: (v: number) => number, n: number) =>
  Float32Array.from(inside, (v) => (index(v) - (n - 1) / 2) * voxel * 1e9);
const names = ["outside", "target", "oxygen-poor", "oxygen-rich"];
const named = (of: Uint8Array, description: string): Column => ({
  ...{ unit: "", description, type: "dictionary" },
  values: inside.map((v) => names[of[v]] ?? "")
});
const density = (element: "O" | "Mn" | "Co" | "Ni"): Column => ({
  unit: "",
  description: `${element} density over the intended one`,
  values: Float32Array.from(
    inside,
    (v) => densities[element][v] / (composition[element] * formulaUnitConcentration())
  )
});
const nm = "nm";
await writeTable(
  arrowTable(
    compositionMeta({
      title: `Voxels of one particle: ${state}`,
      description: "One row a voxel that the analysis gives a class, 19.6 nm wide at the default resolution."
    }),
    {
      x_nm: {
        unit: nm,
        description: "across the tilt axis, from the middle",
        values: place((v) => Math.floor(v / slices) % size, size)
      },
      y_nm: { unit: nm, description: "along the tilt axis", values: place((v) => v % slices, slices) },
      z_nm: {
        unit: nm,
        description: "along the beam at tilt 0",
        values: place((v) => Math.floor(v / slices / size), size)
      },
      depth_nm: {
        unit: nm,
        description: "below the particle's surface",
        values: Float32Array.from(inside, (v) => depth[v] * 1e9)
      },
      class: named(classes, "class found"),
      true_class: named(trueClasses, "class in the sample"),
      ratio: {
        unit: "",
        description: "TM/O over that of the pristine particle",
        values: Float32Array.from(inside, (v) => ratio[v])
      },
      O: density("O"),
      Mn: density("Mn"),
      Co: density("Co"),
      Ni: density("Ni")
    }
  )
);
