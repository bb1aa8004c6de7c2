// A detection limit against the counts, both on logarithmic axes; what samples hold are level lines.
import * as Plot from "npm:@observablehq/plot";
import { isDark } from "../dark.js";
import { chart, chartHeight, keys, type ChartOptions } from "../tomography/chart.js";
import { stateStyle } from "./state-style.js";

export interface LimitPoint {
  counts: number;
  /** smallest amount that is seen, % */
  limit: number;
}

export interface HeldAmount {
  state: string;
  /** C */
  rate: number;
  /** "4.8 V": gives the dash */
  stage: string;
  /** % */
  amount: number;
}

export interface LimitOptions extends ChartOptions {
  xLabel: string;
  yLabel: string;
}

/** @throws where a logarithm would not be a number, or nothing is to be drawn */
export function limitPlot(
  points: readonly LimitPoint[],
  held: readonly HeldAmount[],
  o: LimitOptions
): HTMLElement {
  const all = [...points.map(({ limit }) => limit), ...held.map(({ amount }) => amount)];
  const bad = [...points.map(({ counts }) => counts), ...all].find((v) => !(v > 0 && v < Infinity));
  if (bad !== undefined) throw new Error(`invalid point of the limit: ${bad}; must be positive`);
  if (points.length < 2)
    throw new Error(`missing points of the limit: ${points.length}; must be two at least`);
  const dark = o.dark ?? isDark();
  const line = [...points].sort((a, b) => a.counts - b.counts);
  const stages = [...new Set(held.map(({ stage }) => stage))];
  const [low, high] = [Math.min(...all) / 1.5, Math.max(...all) * 1.5];
  const [first, last] = [line[0].counts, line[line.length - 1].counts];
  const levels = [0.1, 0.3, 1, 3, 10, 30, 100].filter((level) => level >= low && level <= high);
  const plot = Plot.plot({
    width: o.width,
    height: chartHeight(o),
    marginLeft: 54,
    marginRight: 20,
    x: { type: "log", domain: [first / 1.25, last * 1.25] },
    y: { type: "log", domain: [low, high] },
    marks: [
      // axes of their own: those of a logarithmic scale leave some numbers out
      Plot.axisX(
        line.map(({ counts }) => counts),
        { text: String, label: o.xLabel }
      ),
      Plot.axisY(levels, { text: String, label: o.yLabel }),
      Plot.gridY(levels),
      Plot.areaY(line, { x: "counts", y1: low, y2: "limit", fill: "currentColor", fillOpacity: 0.08 }),
      ...held.map(({ rate, stage, amount }) => {
        const { colour, dash } = stateStyle(rate, stage, stages, dark);
        return Plot.ruleY([amount], { stroke: colour, strokeDasharray: dash, strokeWidth: 1.8 });
      }),
      Plot.line(line, { x: "counts", y: "limit", strokeWidth: 2 }),
      Plot.dot(line, { x: "counts", y: "limit", fill: "currentColor", r: 3 })
    ]
  });
  const legend = keys([
    { label: "detection limit; less is not seen" },
    ...held.map(({ state, rate, stage, amount }) => {
      const { colour, dash } = stateStyle(rate, stage, stages, dark);
      return { label: `in the sample at ${state}: ${amount.toFixed(1)} %`, colour, dash };
    })
  ]);
  return chart(plot, o.alt, legend);
}
