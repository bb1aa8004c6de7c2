// The numbers of the three particles in their frame.
import type { Table } from "npm:apache-arrow";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { rowsOf } from "../oxidation/zones-panel.js";
import { numbersTable } from "./numbers-table.js";

/** @param table porosity-numbers */
export function numbersPanel(table: Table, { id, label }: { id: string; label: string }): FigureFrame {
  const alt = "Numbers of the pores of the three particles, found with errors and in the samples.";
  return figureFrame({
    ...{ id, label, title: "The numbers, found and in the samples", alt, provenance: "recovered", table },
    content: numbersTable(rowsOf(table)),
    caption:
      "± is half the span between the threshold less and more its error (0.05 of the contrast), and the deviation between three seeds, in squares. It does not hold what is lost to blur and voxels: where found and true differ by more, that is the instrument's bias. Crofton's area is unbiased for balls, marching cubes on voxels some 8 % too large. No value for a tortuosity factor: nothing leads through."
  });
}
