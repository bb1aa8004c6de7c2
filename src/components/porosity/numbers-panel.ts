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
      "± is the larger distance to what the threshold less or more its error (0.05 of the contrast) gives, which need not lie on either side, and the deviation between three seeds, in squares. Areas, openings, tortuosity and shares of voxels were measured with one seed: ± is of the threshold alone. 0 stands where both thresholds give the same. It does not hold what is lost to blur and voxels: where found and true differ by more, that is the instrument's bias. Crofton's area is unbiased for balls, marching cubes on voxels some 8 % too large. No value for a tortuosity factor: nothing leads through; no ±: nothing does at one of the thresholds."
  });
}
