// The cell voltage of a run of the full model, split into what it is made of.
import type { FullResult } from "../../science/mechanics/full-result.js";
import { rateColour } from "../colours.js";
import { isDark } from "../dark.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { bridgePlot, type BridgeCurve } from "./bridge-plot.js";

export function voltagePanel(result: FullResult, width: number): FigureFrame {
  const { frames, voltage, openCircuitVoltage, parameters } = result;
  const colour = rateColour(Math.min(10, Math.max(0.1, parameters.rate)), isDark());
  const curves: BridgeCurve[] = [...new Set(frames.map((f) => f.halfCycle))].flatMap((half) => {
    const rows = Array.from(frames.keys()).filter((i) => frames[i].halfCycle === half);
    const x = rows.map((i) => 100 * frames[i].depthOfDischarge);
    const name = `${half + 1}, ${frames[rows[0]].phase}`;
    return [
      { name: `${name}: cell`, colour, x, y: rows.map((i) => voltage[i]) },
      {
        name: `${name}: open circuit`,
        colour: "currentColor",
        dashed: true,
        x,
        y: rows.map((i) => openCircuitVoltage[i])
      }
    ];
  });
  const alt = "Cell voltage and open-circuit voltage against the depth of discharge.";
  return figureFrame({
    id: "full-voltage",
    label: "Full model, 1",
    title: "Cell voltage",
    content: bridgePlot(curves, {
      width,
      xLabel: "depth of discharge (%)",
      xDomain: [0, 100],
      yLabel: "potential (V)",
      ariaLabel: alt
    }),
    caption:
      "The open-circuit branches are calibrated to a published shape; what the cell loses against them is kinetics, electrolyte and the lithium that waits at the surface.",
    alt,
    provenance: "calibrated",
    table: {
      name: "full-voltage",
      columns: [
        { name: "time", unit: "s", values: frames.map((f) => f.time) },
        { name: "depth_of_discharge", values: frames.map((f) => f.depthOfDischarge) },
        { name: "phase", values: frames.map((f) => f.phase) },
        { name: "voltage", unit: "V", values: voltage },
        { name: "open_circuit_voltage", unit: "V", values: openCircuitVoltage }
      ]
    },
    code: ["src/science/mechanics/simulate-full.ts", "src/science/mechanics/galvanostatic-kinetics.ts"]
  });
}
