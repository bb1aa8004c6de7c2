// Shares of the composition classes in every state: set in the sample and found by the analysis, for several seeds and
// thresholds.
import { isMainThread } from "node:worker_threads";
import { sampledState } from "../science/particle/states.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { compositionMeta, stateIds } from "./lib/composition.js";
import {
  coarse,
  jobColumn,
  repeatSize,
  runRepeats,
  shareColumns,
  studied,
  type RepeatJob
} from "./lib/composition-repeats.js";
import { inThreads } from "./lib/pool.js";

const seeds = [1, 2, 3, 4];
const thresholds = [5, 1, 2, 3, 4, 6, 7, 8, 10, 12, 15].map((percent) => percent / 100);

export default runRepeats;

if (isMainThread) {
  const job = (state: string): RepeatJob => ({
    ...{ state, tiltLimit: studied.tiltLimit, photons: [studied.photons], seeds, thresholds },
    variants: [{ name: "default", settings: coarse }]
  });
  const pristine = runRepeats(job("pristine"));
  const others = stateIds.filter((id) => id !== "pristine");
  const answers = await inThreads(
    others.map((id) => ({ ...job(id), references: pristine.references })),
    runRepeats
  );
  const runs = [
    ...pristine.rows.map((row) => ({ state: sampledState("pristine"), row })),
    ...answers.flatMap(({ rows }, i) => rows.map((row) => ({ state: sampledState(others[i] ?? ""), row })))
  ];
  const meta = compositionMeta({
    title: "Shares of the composition classes",
    description: `One row a state, seed, threshold and true class: its share of the volume in the sample and as found, and what its voxels were found to be. Sample and camera with ${repeatSize} pixels of 19.6 nm.`,
    seed: seeds[0] ?? null,
    parameters: { size: repeatSize, seeds, thresholds, ...studied, ...coarse }
  });
  const text = (values: string[], description: string) =>
    jobColumn(values, { unit: "", description, type: "dictionary" });
  await writeTable(
    arrowTable(meta, {
      state: text(
        runs.map((r) => r.state.id),
        "sampled state"
      ),
      label: text(
        runs.map((r) => r.state.label),
        "its name"
      ),
      phase: text(
        runs.map((r) => r.state.phase),
        "pristine, charge, discharge, or control: one composition throughout"
      ),
      rate_C: jobColumn(
        runs.map((r) => r.state.rate),
        { unit: "C", description: "rate; none before cycling", type: "float64" }
      ),
      voltage_V: jobColumn(
        runs.map((r) => r.state.voltage),
        { unit: "V", description: "cell voltage where the study gives one", type: "float64" }
      ),
      ...shareColumns(runs.map((r) => r.row))
    })
  );
}
