// Stress at A (and cell voltage) at 0.1 C and 10 C, from rest, in models that are linear and in models that are not.
import { rateRatioRuns, ratioCases } from "../science/mechanics/rate-ratio.js";
import { defaultFullParameters } from "../science/mechanics/full-parameters.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { inMPa, labColumns, labMeta } from "./lib/lab.js";

const runs = await rateRatioRuns();
const rows = runs.flatMap((run) => Array.from(run.depthOfDischarge, (_, f) => ({ run, f })));
const labels = new Map(ratioCases.map(({ name, label }) => [name, label]));
const text = (value: (row: (typeof rows)[number]) => string, description: string) => ({
  values: rows.map(value),
  type: "dictionary" as const,
  unit: "",
  description
});
const optional = (key: "voltage" | "currentSpread") => rows.map(({ run, f }) => run[key]?.[f] ?? null);
await writeTable(
  arrowTable(
    labMeta(
      "Stress at A at two rates in seven models",
      "Hoop stress at A from rest at 0.1 C and 10 C, discharge and charge, with a uniform flux and with the full model, for several curves of ΔV/V0.",
      "Axisymmetric P2 finite elements; the full model has Butler–Volmer kinetics on the outer surface and a lithium-metal half-cell.",
      ["src/science/mechanics/rate-ratio.ts", "src/science/mechanics/simulate-full.ts"],
      { parameters: { ...defaultFullParameters() } }
    ),
    {
      model: text(({ run }) => run.name, "short name of the model"),
      label: text(({ run }) => labels.get(run.name) ?? run.name, "what the model is"),
      rate_C: { values: rows.map(({ run }) => run.rate), ...labColumns.rate_C },
      phase: text(({ run }) => run.phase, labColumns.phase.description),
      depth_of_discharge: {
        values: rows.map(({ run, f }) => run.depthOfDischarge[f]),
        ...labColumns.depth_of_discharge
      },
      hoop_stress_MPa: {
        values: inMPa(rows.map(({ run, f }) => run.hoop[f])),
        ...labColumns.hoop_stress_MPa
      },
      von_mises_MPa: {
        values: inMPa(rows.map(({ run, f }) => run.vonMises[f])),
        ...labColumns.von_mises_MPa
      },
      voltage_V: {
        values: optional("voltage"),
        type: "float64",
        unit: "V",
        description: "cell voltage against lithium metal; none in the model without kinetics"
      },
      current_spread: {
        values: optional("currentSpread"),
        type: "float64",
        unit: "",
        description: "largest less smallest local current density on the outer surface, over its mean"
      },
      stopped: text(({ run }) => run.stopped, "why the run ended early; empty where it did not")
    }
  )
);
