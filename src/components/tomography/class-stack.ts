// Shares of the three classes against state, recovered (solid) beside the truth (outlined), with the spread of seeds.
import * as Plot from "npm:@observablehq/plot";
import { classColour, type CompositionClass } from "../colours.js";
import { isDark } from "../dark.js";
import { chart, chartHeight, classNames, classScale, keys, type ChartOptions } from "./chart.js";

export interface ClassShare {
  state: string;
  /** of the state, for example "4.6 V" */
  label: string;
  class: CompositionClass;
  /** from 0 to 1; recovered is the mean over the seeds, low and high its interval */
  truth: number;
  recovered: number;
  low: number;
  high: number;
}

export interface ClassStackOptions extends ChartOptions {
  /** bars side by side (default), or stacked to 100 % in pairs */
  arrangement?: "dodged" | "stacked";
}

export function classStack(rows: readonly ClassShare[], o: ClassStackOptions): HTMLElement {
  const dark = o.dark ?? isDark();
  const percent = rows.map((row) => ({
    ...row,
    truth: 100 * row.truth,
    recovered: 100 * row.recovered,
    low: 100 * row.low,
    high: 100 * row.high
  }));
  const states = [...new Set(rows.map(({ label }) => label))];
  const stacked = o.arrangement === "stacked";
  const marks = stacked ? stackedMarks(percent) : dodgedMarks(percent);
  const plot = Plot.plot({
    width: o.width,
    height: chartHeight(o),
    marginLeft: 44,
    marginBottom: stacked ? 34 : 20,
    fx: { domain: states, label: null, padding: o.width < 500 ? 0.12 : 0.2, axis: "bottom" },
    x: { domain: stacked ? ["recovered", "true"] : [...classNames], axis: null, padding: 0.12 },
    y: { label: "share of the particle (%)", domain: [0, 100], grid: true },
    color: classScale(dark),
    marks: [...marks, Plot.ruleY([0])]
  });
  const legend = keys([
    ...classNames.map((name) => ({
      label: name,
      colour: classColour(name, dark),
      mark: "fill" as const
    })),
    { label: stacked ? "left, solid: recovered" : "solid: recovered", mark: "fill" },
    { label: stacked ? "right, outlined: true" : "outlined: true", mark: "outline" },
    { label: "spread of the noise seeds", mark: "interval" }
  ]);
  return chart(plot, o.alt, legend);
}

function dodgedMarks(rows: ClassShare[]): Plot.Markish[] {
  return [
    Plot.barY(rows, { fx: "label", x: "class", y: "recovered", fill: "class", insetLeft: 3, insetRight: 3 }),
    Plot.barY(rows, {
      fx: "label",
      x: "class",
      y: "truth",
      fill: "none",
      stroke: "currentColor",
      strokeWidth: 1.3
    }),
    Plot.ruleX(rows, {
      fx: "label",
      x: "class",
      y1: "low",
      y2: "high",
      stroke: "currentColor",
      strokeWidth: 1.5,
      marker: "tick"
    }),
    Plot.tip(
      rows,
      Plot.pointerX({
        fx: "label",
        x: "class",
        y: "recovered",
        title: (d: ClassShare) =>
          `${d.label}, ${d.class}\nrecovered ${d.recovered.toFixed(1)} % (${d.low.toFixed(1)} to ${d.high.toFixed(1)})\ntrue ${d.truth.toFixed(1)} %`
      })
    )
  ];
}

function stackedMarks(rows: ClassShare[]): Plot.Markish[] {
  // the first class is measured from the bottom, the last from the top; the one between has both edges
  const intervals = rows
    .filter((row) => row.class !== classNames[1])
    .map(({ label, class: name, low, high }) =>
      name === classNames[0] ? { label, low, high } : { label, low: 100 - high, high: 100 - low }
    );
  const side = (x: "recovered" | "true") => ({ fx: "label", x: () => x, order: [...classNames], z: "class" });
  return [
    Plot.barY(rows, { ...side("recovered"), y: "recovered", fill: "class", insetBottom: 0.5 }),
    Plot.barY(rows, {
      ...side("true"),
      y: "truth",
      fill: "none",
      stroke: "class",
      strokeWidth: 2,
      inset: 1
    }),
    Plot.ruleX(intervals, {
      fx: "label",
      x: () => "recovered",
      y1: "low",
      y2: "high",
      stroke: "currentColor",
      strokeWidth: 1.5,
      marker: "tick"
    })
  ];
}
