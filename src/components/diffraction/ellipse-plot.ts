// Error ellipses of two refined numbers: at one and three standard errors of each, Δχ² = 1 and 9, about what was found or true.
import * as Plot from "npm:@observablehq/plot";
import { isDark } from "../dark.js";
import { ellipsePoints, type ErrorEllipse } from "./error-ellipse.js";
import { chart, keys, seriesStyle, type ChartOptions } from "../tomography/chart.js";

export interface EllipseOptions extends ChartOptions {
  xLabel: string;
  yLabel: string;
  truth?: readonly [x: number, y: number];
  /** a level of x to be told from the truth: no loss, for example */
  against?: number;
  /** ellipses that share the colours */
  count: number;
}

export function ellipsePlot(ellipses: readonly ErrorEllipse[], o: EllipseOptions): HTMLElement {
  const dark = o.dark ?? isDark();
  const style = ({ index }: ErrorEllipse) => seriesStyle(index, o.count, dark);
  const level = o.against === undefined ? [] : [o.against];
  const plot = Plot.plot({
    width: o.width,
    height: o.height ?? Math.round(Math.min(360, Math.max(270, 0.8 * o.width))),
    marginLeft: 56,
    marginRight: 16,
    x: { label: o.xLabel, nice: true, ticks: Math.max(3, Math.round(o.width / 90)) },
    y: { label: o.yLabel, nice: true, grid: true, ticks: 5 },
    marks: [
      Plot.ruleX(level, { strokeDasharray: "12,4", strokeWidth: 1.4 }),
      ...ellipses.flatMap((ellipse) => [
        Plot.line(ellipsePoints(ellipse, 3), {
          stroke: style(ellipse).colour,
          strokeWidth: 1,
          strokeOpacity: 0.8
        }),
        Plot.line(ellipsePoints(ellipse, 1), { stroke: style(ellipse).colour, strokeWidth: 2.2 }),
        Plot.dot([ellipse.centre], { fill: style(ellipse).colour, r: 3 })
      ]),
      Plot.dot(o.truth ? [o.truth] : [], {
        symbol: "diamond",
        r: 6,
        stroke: "currentColor",
        strokeWidth: 1.8
      })
    ]
  });
  return chart(plot, o.alt);
}

/** One legend for several such plots. */
export function ellipseKeys(labels: readonly string[], againstLabel: string, dark = isDark()): HTMLElement {
  return keys([
    ...labels.map((label, k) => ({ label, colour: seriesStyle(k, labels.length, dark).colour })),
    { label: "true", mark: "dot" as const },
    { label: againstLabel, dash: "12,4" }
  ]);
}
