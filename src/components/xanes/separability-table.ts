// How well each window tells the references apart: condition number, and the smallest weight that stands out from the noise.
import type { EdgeElement, EnergyWindow } from "../../science/xanes/windows.js";
import { h } from "../element.js";
import { tableView } from "../table-view.js";
import { sayNumber } from "./map-grid.js";

export interface SeparabilityRow {
  element: EdgeElement;
  /** "study" or "full range" */
  window: string;
  range: EnergyWindow;
  conditionNumber: number;
  /** three standard errors of each weight */
  smallest: readonly { species: string; weight: number }[];
}

/** A weight that needs more than the whole spectrum to stand out cannot be found at all. */
const sayWeight = (weight: number): string =>
  weight >= 1 ? `${sayNumber(weight)}, not to be seen` : sayNumber(weight);

export function separabilityTable(rows: readonly SeparabilityRow[], caption: string): HTMLElement {
  const table = tableView({
    caption,
    rows,
    columns: [
      { name: "element", value: (row) => row.element },
      { name: "window", value: (row) => row.window },
      {
        name: "range",
        label: "energies",
        unit: "eV",
        value: (row) => row.range[0],
        show: (_, row) => `${row.range[0]}–${row.range[1]}`
      },
      {
        name: "condition",
        label: "condition number",
        value: (row) => row.conditionNumber,
        show: (_, row) => row.conditionNumber.toPrecision(3)
      },
      {
        name: "smallest",
        label: "smallest weight seen (3 standard errors)",
        value: (row) => Math.max(...row.smallest.map(({ weight }) => weight)),
        show: (_, row) =>
          row.smallest.map(({ species, weight }) => `${species} ${sayWeight(weight)}`).join("; ")
      }
    ]
  });
  return h("div", { class: "separability" }, table);
}
