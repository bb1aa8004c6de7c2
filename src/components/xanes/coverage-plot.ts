// How often an interval holds the truth, against how often it should: standard errors are sound where the points lie on the line.
import * as Plot from "npm:@observablehq/plot";
import { isDark } from "../dark.js";
import { chart, chartHeight, keys, seriesStyle, type ChartOptions } from "../tomography/chart.js";

export interface Coverage {
  series: string;
  /** shares from 0 to 1; low and high are the binomial interval of the count */
  nominal: number;
  actual: number;
  low?: number;
  high?: number;
}

/** unlike that of any series */
const longDash = "12,4";

export interface CoverageOptions extends ChartOptions {
  /** of series, for example of elements */
  colours?: Readonly<Record<string, string>>;
}

export function coveragePlot(points: readonly Coverage[], o: CoverageOptions): HTMLElement {
  const dark = o.dark ?? isDark();
  const series = [...new Set(points.map((point) => point.series))];
  const style = (name: string) => {
    const neutral = seriesStyle(series.indexOf(name), series.length, dark);
    return { ...neutral, colour: o.colours?.[name] ?? neutral.colour };
  };
  const rows = points.map(({ series: name, nominal, actual, low, high }) => ({
    series: name,
    nominal: 100 * nominal,
    actual: 100 * actual,
    low: 100 * (low ?? actual),
    high: 100 * (high ?? actual)
  }));
  const least = Math.min(50, ...rows.map(({ nominal, low }) => Math.min(nominal, low)));
  const start = 10 * Math.floor(least / 10);
  const plot = Plot.plot({
    width: o.width,
    height: chartHeight(o),
    marginLeft: 48,
    x: { label: "nominal coverage (%)", domain: [start, 100], ticks: 6 },
    y: { label: "actual coverage (%)", domain: [start, 100], grid: true },
    marks: [
      Plot.link([0], { x1: start, y1: start, x2: 100, y2: 100, strokeDasharray: longDash }),
      ...series.flatMap((name) => {
        const mine = rows.filter((row) => row.series === name);
        const { colour: stroke, dash } = style(name);
        return [
          Plot.ruleX(mine, { x: "nominal", y1: "low", y2: "high", stroke, marker: "tick" }),
          Plot.line(mine, { x: "nominal", y: "actual", stroke, strokeWidth: 1.6, strokeDasharray: dash }),
          Plot.dot(mine, { x: "nominal", y: "actual", fill: stroke, r: 3 })
        ];
      }),
      Plot.tip(rows, Plot.pointer({ x: "nominal", y: "actual", channels: { series: "series" } }))
    ]
  });
  const legend = keys([
    ...series.map((label) => ({ label, ...style(label) })),
    { label: "as it should be", dash: longDash }
  ]);
  return chart(plot, o.alt, legend);
}
