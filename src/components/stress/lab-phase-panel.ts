// Discharge and charge at 10 C from rest: the sign of the stress at A.
import type { Table } from "npm:apache-arrow";
import { isDark } from "../dark.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { bridgePlot } from "./bridge-plot.js";
import { lineColours } from "./lab-colours.js";
import { labRows } from "./lab-table.js";

export function phasePanel(table: Table, { width }: { width: number }): FigureFrame {
  const rows = labRows(table, ["label", "rate_C", "phase", "depth_of_discharge", "hoop_stress_MPa"]).filter(
    (row) => row.rate_C === 10
  );
  const labels = [...new Set(rows.filter((row) => row.phase === "charge").map((row) => String(row.label)))];
  const colours = lineColours(labels.length, isDark());
  const curves = labels.flatMap((label, k) =>
    ["discharge", "charge"].map((phase) => {
      const own = rows.filter((row) => row.label === label && row.phase === phase);
      return {
        name: `${label}, ${phase}`,
        colour: colours[k],
        dashed: phase === "charge",
        x: own.map((row) => 100 * Number(row.depth_of_discharge)),
        y: own.map((row) => Number(row.hoop_stress_MPa))
      };
    })
  );
  const alt =
    "Hoop stress at A at 10 C against depth of discharge, discharge from left to right and charge from right to left, for three curves of the volume: tension on discharge, compression on charge.";
  return figureFrame({
    id: "lab-phase",
    label: "Laboratory, 7",
    title: "Discharge pulls the core apart, charge presses it together",
    content: bridgePlot(curves, {
      width,
      height: 320,
      xLabel: "depth of discharge (%)",
      xDomain: [0, 100],
      yLabel: "hoop stress at A (MPa)",
      ariaLabel: alt
    }),
    caption:
      "At 10 C, each half-cycle from rest; solid: discharge, from left to right; dashed: charge, from right to left. Tension is positive.",
    alt,
    provenance: "predicted",
    table
  });
}
