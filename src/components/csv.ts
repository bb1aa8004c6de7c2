/** Tables as CSV: RFC 4180, one header line whose names carry the unit as `name [unit]`. */
import { columnMeta } from "./table-meta.js";
import type { TableLike } from "./table-meta.js";

export interface Column {
  name: string;
  unit?: string;
  description?: string;
  values: ArrayLike<unknown>;
}

/** Columns computed in the page, where there is no Arrow table. */
export interface Columns {
  name: string;
  columns: readonly Column[];
}

export type Tabular = TableLike | Columns;

/** The columns of either kind of table. @throws if their lengths differ */
export function columnsOf(table: Tabular): Column[] {
  if (!("columns" in table)) {
    return table.schema.fields.map(({ name }) => {
      const { unit, description } = columnMeta(table, name);
      const vector = table.getChild(name);
      return {
        name,
        unit,
        description,
        values: Array.from({ length: table.numRows }, (_, i) => vector?.get(i))
      };
    });
  }
  const columns = [...table.columns];
  const lengths = new Set(columns.map((c) => c.values.length));
  if (lengths.size > 1) {
    const each = columns.map((c) => `${c.name} ${c.values.length}`).join(", ");
    throw new Error(`invalid table "${table.name}": columns differ in length (${each}); must be equal`);
  }
  return columns;
}

/** The whole table as CSV text, lines ended by CRLF. */
export function csv(table: Tabular): string {
  const columns = columnsOf(table);
  const lines = [columns.map(({ name, unit }) => quote(unit ? `${name} [${unit}]` : name)).join(",")];
  const rows = columns[0]?.values.length ?? 0;
  for (let i = 0; i < rows; ++i) lines.push(columns.map((c) => quote(cell(c.values[i]))).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function cell(value: unknown): string {
  if (value == null) return "";
  if (typeof value === "number") return String(value);
  if (value instanceof Date) return value.toISOString();
  // bigints have no JSON, and nothing else that a column holds needs more than it
  return typeof value === "string" || typeof value === "bigint" ? String(value) : JSON.stringify(value);
}
