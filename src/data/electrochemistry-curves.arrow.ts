// Whole curves of a few of the twenty cycles.
import { defaultFadeParameters } from "../science/electrochemistry/fade.js";
import { defaultHalfCellParameters } from "../science/electrochemistry/parameters.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import {
  agedCycles,
  curveColumns,
  electrochemistryMeta,
  rowsOf,
  shownCycles,
  studyRates
} from "./lib/electrochemistry.js";

const rows = studyRates.flatMap((rate) =>
  agedCycles(rate)
    .halfCycles.filter(({ cycle }) => shownCycles.includes(cycle))
    .flatMap((curve) => rowsOf(curve, 160))
);
await writeTable(
  arrowTable(
    electrochemistryMeta({
      title: "Curves of cycles 1, 2, 10 and 20",
      description:
        "Voltage against capacity of some of the twenty cycles, at both rates, with the calibrated ageing.",
      parameters: { ...defaultHalfCellParameters(), fade: defaultFadeParameters() }
    }),
    curveColumns(rows)
  )
);
