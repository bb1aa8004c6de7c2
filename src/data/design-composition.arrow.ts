// Composition tomograms at other doses, thresholds and voxels, for "Design your experiment": a control and the 4.8 V states.
import { isMainThread } from "node:worker_threads";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { compositionMeta } from "./lib/composition.js";
import {
  coarse,
  jobColumn,
  repeatSize,
  runRepeats,
  shareColumns,
  studied,
  type RepeatJob
} from "./lib/composition-repeats.js";
import { designPhotons, designThresholds, proxies } from "./lib/design-composition.js";
import { inThreads } from "./lib/pool.js";

export default runRepeats;

if (isMainThread) {
  const base = { tiltLimit: studied.tiltLimit, seeds: [1], thresholds: designThresholds.map((t) => t / 100) };
  const fine = { voxel: 19.6, photons: designPhotons, settings: coarse };
  // the camera's pixels two by two: voxels twice as wide
  const wide = { voxel: 39.2, photons: [studied.photons], settings: { binning: 2 } };
  const kinds = [fine, wide];
  const job = (state: string, { photons, settings, voxel }: (typeof kinds)[number]): RepeatJob => ({
    ...{ ...base, state, photons, variants: [{ name: String(voxel), settings }] }
  });
  const controls = await inThreads(
    kinds.map((kind) => job(proxies[0], kind)),
    runRepeats
  );
  const tasks = kinds.flatMap((kind, i) =>
    proxies.slice(1).map((state) => ({ ...job(state, kind), references: controls[i]?.references ?? {} }))
  );
  const answers = await inThreads(tasks, runRepeats);
  const runs = [
    ...controls.map((answer) => ({ state: proxies[0], answer })),
    ...tasks.map(({ state }, i) => ({ state, answer: answers[i] }))
  ].flatMap(({ state, answer }) => (answer?.rows ?? []).map((row) => ({ state, row })));
  const meta = compositionMeta({
    title: "Composition shares at other doses and voxels",
    description:
      "Shares of the classes found in a uniform control and in the 4.8 V states, by dose, threshold and voxel: runs between which the experiment designer interpolates.",
    parameters: { size: repeatSize, ...base, kinds },
    page: "/explore/design-your-experiment"
  });
  await writeTable(
    arrowTable(meta, {
      state: jobColumn(
        runs.map((r) => r.state),
        { unit: "", description: "sampled state", type: "dictionary" }
      ),
      photons: jobColumn(
        runs.map((r) => r.row.photons / 4),
        { unit: "", description: "detected photons a pixel of 9.8 nm and image", type: "float64" }
      ),
      voxel_nm: jobColumn(
        runs.map((r) => Number(r.row.variant)),
        { unit: "nm", description: "voxel of the classes", type: "float64" }
      ),
      ...shareColumns(runs.map((r) => r.row))
    })
  );
}
