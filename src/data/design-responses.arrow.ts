// Noise and bias of every question of "Design your experiment" at the settings that the twins were run with.
// tables: data/composition-shares.arrow data/composition-sweep.arrow data/design-composition.arrow data/design-oxidation.arrow data/design-stem.arrow data/design-sims.arrow data/oxidation-means.arrow data/oxidation-zones.arrow data/oxidation-overlap.arrow data/oxidation-rixs.arrow data/oxidation-cycles.arrow data/oxidation-limits.arrow data/neutron-fits.arrow data/neutron-bias.arrow data/neutron-limits.arrow data/operando-lattice.arrow data/eels-limits.arrow data/eels-results.arrow data/sims-fickian.arrow data/sims-overlaps.arrow data/sims-false-fickian.arrow data/porosity-numbers.arrow data/porosity-limits.arrow
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { designMeta } from "./lib/design.js";
import { designParts } from "./lib/design-parts.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const rows = designParts().flatMap(({ questions, runs }) =>
  questions.flatMap(({ base, ...question }) => [
    { ...question, ...base, knobs: [] as readonly string[], at: [] as readonly number[], doubt: 0 },
    ...runs.filter((run) => run.question === question.question).map((run) => ({ ...question, ...run }))
  ])
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    designMeta({
      title: "Responses of the instruments",
      description:
        "For every question that a claim puts to an instrument: noise, bias and true difference to the alternative at the study's settings (no knob named) and where one or two of them are moved."
    }),
    {
      question: text("claim, with a letter where it puts more than one question", (r) => r.question),
      effect: number("", "value with the claim true, in unit", (r) => r.effect),
      alternative: number("", "value with the alternative true, in unit", (r) => r.alternative),
      unit: text("unit of the numbers of the row", (r) => r.unit),
      knob_1: text("setting that is moved; empty for the study's own", (r) => r.knobs[0] ?? ""),
      value_1: number("", "its value, in the unit of the page's control", (r) => r.at[0] ?? null),
      knob_2: text("second setting that is moved; empty for none", (r) => r.knobs[1] ?? ""),
      value_2: number("", "its value", (r) => r.at[1] ?? null),
      noise: number("", "standard error of the quantity, in unit", (r) => r.noise),
      bias: number(
        "",
        "magnitude of found less true, in unit; of what nothing shows as, where it is asked whether there is any",
        (r) => r.bias
      ),
      difference: number(
        "",
        "between claim and alternative, in unit: the true one, or the one that is seen where it is asked whether there is any",
        (r) => r.difference
      ),
      doubt: number("", "share of the bias's shift that is taken as the law's error", (r) => r.doubt)
    }
  )
);
