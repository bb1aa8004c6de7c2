// Hoop stress at A on six meshes, for the bridge and for a hollow sphere whose exact stress is known.
import { defaultStressParameters } from "../science/mechanics/parameters.js";
import { refinementStudy, studiedResolutions } from "../science/mechanics/refinement-study.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { inMPa, labColumns, labMeta } from "./lib/lab.js";

const base = { ...defaultStressParameters(), rate: 10 };
const bridge = await refinementStudy(base);
const sphere = await refinementStudy({ ...base, poreCount: 0 }, studiedResolutions.slice(0, 5));
const rows = [...bridge, ...sphere];
const pa = (key: "hoop" | "extrapolated" | "spreadBound" | "indicator" | "exact", description: string) => ({
  values: inMPa(rows.map((row) => row[key])),
  type: "float64" as const,
  unit: "MPa",
  description
});
await writeTable(
  arrowTable(
    labMeta(
      "Refinement of the mesh",
      "Hoop stress at 10 C and a depth of discharge of 20 % on six meshes: at A in the bridge, and at the void of a sphere without pores, where the exact value is known.",
      "Axisymmetric P2 finite elements; Richardson's extrapolation from each three meshes; Zienkiewicz and Zhu's error indicator around A.",
      ["src/science/mechanics/refinement-study.ts", "src/science/mechanics/error-indicator.ts"]
    ),
    {
      case: {
        values: [...bridge.map(() => "bridge"), ...sphere.map(() => "hollow sphere")],
        type: "dictionary",
        unit: "",
        description: "bridge point A, or the void's surface of a sphere without pores"
      },
      resolution: {
        values: rows.map((row) => row.resolution),
        unit: "",
        description: "edges of the default mesh over those of this one"
      },
      nodes: {
        values: Int32Array.from(rows, (row) => row.nodes),
        unit: "",
        description: "nodes of the mesh"
      },
      hoop_stress_MPa: pa("hoop", labColumns.hoop_stress_MPa.description),
      extrapolated_MPa: pa("extrapolated", "Richardson's limit from this mesh and the two before it"),
      order: {
        values: rows.map((row) => row.order),
        type: "float64",
        unit: "",
        description: "observed order of convergence from this mesh and the two before it"
      },
      spread_bound_MPa: pa("spreadBound", "1.5 times the spread of the stress over these three meshes"),
      indicator_MPa: pa("indicator", "error indicator of the stress around A"),
      exact_MPa: pa("exact", "exact hoop stress, where it is known")
    }
  )
);
