// Oxide and pores of one state, found and in the sample, with all that is measured on them.
// tables: data/porosity-grey/*.vol
import { parseArgs } from "node:util";
import { poreNetwork } from "../../science/particle/pore-network.js";
import { poreState } from "../../science/particle/pore-network-states.js";
import { analyseTomogram } from "../../science/porosity/analysis.js";
import { compare } from "../../science/porosity/compare.js";
import { shownClasses } from "../../science/porosity/shown-classes.js";
import { packArrays, writeBytes } from "../lib/packed-arrays.js";
import { porosityMeta, readGrey, sampleSize } from "../lib/porosity.js";
import { reportedFacts } from "../lib/porosity-facts.js";

const { state = "" } = parseArgs({ options: { state: { type: "string" } } }).values;
const own = poreState(state);
const { facts, tomogram } = readGrey(own.id);
const sample = poreNetwork(own, { size: sampleSize });
const result = analyseTomogram(tomogram);
const comparison = compare(result, sample);
const array = (name: string, description: string, values: Uint8Array) => ({
  ...{ name, description, values, unit: "", kind: "class" as const },
  ...{ shape: [sampleSize, sampleSize, sampleSize], axes: ["z", "x", "y"] }
});
await writeBytes(
  packArrays(
    porosityMeta({
      title: `Pores and cracks: ${own.label}`,
      description:
        "Classes of all voxels, found and in the sample: outside, oxide, pores apart, the largest connected pore."
    }),
    { ...reportedFacts(own, tomogram, sample, result, comparison, facts.others) },
    [
      array(
        "found",
        "0 outside, 1 oxide, 2 pores apart, 3 the largest pore",
        shownClasses(result.segmentation.classes, result.table)
      ),
      array("true", "the same in the sample", shownClasses(comparison.classes, comparison.truth.table))
    ]
  )
);
