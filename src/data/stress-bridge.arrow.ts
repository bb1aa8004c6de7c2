// Stress at bridge point A through a charge and the discharge after it, at several rates (Fig. 5f, g).
import { chargeDischarge } from "../science/mechanics/programme.js";
import { simulate } from "../science/mechanics/simulate.js";
import { bridgeColumns, type BridgeColumns } from "../science/mechanics/tabulate.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { parametersAt, resolution, stressColumns, stressMeta } from "./lib/stress-run.js";

const rates = [0.1, 1, 3, 5, 10];
const runs: BridgeColumns[] = [];
for (const rate of rates)
  runs.push(
    bridgeColumns(await simulate(parametersAt(rate), { programme: chargeDischarge, frames: 50, resolution }))
  );

const join = <K extends keyof BridgeColumns>(name: K) =>
  runs.flatMap((run) => Array.from<number | string>(run[name]));
await writeTable(
  arrowTable(
    stressMeta(
      "Stress at bridge point A through charge and discharge",
      "Hoop and von Mises stress and lithium content at A, charging from the discharged state and discharging again without a rest.",
      { ...parametersAt(10), rate: rates }
    ),
    {
      rate_C: {
        values: runs.flatMap((run, k) => new Array<number>(run.phase.length).fill(rates[k])),
        ...stressColumns.rate_C
      },
      half_cycle: { values: join("half_cycle"), type: "int32", ...stressColumns.half_cycle },
      phase: { values: join("phase"), type: "dictionary", ...stressColumns.phase },
      time_s: { values: join("time_s"), ...stressColumns.time_s },
      depth_of_discharge: { values: join("depth_of_discharge"), ...stressColumns.depth_of_discharge },
      hoop_stress_MPa: { values: join("hoop_stress_MPa"), ...stressColumns.hoop_stress_MPa },
      von_mises_MPa: { values: join("von_mises_MPa"), ...stressColumns.von_mises_MPa },
      lithium: { values: join("lithium"), ...stressColumns.lithium }
    }
  )
);
