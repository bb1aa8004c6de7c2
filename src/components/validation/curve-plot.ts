// A measured curve with its fit, the parts of the fit, and what is left.
import * as Plot from "npm:@observablehq/plot";
import { provenanceColour } from "../colours.js";
import { h } from "../element.js";
import { chart, keys, seriesStyle } from "../tomography/chart.js";
import type { DrawnFigure } from "./figures.js";

const named = ({ label, unit }: { label: string; unit: string }): string =>
  unit ? `${label} (${unit})` : label;

export function curvePlot({ entry, series }: DrawnFigure, width: number, dark: boolean): HTMLElement {
  const [fit, ...parts] = series;
  const points = Array.from(fit.x, (x, i) => ({
    x,
    found: fit.found[i],
    reference: fit.reference[i],
    rest: fit.reference[i] - fit.found[i]
  }));
  const colour = provenanceColour("recovered", dark);
  const styles = parts.map((_, k) => seriesStyle(k, parts.length, dark));
  const common = { width, marginLeft: 54, marginRight: 12 };
  const x = {
    domain: [points[0].x, points[points.length - 1].x],
    ticks: Math.max(3, Math.round(width / 110)),
    tickFormat: "d"
  };
  const lines = parts.map((part, k) =>
    Plot.line(
      Array.from(part.x, (at, i) => [at, part.found[i]]),
      { stroke: styles[k].colour, strokeDasharray: styles[k].dash, strokeWidth: 1.2 }
    )
  );
  const above = Plot.plot({
    ...common,
    height: 300,
    marginBottom: 12,
    x: { ...x, axis: null },
    y: { label: named(entry.value), grid: true, ticks: 5, nice: true },
    marks: [
      Plot.ruleY([0], { strokeOpacity: 0.4 }),
      ...lines,
      Plot.dot(points, {
        x: "x",
        y: "reference",
        r: 1.8,
        symbol: "diamond",
        stroke: "currentColor",
        strokeWidth: 1
      }),
      Plot.line(points, { x: "x", y: "found", stroke: colour, strokeWidth: 1.6 }),
      Plot.tip(
        points,
        Plot.pointerX({
          x: "x",
          y: "reference",
          title: (d: (typeof points)[number]) =>
            `${d.x.toFixed(1)} ${entry.x.unit}\n${entry.names.reference} ${d.reference.toFixed(4)}\n${entry.names.found} ${d.found.toFixed(4)}`
        })
      )
    ]
  });
  const below = Plot.plot({
    ...common,
    height: 110,
    marginTop: 8,
    marginBottom: 36,
    x: { ...x, label: named(entry.x) },
    y: { label: null, grid: true, ticks: 3, nice: true },
    marks: [Plot.ruleY([0]), Plot.ruleX(points, { x: "x", y: "rest", stroke: colour, strokeWidth: 1.2 })]
  });
  const legend = keys([
    { label: entry.names.reference, mark: "dot" },
    { label: entry.names.found, colour },
    ...parts.map(({ name }, k) => ({ label: name, ...styles[k] }))
  ]);
  return h(
    "div",
    {},
    chart(above, entry.alt, legend),
    chart(below, `${entry.names.reference} less ${entry.names.found}`)
  );
}
