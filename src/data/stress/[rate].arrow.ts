// Stress and lithium along the radial line through bridge point A during a discharge at one rate (Fig. 5d, e).
import { simulate } from "../../science/mechanics/simulate.js";
import { profileColumns } from "../../science/mechanics/tabulate.js";
import { arrowTable, writeTable } from "../lib/arrow-table.js";
import {
  parametersAt,
  profileDepths,
  rateOption,
  resolution,
  stressColumns,
  stressMeta
} from "../lib/stress-run.js";

// SQL counts NaN as the largest number; a place within a pore has no value
const orNull = (values: Float64Array) => Array.from(values, (v) => (Number.isNaN(v) ? null : v));

const rate = rateOption();
const parameters = parametersAt(rate);
const columns = profileColumns(await simulate(parameters, { frames: profileDepths, resolution }));
await writeTable(
  arrowTable(
    stressMeta(
      `Stress along the radius at ${rate} C`,
      "Hoop, radial and von Mises stress and lithium content from the void's surface to the particle's, on discharge from a uniform state.",
      { ...parameters }
    ),
    {
      phase: { values: columns.phase, type: "dictionary", ...stressColumns.phase },
      time_s: { values: columns.time_s, ...stressColumns.time_s },
      depth_of_discharge: { values: columns.depth_of_discharge, ...stressColumns.depth_of_discharge },
      radius_um: { values: columns.radius_um, ...stressColumns.radius_um },
      hoop_stress_MPa: {
        values: orNull(columns.hoop_stress_MPa),
        type: "float64",
        ...stressColumns.hoop_stress_MPa
      },
      radial_stress_MPa: {
        values: orNull(columns.radial_stress_MPa),
        type: "float64",
        ...stressColumns.radial_stress_MPa
      },
      von_mises_MPa: {
        values: orNull(columns.von_mises_MPa),
        type: "float64",
        ...stressColumns.von_mises_MPa
      },
      lithium: { values: orNull(columns.lithium), type: "float64", ...stressColumns.lithium }
    }
  )
);
