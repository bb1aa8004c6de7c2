// Composition classes of every state, as the analysis finds them and as they are in the sample.
// tables: data/composition-runs/*.vol
import { compositionMeta } from "./lib/composition.js";
import { readRuns } from "./lib/composition-runs.js";
import { packArrays, writeBytes, type ArrayInput } from "./lib/packed-arrays.js";

const { reference, runs } = readRuns();
const arrays = runs.flatMap(({ state, size, slices, classes, trueClasses }) => {
  const of = (kind: string, values: Uint8Array, description: string): ArrayInput => ({
    ...{
      name: `${state.id} ${kind}`,
      shape: [size, size, slices],
      axes: ["z", "x", "y"],
      unit: "",
      kind: "class"
    },
    description: `${description}: 0 outside, 1 target, 2 oxygen-poor, 3 oxygen-rich`,
    values
  });
  return [of("found", classes, "classes found"), of("true", trueClasses, "classes of the sample")];
});
const facts = { voxel_nm: 1e9 * (runs[0]?.voxel ?? NaN), reference };
const meta = compositionMeta({
  title: "Composition classes of all states",
  description: "One volume of classes for each state as found, and one as it is in the twin's sample."
});
await writeBytes(packArrays(meta, facts, arrays));
