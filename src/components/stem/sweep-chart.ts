// A number against a setting, one line a series.
import * as Plot from "npm:@observablehq/plot";
import { chart, keys, seriesStyle } from "../tomography/chart.js";
import { isDark } from "../dark.js";

export interface SweepSeries {
  name: string;
  colour?: string;
  dash?: string;
  points: readonly { x: number; y: number }[];
}

export interface SweepChartOptions {
  width: number;
  height?: number;
  xLabel: string;
  yLabel: string;
  xType?: "linear" | "log";
  yType?: "linear" | "log";
  /** what is used on the page */
  current?: number;
  /** a level that is worth a line, and its words */
  level?: { y: number; label: string };
  /** lines without points */
  plain?: boolean;
  alt: string;
}

export function sweepChart(series: readonly SweepSeries[], o: SweepChartOptions): HTMLElement {
  const dark = isDark();
  const styles = series.map((each, i) => {
    const usual = seriesStyle(i, series.length, dark);
    return { colour: each.colour ?? usual.colour, dash: each.dash ?? usual.dash };
  });
  const plot = Plot.plot({
    ...{ width: o.width, height: o.height ?? 260, marginLeft: 52, marginRight: 20 },
    x: { label: o.xLabel, type: o.xType ?? "linear", ...(o.width < 420 ? { ticks: 4 } : {}) },
    y: { label: o.yLabel, type: o.yType ?? "linear", grid: true, ticks: 5 },
    marks: [
      o.yType === "log" ? null : Plot.ruleY([0], { strokeOpacity: 0.4 }),
      o.level ? Plot.ruleY([o.level.y], { strokeDasharray: "6,4" }) : null,
      o.current === undefined
        ? null
        : Plot.ruleX([o.current], { strokeOpacity: 0.5, strokeDasharray: "2,3" }),
      ...series.map(({ points }, i) =>
        Plot.line(points, {
          ...{ x: "x", y: "y", stroke: styles[i].colour, strokeWidth: 2, strokeDasharray: styles[i].dash }
        })
      ),
      ...(o.plain
        ? []
        : series.map(({ points }, i) => Plot.dot(points, { x: "x", y: "y", fill: styles[i].colour, r: 2.5 })))
    ]
  });
  return chart(
    plot,
    o.alt,
    keys([
      ...series.map(({ name }, i) => ({ label: name, ...styles[i] })),
      ...(o.level ? [{ label: o.level.label, dash: "6,4" }] : []),
      ...(o.current === undefined ? [] : [{ label: "used on this page", dash: "2,3" }])
    ])
  );
}
