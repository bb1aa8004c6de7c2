// How many claims stand where: one stacked bar, with the same counts in words below it.
import * as Plot from "npm:@observablehq/plot";
import { h } from "../element.js";
import type { TableLike } from "../table-meta.js";
import { verdictMark } from "./row.js";
import { claimRows } from "./rows.js";
import { verdictStyles } from "./verdict-style.js";

export function claimsSummary(table: TableLike, { width = 640 }: { width?: number } = {}): HTMLElement {
  const rows = claimRows(table);
  let total = 0;
  const counts = verdictStyles
    .map((style) => ({ ...style, count: rows.filter(({ verdict }) => verdict === style.verdict).length }))
    .filter(({ count }) => count > 0)
    .map((part) => ({ ...part, from: total, to: (total += part.count) }));
  const bar = Plot.plot({
    width: Math.min(width, 640),
    height: 34,
    margin: 0,
    x: { axis: null, domain: [0, rows.length] },
    color: { domain: counts.map((part) => part.verdict), range: counts.map((part) => part.colour) },
    marks: [
      Plot.barX(counts, { x1: "from", x2: "to", fill: "verdict", insetRight: 1 }),
      ...counts
        // A number needs about three claims' width of the bar.
        .filter(({ count }) => count >= 3)
        .map(({ from, to, count, ink }) =>
          Plot.text([count], { x: (from + to) / 2, text: String, fill: ink, fontWeight: 600 })
        )
    ]
  });
  const label = counts.map(({ verdict, count }) => `${count} ${verdict}`).join(", ");
  // Plot labels its groups, which have no role; the picture as a whole has one.
  for (const group of bar.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  bar.setAttribute("role", "img");
  bar.setAttribute("aria-label", `${rows.length} claims: ${label}`);
  const items = counts.map((style) =>
    h("li", {}, verdictMark(style), h("strong", {}, `${style.count} ${style.verdict}`), `: ${style.meaning}`)
  );
  return h("div", { class: "claims-summary" }, bar, h("ul", {}, ...items));
}
