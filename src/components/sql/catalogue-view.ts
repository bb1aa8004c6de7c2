// The tables of the site, folded, with a search over all that they say of themselves.
import { h, uniqueId } from "../element.js";
import { provenanceWord } from "../provenance-badge.js";
import { isProvenance } from "../table-meta.js";
import { searchCatalogue, type CatalogueColumn, type CatalogueEntry } from "./catalogue.js";

export interface CatalogueViewOptions {
  /** the reader wants a first query for this table */
  onSelect: (entry: CatalogueEntry) => void;
  /** address of the table's file, where the page has it */
  fileOf?: (entry: CatalogueEntry) => string | undefined;
  /** address of a page by its site path */
  pageOf?: (page: string) => string;
}

export function catalogueView(
  entries: readonly CatalogueEntry[],
  options: CatalogueViewOptions
): HTMLElement {
  const id = uniqueId("tables");
  const items = new Map(entries.map((entry) => [entry, item(entry, options)]));
  const count = h("p", { class: "sql-count", role: "status" });
  const search = h("input", {
    id,
    type: "search",
    placeholder: "name, quantity, unit …",
    autocomplete: "off"
  });
  const filter = (): void => {
    const found = new Set(searchCatalogue(entries, search.value));
    for (const [entry, element] of items) element.hidden = !found.has(entry);
    const all = entries.length === 1 ? "1 table" : `${entries.length} tables`;
    count.textContent = found.size === entries.length ? all : `${found.size} of ${all}`;
  };
  search.addEventListener("input", filter);
  filter();
  return h(
    "section",
    { class: "sql-catalogue", "aria-label": "Catalogue of tables" },
    h("div", { class: "sql-search control" }, h("label", { for: id }, "Find a table"), search, count),
    h("div", { class: "sql-items", tabindex: 0, role: "group", "aria-label": "Tables" }, ...items.values())
  );
}

function item(entry: CatalogueEntry, { onSelect, fileOf, pageOf }: CatalogueViewOptions): HTMLElement {
  const { name, title, rows, provenance, description, method, columns, page, seed, bytes, hash } = entry;
  const file = fileOf?.(entry);
  const insert = h(
    "button",
    {
      type: "button",
      class: "button",
      "aria-label": `Insert a SELECT of ${name}`,
      onclick: () => onSelect(entry)
    },
    "Insert SELECT"
  );
  const summary = h(
    "summary",
    {},
    h("code", {}, name),
    h("span", { class: "sql-title" }, title),
    h("span", { class: "sql-rows" }, rows === 1 ? "1 row" : `${rows.toLocaleString("en")} rows`),
    isProvenance(provenance) ? provenanceWord(provenance) : provenance
  );
  return h(
    "details",
    { "data-table": name },
    summary,
    h(
      "div",
      { class: "sql-about" },
      h("p", {}, description),
      method ? h("p", { class: "sql-method" }, method) : null,
      columnList(columns),
      parameterLine(entry.parameters),
      h("p", { class: "sql-small" }, `${size(bytes)}${seed ? ` · seed ${seed}` : ""} · SHA-256 ${hash}…`),
      h(
        "p",
        { class: "sql-actions" },
        insert,
        file ? h("a", { href: file, download: `${name}.arrow` }, `${name}.arrow`) : null,
        page && pageOf ? h("a", { href: pageOf(page) }, "its page") : null
      )
    )
  );
}

const columnList = (columns: readonly CatalogueColumn[]): HTMLElement =>
  h(
    "ul",
    { class: "sql-columns" },
    ...columns.map(({ name, unit, type, description }) =>
      h(
        "li",
        {},
        h("code", { title: type }, name),
        unit ? h("span", { class: "sql-unit" }, ` ${unit}`) : null,
        h("span", {}, ` ${description}`)
      )
    )
  );

function parameterLine(parameters: Record<string, unknown>): HTMLElement | null {
  const entries = Object.entries(parameters);
  if (entries.length === 0) return null;
  const text = entries.map(
    ([key, value]) => `${key} = ${typeof value === "string" ? value : JSON.stringify(value)}`
  );
  return h("p", { class: "sql-small" }, `Parameters: ${text.join(", ")}`);
}

const size = (bytes: number): string =>
  bytes < 1e5 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
