// Sobol's indices as bars with their intervals, one group for each state of knowledge.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { lineColours } from "./lab-colours.js";
import { labRows } from "./lab-table.js";

const names = [
  "case",
  "quantity",
  "label",
  "first",
  "first_low",
  "first_high",
  "total",
  "total_low",
  "total_high",
  "evaluations",
  "low_MPa",
  "median_MPa",
  "high_MPa",
  "above"
] as const;

export function sensitivityPanel(
  table: Table,
  { width, logarithm }: { width: number; logarithm: boolean }
): FigureFrame {
  const rows = labRows(table, names).filter((row) => (row.quantity === "stress") !== logarithm);
  const cases = [...new Set(rows.map((row) => String(row.case)))];
  const [first, total] = lineColours(2, isDark());
  const alt = `Bars of first-order and total Sobol indices of the ${logarithm ? "logarithm of the " : ""}hoop stress at A for each unknown input, in ${cases.length} states of knowledge.`;
  const plots = cases.map((name) => {
    const own = rows.filter((row) => row.case === name).sort((a, b) => Number(b.total) - Number(a.total));
    const bars = own.flatMap((row) => [
      {
        label: row.label,
        kind: "total",
        x: Number(row.total),
        low: Number(row.total_low),
        high: Number(row.total_high)
      },
      {
        label: row.label,
        kind: "alone",
        x: Number(row.first),
        low: Number(row.first_low),
        high: Number(row.first_high)
      }
    ]);
    const [one] = own;
    const said = (key: "low_MPa" | "median_MPa" | "high_MPa") =>
      String(Number(Number(one[key]).toPrecision(3)));
    return h(
      "div",
      {},
      h("h4", {}, `${name.charAt(0).toUpperCase()}${name.slice(1)}`),
      Plot.plot({
        width,
        height: 48 + 34 * own.length,
        marginLeft: width < 500 ? 150 : 190,
        marginTop: 4,
        ariaLabel: `${alt} ${name}.`,
        x: { domain: [0, 1], label: "share of the variance", grid: true },
        y: { axis: null, domain: ["total", "alone"], padding: 0.1 },
        fy: { domain: own.map((row) => row.label), label: null, padding: 0.2 },
        color: { domain: ["total", "alone"], range: [total, first] },
        marks: [
          Plot.barX(bars, { x: "x", y: "kind", fy: "label", fill: "kind" }),
          Plot.ruleY(bars, { x1: "low", x2: "high", y: "kind", fy: "label" }),
          Plot.axisFy({ anchor: "left", label: null, textAnchor: "end" }),
          Plot.ruleX([0])
        ]
      }),
      h(
        "p",
        { class: "figure-readout" },
        `Stress: median ${said("median_MPa")} MPa, 95 % between ${said("low_MPa")} and ${said("high_MPa")} MPa; ${(100 * Number(one.above)).toFixed(0)} % of the samples reach 317 MPa. ${Number(one.evaluations).toLocaleString("en")} evaluations.`
      )
    );
  });
  const legend = Plot.legend({
    color: { type: "ordinal", domain: ["total", "alone"], range: [total, first] },
    width
  });
  return figureFrame({
    id: "lab-sensitivity",
    label: "Laboratory, 3",
    title: `Whose uncertainty it is${logarithm ? " (of the logarithm)" : ""}`,
    content: h("div", {}, legend, ...plots),
    caption:
      "“Alone”: the share of the variance that would go if this input were known (first-order index); “total”: the share that would be left if all others were (total index). Thin lines: 95 % intervals by bootstrap.",
    alt,
    provenance: "predicted",
    table
  });
}
