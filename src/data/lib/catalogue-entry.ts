/** What the catalogue says about a table, taken from the table itself: nothing is typed twice. */
import { createHash } from "node:crypto";
import { tableFromIPC } from "apache-arrow";
import type { Provenance } from "../../science/provenance.js";

export interface CatalogueColumn {
  name: string;
  /** Arrow's name of the type, for example Float64 */
  type: string;
  /** "" where dimensionless */
  unit: string;
  description: string;
}

export interface CatalogueEntry {
  /** name in SQL */
  name: string;
  /** path below the site's root, for example data/claims.arrow */
  path: string;
  title: string;
  description: string;
  method: string;
  provenance: Provenance;
  rows: number;
  /** size of the file */
  bytes: number;
  columns: CatalogueColumn[];
  /** site path of the page that the table belongs to, "" where it has none */
  page: string;
  seed: string;
  parameters: Record<string, unknown>;
  /** first digits of the SHA-256 of the file */
  hash: string;
}

/** Name of a table in SQL by its path: data/stress/0.1C.arrow is stress_0_1C. */
export function tableName(path: string): string {
  const name = path
    .replace(/^data\//, "")
    .replace(/\.arrow$/, "")
    .replace(/[^A-Za-z0-9]+/g, "_");
  return /^[0-9]/.test(name) ? `t_${name}` : name;
}

/**
 * @param path below the site's root
 * @param bytes an Arrow IPC stream
 * @throws where the title is missing, which every table of this site has
 */
export function catalogueEntry(path: string, bytes: Uint8Array): CatalogueEntry {
  const table = tableFromIPC(bytes);
  const { metadata, fields } = table.schema;
  const text = (key: string): string => metadata.get(key) ?? "";
  if (text("title") === "") {
    throw new Error(`missing title: ${path} has no metadata; write it with arrowTable`);
  }
  return {
    name: tableName(path),
    path,
    title: text("title"),
    description: text("description"),
    method: text("method"),
    provenance: text("provenance") as Provenance,
    rows: table.numRows,
    bytes: bytes.length,
    columns: fields.map(({ name, type, metadata: field }) => ({
      name,
      type: String(type),
      unit: field.get("unit") ?? "",
      description: field.get("description") ?? ""
    })),
    page: text("page"),
    seed: text("seed"),
    parameters: JSON.parse(text("parameters") || "{}") as Record<string, unknown>,
    hash: createHash("sha256").update(bytes).digest("hex").slice(0, 12)
  };
}

/** Entries in the order of their names. @throws where two tables would have the same name in SQL */
export function catalogue(tables: readonly { path: string; bytes: Uint8Array }[]): CatalogueEntry[] {
  const entries = tables.map(({ path, bytes }) => catalogueEntry(path, bytes));
  const seen = new Map<string, string>();
  for (const { name, path } of entries) {
    // DuckDB does not tell upper from lower case.
    const other = seen.get(name.toLowerCase());
    if (other !== undefined) {
      throw new Error(
        `ambiguous table name: ${name} stands for ${other} and ${path}; rename one of the loaders`
      );
    }
    seen.set(name.toLowerCase(), path);
  }
  return entries.sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
}
