/** Rows of the tables of the atomic images, as plain numbers and words. */
import type { TableLike } from "../table-meta.js";

type Row = Record<string, string | number>;

/** NaN where a number is missing. */
export function rowsOf(table: TableLike): Row[] {
  const names = table.schema.fields.map(({ name }) => name);
  const vectors = names.map((name) => table.getChild(name));
  return Array.from({ length: table.numRows }, (_, i) =>
    Object.fromEntries(
      names.map((name, k) => {
        const value = vectors[k]?.get(i);
        return [name, typeof value === "string" ? value : Number(value ?? NaN)];
      })
    )
  );
}

/** Numbers of a column, and words of one. @throws if the row has none of that name */
export const number = (row: Row, name: string): number => Number(cell(row, name));
export const word = (row: Row, name: string): string => String(cell(row, name));

function cell(row: Row, name: string): string | number {
  if (!(name in row))
    throw new Error(`unknown column: ${name}; the table has ${Object.keys(row).join(", ")}`);
  return row[name];
}
