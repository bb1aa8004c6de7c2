/** What was found beside what is true: rows of the table, and the table to read. */
import { tableView } from "../table-view.js";
import type { TableLike } from "../table-meta.js";
import { number, rowsOf, word } from "./table-rows.js";
import { sayNumber } from "./tiles.js";

export { number, rowsOf, word } from "./table-rows.js";

export interface Compared {
  quantity: string;
  unit: string;
  found: number;
  truth: number;
  rms: number;
  slope: number;
  count: number;
}

/** @param table stem-comparison */
export const comparedOf = (table: TableLike, scene: string): Compared[] =>
  rowsOf(table)
    .filter((row) => word(row, "scene") === scene)
    .map((row) => ({
      ...{ quantity: word(row, "quantity"), unit: word(row, "unit") },
      ...{ found: number(row, "found"), truth: number(row, "truth"), rms: number(row, "rms") },
      ...{ slope: number(row, "slope"), count: number(row, "count") }
    }));

/** One number of the comparison. @throws if it is not there */
export function comparedValue(rows: readonly Compared[], quantity: string): Compared {
  const row = rows.find((each) => each.quantity === quantity);
  if (!row) throw new Error(`missing comparison of ${quantity}; build the data anew with npm run data`);
  return row;
}

const digits = (unit: string, value: number): number =>
  Number.isInteger(value) ? 0 : unit === "Å" ? (Math.abs(value) < 1 ? 3 : 2) : 4;
const cellOf = (unit: string, value: number): string => sayNumber(value, digits(unit, value));

/** How a quantity of the table is called on the page. */
const names: Record<string, string> = {
  exx: "ε_xx",
  eyy: "ε_yy",
  exy: "ε_xy",
  "position of columns": "position: error stated by the fits, jitter set, difference",
  "columns of the void region that are": "share of columns called void that are",
  "columns of the metal-deficient region that are": "share of columns called metal-deficient that are",
  "columns of the twisted region that are": "share of columns called twisted that are",
  "void columns found": "share of void columns found",
  "metal-deficient columns found": "share of metal-deficient columns found",
  "twisted columns found": "share of twisted columns found",
  "columns with a phase": "share of columns with a structure found",
  "columns with the right phase": "share of those with the right one",
  "lines in order": "share of lines in this order inwards"
};

/** Found beside true, and how far apart. */
export function comparisonTable(rows: readonly Compared[], caption: string): HTMLElement {
  return tableView({
    caption,
    sortable: false,
    rows,
    columns: [
      { name: "quantity", value: (r) => names[r.quantity] ?? r.quantity },
      { name: "found", value: (r) => cellOf(r.unit, r.found) },
      { name: "truth", value: (r) => cellOf(r.unit, r.truth) },
      { name: "rms", label: "rms difference", value: (r) => cellOf(r.unit, r.rms) },
      { name: "slope", value: (r) => sayNumber(r.slope, 2) },
      { name: "unit", value: (r) => r.unit }
    ]
  });
}
