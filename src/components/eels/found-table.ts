// Found beside true: a number, its standard error, what was set, and how far apart they are.
import { tableView } from "../table-view.js";

export interface FoundRow {
  label: string;
  unit: string;
  found: number;
  error: number;
  truth: number;
}

/** A number with as many digits as its error bears. */
export function withError(value: number, error: number): string {
  if (!Number.isFinite(value)) return "none";
  const digits = Number.isFinite(error) && error > 0 ? Math.max(0, 1 - Math.floor(Math.log10(error))) : 2;
  const text = value.toFixed(Math.min(digits, 4)).replace("-", "−");
  return Number.isFinite(error)
    ? `${text} ± ${error.toFixed(Math.min(digits, 4))}`
    : `${text}, error not known`;
}

const digitsOf = (truth: number) => (Math.abs(truth) >= 100 ? 2 : 3);

export function foundTable(rows: readonly FoundRow[], caption: string): HTMLElement {
  return tableView({
    caption,
    rows,
    sortable: false,
    columns: [
      { name: "quantity", value: (r) => (r.unit ? `${r.label} (${r.unit})` : r.label) },
      { name: "found", value: (r) => withError(r.found, r.error) },
      { name: "true", value: (r) => r.truth.toFixed(digitsOf(r.truth)) },
      {
        name: "apart by",
        value: (r) => {
          const pull = (r.found - r.truth) / r.error;
          return Number.isFinite(pull)
            ? `${(Math.round(10 * pull) / 10 + 0).toFixed(1).replace("-", "−")} standard errors`
            : "–";
        }
      }
    ]
  });
}
