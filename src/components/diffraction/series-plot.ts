// A refined number over the sampled states, both rates: found with its error, beside the truth; by state, or against lithium.
import * as Plot from "npm:@observablehq/plot";
import { rateColour } from "../colours.js";
import { isDark } from "../dark.js";
import { chart, chartHeight, keys, type ChartOptions } from "../tomography/chart.js";

export interface SeriesPoint {
  /** C; null before any cycling */
  rate: 0.1 | 10 | null;
  /** "4.8 V", "discharged" … */
  stage: string;
  /** per formula unit, in the sample */
  lithium: number;
  value: number;
  error: number;
  truth: number;
}

export interface SeriesOptions extends ChartOptions {
  yLabel: string;
  against: "state" | "lithium";
  stages: readonly string[];
}

interface Placed extends SeriesPoint {
  x: number;
  line: 0.1 | 10;
}

/** What belongs to no rate stands with both. */
export function placed(points: readonly SeriesPoint[], { against, stages }: SeriesOptions): Placed[] {
  return points
    .filter(({ stage }) => stages.includes(stage))
    .flatMap((point) =>
      (point.rate === null ? ([0.1, 10] as const) : [point.rate]).map((line) => ({
        ...{ ...point, line },
        // the two rates stand side by side
        x: against === "lithium" ? point.lithium : stages.indexOf(point.stage) + (line === 10 ? 0.1 : -0.1)
      }))
    )
    .sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage));
}

export function seriesPlot(points: readonly SeriesPoint[], o: SeriesOptions): HTMLElement {
  const dark = o.dark ?? isDark();
  const rows = placed(points, o);
  const states = o.against === "state";
  const colour = (row: Placed) => (row.rate === null ? "currentColor" : rateColour(row.line, dark));
  const plot = Plot.plot({
    width: o.width,
    height: chartHeight(o) + (states ? 36 : 0),
    marginLeft: 54,
    marginRight: 16,
    marginBottom: states ? 66 : 36,
    x: states
      ? {
          ...{ domain: [-0.5, o.stages.length - 0.5], label: null, tickSize: 0, tickRotate: -35 },
          ...{ ticks: o.stages.map((_, i) => i), tickFormat: (i: number) => o.stages[i] ?? "" }
        }
      : { label: "Li per formula unit, in the sample", reverse: true, nice: true },
    y: { label: o.yLabel, grid: true, nice: true, ticks: 5 },
    marks: [
      Plot.line(rows, {
        ...{ x: "x", y: "truth", z: "line", stroke: (row: Placed) => rateColour(row.line, dark) },
        ...{ strokeDasharray: "4,3", strokeOpacity: 0.7 }
      }),
      Plot.dot(rows, { x: "x", y: "truth", symbol: "diamond", r: 5, stroke: colour, strokeWidth: 1.2 }),
      Plot.ruleX(rows, {
        ...{ x: "x", y1: (d: Placed) => d.value - d.error, y2: (d: Placed) => d.value + d.error },
        ...{ stroke: colour, strokeWidth: 2 }
      }),
      Plot.dot(rows, { x: "x", y: "value", r: 3, fill: colour }),
      Plot.tip(
        rows,
        Plot.pointer({
          ...{ x: "x", y: "value" },
          title: (d: Placed) =>
            `${d.rate === null ? "" : `${d.rate} C, `}${d.stage}\nfound ${d.value.toPrecision(4)} ± ${d.error.toPrecision(2)}\ntrue ${d.truth.toPrecision(4)}`
        })
      )
    ]
  });
  const legend = keys([
    { label: "0.1 C", colour: rateColour(0.1, dark) },
    { label: "10 C", colour: rateColour(10, dark) },
    { label: "found, ±σ", mark: "interval" },
    { label: "true", mark: "dot" }
  ]);
  return chart(plot, o.alt, legend);
}
