// What became of the lattice: a quantity against the charge passed, found with its error beside true, and its pulls below.
import * as Plot from "npm:@observablehq/plot";
import { rateColour } from "../colours.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { chart, keys, type ChartOptions } from "../tomography/chart.js";

export interface TrackedPoint {
  rate: 0.1 | 10;
  branch: "charge" | "discharge";
  /** mAh/g passed since the start */
  capacity: number;
  value: number;
  error: number;
  truth: number;
}

export interface TrackingOptions extends ChartOptions {
  yLabel: string;
  /** decimals of the readout */
  decimals: number;
  /** largest pull that is drawn to scale */
  pullLimit?: number;
}

/** One rate a panel, on one scale of the quantity, with pulls below. */
export function trackingPlot(points: readonly TrackedPoint[], o: TrackingOptions): HTMLElement {
  const dark = o.dark ?? isDark();
  const rates = [...new Set(points.map(({ rate }) => rate))];
  const across = o.width >= 640 ? rates.length : 1;
  const width = Math.floor((o.width - 24 * (across - 1)) / across);
  const limit = o.pullLimit ?? 6;
  const ends = points.flatMap(({ value, error, truth }) => [value - error, value + error, truth]);
  const domain = [Math.min(...ends), Math.max(...ends)];
  const panel = (rate: 0.1 | 10) => {
    const own = points
      .filter((point) => point.rate === rate)
      .map((point) => ({
        ...point,
        low: point.value - point.error,
        high: point.value + point.error,
        pull: (point.value - point.truth) / point.error
      }));
    const colour = rateColour(rate, dark);
    // halfway between the last pattern of the charge and the first of the discharge
    const after = own.findIndex(({ branch }) => branch === "discharge");
    const turn = after > 0 ? (own[after - 1].capacity + own[after].capacity) / 2 : undefined;
    const frame = { width, marginLeft: 62, marginRight: 14 };
    const x = {
      label: "charge passed (mAh/g)",
      ticks: 5,
      domain: [0, Math.max(...own.map((p) => p.capacity)) * 1.03]
    };
    const turned = turn === undefined ? [] : [turn];
    const value = Plot.plot({
      ...frame,
      height: 230,
      x: { ...x, label: null },
      y: { label: o.yLabel, domain, nice: true, grid: true, ticks: 5 },
      marks: [
        Plot.ruleX(turned, { strokeOpacity: 0.4, strokeDasharray: "2,3" }),
        Plot.line(own, { x: "capacity", y: "truth", strokeWidth: 1.3, strokeDasharray: "5,3" }),
        Plot.ruleX(own, { x: "capacity", y1: "low", y2: "high", stroke: colour, strokeWidth: 1.5 }),
        Plot.dot(own, { x: "capacity", y: "value", fill: colour, r: 2.4 }),
        Plot.tip(
          own,
          Plot.pointer({
            ...{ x: "capacity", y: "value" },
            title: (d: TrackedPoint & { pull: number }) =>
              `${d.branch}, ${d.capacity.toFixed(0)} mAh/g\nfound ${d.value.toFixed(o.decimals)} ± ${d.error.toFixed(o.decimals)}\ntrue ${d.truth.toFixed(o.decimals)}\npull ${d.pull.toFixed(1)}`
          })
        )
      ]
    });
    const held = own.map((p) => ({ ...p, shown: Math.min(limit, Math.max(-limit, p.pull)) }));
    const pulls = Plot.plot({
      ...frame,
      height: 120,
      x,
      y: { label: `pull (σ; × beyond ${limit})`, domain: [-limit, limit], grid: true, ticks: 3 },
      marks: [
        Plot.rect([{ x1: x.domain[0], x2: x.domain[1], y1: -1, y2: 1 }], {
          ...{ x1: "x1", x2: "x2", y1: "y1", y2: "y2" },
          fill: "currentColor",
          fillOpacity: 0.08
        }),
        Plot.ruleY([0]),
        Plot.ruleX(turned, { strokeOpacity: 0.4, strokeDasharray: "2,3" }),
        Plot.dot(held, {
          ...{ x: "capacity", y: "shown", r: 2.4, stroke: colour },
          symbol: (p: { pull: number }) => (Math.abs(p.pull) > limit ? "times" : "circle"),
          fill: (p: { pull: number }) => (Math.abs(p.pull) > limit ? "none" : colour)
        })
      ]
    });
    const rms = Math.sqrt(own.reduce((sum, p) => sum + p.pull ** 2, 0) / own.length);
    const off = Math.max(...own.map((p) => Math.abs(p.value - p.truth)));
    const words = `${rate} C: ${own.length} patterns, pulls of ${rms.toFixed(1)} root mean square, at most ${off.toFixed(o.decimals)} off.`;
    return h(
      "div",
      {},
      h("p", { class: "map-name" }, words),
      chart(value, `${o.alt} ${words}`),
      chart(pulls, `Found less true in standard errors. ${words}`)
    );
  };
  const legend = keys([
    ...rates.map((rate) => ({
      label: `found, ${rate} C`,
      colour: rateColour(rate, dark),
      mark: "interval" as const
    })),
    { label: "true", dash: "5,3" },
    { label: "end of the charge", dash: "2,3" }
  ]);
  const columns = `display: grid; gap: 24px; grid-template-columns: repeat(${across}, minmax(0, 1fr))`;
  return h("div", {}, legend, h("div", { style: columns }, ...rates.map(panel)));
}
