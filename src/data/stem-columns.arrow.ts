// Every column that the analysis finds in the dark-field images, beside the column of the sample that it is.
import { columnKinds, latticePhases } from "../science/particle/lattice-models-sites.js";
import { latticeDomains } from "../science/particle/lattice-models-columns.js";
import { trueSpacing } from "../science/stem/compare.js";
import { regionKinds } from "../science/stem/regions.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { runScene, stemMeta, stemScenes } from "./lib/stem.js";

const rows = stemScenes.flatMap((scene) => {
  const run = runScene(scene);
  return Array.from(run.result.columns.x.keys(), (i) => ({
    ...run,
    i,
    k: run.comparison.match.match[i] ?? -1
  }));
});
type Row = (typeof rows)[number];
const { number, text } = columnsOf(rows);
const truth = (of: (row: Row) => string) => text("", (r) => (r.k < 0 ? "none" : of(r)));
const degrees = 180 / Math.PI;
await writeTable(
  arrowTable(
    stemMeta({
      title: "Columns of atoms found in the dark-field images",
      description:
        "Position, intensity, spacing of the slabs, rotation and region of every column found, and what the sample has there."
    }),
    {
      scene: text("lamella", (r) => r.scene.id),
      x_A: number("Å", "to the right, along the layers", (r) => r.result.columns.x[r.i]),
      y_A: number("Å", "down, across the layers", (r) => r.result.columns.y[r.i]),
      error_A: number("Å", "standard error of x and y, from the fit", (r) => r.result.columns.error[r.i]),
      intensity: number(
        "",
        "counts in the window over the background",
        (r) => r.result.columns.intensity[r.i]
      ),
      spacing_A: number(
        "Å",
        "mean distance to the slabs above and below",
        (r) => r.result.spacing.spacing[r.i]
      ),
      tilt_deg: number("°", "slope of the own slab", (r) => r.result.spacing.tilt[r.i] * degrees),
      rotation_deg: number("°", "rotation of the lattice", (r) => r.result.regions.rotation[r.i]),
      deficit: number(
        "",
        "neighbourhood's mean intensity over the median, less 1",
        (r) => r.result.regions.deficit[r.i]
      ),
      deviations: number("", "standard errors below the median", (r) => r.result.regions.deviations[r.i]),
      region: text("region found", (r) => regionKinds[r.result.regions.region[r.i] ?? 0] ?? "regular"),
      true_dx_A: number("Å", "found less true x", (r) => r.comparison.match.dx[r.i]),
      true_dy_A: number("Å", "found less true y", (r) => r.comparison.match.dy[r.i]),
      true_rotation_deg: number("°", "true rotation", (r) =>
        r.k < 0 ? NaN : r.sample.rotation[r.k] * degrees
      ),
      true_spacing_A: number("Å", "true distance of the slabs; none where the sample is not layered", (r) =>
        r.k < 0 ? NaN : trueSpacing(r.sample, r.k)
      ),
      true_kind: {
        ...truth((r) => columnKinds[r.sample.kind[r.k]] ?? ""),
        description: "what the column is"
      },
      true_phase: { ...truth((r) => latticePhases[r.sample.phase[r.k]] ?? ""), description: "its structure" },
      true_domain: { ...truth((r) => latticeDomains[r.sample.domain[r.k]] ?? ""), description: "its domain" }
    }
  )
);
