/** A small table to read: sortable by its headers, units in them, scrolling by itself where it is wide. */
import { h, typeset } from "./element.js";
import { formatNumber } from "./units.js";

export interface ViewColumn<R> {
  name: string;
  label?: string;
  unit?: string;
  value: (row: R) => unknown;
  /** what stands in the cell; numbers are formatted and others written as text by default */
  show?: (value: unknown, row: R) => Node | string;
}

export interface TableViewOptions<R> {
  columns: readonly ViewColumn<R>[];
  rows: readonly R[];
  caption: string;
  /** headers are buttons that sort; on by default */
  sortable?: boolean;
  /** rows beyond this many are counted, not shown */
  limit?: number;
}

export function tableView<R>({
  columns,
  rows,
  caption,
  sortable = true,
  limit = 500
}: TableViewOptions<R>): HTMLElement {
  const body = h("tbody");
  const isNumber = columns.map(
    (c) =>
      rows.some((r) => isNumeric(c.value(r))) &&
      rows.every((r) => isNumeric(c.value(r)) || c.value(r) == null)
  );
  const fill = (order: readonly R[]) =>
    body.replaceChildren(
      ...order
        .slice(0, limit)
        .map((row) =>
          h(
            "tr",
            {},
            ...columns.map((column, i) =>
              h("td", { class: isNumber[i] ? "number" : null }, content(column, row))
            )
          )
        )
    );
  const headers = columns.map((column, i) => {
    const label = column.label ?? column.name;
    const unit = column.unit ? h("span", { class: "unit" }, typeset(column.unit)) : null;
    if (!sortable) return h("th", { scope: "col", class: isNumber[i] ? "number" : null }, label, unit);
    const header = h("th", { scope: "col", "aria-sort": "none", class: isNumber[i] ? "number" : null });
    const sort = () => {
      const descending = header.getAttribute("aria-sort") === "ascending";
      for (const other of headers) other.setAttribute("aria-sort", "none");
      header.setAttribute("aria-sort", descending ? "descending" : "ascending");
      fill(sorted(rows, column.value, descending));
    };
    header.append(h("button", { type: "button", onclick: sort }, label), unit ?? "");
    return header;
  });
  fill(rows);
  const hidden = rows.length - limit;
  const heading = hidden > 0 ? `${caption} (the first ${limit} of ${rows.length} rows)` : caption;
  const table = h("table", {}, h("caption", {}, heading), h("thead", {}, h("tr", {}, ...headers)), body);
  return h("div", { class: "table-view", tabindex: 0, role: "region", "aria-label": caption }, table);
}

const isNumeric = (value: unknown): boolean => typeof value === "number" || typeof value === "bigint";

function content<R>(column: ViewColumn<R>, row: R): Node | string {
  const value = column.value(row);
  if (column.show) return column.show(value, row);
  if (value == null) return "–";
  return typeof value === "number" ? typeset(formatNumber(value)) : text(value);
}

const text = (value: unknown): string =>
  typeof value === "string" || typeof value === "bigint" ? String(value) : (JSON.stringify(value) ?? "");

/** A sorted copy; equal rows keep their order, missing values come last either way. */
export function sorted<R>(rows: readonly R[], value: (row: R) => unknown, descending = false): R[] {
  const missing = (v: unknown) => v == null || Number.isNaN(v);
  return [...rows].sort((p, q) => {
    const [a, b] = [value(p), value(q)];
    if (missing(a) || missing(b)) return Number(missing(a)) - Number(missing(b));
    const order =
      isNumeric(a) && isNumeric(b)
        ? Number(a) - Number(b)
        : text(a).localeCompare(text(b), "en", { numeric: true });
    return descending ? -order : order;
  });
}
