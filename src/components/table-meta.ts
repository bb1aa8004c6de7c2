/** What a table says of itself: reads the Arrow schema's metadata, which the data build wrote. Any Arrow library's table will do. */
import { provenanceMeaning } from "../science/provenance.js";
import type { Provenance } from "../science/provenance.js";

export interface FieldLike {
  name: string;
  metadata?: ReadonlyMap<string, string> | null;
  type?: { toString(): string };
}

export interface TableLike {
  numRows: number;
  schema: { metadata?: ReadonlyMap<string, string> | null; fields: readonly FieldLike[] };
  getChild(name: string): { get(index: number): unknown; readonly length: number } | null;
}

export interface TableMeta {
  title: string;
  description: string;
  method: string;
  provenance: Provenance;
  parameters: Record<string, unknown>;
  seed: string;
  versions: Record<string, string>;
  inputHash: string;
  sources: string[];
  /** site path of the page it belongs to */
  page: string;
  /** repository paths of the code that made it */
  code: string[];
}

export interface ColumnMeta {
  name: string;
  /** "" where dimensionless */
  unit: string;
  description: string;
  type: string;
}

/** Reads a table's metadata. What is missing comes back empty; the provenance must be one of the five. @throws otherwise */
export function tableMeta(table: Pick<TableLike, "schema">): TableMeta {
  const metadata = table.schema.metadata ?? new Map<string, string>();
  const text = (key: string) => metadata.get(key) ?? "";
  const provenance = text("provenance");
  if (!isProvenance(provenance)) {
    const known = Object.keys(provenanceMeaning).join(", ");
    throw new Error(
      `invalid provenance in table "${text("title")}": "${provenance}"; must be one of ${known}`
    );
  }
  return {
    title: text("title"),
    description: text("description"),
    method: text("method"),
    provenance,
    parameters: record(text("parameters")),
    seed: text("seed"),
    versions: Object.fromEntries(Object.entries(record(text("versions"))).map(([k, v]) => [k, String(v)])),
    inputHash: text("input_hash"),
    sources: list(text("sources")),
    page: text("page"),
    code: list(text("code"))
  };
}

/** Unit and description of a column. @throws if the table has no such column */
export function columnMeta(table: Pick<TableLike, "schema">, name: string): ColumnMeta {
  const field = table.schema.fields.find((f) => f.name === name);
  if (!field) {
    const known = table.schema.fields.map((f) => f.name).join(", ");
    throw new Error(`unknown column: ${name}; the table has ${known}`);
  }
  return {
    name,
    unit: field.metadata?.get("unit") ?? "",
    description: field.metadata?.get("description") ?? "",
    type: String(field.type ?? "")
  };
}

export const isProvenance = (text: string): text is Provenance => Object.hasOwn(provenanceMeaning, text);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function record(text: string): Record<string, unknown> {
  const value = parse(text);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function list(text: string): string[] {
  const value = parse(text);
  return Array.isArray(value) ? value.map(String) : text && value === undefined ? [text] : [];
}
