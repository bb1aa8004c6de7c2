// Rows of the tables of the pathway model, as its panels want them.
import type { Table } from "npm:apache-arrow";
import { rowsOf } from "../oxidation/zones-panel.js";

export interface StateRow {
  rate: number;
  state: string;
  numbers: Record<string, number>;
}

/** States without the rate in front of their names. */
export const stateNames = ["4.4V", "4.6V", "4.8V", "discharged", "20cycles-4.8V", "20cycles"] as const;
export type StateName = (typeof stateNames)[number];

export const stateLabel: Record<StateName, string> = {
  "4.4V": "4.4 V",
  "4.6V": "4.6 V",
  "4.8V": "4.8 V",
  discharged: "discharged",
  "20cycles-4.8V": "20 cycles, 4.8 V",
  "20cycles": "20 cycles, discharged"
};

const nameOf = (id: string): string => id.replace(/^[\d.]+C-/, "");

/** @param table pathways-states or pathways-profiles */
export function stateRows(table: Table): StateRow[] {
  return rowsOf(table).map((row) => ({
    rate: Number(row["rate_C"]),
    state: nameOf(String(row["state"])),
    numbers: Object.fromEntries(
      Object.entries(row).flatMap(([name, value]) => (typeof value === "number" ? [[name, value]] : []))
    )
  }));
}

/** C; constants were set at these and nowhere else */
export const calibratedRates: readonly number[] = [0.1, 10];
export const rateName = (rate: number): string => `${rate} C`;

/** What stands beside an axis: the unit, or of what a bare number counts. */
export const unitOf = (row: { label: string; unit: string } | undefined): string =>
  row === undefined ? "" : row.unit || (/lithium|electrons/.test(row.label) ? "per formula unit" : "");
