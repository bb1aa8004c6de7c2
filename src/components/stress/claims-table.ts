// The claims that a page judges: what the study prints beside what comes out here, with the verdict and its reason.
import type { ClaimRow } from "../claims/rows.js";
import { h } from "../element.js";
import { tableView } from "../table-view.js";

/** @param ids claims to show, in this order */
export function claimsTable(rows: ClaimRow[], ids: readonly string[]): HTMLElement {
  const chosen = ids.flatMap((id) => rows.filter((row) => row.id === id));
  return tableView({
    caption: "Reported against computed",
    sortable: false,
    rows: chosen,
    columns: [
      {
        name: "Claim",
        value: (d) => d.id,
        show: (id) => h("a", { href: `../claims#${String(id)}` }, String(id))
      },
      { name: "Statement", value: (d) => d.statement },
      { name: "Reported", value: (d) => d.reported },
      {
        name: "Computed",
        value: (d) => (d.computed ? (d.kind ? `${d.computed} (${d.kind})` : d.computed) : "–")
      },
      { name: "Verdict", value: (d) => d.verdict },
      { name: "Reason", value: (d) => d.reason }
    ]
  });
}
