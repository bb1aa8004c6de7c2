// Classes against the distance from the particle's surface, found and true, in every state.
// tables: data/composition-runs/*.vol
import { depthBelowSurface, depthProfile } from "../science/composition/profiles.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { compositionMeta } from "./lib/composition.js";
import { readRuns } from "./lib/composition-runs.js";

/** m, of a shell: the resolution is 25 nm at best */
const thickness = 40e-9;
const names = { target: "target", oxygenPoor: "oxygen-poor", oxygenRich: "oxygen-rich" } as const;

const rows = readRuns().runs.flatMap((run) => {
  const profile = (classes: Uint8Array, ratio: Float32Array) => {
    const inside = classes.map((c) => (c > 0 ? 1 : 0));
    return depthProfile(classes, ratio, depthBelowSurface(inside, run), thickness);
  };
  const [truth, found] = [profile(run.trueClasses, run.trueRatio), profile(run.classes, run.ratio)];
  return Array.from(truth.depth).flatMap((depth, i) =>
    (Object.keys(names) as (keyof typeof names)[]).map((name) => ({
      ...{ state: run.state.id, depth, class: names[name] },
      voxels: truth.voxels[i] ?? 0,
      truth: truth[name][i] ?? NaN,
      found: found[name][i] ?? NaN
    }))
  );
});
type Row = (typeof rows)[number];
const number = (unit: string, description: string, of: (row: Row) => number) => ({
  ...{ unit, description },
  values: rows.map((row) => (Number.isFinite(of(row)) ? of(row) : null)),
  type: "float64" as const
});
const text = (description: string, of: (row: Row) => string) => ({
  ...{ unit: "", description, type: "dictionary" as const },
  values: rows.map(of)
});
await writeTable(
  arrowTable(
    compositionMeta({
      title: "Classes against the distance from the surface",
      description: `Shares of the classes in shells ${thickness * 1e9} nm thick below the particle's surface, in the sample and as found, every state.`
    }),
    {
      state: text("sampled state", (r) => r.state),
      depth_nm: number("nm", "middle of the shell below the surface", (r) => r.depth * 1e9),
      class: text("composition class", (r) => r.class),
      voxels: number("voxels", "voxels of the sample in this shell", (r) => r.voxels),
      true_percent: number("%", "share of the shell in the sample", (r) => 100 * r.truth),
      found_percent: number("%", "share of the shell as found", (r) => 100 * r.found)
    }
  )
);
