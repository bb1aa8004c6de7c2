// What the instrument could have seen: the shares found against dose, tilt range, algorithm and defects of the instrument.
import { isMainThread } from "node:worker_threads";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { compositionMeta } from "./lib/composition.js";
import { jobColumn, repeatSize, runRepeats, shareColumns } from "./lib/composition-repeats.js";
import { rank, sweepJobs } from "./lib/composition-sweep.js";
import { inThreads } from "./lib/pool.js";

export default runRepeats;

if (isMainThread) {
  const sweeps = sweepJobs();
  // The control of one composition goes first: every other state is held against it, measured in the same way.
  const controls = await inThreads(
    sweeps.map(({ job }) => job("uniform")),
    runRepeats
  );
  const states = ["0.1C-4.8V", "10C-4.8V"];
  const tasks = sweeps.flatMap((sweep, i) =>
    states.map((state) => ({
      sweep,
      job: { ...sweep.job(state), references: controls[i]?.references ?? {} }
    }))
  );
  const answers = await inThreads(
    tasks.map(({ job }) => job),
    runRepeats
  );
  const runs = [
    ...sweeps.map((sweep, i) => ({ sweep, state: "uniform", rows: controls[i]?.rows ?? [] })),
    ...tasks.map(({ sweep, job }, i) => ({ sweep, state: job.state, rows: answers[i]?.rows ?? [] }))
  ]
    .flatMap(({ sweep, state, rows }) =>
      rows.flatMap((row) => sweep.describe(row).map((setting) => ({ ...setting, state, row })))
    )
    .sort((a, b) => rank(a) - rank(b));
  const meta = compositionMeta({
    title: "What the tomograph could have seen",
    description:
      "Shares of the classes found in a uniform control and in the 4.8 V states when one setting of the measurement or of the analysis is changed; each held against the control measured in the same way.",
    parameters: { size: repeatSize, sweeps: sweeps.map(({ job }) => job("uniform")) }
  });
  const text = (values: string[], description: string) =>
    jobColumn(values, { unit: "", description, type: "dictionary" });
  await writeTable(
    arrowTable(meta, {
      sweep: text(
        runs.map((r) => r.sweep),
        "what is changed: photons, tilt range or analysis"
      ),
      variant: text(
        runs.map((r) => r.variant),
        "the setting in words"
      ),
      value: jobColumn(
        runs.map((r) => r.value),
        { unit: "", description: "the setting as a number, in the unit of its sweep", type: "float64" }
      ),
      state: text(
        runs.map((r) => r.state),
        "sampled state"
      ),
      ...shareColumns(runs.map((r) => r.row))
    })
  );
}
