// Porosity in shells from the centre to the surface, found and in the sample.
// tables: data/porosity-volumes/*.vol
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { porosityMeta, readReported } from "./lib/porosity.js";

const rows = readReported().flatMap(({ state, rate, shells, trueShells }) =>
  shells.map((shell, k) => ({ state, rate, shell, truth: trueShells[k] }))
);
const { number, text } = columnsOf(rows);
await writeTable(
  arrowTable(
    porosityMeta({
      title: "Porosity along the radius",
      description: "Share of void in shells half a micrometre thick about the particle's centre, all states."
    }),
    {
      state: text("state of the particle", (r) => r.state),
      rate_C: number("C", "rate of cycling; none before it", (r) => r.rate),
      radius_um: number(
        "µm",
        "middle of the shell, from the centre",
        ({ shell }) => Math.round(5e8 * (shell.from + shell.to)) / 1e3
      ),
      porosity_percent: number("%", "share of void found", ({ shell }) => 100 * shell.porosity),
      network_percent: number("%", "of that in the largest pore", ({ shell }) => 100 * shell.network),
      true_porosity_percent: number(
        "%",
        "share of void in the sample",
        ({ truth }) => 100 * (truth?.porosity ?? NaN)
      ),
      volume_um3: number(
        "µm³",
        "of the shell",
        ({ shell }) => (4 / 3) * Math.PI * 1e18 * (shell.to ** 3 - shell.from ** 3)
      )
    }
  )
);
