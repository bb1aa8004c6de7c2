// Typed columns out of the Arrow tables of the stress page.
import type { Table } from "npm:apache-arrow";

/** A numeric column as an array of numbers, NaN where there is none. @throws if the table has no such column */
export function numbers(table: Table, name: string): Float64Array {
  const vector = table.getChild(name);
  if (!vector)
    throw new Error(
      `unknown column: ${name}; the table has ${table.schema.fields.map((f) => f.name).join(", ")}`
    );
  if (vector.nullCount === 0) return Float64Array.from(vector.toArray() as ArrayLike<number>);
  return Float64Array.from({ length: vector.length }, (_, i) => (vector.get(i) as number | null) ?? NaN);
}

/** Rows that pass a test, of several columns at once. */
export function where<K extends string>(
  columns: Record<K, ArrayLike<number>>,
  keep: (row: number) => boolean
): Record<K, Float64Array> {
  const names = Object.keys(columns) as K[];
  const rows: number[] = [];
  for (let i = 0, n = columns[names[0]].length; i < n; ++i) if (keep(i)) rows.push(i);
  return Object.fromEntries(
    names.map((name) => [name, Float64Array.from(rows, (i) => columns[name][i])])
  ) as Record<K, Float64Array>;
}
