// Which reflections the window of the instrument lets through: those of the average cell and those of the honeycomb order.
import * as Plot from "npm:@observablehq/plot";
import { elementColour } from "../colours.js";
import { isDark } from "../dark.js";
import { chart, keys, type ChartOptions } from "../tomography/chart.js";

export interface AxisLine {
  /** Å */
  d: number;
  /** as written, "0 0 3" */
  indices: string;
  /** height over that of the highest average line */
  strength: number;
  /** of the average R-3m cell, or of the honeycomb order alone */
  kind: "average" | "order";
}

export interface WindowAxisOptions extends ChartOptions {
  /** what the instrument measures, Å */
  window: readonly [from: number, to: number];
  /** lines that are named */
  named: (line: AxisLine) => boolean;
}

export function windowAxis(lines: readonly AxisLine[], o: WindowAxisOptions): HTMLElement {
  const dark = o.dark ?? isDark();
  const colours = { average: "currentColor", order: elementColour("Mn", dark) };
  const far = Math.max(...lines.map(({ d }) => d), o.window[1]) * 1.08;
  const near = Math.min(...lines.map(({ d }) => d)) * 0.98;
  const ticks = [0.5, 0.7, 1, 1.5, 2, 2.5, 3, 4, 5].filter((d) => d > near && d < far);
  const names = lines.filter(o.named);
  const plot = Plot.plot({
    width: o.width,
    height: 230,
    marginLeft: 12,
    marginRight: 12,
    marginTop: 44,
    x: { type: "log", domain: [near, far], label: "d (Å)", ticks, tickFormat: (d: number) => String(d) },
    y: { domain: [0, 1.1], axis: null },
    marks: [
      Plot.rect([0], {
        x1: Math.max(near, o.window[0]),
        x2: o.window[1],
        y1: 0,
        y2: 1,
        fill: "currentColor",
        fillOpacity: 0.08
      }),
      Plot.ruleX(lines, {
        ...{ x: "d", y1: 0, y2: (l: AxisLine) => 0.06 + 0.94 * Math.sqrt(l.strength) },
        ...{ stroke: (l: AxisLine) => colours[l.kind], strokeWidth: 1.8 },
        strokeDasharray: "none"
      }),
      Plot.dot(
        lines.filter(({ kind }) => kind === "order"),
        { x: "d", y: (l: AxisLine) => 0.06 + 0.94 * Math.sqrt(l.strength), r: 2.6, fill: colours.order }
      ),
      Plot.text(names, { x: "d", y: 1.1, text: "indices", rotate: -60, textAnchor: "start", dy: -5, dx: 2 }),
      Plot.ruleY([0])
    ]
  });
  const legend = keys([
    { label: "average cell, R-3m", colour: colours.average },
    { label: "honeycomb order only, C2/m", colour: colours.order, mark: "interval" },
    {
      label: `what the instrument measures, from ${o.window[0]} Å`,
      mark: "fill",
      colour: "var(--theme-foreground-faintest)"
    }
  ]);
  return chart(plot, o.alt, legend);
}
