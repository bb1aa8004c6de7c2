// Charge that each element carries in a cycle, early and late: bars as found, with their errors, and marks as set in the sample.
import * as Plot from "npm:@observablehq/plot";
import type { EdgeElement } from "../../science/xanes/windows.js";
import { elementColour } from "../colours.js";
import { isDark } from "../dark.js";
import { chart, chartHeight, keys, type ChartOptions } from "../tomography/chart.js";
import { mapElements } from "./map-grid.js";

export interface CycleCharge {
  element: EdgeElement;
  cycle: number;
  /** mAh/g, found, its standard error, and of the sample */
  capacity: number;
  error: number;
  truth: number;
  /** of all elements' charge in that cycle, found */
  share: number;
}

export function sharesPlot(rows: readonly CycleCharge[], o: ChartOptions & { top: number }): HTMLElement {
  const dark = o.dark ?? isDark();
  const cycles = [...new Set(rows.map(({ cycle }) => cycle))].sort((a, b) => a - b);
  const bars = rows.map((row) => ({
    ...row,
    low: row.capacity - row.error,
    high: row.capacity + row.error,
    above: Math.max(row.capacity + row.error, row.truth),
    colour: elementColour(row.element, dark),
    strength: row.cycle === cycles[0] ? 0.45 : 0.9
  }));
  const percent = (row: CycleCharge) => `${(100 * row.share).toFixed(0)} %`;
  const plot = Plot.plot({
    width: o.width,
    height: chartHeight(o),
    marginLeft: 44,
    fx: { domain: mapElements, label: null, padding: 0.12 },
    x: { domain: cycles, label: "cycle", padding: 0.15 },
    y: {
      label: "charge on discharge (mAh/g)",
      domain: [Math.min(0, ...bars.map(({ low }) => low)), o.top],
      grid: true
    },
    marks: [
      Plot.barY(bars, { fx: "element", x: "cycle", y: "capacity", fill: "colour", fillOpacity: "strength" }),
      Plot.tickY(bars, { fx: "element", x: "cycle", y: "truth", strokeWidth: 2 }),
      Plot.ruleX(bars, { fx: "element", x: "cycle", y1: "low", y2: "high", strokeWidth: 1.2 }),
      Plot.text(bars, { fx: "element", x: "cycle", y: "above", text: percent, dy: -8 }),
      Plot.ruleY([0])
    ]
  });
  const words = rows.map((row) => `${row.element} in cycle ${row.cycle} ${percent(row)}`).join(", ");
  const legend = keys([
    { label: "found (pale: first cycle)", mark: "fill" },
    { label: "in the sample" },
    { label: "standard error", mark: "interval" }
  ]);
  return chart(plot, `${o.alt} Shares found: ${words}.`, legend);
}
