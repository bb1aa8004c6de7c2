// Pulls, (found − true)/standard error: with sound errors they follow the normal distribution of width one.
import * as Plot from "npm:@observablehq/plot";
import { isDark } from "../dark.js";
import { provenanceColour } from "../colours.js";
import { h } from "../element.js";
import { chart, keys, type ChartOptions } from "../tomography/chart.js";
import { sayNumber } from "./map-grid.js";

export interface PullsOptions extends ChartOptions {
  /** what the pulls are of: "valence of Mn" */
  label: string;
  /** for example that of an element */
  colour?: string;
}

const [limit, binWidth] = [5, 0.5];
const normal = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

export interface PullSummary {
  count: number;
  mean: number;
  deviation: number;
  /** how many lie beyond ±5 */
  beyond: number;
}

/** Pulls that are no numbers are left out. */
export function summarisePulls(pulls: ArrayLike<number>): PullSummary {
  const sound = Array.from(pulls).filter(Number.isFinite);
  const mean = sound.reduce((sum, p) => sum + p, 0) / sound.length;
  const spread = sound.reduce((sum, p) => sum + (p - mean) ** 2, 0) / Math.max(1, sound.length - 1);
  const beyond = sound.filter((p) => Math.abs(p) > limit).length;
  return { count: sound.length, mean, deviation: Math.sqrt(spread), beyond };
}

export function pullsPlot(pulls: ArrayLike<number>, o: PullsOptions): HTMLElement {
  const colour = o.colour ?? provenanceColour("recovered", o.dark ?? isDark());
  const summary = summarisePulls(pulls);
  const bins = Array.from({ length: (2 * limit) / binWidth }, (_, k) => {
    const x1 = -limit + k * binWidth;
    const inside = Array.from(pulls).filter((p) => p >= x1 && p < x1 + binWidth).length;
    return { x1, x2: x1 + binWidth, density: inside / (binWidth * Math.max(1, summary.count)) };
  });
  const curve = Array.from({ length: 101 }, (_, i) => (2 * limit * i) / 100 - limit);
  const plot = Plot.plot({
    width: o.width,
    height: o.height ?? 200,
    marginLeft: 44,
    x: { label: `(found − true) / standard error, ${o.label}`, domain: [-limit, limit] },
    y: { label: "density", grid: true, ticks: 4 },
    marks: [
      Plot.rectY(bins, { x1: "x1", x2: "x2", y: "density", fill: colour, fillOpacity: 0.55 }),
      Plot.line(curve, { x: (x: number) => x, y: normal, strokeWidth: 1.8 }),
      Plot.ruleY([0])
    ]
  });
  const { count, mean, deviation, beyond } = summary;
  const words = `${o.label}: ${count} pulls, mean ${sayNumber(mean)}, standard deviation ${sayNumber(deviation)}, ${beyond} beyond ±${limit}.`;
  const legend = keys([{ label: "pulls", mark: "fill", colour }, { label: "normal, width one" }]);
  return h("div", {}, chart(plot, `${o.alt} ${words}`, legend), h("p", { class: "figure-readout" }, words));
}
