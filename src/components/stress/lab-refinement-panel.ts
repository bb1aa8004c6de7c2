// The stress at A on ever finer meshes with what three of them say about the error, and the case where the error is known.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { tableView } from "../table-view.js";
import { lineColours } from "./lab-colours.js";
import { halfWidth, labRows, columns } from "./lab-table.js";

const names = [
  "case",
  "resolution",
  "nodes",
  "hoop_stress_MPa",
  "extrapolated_MPa",
  "order",
  "spread_bound_MPa",
  "indicator_MPa",
  "exact_MPa"
] as const;

export function refinementPanel(table: Table, { width }: { width: number }): FigureFrame {
  const rows = labRows(table, names);
  const cases = [...new Set(rows.map((row) => String(row.case)))];
  const colours = lineColours(2, isDark());
  const alt =
    "Hoop stress on six meshes with the bounds of its error, for the bridge and for a hollow sphere.";
  const plots = cases.map((name, k) => {
    const own = rows
      .filter((row) => row.case === name)
      .map((row) => {
        const bound = Number(row.spread_bound_MPa);
        const value = Number(row.hoop_stress_MPa);
        return { x: Number(row.resolution), y: value, low: value - bound, high: value + bound };
      });
    const exact = rows.find((row) => row.case === name)?.exact_MPa;
    const plot = Plot.plot({
      width: halfWidth(width),
      height: 240,
      marginLeft: 52,
      ariaLabel: `${alt} ${name}.`,
      x: {
        type: "log",
        label: "fineness (1: default mesh)",
        ticks: [0.5, 0.7, 1, 1.4, 2, 2.8],
        tickFormat: "~g"
      },
      y: { label: "hoop stress (MPa)", grid: true, nice: true },
      marks: [
        exact === undefined || Number.isNaN(exact) ? null : Plot.ruleY([exact], { strokeDasharray: "3,3" }),
        Plot.ruleX(
          own.filter(({ low }) => !Number.isNaN(low)),
          { x: "x", y1: "low", y2: "high", stroke: colours[k] }
        ),
        Plot.line(own, { x: "x", y: "y", stroke: colours[k] }),
        Plot.dot(own, { x: "x", y: "y", fill: colours[k], tip: true })
      ]
    });
    return h("div", {}, h("h4", {}, `${name.charAt(0).toUpperCase()}${name.slice(1)}`), plot);
  });
  const number = (key: (typeof names)[number], digits: number) => (row: (typeof rows)[number]) => {
    const value = Number(row[key]);
    return Number.isNaN(value) ? null : Number(value.toPrecision(digits));
  };
  const fixed = (value: unknown) => (value === null ? "–" : Number(value).toFixed(3));
  return figureFrame({
    id: "lab-refinement",
    label: "Laboratory, 4",
    title: "The same stress on six meshes",
    content: h(
      "div",
      {},
      columns(width, plots),
      tableView({
        caption: "Hoop stress and what is known of its error (MPa)",
        sortable: false,
        rows,
        columns: [
          { name: "case", value: (row) => row.case },
          { name: "fineness", value: number("resolution", 3) },
          { name: "nodes", value: (row) => Number(row.nodes) },
          { name: "stress", value: number("hoop_stress_MPa", 6), show: fixed },
          { name: "limit", value: number("extrapolated_MPa", 6), show: fixed },
          { name: "order", value: number("order", 2) },
          { name: "bound", value: number("spread_bound_MPa", 2) },
          { name: "indicator", value: number("indicator_MPa", 2) },
          {
            name: "true error",
            value: (row) =>
              Number.isNaN(row.exact_MPa)
                ? null
                : Number(Math.abs(Number(row.hoop_stress_MPa) - Number(row.exact_MPa)).toPrecision(2))
          }
        ]
      })
    ),
    caption:
      "Dashed: the exact stress, known for the hollow sphere. Bars: 1.5 times the spread over a mesh and the two before it. Limit and order: Richardson's, where three values approach one.",
    alt,
    provenance: "predicted",
    table
  });
}
