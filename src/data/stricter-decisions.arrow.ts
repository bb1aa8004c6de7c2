// What the stricter tomograph would have decided, beside the study's settings and beside what the experiment designer predicts.
// tables: data/composition-shares.arrow data/stricter-shares.arrow data/design-responses.arrow
import { questionText } from "../science/experiment-design/questions.js";
import { questionsOf, runRows } from "../science/experiment-design/read.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { designMeta } from "./lib/design.js";
import { tableRows } from "./lib/design-rows.js";
import { stricter, stricterRows } from "./lib/design-stricter.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const rows = stricterRows(
  tableRows("composition-shares"),
  tableRows("stricter-shares"),
  questionsOf(runRows(tableRows("design-responses")))
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    designMeta({
      title: "What a stricter experiment decides",
      description:
        "Claims on composition at the study's settings and with three times the photons and tilts to ±75°, at thresholds of 5 and 3 %: standard errors between claim and alternative from direct runs, and as the experiment designer predicts them.",
      provenance: "recovered",
      parameters: stricter,
      seed: 1,
      page: "/hypotheses/stricter-experiment"
    }),
    {
      experiment: text(
        "the study's settings, or three times the photons and tilts to ±75°",
        (r) => r.experiment
      ),
      threshold_percent: number("%", "deviation that leaves the target class", (r) => r.threshold),
      claim: text("claim of the study", (r) => questionText(r.question.id).claim),
      question: text("claim, with a letter where it puts more than one question", (r) => r.question.id),
      asks: text("what is asked", (r) => questionText(r.question.id).asks),
      effect: number("", "true value in the sample, in unit", (r) => r.question.effect),
      alternative: number("", "value with the alternative true", (r) => r.question.alternative),
      unit: text("unit of the numbers of the row", (r) => r.question.unit),
      difference: number("", "between both: the true one, or the one that is seen", (r) => r.difference),
      noise: number("", "standard error", (r) => r.noise),
      bias: number("", "found less true, or what nothing shows as", (r) => r.bias),
      standard_errors: number(
        "",
        "|difference| over √(noise² + bias²), 0 with the wrong sign",
        (r) => r.significance
      ),
      decidable: {
        ...{ unit: "", description: "standard errors of at least three", type: "bool" },
        values: rows.map((r) => r.decidable)
      },
      predicted: number("", "standard errors that the experiment designer gives", (r) => r.predicted)
    }
  )
);
