// Which claims each of four experiments decides: the study's settings, three times the dose, tilts to ±75°, all of it finer.
// tables: data/design-responses.arrow
import { decide, improveFirst, settingText } from "../science/experiment-design/decide.js";
import { questionText } from "../science/experiment-design/questions.js";
import { questionsOf, runRows } from "../science/experiment-design/read.js";
import { presetDesign, presetNames, presets } from "../science/experiment-design/settings.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { designMeta } from "./lib/design.js";
import { tableRows } from "./lib/design-rows.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const questions = questionsOf(runRows(tableRows("design-responses")));
const rows = presetNames.flatMap((name) =>
  questions.map((question) => ({
    name,
    text: questionText(question.id),
    ...decide(question, presetDesign(name)),
    advice: improveFirst(question, presetDesign(name))
  }))
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    designMeta({
      title: "Claims that an experiment decides",
      description:
        "One row a question and experiment: by how many standard errors the claim stands off its alternative, and which one step would help most."
    }),
    {
      experiment: text("the study, 3 × dose, ±75° or fine", (r) => presets[r.name].label),
      claim: text("claim of the study", (r) => r.text.claim),
      question: text("claim, with a letter where it puts more than one question", (r) => r.text.id),
      asks: text("what is asked", (r) => r.text.asks),
      quantity: text("what is measured", (r) => r.text.quantity),
      instead: text("what would be true instead", (r) => r.text.instead),
      effect: number("", "value with the claim true, in unit", (r) => r.question.effect),
      alternative: number("", "value with the alternative true, in unit", (r) => r.question.alternative),
      unit: text("unit of the numbers of the row", (r) => r.question.unit),
      difference: number(
        "",
        "between claim and alternative, in unit: the true one, or the one that is seen where it is asked whether there is any",
        (r) => r.difference
      ),
      noise: number("", "standard error of the quantity, in unit", (r) => r.noise),
      bias: number(
        "",
        "magnitude of found less true, in unit; of what nothing shows as, where it is asked whether there is any",
        (r) => r.bias
      ),
      standard_errors: number("", "|difference| over √(noise² + bias²)", (r) => r.significance),
      least: number("", "the same with the bias larger by the law's stated error", (r) => r.least),
      most: number("", "with the bias smaller by it", (r) => r.most),
      decidable: {
        ...{ unit: "", description: "standard errors of at least three", type: "bool" },
        values: rows.map((r) => r.decidable)
      },
      limited_by: text("noise or bias, the larger", (r) => r.limitedBy),
      improve: text("setting whose one step helps most; empty where none does", (r) => r.advice?.knob ?? ""),
      improve_to: text("its value after that step", (r) =>
        r.advice ? settingText(r.advice.knob, r.advice.value) : ""
      ),
      improved: number("", "standard errors after that step", (r) => r.advice?.significance ?? null)
    }
  )
);
