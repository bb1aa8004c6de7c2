// Every check against others' measured data: expected, tolerated, obtained. No row where none of the data are present.
// tables: data/validation/*.json
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { checkRows, readOutcomes } from "./lib/validation/measured.js";
import { validationMeta } from "./lib/validation/tables.js";

const outcomes = readOutcomes();
const rows = checkRows(outcomes);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    validationMeta(outcomes, {
      title: "Checks against measured data",
      description:
        "Numbers that the analyses of this site get from others' measured files, beside those that others got from the same files."
    }),
    {
      data_set: text("folder of the measured files", (r) => r.part.folder),
      data: text("what was measured", (r) => r.part.source.title),
      what: text("what is compared", (r) => r.what),
      unit: text("unit of expected, tolerance, obtained and deviation", (r) => r.unit),
      relation: text(
        "within the tolerance of what is expected, at most that, at least that",
        (r) => r.relation
      ),
      expected: number("", "number that others got, or a bound; see unit", (r) => r.expected),
      tolerance: number("", "largest deviation accepted; none for a bound", (r) => r.tolerance),
      obtained: number("", "number that comes out here", (r) => r.obtained),
      deviation: number("", "obtained less expected", (r) => r.deviation),
      passes: {
        unit: "",
        description: "whether it is as expected",
        values: rows.map((r) => r.passes),
        type: "bool"
      },
      against: text("whose number is expected", (r) => r.against),
      source: text("who measured", (r) => r.part.source.source),
      repository: text("public repository that holds the files", (r) => r.part.source.repository),
      licence: text("licence of the files", (r) => r.part.source.licence),
      page: text("page whose analysis is checked", (r) => r.part.source.checks)
    }
  )
);
