// The finite elements beside the exact hollow sphere: both curves, and their difference below.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { formatNumber } from "../units.js";
import { numbers } from "./columns.js";
import { legendMargin } from "./legend-margin.js";

export function proofPanel(table: Table, { width }: { width: number }): FigureFrame {
  const radius = numbers(table, "radius_um");
  const fourier = numbers(table, "fourier");
  const computed = numbers(table, "hoop_stress_MPa");
  const exact = numbers(table, "exact_hoop_stress_MPa");
  const largest = exact.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  const error = computed.map((v, i) => (100 * (v - exact[i])) / largest);
  const worst = error.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  const rows = { length: radius.length };
  const x = { label: "distance from the centre (µm)", domain: [0, 8] };
  const color = {
    type: "log" as const,
    scheme: "viridis" as const,
    reverse: true,
    label: "Fourier number D t/R²",
    legend: true,
    ...legendMargin
  };
  const alt =
    "Hoop stress along the radius of a hollow sphere: exact curves, and points of the finite elements lying on them.";
  const upper = Plot.plot({
    width,
    height: Math.min(320, Math.max(220, width * 0.45)),
    marginLeft: 58,
    ariaLabel: alt,
    x: { ...x, label: null },
    y: { label: "hoop stress (MPa)", grid: true },
    color,
    marks: [
      Plot.line(rows, { x: radius, y: exact, z: fourier, stroke: fourier }),
      Plot.dot(
        rows,
        Plot.select((I) => I.filter((i: number) => i % 6 === 0), {
          x: radius,
          y: computed,
          stroke: fourier,
          r: 2.5
        })
      )
    ]
  });
  const lower = Plot.plot({
    width,
    height: 130,
    marginLeft: 58,
    ariaLabel: "Difference between finite elements and exact solution in percent of the largest hoop stress.",
    x,
    y: { label: "difference (%)", grid: true },
    color: { ...color, legend: false },
    marks: [Plot.ruleY([0]), Plot.line(rows, { x: radius, y: error, z: fourier, stroke: fourier })]
  });
  return figureFrame({
    id: "proof-sphere",
    label: "Check",
    title: "Finite elements against the exact hollow sphere",
    content: h("div", {}, upper, lower),
    caption: `Lines: exact series; circles: finite elements on the default mesh. The largest difference is ${formatNumber(worst, 2)} % of the largest hoop stress.`,
    alt,
    provenance: "predicted",
    table
  });
}
