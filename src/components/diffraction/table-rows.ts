// Rows of Arrow tables, and a column's values as numbers.
import type { Table } from "npm:apache-arrow";

export type Row = Record<string, unknown>;

export const rowsOf = (table: Table): Row[] =>
  table.toArray().map((row: { toJSON: () => Row }) => row.toJSON());

/** @throws where the table has no such column */
export function numbersOf(table: Table, name: string): Float64Array {
  const vector = table.getChild(name);
  if (!vector) throw new Error(`missing column ${name}; build the data anew with npm run data`);
  return Float64Array.from(vector.toArray() as Iterable<number>);
}

export const numberOf = (value: unknown): number =>
  value === null || value === undefined ? NaN : Number(value);
