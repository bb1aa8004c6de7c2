// Four arrangements of pores through a discharge at 10 C: the stress at A and the largest anywhere.
import { defaultStressParameters } from "../science/mechanics/parameters.js";
import { arrangedGeometry, poreArrangements, porosity } from "../science/mechanics/pore-arrangements.js";
import { dischargeArranged, largestOf } from "../science/mechanics/pore-arrangement-runs.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { labColumns, labMeta } from "./lib/lab.js";

const base = { ...defaultStressParameters(), rate: 10 };
const depths = [0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 0.9];
const rows: Record<string, number | string>[] = [];
for (const name of poreArrangements) {
  const result = await dischargeArranged(base, name, depths);
  const share = porosity(arrangedGeometry(base, name));
  result.frames.forEach(({ depthOfDischarge }, f) => {
    const [hoop, mises] = [largestOf(result, f, "hoopStress"), largestOf(result, f, "vonMises")];
    rows.push({
      name,
      share,
      depth: depthOfDischarge,
      atA: 1e-6 * result.bridge.hoop[f],
      misesAtA: 1e-6 * result.bridge.vonMises[f],
      hoop: 1e-6 * hoop.value,
      r: 1e6 * hoop.r,
      z: 1e6 * hoop.z,
      mises: 1e-6 * mises.value
    });
  });
}
const number = (key: string, unit: string, description: string) => ({
  values: rows.map((row) => Number(row[key])),
  unit,
  description
});
await writeTable(
  arrowTable(
    labMeta(
      "Arrangements of pores",
      "A discharge at 10 C of particles whose pores are the two of the default, or four shells of them: equal, larger outwards, larger inwards.",
      "Axisymmetric P2 finite elements, a mesh for each arrangement; pores off the axis are rings.",
      [
        "src/science/mechanics/pore-arrangement-runs.ts",
        "src/science/mechanics/pore-arrangements.ts",
        "src/science/particle/pores.ts"
      ],
      { page: "/hypotheses/graded-pores" }
    ),
    {
      arrangement: {
        values: rows.map((row) => String(row.name)),
        type: "dictionary",
        unit: "",
        description: "default (two pores), or four shells: equal, larger outwards, larger inwards"
      },
      porosity: number("share", "", "void and pores as a share of the ball"),
      depth_of_discharge: number("depth", "", labColumns.depth_of_discharge.description),
      hoop_at_A_MPa: number("atA", "MPa", "hoop stress at bridge point A"),
      von_mises_at_A_MPa: number("misesAtA", "MPa", "von Mises stress at bridge point A"),
      largest_hoop_MPa: number("hoop", "MPa", "largest hoop stress anywhere"),
      largest_r_um: number("r", "µm", "distance from the axis of the largest hoop stress"),
      largest_z_um: number("z", "µm", "height of the largest hoop stress"),
      largest_von_mises_MPa: number("mises", "MPa", "largest von Mises stress anywhere")
    }
  )
);
