// The numbers that the claims are judged by, out of the runs; NaN where a state is missing or there is nothing to compare.

import { composition } from "../material/composition.js";
import type { AgedSample } from "../particle/aged-sample.js";
import type { AgedResult } from "./aged-particle.js";
import { stateOf, stateOfPristine } from "./targets.js";

export const charged = ["4.4V", "4.6V", "4.8V"] as const;
export const seen = 0.005;

/** NaN where a state is missing. */
export const of = (run: AgedResult, name: string, value: (sample: AgedSample) => number): number => {
  const sample = stateOf(run, name);
  return sample ? value(sample) : NaN;
};

/** V of the first sampled state whose share exceeds the pristine one by half a point of a percent. */
export function onset(run: AgedResult, share: "oxygenPoor" | "distorted"): number {
  const first = charged.find((name) => of(run, name, (s) => s[share]) > stateOfPristine(run)[share] + seen);
  return first === undefined ? NaN : Number.parseFloat(first);
}

/** Electrons per formula unit that the metals have given. */
export function givenByMetals(run: AgedResult, name: string): number {
  const before = stateOfPristine(run).valences;
  return of(run, name, ({ valences }) =>
    (["Mn", "Co", "Ni"] as const).reduce(
      (sum, element) => sum + composition[element] * (valences[element].mean - before[element].mean),
      0
    )
  );
}

export const oxidised = (run: AgedResult, name: string): number =>
  of(run, name, (s) => s.valences.O.mean - stateOfPristine(run).valences.O.mean);

export const mostGiven = (run: AgedResult): number =>
  Math.max(...charged.map((name) => givenByMetals(run, name)));

/** Pa, at 50 mAh/g of the first discharge: 20 % of the capacity that defines 1 C. */
export function hoopAt20(run: AgedResult): number {
  const rows = run.history.filter(({ cycle, phase }) => cycle === 1 && phase === "discharge");
  const k = rows.findIndex(({ capacity }) => capacity >= 50);
  return k < 0 ? NaN : rows[k].hoop;
}

export const decay = ({ cycles }: AgedResult): number =>
  cycles[0].meanVoltage - cycles[cycles.length - 1].meanVoltage;
export const fade = ({ cycles }: AgedResult): number =>
  1 - cycles[cycles.length - 1].dischargeCapacity / cycles[0].dischargeCapacity;

/** Change of a metal's share of the charge on discharge, last cycle less first. */
export function shareGained({ cycles }: AgedResult, metal: "Mn" | "Co" | "Ni"): number {
  const share = ({ carried }: AgedResult["cycles"][number]) =>
    carried[metal] / (carried.O + carried.Mn + carried.Co + carried.Ni);
  return share(cycles[cycles.length - 1]) - share(cycles[0]);
}

export const farthest = (values: readonly number[], from: number): number =>
  values.reduce((worst, v) => (!(Math.abs(v - from) <= Math.abs(worst - from)) ? v : worst), from);

/** NaN where there is nothing to compare with. */
export const positive = (value: number, least: number): number => (value >= least ? value : NaN);

export function grown(run: AgedResult, name: string, share: "oxygenPoor"): number {
  const more = of(run, name, (s) => s[share]) - stateOfPristine(run)[share];
  return more > seen ? more : NaN;
}

export function activity({ cycles }: AgedResult, k: number): number {
  const { Mn, Co, Ni } = cycles[k].carried;
  return Mn + Co + Ni;
}

/** Vacancies of both sorts per formula unit within r < R/2, over their mean. */
export function innerVacancies({ profiles }: AgedResult): number {
  const profile = profiles.find(({ id }) => id.endsWith("C-4.8V"));
  if (!profile) return NaN;
  const { radius, edges, vacancies, voids } = profile;
  const outer = edges[edges.length - 1];
  let [inside, volume, all] = [0, 0, 0];
  for (let i = 0; i < radius.length; ++i) {
    const shell = edges[i + 1] ** 3 - edges[i] ** 3;
    const gone = shell * (vacancies[i] + voids[i]);
    all += gone;
    if (radius[i] < outer / 2) {
      inside += gone;
      volume += shell;
    }
  }
  return all / outer ** 3 > 1e-6 ? inside / volume / (all / outer ** 3) : NaN;
}
