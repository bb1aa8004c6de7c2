// The board of claims: filters, one row a claim, what is behind a verdict on demand.
import { h } from "../element.js";
import type { TableLike } from "../table-meta.js";
import { filterControls } from "./controls.js";
import { matches, noFilter, readFilter, writeFilter, type Filter } from "./filter.js";
import { claimRowView } from "./row.js";
import { claimRows } from "./rows.js";

/** The board; its filter stands in the page's address, and #C23 in the address opens that row.
 *  @param root path from the page to the site's root */
export function claimsBoard(table: TableLike, { root = "." }: { root?: string } = {}): HTMLElement {
  const rows = claimRows(table);
  const views = rows.map((row) => claimRowView(row, root));
  const count = h("p", { class: "claims-count", role: "status" });
  const controls = filterControls(rows, (filter) => {
    apply(filter);
    history.replaceState(history.state, "", writeFilter(filter, location.search) || location.pathname);
  });

  function apply(filter: Filter): void {
    let shown = 0;
    for (const view of views) {
      const visible = matches(view.row, filter);
      if (visible) ++shown;
      view.show(visible);
    }
    count.textContent =
      shown === rows.length
        ? `All ${rows.length} claims.`
        : shown > 0
          ? `${shown} of ${rows.length} claims.`
          : "No claim fits these filters; “Show all” takes them away.";
  }

  /** Unfolds the row that the address names, and gives it. */
  function openFromAddress(): Element | undefined {
    const view = views.find(({ row }) => `#${row.id}` === location.hash);
    if (view?.elements[0]?.hidden) {
      controls.set(noFilter);
      apply(noFilter);
    }
    view?.open();
    return view?.elements[0];
  }
  const scrollTo = (row: Element | undefined) => row?.scrollIntoView({ block: "center" });

  const filter = readFilter(location.search, rows);
  controls.set(filter);
  apply(filter);
  const named = openFromAddress();
  // Laid out first, scrolled after: in one and the same frame the scroll would count as a shift of the layout.
  requestAnimationFrame(() => requestAnimationFrame(() => scrollTo(named)));
  const heads = ["Claim", "Reported", "Computed", "Verdict", "Page"].map((name) =>
    h("th", { scope: "col" }, name)
  );
  const caption =
    "The claims of the study and what this site finds. A claim unfolds to its rule and its cautions.";
  const element = h(
    "div",
    { class: "claims-board" },
    controls.element,
    count,
    h(
      "table",
      {},
      h("caption", {}, caption),
      h("thead", {}, h("tr", {}, ...heads)),
      h("tbody", {}, ...views.flatMap(({ elements }) => elements))
    )
  );
  // The listener ends with the element: a page that is redrawn leaves none behind.
  const listen = () =>
    element.isConnected ? scrollTo(openFromAddress()) : removeEventListener("hashchange", listen);
  addEventListener("hashchange", listen);
  return element;
}
