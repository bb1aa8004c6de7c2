// A result as comma-separated values (RFC 4180), read as the table on the page reads them: full precision, nothing for
// null, "" for empty text. In parts, since a result may be too long for one string; units where they are known.
import type { Table } from "npm:apache-arrow";
import { textOf, type ColumnType } from "./value.js";

/** Rows joined into one string at a time, so that no string grows without bound. */
const chunk = 10_000;

/** The parts of the file in order, for a Blob; the first begins with the heading. */
export function csvParts(table: Table, units: ReadonlyMap<string, string> = new Map()): string[] {
  const { fields } = table.schema;
  const columns = fields.map((_, j) => table.getChildAt(j));
  const types = fields.map(({ type }) => type as ColumnType);
  const parts: string[] = [];
  const heading = ({ name }: { name: string }): string => {
    const unit = units.get(name);
    return csvCell(unit === undefined ? name : `${name} [${unit}]`);
  };
  let lines = [fields.map(heading).join(",")];
  for (let i = 0; i < table.numRows; i++) {
    lines.push(columns.map((column, j) => csvCell(textOf(column?.get(i), types[j]))).join(","));
    if (lines.length >= chunk) {
      parts.push(`${lines.join("\r\n")}\r\n`);
      lines = [];
    }
  }
  if (lines.length > 0) parts.push(`${lines.join("\r\n")}\r\n`);
  return parts;
}

export function csvCell(text: string | undefined): string {
  if (text === undefined) return "";
  return text === "" || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
