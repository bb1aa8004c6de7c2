// Where the sample was in every image, as the registration found it and as it was, one state.
import { oxidation } from "../science/particle/oxidation.js";
import { compareDrift } from "../science/xanes/compare-drift.js";
import { defaultStackInstrument } from "../science/xanes/instrument.js";
import { prepare } from "../science/xanes/prepare.js";
import { drift } from "../science/xanes/record.js";
import { defaultPrepareSettings } from "../science/xanes/settings.js";
import { measureStacks } from "../science/xanes/twin.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { cameraSize, oxidationMeta, shownSeed } from "./lib/oxidation.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const state = "0.1C-4.8V";
const instrument = defaultStackInstrument(cameraSize);
const raws = measureStacks(oxidation(state, { size: cameraSize }), instrument, shownSeed);
const rows = compareDrift(
  prepare(raws, defaultPrepareSettings),
  raws.map((raw) => drift(raw, instrument, shownSeed)),
  instrument.pixelSize
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    oxidationMeta({
      title: "Drift between energies",
      description:
        "Place of the sample in the image of every energy, found by the registration and true, in one frame for all elements.",
      parameters: { size: cameraSize, state, drift: instrument.drift, jump: instrument.jump },
      code: ["src/science/xanes/register-stack.ts", "src/science/xanes/compare-drift.ts"]
    }),
    {
      element: text("element whose edge was scanned", (r) => r.element),
      energy_eV: number("eV", "photon energy", (r) => r.energy),
      axis: text("axis in the plane of the image", (r) => r.axis),
      found_nm: number("nm", "place found", (r) => 1e9 * r.found),
      true_nm: number("nm", "place in the twin, in the frame of the places found", (r) => 1e9 * r.truth)
    }
  )
);
