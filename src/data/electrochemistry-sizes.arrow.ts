// A charge of particles of unlike sizes at 10 C and 0.1 C: which of them carry the current, and what lithium is left in them.
import { defaultHalfCellParameters } from "../science/electrochemistry/parameters.js";
import { simulateHalfCell } from "../science/electrochemistry/simulate.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { electrochemistryMeta, studyRates } from "./lib/electrochemistry.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const sizeSpread = 0.4;
const rows = studyRates.flatMap((rate) => {
  const { sizes, halfCycles } = simulateHalfCell({ ...defaultHalfCellParameters(), rate, sizeSpread });
  return halfCycles.flatMap((curve) =>
    Array.from(sizes.radius, (radius, k) => ({ rate, curve, radius, share: sizes.share[k], k }))
  );
});
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    electrochemistryMeta({
      title: "Particles of unlike sizes",
      description:
        "The end of the first charge and discharge of particles whose sizes spread log-normally by mass (σ of ln R 0.4) about 8 µm, all at one potential: lithium and current density of each size.",
      provenance: "predicted",
      parameters: { ...defaultHalfCellParameters(), sizeSpread },
      code: [
        "src/science/electrochemistry/particle-sizes.ts",
        "src/science/electrochemistry/balance-currents.ts"
      ]
    }),
    {
      rate_C: number("C", "rate", (r) => r.rate),
      phase: text("half-cycle that has just ended", (r) => r.curve.phase),
      radius_um: number("µm", "radius", (r) => 1e6 * r.radius),
      mass_share: number("", "share of the active mass", (r) => r.share),
      lithium: number("", "mean lithium per formula unit at the end", (r) => r.curve.sizeLithium[r.k]),
      current_ratio: number(
        "",
        "current density on its surface over that of all sizes together",
        (r) => r.curve.currentShares[r.k]
      ),
      capacity_mAh_g: number(
        "mAh/g",
        "capacity of the half-cycle, all sizes together",
        (r) => r.curve.capacity[r.curve.capacity.length - 1]
      )
    }
  )
);
