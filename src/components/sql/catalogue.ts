// The catalogue of the site's tables: search in it, and queries made from it.
import type { CatalogueEntry } from "../../data/lib/catalogue-entry.js";

export type { CatalogueColumn, CatalogueEntry } from "../../data/lib/catalogue-entry.js";

/** The catalogue as the data build wrote it. */
export const readCatalogue = async (file: { json: () => Promise<unknown> }): Promise<CatalogueEntry[]> =>
  (await file.json()) as CatalogueEntry[];

/** The entries in which every word of the search occurs somewhere: names, titles, descriptions, units, provenance. */
export function searchCatalogue(entries: readonly CatalogueEntry[], search: string): CatalogueEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const { name, path, title, description, method, provenance, columns } = entry;
    const text = [name, path, title, description, method, provenance]
      .concat(columns.flatMap((column) => [column.name, column.unit, column.description]))
      .join(" ")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

const plain = /^[a-z_][a-z0-9_]*$/i;
// Those of DuckDB's reserved words that a column or a table could plausibly be called.
const reserved = new Set(
  "all and any array as asc case cast check column default desc distinct end except false fetch for foreign from group having in into lateral limit not null offset on only or order primary references select some table then to true union unique using when where window with".split(
    " "
  )
);

/** A name as SQL wants it: in quotes only where it must be. */
export const sqlName = (name: string): string =>
  plain.test(name) && !reserved.has(name.toLowerCase()) ? name : `"${name.replaceAll('"', '""')}"`;

/** A first query for a table: its columns by name, so that one may delete what is not needed. */
export function selectFrom({ name, columns }: Pick<CatalogueEntry, "name" | "columns">): string {
  const list = columns.map((column) => `  ${sqlName(column.name)}`).join(",\n");
  return `SELECT\n${list}\nFROM ${sqlName(name)}\nLIMIT 100`;
}
