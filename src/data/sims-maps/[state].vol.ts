// Ion maps and electron image of one section as counted, its true contents, and all numbers that follow from the counts.
import { parseArgs } from "node:util";
import { sectionState } from "../../science/particle/cross-section-states.js";
import { ions } from "../../science/sims/raw.js";
import { binMean } from "../../science/sims/twin.js";
import { packArrays, writeBytes, type ArrayInput } from "../lib/packed-arrays.js";
import { factsOf } from "../lib/sims-facts.js";
import { runSection, simsMeta } from "../lib/sims.js";

const state = sectionState(parseArgs({ options: { state: { type: "string" } } }).values.state ?? "");
const run = runSection(state.id);
const { raw, section, result } = run;
const square = (n: number) => ({ shape: [n, n], axes: ["y", "x"] });
const coarse = 128;
const counts = ions.map((ion): ArrayInput => ({
  ...{ name: ion, ...square(raw.width), kind: "class", unit: "" },
  description: `counts of ${ion}; 255 stands for more`,
  values: raw.counts[ion].map((n) => Math.min(255, n))
}));
const electrons: ArrayInput = {
  ...{ name: "electrons", ...square(coarse), kind: "scaled", unit: "", description: "electron image" },
  ...{ values: binMean(raw.electrons, raw.width, coarse), range: [0, 1.3] }
};
const truths = ions.map((ion): ArrayInput => {
  const solid = binMean(section.solid, section.size, coarse);
  const values = binMean(section.contents[ion], section.size, coarse).map((v, p) =>
    solid[p] > 0.5 ? v / solid[p] : NaN
  );
  const description = `atoms of ${ion} per formula unit in the sample`;
  return { name: `true ${ion}`, ...square(coarse), kind: "scaled", unit: "", description, values };
});
const oxygen: ArrayInput[] = [
  {
    ...{ name: "smoothed O", ...square(raw.width), kind: "scaled", unit: "", values: result.maps.O },
    description: "counts of O a pixel, smoothed; none where it is not analysed"
  },
  {
    ...{ name: "area O", ...square(raw.width), kind: "class", unit: "", values: result.domains.O.area },
    description: "1 in the area richest in O"
  }
];
const meta = simsMeta({
  title: `Ion maps: ${state.label}`,
  description:
    "Counts of ⁷Li, ⁵⁵Mn and ¹⁶O over 17.2 × 17.2 µm, an electron image, and the truth of the sample."
});
await writeBytes(packArrays(meta, { ...factsOf(state, run) }, [...counts, electrons, ...truths, ...oxygen]));
