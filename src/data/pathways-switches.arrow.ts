// Every claim of the model with all mechanisms on, and with each of them off: which then fail.
import { mechanismMeaning } from "../science/pathways/mechanisms.js";
import { switchRows } from "../science/pathways/switches.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { pathwaysMeta } from "./lib/pathways.js";

const rows = switchRows();
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    pathwaysMeta({
      title: "Mechanisms and the claims that need them",
      description:
        "Each claim that the two runs can answer, with all mechanisms on and with one of them off.",
      code: [
        "src/science/pathways/switches.ts",
        "src/science/pathways/claims.ts",
        "src/science/pathways/aged-particle.ts"
      ]
    }),
    {
      mechanism_off: text("mechanism that is off; none: all are on", (r) => r.off ?? "none"),
      mechanism: text("that mechanism in words", (r) => (r.off ? mechanismMeaning[r.off].label : "all on")),
      claim: text("claim of the study; a letter behind the number: a part of it", (r) => r.id),
      statement: text("what it says", (r) => r.statement),
      quantity: text("the number that is judged", (r) => r.quantity),
      kind: text(
        "calibrated: a constant is set to it; input: follows from one that is assumed for it; predicted",
        (r) => r.kind
      ),
      unit: text("unit of the value", (r) => r.unit),
      value: number(
        "",
        "the number, in the unit of its row; none where a state is not reached or nothing is there",
        (r) => r.value
      ),
      accept_from: number(
        "",
        "least value at which the claim holds, in the unit of its row; none: no limit",
        (r) => r.accept[0]
      ),
      accept_to: number("", "greatest value at which it holds; none: no limit", (r) => r.accept[1]),
      holds: text("yes or no", (r) => (r.holds ? "yes" : "no")),
      broken: text("yes where it held with all mechanisms on", (r) => (r.broken ? "yes" : "no"))
    }
  )
);
