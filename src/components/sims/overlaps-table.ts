// How much areas overlap, over chance, and how often turned maps do as much.
import { tableView } from "../table-view.js";
import { sayP } from "./states.js";

export interface OverlapRow {
  pair: string;
  overlap: number;
  mean: number;
  deviation: number;
  p: number;
  truth?: number | null;
}

const words: Record<string, string> = {
  "Li–O": "Li-rich and O-rich",
  "O–Mn": "O-rich and Mn-poor",
  "Li–Mn": "Li-rich and Mn-poor",
  "Li–O–Mn": "all three"
};

export function overlapsTable(rows: readonly OverlapRow[], caption: string): HTMLElement {
  return tableView({
    caption,
    sortable: false,
    rows,
    columns: [
      { name: "areas", label: "Areas", value: (r) => words[r.pair] ?? r.pair },
      { name: "overlap", label: "Overlap over chance", value: (r) => r.overlap.toFixed(2) },
      {
        name: "turned",
        label: "Turned maps",
        value: (r) => `${r.mean.toFixed(2)} ± ${r.deviation.toFixed(2)}`
      },
      { name: "p", label: "p", value: (r) => sayP(r.p) },
      { name: "truth", label: "In the sample", value: (r) => (r.truth == null ? "–" : r.truth.toFixed(2)) }
    ]
  });
}
