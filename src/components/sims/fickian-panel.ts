// Whether lithium, or any other element, is a parabola of the radius: every section, found beside true.
import type { SectionState } from "../../science/particle/cross-section-states.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { number, rowsOf, word } from "../stem/rows.js";
import type { TableLike } from "../table-meta.js";
import { tableView } from "../table-view.js";
import { percent, sayP } from "./states.js";

const share = (value: number): string => (Number.isFinite(value) ? percent(value) : "–");
const fine = (value: number): string => `${(100 * value).toFixed(1)} %`;

/** @param table sims-fickian @param ion element whose rows are shown */
export function fickianPanel(
  table: TableLike,
  o: { id: string; label: string; states: readonly SectionState[]; ion?: string }
): FigureFrame {
  const { ion = "Li" } = o;
  const rows = rowsOf(table).filter(
    (r) => word(r, "ion") === ion && o.states.some(({ id }) => id === word(r, "state"))
  );
  const view = tableView({
    caption: `${ion}: what a parabola of the radius explains of the variance beyond counting`,
    sortable: false,
    rows,
    columns: [
      { name: "label", label: "Particle", value: (r) => word(r, "label") },
      { name: "parabola", label: "By r²", value: (r) => share(number(r, "parabola")) },
      { name: "true", label: "In the sample", value: (r) => share(number(r, "true_parabola")) },
      { name: "residual", label: "Left over", value: (r) => fine(number(r, "residual")) },
      { name: "left", label: "Truly left", value: (r) => fine(number(r, "true_residual")) },
      { name: "chi", label: "Reduced χ²", value: (r) => number(r, "chi_squared").toFixed(2) },
      { name: "p", label: "p", value: (r) => sayP(number(r, "p")) }
    ]
  });
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "Is it Fick's law?" },
    content: view,
    caption:
      "Left over: the deviation beyond counts and parabola, over the mean. The p-value speaks of counts alone; it is small in every particle, the Fickian ones too, so that only the size of what is left over could tell them apart.",
    alt: "Table of the Fickian test.",
    provenance: "recovered",
    table
  });
}
