// The questions of a table of runs, as its rows come from anywhere: one row without a knob for each question at the study's
// settings, and one for every run of a surface.

import { type Question } from "./predict.js";
import { questionTexts } from "./questions.js";
import { knobNames, type Knob } from "./settings.js";
import { surfaceOf, type Response } from "./surface.js";

export interface RunRow extends Response {
  question: string;
  effect: number;
  alternative: number;
  unit: string;
  /** "" for the study's own settings, and for no second knob */
  knobs: readonly [string, string];
  at: readonly [number, number];
  doubt: number;
}

/** In the order of the texts. @throws where a question has no row of the study's settings, or a knob is unknown */
export function questionsOf(rows: readonly RunRow[]): Question[] {
  const known = questionTexts.map(({ id }) => id);
  const unknown = rows.find(({ question }) => !known.includes(question));
  if (unknown) throw new Error(`unknown question: ${unknown.question}; must be one of ${known.join(", ")}`);
  return known.map((id) => {
    const own = rows.filter(({ question }) => question === id);
    const study = own.find(({ knobs }) => knobs[0] === "");
    if (!study)
      throw new Error(`missing study's settings of question ${id}; build the data anew with npm run data`);
    const { effect, alternative, unit, noise, bias, difference } = study;
    const groups = new Map<string, RunRow[]>();
    for (const row of own)
      if (row !== study) groups.set(row.knobs.join(" "), [...(groups.get(row.knobs.join(" ")) ?? []), row]);
    const surfaces = [...groups.values()].map((runs) => {
      const names = (runs[0]?.knobs ?? []).filter((name) => name !== "").map(knobOf);
      return surfaceOf(
        names,
        runs.map((run) => ({ ...run, at: run.at.slice(0, names.length) })),
        Math.max(...runs.map(({ doubt }) => doubt))
      );
    });
    return { id, effect, alternative, unit, base: { noise, bias, difference }, surfaces };
  });
}

function knobOf(name: string): Knob {
  const knob = knobNames.find((known) => known === name);
  if (!knob) throw new Error(`unknown knob: ${name}; must be one of ${knobNames.join(", ")}`);
  return knob;
}

/** Rows out of a table's objects with the columns of the runs. */
export const runRows = (rows: readonly Record<string, unknown>[]): RunRow[] =>
  rows.map((row) => ({
    question: String(row["question"]),
    ...{ effect: Number(row["effect"]), alternative: Number(row["alternative"]), unit: String(row["unit"]) },
    knobs: [String(row["knob_1"]), String(row["knob_2"])],
    at: [Number(row["value_1"]), Number(row["value_2"])],
    ...{ noise: Number(row["noise"]), bias: Number(row["bias"]), difference: Number(row["difference"]) },
    doubt: Number(row["doubt"])
  }));
