// How short a coexistence of two phases each diffractometer sees, with transitions at every phase of its clock.
import { detection, detectionDurations } from "../science/diffraction/operando-detection.js";
import { frameInstrument, scanInstrument } from "../science/diffraction/operando-instrument.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf, operandoMeta } from "./lib/operando.js";

/** Å: c of one phase less that of the other; assumed, of the size of the changes within a charge */
const jump = 0.1;
const rows = [scanInstrument(), frameInstrument()].flatMap((instrument) =>
  detection(instrument, detectionDurations(instrument), jump, { runs: 8 }).map((row) => ({
    instrument: instrument.label,
    ...row
  }))
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    operandoMeta({
      title: "Coexistence of two phases that is seen",
      description:
        "Share of transitions of a given duration that show two (003) lines in some pattern, and in two patterns in a row, among eight evenly spread over the clock of the patterns.",
      method:
        "A still lattice turns into one whose c is 0.1 Å larger; one line of known width against two of it, a second line counts where χ² falls by more than 16.",
      parameters: { jump_A: jump, runs: 8, gain: 16 },
      provenance: "predicted",
      code: [
        "src/science/diffraction/operando-detection.ts",
        "src/science/diffraction/operando-transition.ts"
      ]
    }),
    {
      instrument: text("diffractometer", (r) => r.instrument),
      duration_s: number("s", "time over which one phase turns into the other", (r) => r.duration),
      jump_A: number("Å", "c of the new phase less that of the old", (r) => r.jump),
      seen: number("", "share of transitions that show two lines in some pattern", (r) => r.seen),
      seen_twice: number(
        "",
        "share that show two lines in two patterns in a row: no jump does",
        (r) => r.twice
      ),
      broadened: number("", "share that show a widened line in some pattern", (r) => r.broad),
      both_there: number(
        "",
        "share in which both phases were there at once while (003) was counted",
        (r) => r.there
      )
    }
  )
);
