// Curves against one setting, each with its points, and levels to be reached: detectable loss against time, profiles of χ².
import * as Plot from "npm:@observablehq/plot";
import { isDark } from "../dark.js";
import { chart, chartHeight, keys, seriesStyle, type ChartOptions } from "../tomography/chart.js";
import { formatNumber } from "../units.js";

export interface CurvePoint {
  series: string;
  x: number;
  y: number;
}

export interface CurvesOptions extends ChartOptions {
  xLabel: string;
  yLabel: string;
  xType?: "linear" | "log";
  yType?: "linear" | "log";
  yDomain?: readonly [number, number];
  /** lines across, with their names */
  levels?: readonly { y: number; label: string }[];
  /** a line upwards at the setting used elsewhere on the page, or at the truth */
  current?: number;
  currentLabel?: string;
  points?: boolean;
}

export function curvesPlot(points: readonly CurvePoint[], o: CurvesOptions): HTMLElement {
  const dark = o.dark ?? isDark();
  const series = [...new Set(points.map(({ series }) => series))];
  const style = (k: number) => seriesStyle(k, series.length, dark);
  const levels = [...(o.levels ?? [])];
  const plot = Plot.plot({
    width: o.width,
    height: chartHeight(o),
    marginLeft: 54,
    marginRight: 20,
    clip: true,
    x: {
      label: o.xLabel,
      type: o.xType ?? "linear",
      ...(o.width < 480 ? { ticks: 4 } : {}),
      tickFormat: (value: number) => formatNumber(value)
    },
    y: {
      ...{
        label: o.yLabel,
        type: o.yType ?? "linear",
        grid: true,
        ticks: 5,
        tickFormat: (value: number) => formatNumber(value)
      },
      ...(o.yDomain ? { domain: [...o.yDomain] } : { nice: true })
    },
    marks: [
      Plot.ruleY(levels, { y: "y", strokeDasharray: "12,4", strokeWidth: 1.2 }),
      Plot.text(levels, { y: "y", text: "label", frameAnchor: "right", dy: -7, textAnchor: "end" }),
      o.current === undefined
        ? null
        : Plot.ruleX([o.current], { strokeOpacity: 0.6, strokeDasharray: "2,3" }),
      ...series.map((name, k) => {
        const { colour, dash } = style(k);
        return Plot.line(
          points.filter((point) => point.series === name),
          { x: "x", y: "y", stroke: colour, strokeWidth: 2, strokeDasharray: dash }
        );
      }),
      ...(o.points === false
        ? []
        : series.map((name, k) =>
            Plot.dot(
              points.filter((point) => point.series === name),
              { x: "x", y: "y", r: 2.6, fill: style(k).colour }
            )
          )),
      Plot.tip(
        points,
        Plot.pointer({ x: "x", y: "y", channels: { series: "series" }, format: { x: ".4~g", y: ".3~g" } })
      )
    ]
  });
  const legend = keys([
    ...series.map((label, k) => ({ label, ...style(k) })),
    ...(o.current === undefined ? [] : [{ label: o.currentLabel ?? "used on this page", dash: "2,3" }])
  ]);
  return chart(plot, o.alt, legend);
}
