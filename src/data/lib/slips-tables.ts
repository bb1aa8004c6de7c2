/** Tables of the slips that the data build made first, read back for the register. */
import { readFileSync } from "node:fs";
import { tableFromIPC } from "apache-arrow";

type Row = Record<string, unknown>;

/** @throws where the data build handed over no such table */
export function rowsOfTable(name: string): Row[] {
  const tables = JSON.parse(process.env["LRTMO_TABLES"] ?? "[]") as { path: string; file: string }[];
  const found = tables.find(({ path }) => path === `data/${name}.arrow`);
  if (!found) throw new Error(`missing table ${name}; run npm run data`);
  return tableFromIPC(readFileSync(found.file))
    .toArray()
    .map((row: { toJSON: () => Row }) => row.toJSON());
}

/** A number of a row; NaN where there is none. @throws where there is no such column */
export function numberIn(row: Row, column: string): number {
  if (!(column in row))
    throw new Error(`unknown column: ${column}; the table has ${Object.keys(row).join(", ")}`);
  return row[column] === null ? NaN : Number(row[column]);
}
