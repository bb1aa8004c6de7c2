// Element densities of one state as reconstructed, as shares of the intended ones, coarse enough for a page.
// tables: data/composition-runs/*.vol
import { parseArgs } from "node:util";
import { composition, formulaUnitConcentration } from "../../science/material/composition.js";
import { compositionMeta } from "../lib/composition.js";
import { readRuns } from "../lib/composition-runs.js";
import { packArrays, writeBytes, type ArrayInput } from "../lib/packed-arrays.js";

const { state = "" } = parseArgs({ options: { state: { type: "string" } } }).values;
const [run] = readRuns([state]).runs;
if (!run) throw new Error(`unknown sampled state: ${state}`);
const { size, slices, voxel, file } = run;
const arrays = (["O", "Mn", "Co", "Ni"] as const).map((element): ArrayInput => {
  const intended = composition[element] * formulaUnitConcentration();
  return {
    ...{ name: element, shape: [size, size, slices], axes: ["z", "x", "y"], unit: "", kind: "scaled" },
    description: `${element} density over the intended one`,
    values: file.exact(element).map((value) => value / intended),
    range: [0, 2]
  };
});
const meta = compositionMeta({
  title: `Element densities, ${state}`,
  description:
    "Reconstructed densities of O, Mn, Co and Ni, each over the intended one, on the voxels of the support."
});
await writeBytes(packArrays(meta, { voxel_nm: 1e9 * voxel }, arrays));
