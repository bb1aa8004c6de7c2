// Where the sample was at each energy, as the registration found it and as it was, along both axes, for every element.
import * as Plot from "npm:@observablehq/plot";
import type { EdgeElement } from "../../science/xanes/windows.js";
import { elementColour } from "../colours.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { chart, keys, type ChartOptions } from "../tomography/chart.js";
import { mapElements } from "./map-grid.js";

export interface DriftPoint {
  element: EdgeElement;
  /** eV */
  energy: number;
  axis: "x" | "y";
  /** nm */
  found: number;
  truth: number;
}

const dashes = { x: "none", y: "5,3" } as const;

export function driftPlot(points: readonly DriftPoint[], o: ChartOptions): HTMLElement {
  const dark = o.dark ?? isDark();
  const present = mapElements.filter((element) => points.some((point) => point.element === element));
  const across = o.width >= 640 ? 2 : 1;
  const width = Math.floor((o.width - 24 * (across - 1)) / across);
  const all = points.flatMap(({ found, truth }) => [found, truth]);
  const domain = [Math.min(...all), Math.max(...all)];
  const far = Math.max(...points.map(({ found, truth }) => Math.abs(found - truth)));
  const panel = (element: EdgeElement) => {
    const colour = elementColour(element, dark);
    const own = points.filter((point) => point.element === element);
    const lines = (["x", "y"] as const).map((axis) => own.filter((point) => point.axis === axis));
    const plot = Plot.plot({
      ...{ width, height: 160, marginLeft: 44, marginRight: 16, marginBottom: 14 },
      x: { axis: null },
      y: { label: "place (nm)", domain, nice: true, grid: true, ticks: 5 },
      marks: lines.flatMap((line) => [
        Plot.line(line, {
          ...{ x: "energy", y: "truth", strokeWidth: 1.2 },
          strokeDasharray: dashes[line[0]?.axis ?? "x"]
        }),
        Plot.dot(
          line.filter((_, e) => e % 4 === 0),
          {
            ...{ x: "energy", y: "found", r: 2.5 },
            ...(line[0]?.axis === "x" ? { fill: colour } : { stroke: colour, strokeWidth: 1.2 })
          }
        )
      ])
    });
    const off = ({ found, truth }: DriftPoint) => found - truth;
    const residual = Plot.plot({
      ...{ width, height: 104, marginLeft: 44, marginRight: 16, marginTop: 20 },
      x: { label: "photon energy (eV)", ticks: 5, tickFormat: String },
      y: { label: "found − true (nm)", domain: [-far, far], ticks: 3, grid: true },
      marks: [
        Plot.ruleY([0]),
        // lines, as a mark for each energy would be a thousand
        ...lines.map((line) =>
          Plot.line(line, {
            ...{ x: "energy", y: off, stroke: colour, strokeWidth: 1.2 },
            strokeDasharray: dashes[line[0]?.axis ?? "x"]
          })
        )
      ]
    });
    const rms = Math.sqrt(own.reduce((sum, p) => sum + off(p) ** 2, 0) / own.length);
    const words = `${element}: found − true is ${rms.toFixed(2)} nm, root mean square.`;
    const name = h("p", { class: "map-name" }, `${element}: ${rms.toFixed(2)} nm off`);
    return h("div", {}, name, chart(plot, `${o.alt} ${words}`), chart(residual, `Found less true. ${words}`));
  };
  const legend = keys([
    { label: "true, x" },
    { label: "true, y", dash: dashes.y },
    { label: "found: filled x, open y", mark: "dot" }
  ]);
  const columns = `grid-template-columns: repeat(${across}, minmax(0, 1fr))`;
  return h("div", {}, legend, h("div", { class: "spectra", style: columns }, ...present.map(panel)));
}
