// Figures 2b and 2c: shares of the classes against the state of charge, found beside true.
import type { Table } from "npm:apache-arrow";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { classStack, type ClassShare } from "../tomography/class-stack.js";
import { overSeeds, shareRows } from "./share-rows.js";

export interface SharesOptions {
  id: string;
  label: string;
  rate: 0.1 | 10;
  width: number;
}

/** @param table composition-shares */
export function sharesPanel(table: Table, { id, label, rate, width }: SharesOptions): FigureFrame {
  const rows = shareRows(table).filter(
    (row) => Math.abs(row.threshold - 5) < 1e-9 && (row.state === "pristine" || row.number("rate_C") === rate)
  );
  const shares = [...overSeeds(rows, (row) => `${row.state} ${row.class}`).values()].map(
    ({ row, ...spread }): ClassShare => ({
      ...spread,
      state: row.state,
      class: row.class,
      label: row.text("label").replace(/^[\d.]+ C, /, "")
    })
  );
  const alt = `Shares of the three composition classes from pristine to discharged at ${rate} C, found by the analysis beside those of the sample.`;
  return figureFrame({
    id,
    label,
    title: `Shares of the classes at ${rate} C`,
    content: classStack(shares, { width, alt }),
    caption:
      "Bars: what the analysis finds, mean of four seeds, with the range that they span. Outlines: the sample, from the pathway model, which takes over what the study prints (93.6 % target when pristine, 17 % oxygen-rich at 10 C and 4.8 V).",
    alt,
    provenance: "recovered",
    table
  });
}
