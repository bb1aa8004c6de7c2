// Volume of the hexagonal cell with b as printed and with c, in four states.
import { volumeRows } from "../science/slips/printed-model.js";
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { slipsMeta } from "./lib/slips.js";

const rows = volumeRows();
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    slipsMeta({
      title: "Volume of the cell with b and with c",
      description: "a² b sin 60° with b = a, and a² c sin 60°, in the cells that the twins assume.",
      method:
        "The cells are approximate values from memory, unverified; ΔV/V0 is relative to the pristine cell.",
      code: ["src/science/slips/printed-model.ts", "src/science/material/volume-change-tables.ts"]
    }),
    {
      state: text("state of charge", (r) => r.state),
      a_angstrom: number("Å", "lattice parameter a", (r) => r.a),
      c_angstrom: number("Å", "lattice parameter c", (r) => r.c),
      volume_printed: number("Å³", "a³ sin 60°", (r) => r.printed),
      volume: number("Å³", "a² c sin 60°", (r) => r.read),
      density_printed: number(
        "g/cm³",
        "of three pristine formula units in that cell, with b",
        (r) => r.printedDensity
      ),
      density: number("g/cm³", "of three pristine formula units in that cell, with c", (r) => r.readDensity),
      change_printed_percent: number("%", "ΔV/V0 with b", (r) => 100 * r.printedChange),
      change_percent: number("%", "ΔV/V0 with c", (r) => 100 * r.readChange)
    }
  )
);
