/** The runs of all states that the data build made first, read back by the loaders that make tables of them. */
import { readFileSync } from "node:fs";
import { classify } from "../../science/composition/classes.js";
import { median } from "../../science/composition/segment.js";
import { defaultSettings } from "../../science/composition/settings.js";
import { sampledStates, type SampledState } from "../../science/particle/states.js";
import { unpackArrays, type UnpackedFile } from "./packed-arrays.js";

export interface Run {
  state: SampledState;
  size: number;
  slices: number;
  /** m */
  voxel: number;
  /** TM/O over that of the pristine particle, NaN outside, [z][x][y] */
  ratio: Float32Array;
  trueRatio: Float32Array;
  classes: Uint8Array;
  trueClasses: Uint8Array;
  file: UnpackedFile;
}

export interface Runs {
  /** TM/O of the pristine particle as the analysis sees it: what counts as the target composition */
  reference: number;
  runs: Run[];
}

/** @throws where the data build handed over no run of a state */
export function readRuns(wanted: readonly string[] = sampledStates.map(({ id }) => id)): Runs {
  const tables = JSON.parse(process.env["LRTMO_TABLES"] ?? "[]") as { path: string; file: string }[];
  const open = (id: string): UnpackedFile => {
    const table = tables.find(({ path }) => path === `data/composition-runs/${id}.vol`);
    if (!table)
      throw new Error(
        `missing run of state ${id}: its name must stand in src/data/values.json; then run npm run data`
      );
    return unpackArrays(readFileSync(table.file));
  };
  const reference = median(open("pristine").exact("metal to oxygen"));
  const { threshold } = defaultSettings;
  const runs = sampledStates
    .filter(({ id }) => wanted.includes(id))
    .map((state): Run => {
      const file = open(state.id);
      const ratio = file.exact("metal to oxygen").map((value) => value / reference);
      const trueRatio = file.exact("true ratio");
      const { size, slices, voxel } = file.facts as { size: number; slices: number; voxel: number };
      return {
        ...{ state, size, slices, voxel, ratio, trueRatio, file },
        classes: classify(ratio, threshold),
        trueClasses: classify(trueRatio, threshold)
      };
    });
  return { reference, runs };
}
