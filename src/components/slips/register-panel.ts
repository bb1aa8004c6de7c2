// All slips in one table, each leading to its section.
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { number, rowsOf, word } from "../stem/rows.js";
import type { TableLike } from "../table-meta.js";
import { tableView } from "../table-view.js";
import { formatNumber } from "../units.js";

/** @param table slips */
export function registerPanel(table: TableLike): FigureFrame {
  const alt = "What is printed, what was computed of it, and what follows";
  const view = tableView({
    caption: alt,
    rows: rowsOf(table),
    columns: [
      {
        name: "id",
        label: "No.",
        value: (r) => word(r, "id"),
        show: (id, r) => h("a", { href: `#slip-${number(r, "slip")}` }, String(id))
      },
      { name: "what", label: "In print", value: (r) => word(r, "what") },
      { name: "place", label: "Where", value: (r) => word(r, "place") },
      { name: "quantity", label: "Computed", value: (r) => word(r, "quantity") },
      {
        name: "value",
        label: "Value",
        value: (r) => number(r, "value"),
        show: (value, r) => `${formatNumber(Number(value), 3)} ${word(r, "unit")}`.trim()
      },
      { name: "consequence", label: "What follows", value: (r) => word(r, "consequence") }
    ]
  });
  return figureFrame({
    ...{ id: "slips-register", label: "Overview", title: "Ten slips, fifteen rows", alt },
    content: view,
    caption:
      "Each row is a reading of the print at its word beside a reading that the rest of the study allows. What follows is said by a rule from the computed value: it cannot be meant, it changes a number or its sign, it has no effect on one, it limits what a measurement can claim, or nothing decides it.",
    provenance: "predicted",
    table
  });
}
