// The stress at A at 10 C over that at 0.1 C against the depth of discharge, in models linear and not, and the stress itself.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { bridgePlot } from "./bridge-plot.js";
import { lineColours } from "./lab-colours.js";
import { halfWidth, labRows, columns } from "./lab-table.js";

export function ratioPanel(table: Table, { width }: { width: number }): FigureFrame {
  const rows = labRows(table, ["label", "rate_C", "phase", "depth_of_discharge", "hoop_stress_MPa"]).filter(
    (row) => row.phase === "discharge"
  );
  const labels = [...new Set(rows.map((row) => String(row.label)))];
  const colours = lineColours(labels.length, isDark());
  const of = (label: string, rate: number) =>
    rows.filter((row) => row.label === label && row.rate_C === rate && Number(row.depth_of_discharge) > 0);
  const ratios = labels.flatMap((label) => {
    const slow = of(label, 0.1);
    return of(label, 10).flatMap((fast) => {
      const same = slow.find(
        (row) => Math.abs(Number(row.depth_of_discharge) - Number(fast.depth_of_discharge)) < 1e-6
      );
      if (!same) return [];
      const y = Number(fast.hoop_stress_MPa) / Number(same.hoop_stress_MPa);
      // where the stress goes through zero the ratio has a pole
      return { label, x: 100 * Number(fast.depth_of_discharge), y: y < 0 || y > 200 ? NaN : y };
    });
  });
  const alt =
    "Ratio of the hoop stress at A at 10 C to that at 0.1 C against depth of discharge, one curve for each model; the linear ones with the printed diffusivity lie on 100.";
  const size = { width: halfWidth(width), height: 300, marginLeft: 52 };
  const color = { domain: labels, range: colours };
  const ratio = Plot.plot({
    ...size,
    ariaLabel: alt,
    clip: true,
    x: { label: "depth of discharge (%)", domain: [0, 100] },
    y: { label: "stress at 10 C / stress at 0.1 C", domain: [0, 150], grid: true },
    color,
    marks: [
      Plot.ruleY([100], { strokeDasharray: "2,3" }),
      Plot.ruleX([20], { strokeDasharray: "3,3", strokeOpacity: 0.7 }),
      Plot.line(ratios, { x: "x", y: "y", z: "label", stroke: "label", strokeWidth: 2 }),
      Plot.tip(ratios, Plot.pointer({ x: "x", y: "y", stroke: "label", format: { x: ".0f", y: ".4s" } }))
    ]
  });
  const stress = bridgePlot(
    labels.map((name, k) => ({
      name,
      colour: colours[k],
      x: of(name, 10).map((row) => 100 * Number(row.depth_of_discharge)),
      y: of(name, 10).map((row) => Number(row.hoop_stress_MPa))
    })),
    {
      width: size.width,
      height: size.height,
      legend: false,
      xLabel: "depth of discharge (%)",
      xDomain: [0, 100],
      yLabel: "hoop stress at A at 10 C (MPa)",
      ariaLabel: "Hoop stress at A at 10 C against depth of discharge, one curve for each model.",
      guides: [{ x: 20, label: "20 %" }]
    }
  );
  const legend = Plot.legend({ color: { type: "ordinal", ...color }, width });
  return figureFrame({
    id: "lab-ratio",
    label: "Laboratory, 1",
    title: "Ten against a tenth of C",
    content: h("div", {}, legend, columns(width, [ratio, stress])),
    caption:
      "Left: the ratio of the two stresses at equal depth; right: the stress at 10 C. Each run starts from rest; a curve ends where the voltage or the full surface ends the discharge at 10 C.",
    alt,
    provenance: "predicted",
    table
  });
}
