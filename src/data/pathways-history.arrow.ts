// The course of the cycles: voltage, lithium, released oxygen, distortion, layer, cracks, stress.
import { thin } from "../science/electrochemistry/analysis.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { pathwayRuns, pathwaysMeta } from "./lib/pathways.js";

const shown = [1, 2, 5, 10, 20];
const rows = pathwayRuns().flatMap(({ run, rate }) =>
  shown.flatMap((cycle) =>
    (["charge", "discharge"] as const).flatMap((phase) => {
      const own = run.history.filter((row) => row.cycle === cycle && row.phase === phase);
      const keep = thin(
        own.map(({ capacity }) => capacity),
        own.map(({ voltage }) => voltage),
        24
      );
      return Array.from(keep, (i) => ({ rate, ...own[i] }));
    })
  )
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    pathwaysMeta({
      title: "The course of the cycles",
      description: "Cycles 1, 2, 5, 10 and 20 of the pathway model at 0.05 to 20 C."
    }),
    {
      rate_C: number("C", "rate", (r) => r.rate),
      cycle: number("", "number of the cycle, from 1", (r) => r.cycle),
      phase: text("charge or discharge", (r) => r.phase),
      time_h: number("h", "time since the very beginning", (r) => r.time / 3600),
      capacity_mAh_g: number("mAh/g", "charge passed in the half-cycle", (r) => r.capacity),
      voltage_V: number("V", "terminal voltage", (r) => r.voltage),
      lithium: number("", "lithium per formula unit", (r) => r.lithium),
      oxygen_lost_percent: number("%", "share of all oxygen that is released", (r) => 50 * r.released),
      distorted_percent: number(
        "%",
        "distorted share, beyond that of the pristine particle",
        (r) => 100 * r.distorted
      ),
      surface_layer_nm: number("nm", "densified surface", (r) => 1e9 * r.layer),
      crack_damage: number("", "0 for none to 1", (r) => r.cracks),
      hoop_stress_MPa: number("MPa", "largest tensile hoop stress", (r) => r.hoop / 1e6)
    }
  )
);
