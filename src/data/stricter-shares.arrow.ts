// Shares of the composition classes by a stricter tomograph: three times the photons, tilts to ±75°, a threshold of 3 %.
import { isMainThread } from "node:worker_threads";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { compositionMeta } from "./lib/composition.js";
import { jobColumn, repeatSize, runRepeats, shareColumns } from "./lib/composition-repeats.js";
import { stricter, stricterJob, stricterStates } from "./lib/design-stricter.js";
import { inThreads } from "./lib/pool.js";

export default runRepeats;

if (isMainThread) {
  const [first = "pristine", ...others] = stricterStates;
  const pristine = runRepeats(stricterJob(first));
  const answers = await inThreads(
    others.map((state) => ({ ...stricterJob(state), references: pristine.references })),
    runRepeats
  );
  const runs = [pristine, ...answers].flatMap(({ rows }, i) =>
    rows.map((row) => ({ state: stricterStates[i] ?? "", row }))
  );
  const meta = compositionMeta({
    title: "Composition shares by a stricter experiment",
    description:
      "One row a state, threshold and true class: its share of the volume in the sample and as found with three times the photons and tilts to ±75°. Sample and camera with 64 pixels of 19.6 nm, one seed.",
    parameters: { size: repeatSize, ...stricter },
    page: "/hypotheses/stricter-experiment"
  });
  await writeTable(
    arrowTable(meta, {
      state: jobColumn(
        runs.map((r) => r.state),
        { unit: "", description: "sampled state", type: "dictionary" }
      ),
      ...shareColumns(runs.map((r) => r.row))
    })
  );
}
