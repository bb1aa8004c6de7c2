// How far the interpolated response may be from a run: both at places where the table has no node.
import type { Table } from "npm:apache-arrow";
import { defaultStressParameters } from "../../science/mechanics/parameters.js";
import { tableView } from "../table-view.js";
import { responseOf } from "./lab-iso-panel.js";
import { labRows } from "./lab-table.js";

const names = [
  "gap_um",
  "pore_radius_um",
  "poisson_ratio",
  "diffusivity_m2_s",
  "depth_of_discharge",
  "hoop_stress_MPa"
] as const;

export function checkPanel(table: Table, check: Table): HTMLElement {
  const response = responseOf(table);
  const base = { ...defaultStressParameters(), rate: 10 };
  const rows = labRows(check, names).map((row) => {
    const [gap, poreRadius, poissonRatio, diffusivity, depth, run] = names.map((n) => Number(row[n]));
    const p = { ...base, gap: 1e-6 * gap, poreRadius: 1e-6 * poreRadius, poissonRatio, diffusivity };
    const found = 1e-6 * response.hoop(p, depth);
    return { gap, poreRadius, poissonRatio, diffusivity, depth, run, found, off: 100 * (found / run - 1) };
  });
  const worst = Math.max(...rows.map(({ off }) => Math.abs(off)));
  return tableView({
    caption: `The interpolated response against runs at places of their own: at most ${worst.toFixed(2)} % apart`,
    rows: rows.filter(({ depth }) => depth === 0.2),
    columns: [
      { name: "gap", unit: "µm", value: (d) => d.gap },
      { name: "pore radius", unit: "µm", value: (d) => d.poreRadius },
      { name: "ν", value: (d) => d.poissonRatio },
      { name: "D", unit: "m²/s", value: (d) => d.diffusivity },
      { name: "run", unit: "MPa", value: (d) => d.run },
      { name: "interpolated", unit: "MPa", value: (d) => d.found },
      { name: "difference", unit: "%", value: (d) => Number(d.off.toFixed(2)) }
    ]
  });
}
