/** Small ion maps and tables as the loaders write them, rows as JSON. */
import { sectionStates } from "../../../src/science/particle/cross-section-states.js";
import { detectionRows } from "../../../src/science/sims/limits-detection.js";
import { calibrationRows, falseFickianRows, matrixRows } from "../../../src/science/sims/limits.js";
import { defaultSimsInstrument } from "../../../src/science/sims/instrument.js";
import { ions } from "../../../src/science/sims/raw.js";
import { binMean } from "../../../src/science/sims/twin.js";
import { packArrays } from "../../../src/data/lib/packed-arrays.js";
import { factsOf } from "../../../src/data/lib/sims-facts.js";
import { runSection, simsMeta } from "../../../src/data/lib/sims.js";

const size = 128;
const square = { shape: [size, size], axes: ["y", "x"], unit: "" };

export function madeUp(): Map<string, Buffer> {
  const out = new Map<string, Buffer>();
  const json = (name: string, rows: readonly unknown[]) => out.set(name, Buffer.from(JSON.stringify(rows)));
  const all = sectionStates
    .filter(({ id }) => id.endsWith("20cycles") || id === "pristine")
    .map((state) => {
      const run = runSection(state.id, size, defaultSimsInstrument({ pixels: size, time: 8 }));
      const facts = factsOf(state, run);
      const scaled = { ...square, kind: "scaled" as const, description: "" };
      const file = packArrays(simsMeta({ title: "Ion maps", description: "" }), { ...facts }, [
        ...ions.map((ion) => ({
          ...{ ...square, name: ion, kind: "class" as const, description: "" },
          values: run.raw.counts[ion].map((n) => Math.min(255, n))
        })),
        { ...scaled, name: "smoothed O", values: run.result.maps.O },
        {
          ...square,
          name: "area O",
          kind: "class" as const,
          description: "",
          values: run.result.domains.O.area
        },
        { ...scaled, name: "electrons", values: run.raw.electrons },
        ...ions.map((ion) => ({
          ...{ ...scaled, name: `true ${ion}` },
          values: binMean(run.section.contents[ion], size, size)
        }))
      ]);
      out.set(`${state.id}.vol`, Buffer.from(file));
      return facts;
    });
  const of = ({ state, label, rate, cycle }: (typeof all)[number]) => ({ state, label, rate_C: rate, cycle });
  const elements = all.flatMap((f) => f.elements.map((e) => ({ ...of(f), ...e })));
  json(
    "profiles",
    elements.flatMap(({ state, label, rate_C, ion, profile }) =>
      profile.map(({ radius, mean, error, truth }) => ({
        ...{ state, label, rate_C, ion, radius, counts: mean, standard_error: error, true_content: truth }
      }))
    )
  );
  json(
    "correlations",
    all.flatMap((f) =>
      f.correlations.flatMap(({ pair, distance_um, correlation }) =>
        distance_um.map((d, k) => ({ ...of(f), pair, distance_um: d, correlation: correlation[k] }))
      )
    )
  );
  json(
    "fickian",
    elements.map(({ state, label, ion, fickian, trueFickian }) => ({
      ...{ state, label, ion, parabola: fickian.parabola, true_parabola: trueFickian.parabola },
      ...{ residual: fickian.residual, true_residual: trueFickian.residual },
      ...{ chi_squared: fickian.reducedChiSquared, p: fickian.p }
    }))
  );
  json(
    "detection",
    detectionRows(defaultSimsInstrument(), [0.2e-6, 1e-6], [3, 30, 300]).map((r) => ({
      ...{ ion: r.ion, diameter_um: 1e6 * r.diameter, time_s: r.time, contrast: r.contrast }
    }))
  );
  json(
    "matrix",
    matrixRows([0, 3], 1).map((r) => ({
      ...{ sample: r.deficit ? "Mn lacks" : "Mn does not lack", matrix_exponent: r.matrix },
      ...{ normalisation: r.normalisation, overlap: r.overlap, rate: r.rate },
      ...{ lithium_overlap: r.lithium, lithium_rate: r.lithiumRate }
    }))
  );
  json("calibration", calibrationRows(2));
  json("false-fickian", falseFickianRows(1));
  return out;
}
