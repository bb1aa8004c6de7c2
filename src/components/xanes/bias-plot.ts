// A quantity against a setting (thickness, saturation, dose, step of energy): lines of series with their errors, and the truth.
import * as Plot from "npm:@observablehq/plot";
import { isDark } from "../dark.js";
import { chart, chartHeight, keys, seriesStyle, type ChartOptions } from "../tomography/chart.js";

export interface BiasPoint {
  series: string;
  x: number;
  y: number;
  low?: number;
  high?: number;
}

/** of level lines, unlike that of any series */
const longDash = "12,4";

export interface BiasOptions extends ChartOptions {
  xLabel: string;
  yLabel: string;
  xType?: "linear" | "log";
  yDomain?: readonly [number, number];
  /** level lines: one for all series, or one for each */
  truth?: number | Readonly<Record<string, number>>;
  /** name of the level lines, "true value" by default */
  truthLabel?: string;
  /** the setting used elsewhere on the page */
  current?: number;
  /** colours of series that have a meaning, for example those of elements; others get a neutral one */
  colours?: Readonly<Record<string, string>>;
}

export function biasPlot(points: readonly BiasPoint[], o: BiasOptions): HTMLElement {
  const dark = o.dark ?? isDark();
  const series = [...new Set(points.map((point) => point.series))];
  const style = (name: string) => {
    const neutral = seriesStyle(series.indexOf(name), series.length, dark);
    return { ...neutral, colour: o.colours?.[name] ?? neutral.colour };
  };
  const rows = points.map((point) => ({ low: point.y, high: point.y, ...point }));
  const truth = typeof o.truth === "number" ? [o.truth] : [];
  const own = typeof o.truth === "object" ? o.truth : {};
  const plot = Plot.plot({
    width: o.width,
    height: chartHeight(o),
    marginLeft: 54,
    marginRight: 20,
    x: { label: o.xLabel, type: o.xType ?? "linear", ...(o.width < 480 ? { ticks: 5 } : {}) },
    y: { label: o.yLabel, grid: true, nice: true, ...(o.yDomain ? { domain: [...o.yDomain] } : {}) },
    marks: [
      o.current === undefined
        ? null
        : Plot.ruleX([o.current], { strokeOpacity: 0.5, strokeDasharray: "2,3" }),
      Plot.ruleY(truth, { strokeDasharray: longDash, strokeWidth: 1.4 }),
      ...series.flatMap((name) => {
        const mine = rows.filter((row) => row.series === name);
        const { colour, dash } = style(name);
        const level = own[name];
        return [
          level === undefined
            ? null
            : Plot.ruleY([level], { stroke: colour, strokeDasharray: longDash, strokeWidth: 1.2 }),
          Plot.areaY(mine, { x: "x", y1: "low", y2: "high", fill: colour, fillOpacity: 0.16 }),
          Plot.line(mine, { x: "x", y: "y", stroke: colour, strokeWidth: 2, strokeDasharray: dash }),
          Plot.dot(mine, { x: "x", y: "y", fill: colour, r: 2.6 })
        ];
      }),
      Plot.tip(
        rows,
        Plot.pointer({ x: "x", y: "y", channels: { series: "series" }, format: { x: ".3~g", y: ".3~f" } })
      )
    ]
  });
  const legend = keys([
    ...series.map((label) => ({ label, ...style(label) })),
    ...(o.truth === undefined ? [] : [{ label: o.truthLabel ?? "true value", dash: longDash }]),
    ...(o.current === undefined ? [] : [{ label: "used on this page", dash: "2,3" }])
  ]);
  return chart(plot, o.alt, legend);
}
