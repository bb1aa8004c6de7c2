// Porosity in shells from the centre to the surface, found and in the sample.
// tables: data/porosity-volumes/*.vol
import { arrowTable, writeTable } from "./lib/arrow-table.js";
import { columnsOf } from "./lib/oxidation-columns.js";
import { porosityMeta, readReported } from "./lib/porosity.js";

const rows = readReported().flatMap(({ state, rate, shells, trueShells }) =>
  shells.found.map((shell, k) => ({
    ...{ state, rate, shell, lower: shells.lower[k], higher: shells.higher[k], truth: trueShells[k] }
  }))
);
const { number, text } = columnsOf(rows);
// JSON keeps the share of a shell that holds nothing of the particle as null
const percent = (share: number | null) => (share === null ? null : 100 * share);
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
      porosity_percent: number("%", "share of void found", ({ shell }) => percent(shell.porosity)),
      network_percent: number("%", "of that in the largest pore", ({ shell }) => percent(shell.network)),
      porosity_at_lower_percent: number("%", "share of void at the threshold less its error", ({ lower }) =>
        percent(lower.porosity)
      ),
      porosity_at_higher_percent: number("%", "share of void at the threshold and its error", ({ higher }) =>
        percent(higher.porosity)
      ),
      network_at_lower_percent: number(
        "%",
        "of that in the largest pore, at the threshold less its error",
        ({ lower }) => percent(lower.network)
      ),
      network_at_higher_percent: number(
        "%",
        "of that in the largest pore, at the threshold and its error",
        ({ higher }) => percent(higher.network)
      ),
      true_porosity_percent: number("%", "share of void in the sample", ({ truth }) =>
        percent(truth?.porosity ?? null)
      ),
      volume_um3: number(
        "µm³",
        "of the shell",
        ({ shell }) => (4 / 3) * Math.PI * 1e18 * (shell.to ** 3 - shell.from ** 3)
      )
    }
  )
);
