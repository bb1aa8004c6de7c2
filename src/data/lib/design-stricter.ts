/** The stricter experiment: its runs, and what they decide beside the study's and beside what the experiment designer predicts. */
import { decide, type Decision } from "../../science/experiment-design/decide.js";
import type { Question } from "../../science/experiment-design/predict.js";
import { studyDesign } from "../../science/experiment-design/settings.js";
import { coarse, type RepeatJob } from "./composition-repeats.js";
import { compositionMeasures, responseIn, sharesIn, type Shares } from "./design-composition.js";
import { only, type Row } from "./design-rows.js";

export const stricter = { photons: 15_000, tiltLimit: 75, thresholds: [0.03, 0.05], seeds: [1] };

/** All states that the claims on composition speak of; the reference first. */
export const stricterStates = [
  ...["pristine", "uniform", "0.1C-4.6V", "0.1C-4.8V", "0.1C-discharged"],
  ...["10C-4.4V", "10C-4.8V", "10C-discharged"]
];

export const stricterJob = (state: string): RepeatJob => ({
  ...{ state, tiltLimit: stricter.tiltLimit, photons: [stricter.photons], seeds: stricter.seeds },
  ...{ variants: [{ name: "default", settings: coarse }], thresholds: stricter.thresholds }
});

export interface StricterRow extends Decision {
  experiment: string;
  threshold: number;
  /** standard errors that the designer's law predicts for it */
  predicted: number;
}

/** @param shares composition-shares @param strict stricter-shares @param questions of the experiment designer */
export function stricterRows(
  shares: readonly Row[],
  strict: readonly Row[],
  questions: readonly Question[]
): StricterRow[] {
  const at = (rows: readonly Row[], percent: number) =>
    sharesIn(rows.filter((row) => Math.abs(Number(row["threshold_percent"]) - percent) < 1e-6));
  const study = studyDesign();
  const more = stricter.photons / study.txmPhotons;
  return [5, 3].flatMap((threshold) => {
    const usual = at(shares, threshold);
    const direct = at(strict, threshold);
    // one seed has no spread of its own: that of the study's four, which falls as 1/√photons
    const better: Shares = (state, name) => ({
      ...direct(state, name),
      deviation: usual(state, name).deviation / Math.sqrt(more)
    });
    const design = { ...study, txmThreshold: threshold };
    const strictDesign = { ...design, txmPhotons: stricter.photons, txmTilt: stricter.tiltLimit };
    return [
      { experiment: "the study", from: usual, design },
      { experiment: "stricter", from: better, design: strictDesign }
    ].flatMap(({ experiment, from, design: settings }) =>
      compositionMeasures.map((measure): StricterRow => {
        const [effect, alternative] = [measure.effect(from), measure.alternative(from)];
        const question = only(
          questions.find(({ id }) => id === measure.id),
          `question ${measure.id}`
        );
        const measured = { ...question, effect, alternative, base: responseIn(measure, from), surfaces: [] };
        const predicted = decide(question, settings).significance;
        return { ...decide(measured, study), experiment, threshold, predicted };
      })
    );
  });
}
