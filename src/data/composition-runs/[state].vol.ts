// One state through twin and analysis, in full: what the other tables of the composition tomograms are made from.
import { parseArgs } from "node:util";
import { compare } from "../../science/composition/compare.js";
import { compositionMeta, runState } from "../lib/composition.js";
import { packArrays, writeBytes, type ArrayInput } from "../lib/packed-arrays.js";

const { state = "" } = parseArgs({ options: { state: { type: "string" } } }).values;
const { sample, result } = runState(state);
const { size, slices, voxel, ratio, reference, densities, support } = result;
const { truth } = compare(result, sample);
const exact = (name: string, unit: string, description: string, values: Float32Array): ArrayInput => ({
  ...{ name, unit, description, values, shape: [size, size, slices], axes: ["z", "x", "y"], kind: "exact" }
});
const arrays = [
  exact(
    "metal to oxygen",
    "",
    "TM/O found, NaN outside",
    ratio.map((value) => value * reference)
  ),
  exact("true ratio", "", "TM/O of the sample over the intended one, NaN outside", truth.ratio),
  ...(["O", "Mn", "Co", "Ni"] as const).map((element) =>
    exact(
      element,
      "mol/m³",
      `${element} density found, NaN outside the support`,
      densities[element].map((value, v) => (support[v] ? value : NaN))
    )
  )
];
const meta = compositionMeta({
  title: `Twin and analysis of one state: ${state}`,
  description:
    "Ratio of transition metals to oxygen and element densities as found, and the true ratio of the sample."
});
await writeBytes(packArrays(meta, { size, slices, voxel }, arrays));
