// Rows of an Arrow table as records.
import type { Table } from "npm:apache-arrow";

export type Row = Record<string, unknown>;
export const rowsOf = (table: Table): Row[] =>
  table.toArray().map((row: { toJSON: () => Row }) => row.toJSON());
export const numberOf = (row: Row, name: string): number => (row[name] === null ? NaN : Number(row[name]));
