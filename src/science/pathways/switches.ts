// Which claims fail when a mechanism is off: the runs at both rates again, without it, and every claim judged on them.

import type { TaskOptions } from "../task.js";
import { agedParticle, type AgedOptions } from "./aged-particle.js";
import { reduced } from "./calibrate.js";
import { judgePathways, type ClaimRuns, type PathwayVerdict } from "./claims.js";
import { mechanisms, type Mechanism } from "./mechanisms.js";
import { defaultPathwayParameters, type PathwayParameters } from "./parameters.js";

/** Grid and steps of these runs: their claims agree with those of the finer default. */
export const switchRun = reduced;

export interface SwitchRow extends PathwayVerdict {
  /** the mechanism that is off; null with all on */
  off: Mechanism | null;
  /** held with all on and no longer */
  broken: boolean;
}

export function claimRuns(
  parameters: PathwayParameters,
  off: readonly Mechanism[],
  options: Omit<AgedOptions, "rate" | "off"> = switchRun
): ClaimRuns {
  const run = (rate: number, more: readonly Mechanism[] = []) =>
    agedParticle(parameters, { ...options, rate, off: [...off, ...more] });
  const [slow, fast] = [run(0.1), run(10)];
  return {
    slow,
    fast,
    slowWithoutRelease: off.includes("surfaceRelease") ? slow : run(0.1, ["surfaceRelease"]),
    fastWithoutStress: off.includes("stressCoupling") ? fast : run(10, ["stressCoupling"])
  };
}

/** All mechanisms on, then each off. */
export function switchRows(
  parameters: PathwayParameters = defaultPathwayParameters(),
  { signal, onProgress }: TaskOptions = {}
): SwitchRow[] {
  const whole = judgePathways(claimRuns(parameters, []));
  const rows: SwitchRow[] = whole.map((verdict) => ({ ...verdict, off: null, broken: false }));
  mechanisms.forEach((off, k) => {
    signal?.throwIfAborted();
    onProgress?.(k / mechanisms.length, `without ${off}`);
    judgePathways(claimRuns(parameters, [off])).forEach((verdict, c) => {
      rows.push({ ...verdict, off, broken: whole[c].holds && !verdict.holds });
    });
  });
  return rows;
}
