// Rows of the tables of the half-cell, as plain numbers and words, and what several of its panels share.
import type { Table } from "npm:apache-arrow";
import { ramp } from "../colour-space.js";
import { rateColour } from "../colours.js";
import { h } from "../element.js";

export type Row<Name extends string> = Record<Name, number> & { phase: "charge" | "discharge" };

/** Columns of numbers of every row, NaN where there is none, and its phase. @throws if the table lacks a column */
export function rows<Name extends string>(table: Table, names: readonly Name[]): Row<Name>[] {
  const column = (name: string) => {
    const vector = table.getChild(name);
    if (!vector)
      throw new Error(
        `unknown column: ${name}; the table has ${table.schema.fields.map((f) => f.name).join(", ")}`
      );
    return vector;
  };
  const vectors = names.map(column);
  const phase = table.getChild("phase");
  return Array.from({ length: table.numRows }, (_, i) => ({
    ...(Object.fromEntries(names.map((name, k) => [name, Number(vectors[k].get(i) ?? NaN)])) as Record<
      Name,
      number
    >),
    phase: phase?.get(i) === "discharge" ? "discharge" : "charge"
  })) as Row<Name>[];
}

export interface PanelOptions {
  id: string;
  label: string;
  width: number;
  dark?: boolean;
}

export const studyRates = [0.1, 10] as const;
export const rateName = (rate: number): string => `${rate} C`;

/** The colour of a rate, paler for the earlier of some cycles. */
export function cycleColours(rate: number, count: number, dark: boolean): string[] {
  const own = ramp([dark ? "#6a6f75" : "#b3b7bb", rateColour(rate, dark)]);
  return Array.from({ length: count }, (_, i) => own(count > 1 ? 0.12 + (0.88 * i) / (count - 1) : 1));
}

/** Panels beside each other where there is room. */
export function across(width: number, count: number, panels: Element[]): HTMLElement {
  const columns = width >= 640 ? Math.min(count, panels.length) : 1;
  const style = `display: grid; gap: 16px 24px; grid-template-columns: repeat(${columns}, minmax(0, 1fr))`;
  return h("div", { style }, ...panels);
}
export const acrossWidth = (width: number, count: number): number =>
  width >= 640 ? Math.floor((width - 24 * (count - 1)) / count) : width;
