// Rows of a table of the stress laboratory, as objects of plain numbers and strings.
import type { Table } from "npm:apache-arrow";

export type LabRow = Record<string, number | string>;

/** Every row, with NaN where a number is missing. @throws if the table lacks a column */
export function labRows<K extends string>(table: Table, names: readonly K[]): Record<K, number | string>[] {
  const columns = names.map((name) => {
    const column = table.getChild(name);
    if (!column)
      throw new Error(
        `unknown column: ${name}; the table has ${table.schema.fields.map((f) => f.name).join(", ")}`
      );
    return column;
  });
  return Array.from({ length: table.numRows }, (_, i) =>
    Object.fromEntries(names.map((name, k) => [name, (columns[k].get(i) as number | string | null) ?? NaN]))
  ) as Record<K, number | string>[];
}

/** Two plots side by side where there is room, one above the other where there is not. */
export const halfWidth = (width: number): number => (width < 640 ? width : width / 2 - 8);

export const pairStyle = "display: flex; flex-wrap: wrap; gap: 16px";
