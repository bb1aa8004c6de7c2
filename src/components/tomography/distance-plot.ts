// Shares of the classes against distance from the particle's surface, recovered (lines) beside true (dashed).
import * as Plot from "npm:@observablehq/plot";
import { classColour, type CompositionClass } from "../colours.js";
import { isDark } from "../dark.js";
import { chart, chartHeight, classNames, classScale, keys, type ChartOptions } from "./chart.js";

export interface DistanceShare {
  /** from the surface inwards, nm */
  distance: number;
  class: CompositionClass;
  /** of the voxels at this distance, from 0 to 1 */
  recovered: number;
  truth: number;
}

export function distancePlot(rows: readonly DistanceShare[], o: ChartOptions): HTMLElement {
  const dark = o.dark ?? isDark();
  const percent = rows.map((row) => ({ ...row, recovered: 100 * row.recovered, truth: 100 * row.truth }));
  const plot = Plot.plot({
    width: o.width,
    height: chartHeight(o),
    marginLeft: 44,
    x: { label: "distance from the surface (nm)", nice: true },
    y: { label: "share at this distance (%)", domain: [0, 100], grid: true },
    color: classScale(dark),
    marks: [
      Plot.ruleY([0]),
      Plot.line(percent, {
        x: "distance",
        y: "truth",
        stroke: "class",
        strokeWidth: 1.6,
        strokeDasharray: "5,4"
      }),
      Plot.line(percent, { x: "distance", y: "recovered", stroke: "class", strokeWidth: 2 }),
      Plot.dot(percent, { x: "distance", y: "recovered", fill: "class", r: 2 }),
      Plot.tip(
        percent,
        Plot.pointer({
          x: "distance",
          y: "recovered",
          stroke: "class",
          channels: { "true (%)": { value: "truth", label: "true (%)" } },
          format: { x: ".0f", y: ".1f" }
        })
      )
    ]
  });
  const legend = keys([
    ...classNames.map((name) => ({ label: name, colour: classColour(name, dark) })),
    { label: "recovered" },
    { label: "true", dash: "5,4" }
  ]);
  return chart(plot, o.alt, legend);
}
