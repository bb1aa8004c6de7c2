// First charge and discharge at both rates: voltage, and what it is made of.
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import {
  curveColumns,
  electrochemistryMeta,
  firstCycle,
  rowsOf,
  studyRates
} from "./lib/electrochemistry.js";
import { columnsOf } from "./lib/oxidation-columns.js";

const rows = studyRates.flatMap((rate) => firstCycle(rate).halfCycles.flatMap((curve) => rowsOf(curve, 300)));
const { number } = columnsOf(rows);
const part = (
  name: "equilibrium" | "diffusion" | "kinetic" | "ohmic" | "counter" | "lithium" | "time",
  unit: string,
  description: string
) => number(unit, description, ({ curve, i }) => curve[name][i]);
await writeTable(
  arrowTable(
    electrochemistryMeta({
      title: "First charge and discharge",
      description:
        "Voltage of the first cycle at 0.1 C and 10 C between 2.0 V and 4.8 V, with its parts: E_eq at the mean lithium, diffusion, kinetics, film with separator, and lithium metal add up to it."
    }),
    {
      ...curveColumns(rows),
      time_s: part("time", "s", "time since the start of the charge"),
      lithium: part("lithium", "", "mean lithium per formula unit"),
      equilibrium_V: part("equilibrium", "V", "E_eq at the mean lithium, on its way between the branches"),
      diffusion_V: part("diffusion", "V", "E_eq at the surface less E_eq at the mean lithium"),
      kinetic_V: part("kinetic", "V", "overpotential of the charge transfer on the cathode"),
      ohmic_V: part("ohmic", "V", "drop over films and contacts of the particle and over the separator"),
      counter_V: part("counter", "V", "what the overpotential of the lithium metal adds")
    }
  )
);
