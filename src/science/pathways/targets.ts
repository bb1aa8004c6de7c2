// What the constants are calibrated to, at 0.1 C and 10 C only, and how close a run must come. "study": printed there;
// "words": chosen to agree with its words; "general": commonly said of like materials.

import { composition } from "../material/composition.js";
import type { AgedSample } from "../particle/aged-sample.js";
import type { AgedResult } from "./aged-particle.js";

/** The runs at the two rates of the study. */
export interface Runs {
  slow: AgedResult;
  fast: AgedResult;
}

export interface Target {
  id: string;
  label: string;
  rate: 0.1 | 10;
  unit: string;
  value: number;
  /** half-width within which a run counts as calibrated */
  within: number;
  from: "study" | "words" | "general";
  of: (run: AgedResult) => number;
}

/** The sample of a state, by the end of its id: "4.8V", "discharged", "20cycles-4.8V", "20cycles". NaN throughout where the run has none. */
export function stateOf({ samples }: AgedResult, name: string): AgedSample | undefined {
  const aged = name.replace(/^\d+cycles/, "");
  return samples.find(({ id, phase }) =>
    phase.startsWith("aged") ? name !== aged && id.endsWith(`cycles${aged}`) : id.endsWith(`C-${name}`)
  );
}

const at =
  (name: string, of: (sample: AgedSample) => number) =>
  (run: AgedResult): number => {
    const sample = stateOf(run, name);
    return sample ? of(sample) : NaN;
  };

/** Electrons per formula unit that Ni and Co have given since the pristine state. */
export function nickelAndCobalt(run: AgedResult, name: string): number {
  const [before, after] = [stateOfPristine(run), stateOf(run, name)];
  if (!after) return NaN;
  const change = (element: "Ni" | "Co") => after.valences[element].mean - before.valences[element].mean;
  return composition.Ni * change("Ni") + composition.Co * change("Co");
}

export const stateOfPristine = ({ samples }: AgedResult): AgedSample => samples[0];

const target = (
  id: string,
  label: string,
  rate: 0.1 | 10,
  [value, within, unit]: readonly [number, number, string],
  from: Target["from"],
  of: Target["of"]
): Target => ({ id, label, rate, unit, value, within, from, of });

const percent = (share: number) => 100 * share;
const lastOf = ({ cycles }: AgedResult) => cycles[cycles.length - 1];

export const calibrationTargets: readonly Target[] = [
  target(
    "slow-4.4",
    "oxygen lost at 4.4 V",
    0.1,
    [0, 0.1, "%"],
    "words",
    at("4.4V", (s) => percent(s.oxygenLost))
  ),
  target(
    "slow-4.6",
    "oxygen lost at 4.6 V",
    0.1,
    [1.75, 0.25, "%"],
    "words",
    at("4.6V", (s) => percent(s.oxygenLost))
  ),
  target(
    "slow-4.8",
    "oxygen lost at 4.8 V",
    0.1,
    [3.8, 0.2, "%"],
    "study",
    at("4.8V", (s) => percent(s.oxygenLost))
  ),
  target(
    "slow-discharged",
    "oxygen lost, discharged",
    0.1,
    [3.9, 0.25, "%"],
    "study",
    at("discharged", (s) => percent(s.oxygenLost))
  ),
  target(
    "slow-aged",
    "oxygen lost after 20 cycles",
    0.1,
    [4.25, 0.3, "%"],
    "study",
    at("20cycles", (s) => percent(s.oxygenLost))
  ),
  target(
    "slow-poor",
    "oxygen-poor volume at 4.8 V",
    0.1,
    [24, 1.5, "%"],
    "words",
    at("4.8V", (s) => percent(s.oxygenPoor))
  ),
  target(
    "slow-lithium",
    "lithium, discharged",
    0.1,
    [1, 0.04, ""],
    "general",
    at("discharged", (s) => s.lithium)
  ),
  target(
    "slow-layer",
    "densified layer after 20 cycles",
    0.1,
    [3.8, 0.2, "nm"],
    "words",
    at("20cycles", (s) => 1e9 * s.surfaceLayer)
  ),
  target(
    "slow-porosity",
    "porosity after 20 cycles",
    0.1,
    [3.1, 0.15, "%"],
    "words",
    at("20cycles", (s) => percent(s.porosity))
  ),
  target(
    "slow-decay",
    "fall of the mean discharge voltage in 20 cycles",
    0.1,
    [60, 10, "mV"],
    "general",
    (run) => 1000 * (run.cycles[0].meanVoltage - lastOf(run).meanVoltage)
  ),
  target(
    "fast-4.4",
    "distorted volume at 4.4 V",
    10,
    [5, 1, "%"],
    "words",
    at("4.4V", (s) => percent(s.distorted))
  ),
  target(
    "fast-4.6",
    "distorted volume at 4.6 V",
    10,
    [10, 1, "%"],
    "words",
    at("4.6V", (s) => percent(s.distorted))
  ),
  target(
    "fast-4.8",
    "distorted volume at 4.8 V",
    10,
    [17, 1, "%"],
    "study",
    at("4.8V", (s) => percent(s.distorted))
  ),
  target(
    "fast-discharged",
    "distorted volume, discharged",
    10,
    [11, 1, "%"],
    "words",
    at("discharged", (s) => percent(s.distorted))
  ),
  target(
    "fast-lithium",
    "lithium at 4.8 V",
    10,
    [0.6, 0.02, ""],
    "general",
    at("4.8V", (s) => s.lithium)
  ),
  target(
    "fast-oxygen",
    "oxygen lost, first cycle",
    10,
    [0.5, 0.5, "%"],
    "words",
    at("discharged", (s) => percent(s.oxygenLost))
  ),
  target(
    "fast-electrons",
    "Ni and Co electrons not recovered in the first cycle",
    10,
    [0.124, 0.008, ""],
    "study",
    (run) => nickelAndCobalt(run, "discharged")
  ),
  target(
    "fast-layer",
    "densified layer after 20 cycles",
    10,
    [1.5, 0.1, "nm"],
    "words",
    at("20cycles", (s) => 1e9 * s.surfaceLayer)
  ),
  target(
    "fast-metal",
    "metal missing in changed places, 20 cycles, 4.8 V",
    10,
    [25, 3, "%"],
    "words",
    at("20cycles-4.8V", (s) => percent(s.metalLost))
  ),
  target(
    "fast-cracks",
    "crack damage after 20 cycles",
    10,
    [0.9, 0.05, ""],
    "words",
    at("20cycles", (s) => s.crackDamage)
  ),
  target(
    "fast-porosity",
    "porosity after 20 cycles",
    10,
    [1.9, 0.1, "%"],
    "words",
    at("20cycles", (s) => percent(s.porosity))
  ),
  target(
    "fast-retention",
    "discharge capacity after 20 cycles over the first",
    10,
    [0.85, 0.05, ""],
    "general",
    (run) => lastOf(run).dischargeCapacity / run.cycles[0].dischargeCapacity
  )
];

export interface TargetRow extends Omit<Target, "of"> {
  model: number;
  held: boolean;
}

/** Every target beside what the runs give. @param slack times the half-width within which it counts as held */
export function targetRows({ slow, fast }: Runs, slack = 1): TargetRow[] {
  return calibrationTargets.map(({ of, ...rest }) => {
    const model = of(rest.rate === 0.1 ? slow : fast);
    return { ...rest, model, held: Math.abs(model - rest.value) <= slack * rest.within };
  });
}
