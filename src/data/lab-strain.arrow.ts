// Hoop stress at A at small and at finite strain, for volume changes from small to large.
import { stressModel } from "../science/mechanics/model.js";
import { defaultStressParameters } from "../science/mechanics/parameters.js";
import { geometryOf, simulate } from "../science/mechanics/simulate.js";
import { meshParticle } from "../science/particle/mesh.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { inMPa, labColumns, labMeta } from "./lib/lab.js";

const base = { ...defaultStressParameters(), rate: 10 };
const geometry = geometryOf(base);
const model = stressModel(meshParticle(geometry), geometry.radius, base.poissonRatio);
const depths = [
  0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95
];
const rows: { S: number; strain: string; depth: number; hoop: number; mises: number }[] = [];
for (const volumeChange of [0.01, 0.03, 0.1, 0.2]) {
  for (const strain of ["small", "finite"] as const) {
    const { frames, bridge } = await simulate({ ...base, volumeChange }, { model, strain, frames: depths });
    frames.forEach(({ depthOfDischarge: depth }, f) =>
      rows.push({ S: volumeChange, strain, depth, hoop: bridge.hoop[f], mises: bridge.vonMises[f] })
    );
  }
}
await writeTable(
  arrowTable(
    labMeta(
      "Small against finite strain",
      "Hoop stress at A through a discharge at 10 C, at small strain and with F = F_e F_ic (St Venant–Kirchhoff, Cauchy stress), for four volume changes.",
      "Axisymmetric P2 finite elements on one mesh.",
      ["src/science/mechanics/finite-frames.ts", "src/science/mechanics/finite-newton.ts"]
    ),
    {
      volume_change: { values: rows.map((row) => row.S), ...labColumns.volume_change },
      strain: {
        values: rows.map((row) => row.strain),
        type: "dictionary",
        unit: "",
        description: "small or finite strain"
      },
      depth_of_discharge: { values: rows.map((row) => row.depth), ...labColumns.depth_of_discharge },
      hoop_stress_MPa: { values: inMPa(rows.map((row) => row.hoop)), ...labColumns.hoop_stress_MPa },
      von_mises_MPa: { values: inMPa(rows.map((row) => row.mises)), ...labColumns.von_mises_MPa }
    }
  )
);
