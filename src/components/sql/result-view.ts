// A result as a table of its first rows, a quick plot, and files of the whole of it.
import { tableToIPC, type Table } from "npm:apache-arrow";
import { save } from "../downloads.js";
import { h } from "../element.js";
import { csvParts } from "./csv.js";
import { quickPlot } from "./quick-plot.js";
import type { QueryResult } from "./session.js";
import { kindOf, shortText, textOf, type ColumnType } from "./value.js";

/** Rows shown; the files hold all. */
export const mostShown = 1000;

export function resultView(result: QueryResult, width: number): HTMLElement {
  const { table, units } = result;
  return h(
    "div",
    { class: "sql-result" },
    h("p", { class: "sql-said", role: "status" }, said(result)),
    h(
      "p",
      { class: "sql-actions" },
      download("CSV", () => save(new Blob(csvParts(table, units)), "query.csv", "text/csv")),
      download("Arrow", () => save(arrowBytes(result), "query.arrow", "application/vnd.apache.arrow.file"))
    ),
    rowsTable(table, units),
    h("h2", {}, "Quick plot"),
    quickPlot(table, { units, width })
  );
}

function said({ table: { numRows }, truncated, milliseconds }: QueryResult): string {
  const rows = numRows === 1 ? "1 row" : `${numRows.toLocaleString("en")} rows`;
  const time = `in ${milliseconds < 1000 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`}`;
  const kept = truncated
    ? `More than ${rows}: stopped there, ${time}. Aggregate, filter or LIMIT to see the rest.`
    : `${rows} ${time}.`;
  return numRows > mostShown ? `${kept} The first ${mostShown.toLocaleString("en")} are shown.` : kept;
}

function rowsTable(table: Table, units: ReadonlyMap<string, string>): HTMLElement {
  const fields = table.schema.fields;
  const types = fields.map(({ type }) => type as ColumnType);
  const columns = fields.map((_, j) => table.getChildAt(j));
  const numeric = types.map((type) => kindOf(type) === "number");
  const head = fields.map(({ name }, j) => {
    const unit = units.get(name);
    return h(
      "th",
      { scope: "col", class: numeric[j] && "number", title: String(fields[j]?.type) },
      name,
      unit ? h("span", { class: "sql-unit" }, ` ${unit}`) : null
    );
  });
  const body = h("tbody");
  for (let i = 0; i < Math.min(table.numRows, mostShown); i++) {
    const row = h("tr");
    for (const [j, column] of columns.entries()) row.append(cell(column?.get(i), types[j], numeric[j]));
    body.append(row);
  }
  return h(
    "div",
    { class: "sql-table", tabindex: 0, role: "region", "aria-label": "Rows of the result" },
    h("table", {}, h("thead", {}, h("tr", {}, ...head)), body)
  );
}

function cell(value: unknown, type: ColumnType, numeric: boolean): HTMLElement {
  const text = shortText(value, type);
  if (text === undefined) return h("td", { class: "null" }, "null");
  const full = textOf(value, type) ?? "";
  return h(
    "td",
    { class: numeric && "number", title: full === text ? null : full.slice(0, 2000) },
    text.slice(0, 2000)
  );
}

/** The file says which query it answers, and the units that are known. */
function arrowBytes({ table, query, units }: QueryResult): Uint8Array<ArrayBuffer> {
  table.schema.metadata.set("query", query);
  for (const field of table.schema.fields) field.metadata.set("unit", units.get(field.name) ?? "");
  return new Uint8Array(tableToIPC(table, "file"));
}

function download(label: string, save: () => void): HTMLElement {
  return h("button", { type: "button", class: "button", onclick: save }, `Download ${label}`);
}
