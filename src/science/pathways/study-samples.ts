// The particle at the study's two rates: pristine, along the first cycle, and after twenty.

import type { AgedSample } from "../particle/aged-sample.js";
import type { TaskOptions } from "../task.js";
import { agedParticle } from "./aged-particle.js";
import { defaultPathwayParameters } from "./parameters.js";

export const studyRates = [0.1, 10] as const;
export const studyCycles = 20;

/** Thirteen samples: the pristine one, then six of each rate. */
export function studySamples(task: TaskOptions = {}): AgedSample[] {
  const runs = studyRates.map((rate) =>
    agedParticle(defaultPathwayParameters(), { rate, cycles: studyCycles }, task)
  );
  return [runs[0].samples[0], ...runs.flatMap(({ samples }) => samples.slice(1))];
}
