// Rows of a table of the stress laboratory, as objects of plain numbers and strings.
import type { Table } from "npm:apache-arrow";
import { h } from "../element.js";

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

const narrow = 640;

/** Width of each of two plots that stand side by side where there is room. */
export const halfWidth = (width: number): number => (width < narrow ? width : width / 2 - 8);

/** Elements in columns where there is room, one above the other (or `least` beside each other) where there is not. */
export function columns(width: number, children: Element[], least = 1): HTMLElement {
  const count = width < narrow ? least : children.length;
  const style = `display: grid; gap: 16px; grid-template-columns: repeat(${count}, minmax(0, 1fr))`;
  return h("div", { style }, ...children);
}
