// Maps of one state: valence, error, shares of the species, fit quality, the truth of the sample, and zones of equal area.
import { parseArgs } from "node:util";
import { sampledState } from "../../science/particle/states.js";
import { oxidationMeta, runState } from "../lib/oxidation.js";
import { elementFacts, overlaps, shareOf, type StateFacts } from "../lib/oxidation-facts.js";
import { packArrays, writeBytes, type ArrayInput } from "../lib/packed-arrays.js";

const { state = "" } = parseArgs({ options: { state: { type: "string" } } }).values;
const { id, label, rate, voltage, phase } = sampledState(state);
const run = runState(id);
const { maps, comparisons } = run;
const arrays = maps.elements.flatMap((own, k): ArrayInput[] => {
  const { model, columns, rows, valence, valenceError, reducedChiSquared } = own;
  const { element, ids, labels } = model;
  const comparison = comparisons[k];
  if (!comparison) throw new Error(`missing comparison of ${element}`);
  const inside = (values: Float32Array) => values.map((v, p) => (Number.isFinite(valence[p]) ? v : NaN));
  const of = (
    name: string,
    description: string,
    values: Float32Array,
    range?: readonly [number, number]
  ): ArrayInput => ({
    ...{ name: `${element} ${name}`, shape: [columns, rows], axes: ["x", "y"], unit: "", kind: "scaled" },
    description: `${description} of ${element}`,
    values,
    ...(range && { range })
  });
  const limits = element === "O" ? ([-2, -1] as const) : ([2, 4] as const);
  return [
    of("valence", "effective valence found", valence, limits),
    of("truth", "mean valence of all atoms along the beam in the sample", inside(comparison.truth), limits),
    of("error", "standard error of the valence from the counts", valenceError),
    of("pull", "(found − true)/standard error", comparison.pulls, [-12, 12]),
    of("chi2", "reduced χ² of the fit", reducedChiSquared, [0, 8]),
    ...ids.map((species, i) =>
      of(`share ${species}`, `share of ${labels[i] ?? species}`, shareOf(maps, species), [0, 1])
    )
  ];
});
const [first] = maps.elements;
if (!first) throw new Error(`missing maps of state ${state}`);
const zones: ArrayInput = {
  ...{ name: "zones", shape: [first.columns, first.rows], axes: ["x", "y"], unit: "", kind: "class" },
  description: "zones of a fifth of the particle's area each: 0 outside, 1 surface to 5 centre",
  values: maps.zones.zones
};
const facts: StateFacts = {
  ...{ state: id, label, rate, voltage, phase },
  pixel_nm: 1e9 * first.pixelSize,
  elements: elementFacts(run),
  overlap: overlaps(run)
};
const meta = oxidationMeta({
  title: `Oxidation-state maps: ${label}`,
  description: "Effective valence of Mn, Co, Ni and O in every pixel, with errors, fit quality and the truth."
});
await writeBytes(packArrays(meta, { ...facts }, [...arrays, zones]));
