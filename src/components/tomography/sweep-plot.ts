// Recovered shares of the classes against a parameter of the analysis or the instrument; the truth as level lines.
import * as Plot from "npm:@observablehq/plot";
import { classColour, type CompositionClass } from "../colours.js";
import { isDark } from "../dark.js";
import { chart, chartHeight, classNames, classScale, keys, type ChartOptions } from "./chart.js";

export interface SweepPoint {
  parameter: number;
  class: CompositionClass;
  /** from 0 to 1; low and high where several seeds were run */
  recovered: number;
  low?: number;
  high?: number;
}

export interface SweepOptions extends ChartOptions {
  /** for example "threshold (%)" */
  xLabel: string;
  xType?: "linear" | "log";
  /** shares of the truth, from 0 to 1 */
  truth?: Partial<Record<CompositionClass, number>>;
  /** what the study reports, from 0 to 1 */
  reported?: readonly { parameter: number; class: CompositionClass; share: number }[];
  /** the parameter used elsewhere on the page */
  current?: number;
}

export function sweepPlot(points: readonly SweepPoint[], o: SweepOptions): HTMLElement {
  const dark = o.dark ?? isDark();
  const rows = points.map(({ recovered, low, high, ...point }) => ({
    ...point,
    recovered: 100 * recovered,
    low: 100 * (low ?? recovered),
    high: 100 * (high ?? recovered)
  }));
  const truth = classNames.flatMap((name) => {
    const share = o.truth?.[name];
    return share === undefined ? [] : [{ class: name, share: 100 * share }];
  });
  const reported = (o.reported ?? []).map((each) => ({ ...each, share: 100 * each.share }));
  const plot = Plot.plot({
    width: o.width,
    height: chartHeight(o),
    marginLeft: 44,
    marginRight: 24,
    x: { label: o.xLabel, type: o.xType ?? "linear", grid: false, ...(o.width < 480 ? { ticks: 5 } : {}) },
    y: { label: "share of the particle (%)", domain: [0, 100], grid: true },
    color: classScale(dark),
    marks: [
      Plot.ruleY([0]),
      o.current === undefined
        ? null
        : Plot.ruleX([o.current], { strokeOpacity: 0.5, strokeDasharray: "2,3" }),
      Plot.ruleY(truth, { y: "share", stroke: "class", strokeDasharray: "6,4", strokeWidth: 1.4 }),
      Plot.areaY(rows, { x: "parameter", y1: "low", y2: "high", fill: "class", fillOpacity: 0.18 }),
      Plot.line(rows, { x: "parameter", y: "recovered", stroke: "class", strokeWidth: 2 }),
      Plot.dot(rows, { x: "parameter", y: "recovered", fill: "class", r: 2.5 }),
      Plot.dot(reported, {
        x: "parameter",
        y: "share",
        stroke: "class",
        fill: "var(--theme-background)",
        symbol: "diamond",
        r: 6,
        strokeWidth: 2
      }),
      Plot.tip(
        rows,
        Plot.pointer({
          x: "parameter",
          y: "recovered",
          stroke: "class",
          format: { x: ".3~g", y: ".1f" }
        })
      )
    ]
  });
  const legend = keys([
    ...classNames.map((name) => ({ label: name, colour: classColour(name, dark) })),
    ...(truth.length ? [{ label: "true share", dash: "6,4" }] : []),
    ...(reported.length ? [{ label: "reported", mark: "dot" as const }] : []),
    ...(o.current === undefined ? [] : [{ label: "used on this page", dash: "2,3" }])
  ]);
  return chart(plot, o.alt, legend);
}
