// Curves and maps out of others' measured data, for the figures of the checks. No row where none of the data are present.
// tables: data/validation/*.json
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { readOutcomes } from "./lib/validation/measured.js";
import { seriesColumns, validationMeta } from "./lib/validation/tables.js";

const outcomes = readOutcomes();
await writeTable(
  arrowTable(
    validationMeta(outcomes, {
      title: "Curves and maps out of measured data",
      description:
        "What the analyses of this site make of others' measured files, reduced for figures: a fit beside its spectrum, a map beside the published one, a slice."
    }),
    seriesColumns(outcomes)
  )
);
