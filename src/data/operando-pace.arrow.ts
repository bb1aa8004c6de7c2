// How many patterns fit into a first charge, against the rate, for both diffractometers.
import { frameInstrument, scanInstrument } from "../science/diffraction/operando-instrument.js";
import { paceOf } from "../science/diffraction/operando-pace.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf, operandoMeta } from "./lib/operando.js";

const rates = [0.05, 0.1, 0.2, 0.5, 1, 2, 3, 5, 10, 20];
const rows = [scanInstrument(), frameInstrument()].flatMap((instrument) =>
  rates.map((rate) => ({ instrument: instrument.label, ...paceOf(rate, instrument) }))
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    operandoMeta({
      title: "Patterns in a charge",
      description:
        "Complete patterns that a first charge holds at each rate, with the scans of 25 min and with the frames of 45 s, no time lost between them.",
      method: "Time of the charge over the time of a pattern; capacities between 0.1 C and 10 C are assumed.",
      provenance: "predicted",
      seed: null,
      code: ["src/science/diffraction/operando-pace.ts"]
    }),
    {
      instrument: text("diffractometer", (r) => r.instrument),
      rate_C: number("C", "rate", (r) => r.rate),
      capacity_mAh_g: number("mAh/g", "capacity of the first charge, assumed", (r) => r.capacity),
      charge_time_s: number("s", "time of the charge", (r) => r.chargeTime),
      pattern_time_s: number("s", "time of a pattern", (r) => r.patternTime),
      patterns: number("", "complete patterns in the charge", (r) => r.patterns),
      charge_per_pattern_mAh_g: number("mAh/g", "charge that passes during a pattern", (r) => r.perPattern),
      share_of_charge: number("", "the same over the capacity, 1 at most", (r) => r.share)
    }
  )
);
