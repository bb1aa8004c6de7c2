// How the solvers get on: residual and error of the manganese volume after each iteration.
import { binVolume } from "../science/composition/binning.js";
import { prepare } from "../science/composition/prepare.js";
import { findSupport } from "../science/composition/support.js";
import { defaultSettings } from "../science/composition/settings.js";
import { measure } from "../science/composition/twin.js";
import { filteredBackProjection } from "../science/numerics/filtered-back-projection.js";
import { sirt } from "../science/numerics/sirt.js";
import { totalVariation, weightForNoise } from "../science/numerics/total-variation.js";
import { fragment } from "../science/particle/fragment.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { compositionMeta, shownSeed } from "./lib/composition.js";
import { instrumentFor, repeatSize, studied } from "./lib/composition-repeats.js";

const iterations = 60;
const sample = fragment("10C-4.8V", { size: repeatSize });
// no jitter here: what an alignment leaves would be an error of its own
const instrument = { ...instrumentFor(studied.tiltLimit), tiltJitter: 0, energyJitter: 0 };
const raw = measure(sample, instrument, shownSeed);
const prepared = prepare(raw, { alignment: "none", binning: 1 });
const { size, slices, tilts, voxel, projectedDensities, noise } = prepared;
const beam = { size, slices, tilts };
const truth = binVolume(sample.densities.Mn, sample.size, sample.size, 1);
const scale = truth.reduce((most, value) => Math.max(most, value), 0);
const projections = projectedDensities.Mn.map((value) => value / voxel / scale);
const support = defaultSettings.support
  ? findSupport(prepared.meanDensity, beam, defaultSettings.support)
  : undefined;
const norm = Math.sqrt(truth.reduce((sum, value) => sum + (value / scale) ** 2, 0));
const errorOf = (volume: Float32Array) =>
  Math.sqrt(volume.reduce((sum, value, v) => sum + (value - truth[v] / scale) ** 2, 0)) / norm;

interface Row {
  solver: string;
  iteration: number;
  residual: number;
  error: number;
}
const rows: Row[] = [];
const watch = (solver: string) => (iteration: number, residual: number, volume: Float32Array) => {
  rows.push({ solver, iteration, residual, error: errorOf(volume) });
};
const common = { iterations, nonNegative: true };
sirt(projections, beam, { ...common, onIteration: watch("SIRT") });
sirt(projections, beam, { ...common, support, onIteration: watch("SIRT with support") });
const start = filteredBackProjection(projections, beam, { filter: "hann" }).map((value) =>
  Math.max(0, value)
);
sirt(projections, beam, {
  ...common,
  support,
  start,
  onIteration: watch("SIRT with support, from filtered back-projection")
});
const weight = weightForNoise(noise.Mn / voxel / scale, tilts.length);
totalVariation(projections, beam, {
  ...{ ...common, iterations: 30, support, weight },
  onIteration: watch("total variation with support")
});
const number = (description: string, of: (row: Row) => number) => ({
  ...{ unit: "", description },
  values: Float64Array.from(rows, of)
});
await writeTable(
  arrowTable(
    compositionMeta({
      title: "Convergence of the solvers",
      description:
        "Residual of the projections and error of the manganese volume against the sample, after each iteration, for 10 C at 4.8 V without jitter.",
      parameters: { size: repeatSize, iterations, weight, ...studied }
    }),
    {
      solver: {
        ...{ unit: "", description: "solver", type: "dictionary" },
        values: rows.map((r) => r.solver)
      },
      iteration: number(
        "iterations done; one of total variation is a pass over all tilts",
        (r) => r.iteration
      ),
      residual: number("‖A x − b‖ / ‖b‖", (r) => r.residual),
      error: number("‖x − truth‖ / ‖truth‖", (r) => r.error)
    }
  )
);
