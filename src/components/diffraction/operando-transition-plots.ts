// What the panel of a transition draws: patterns around (003) with one line or two fitted, and how often transitions are seen.
import * as Plot from "npm:@observablehq/plot";
import { type OperandoInstrument, patternTime } from "../../science/diffraction/operando-instrument.js";
import { patternOf } from "../../science/diffraction/operando-raw.js";
import {
  gainThreshold,
  type TransitionPattern,
  type TransitionRun
} from "../../science/diffraction/operando-transition.js";
import { rateColour } from "../colours.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { chart, keys } from "../tomography/chart.js";

export const seconds = (value: number) =>
  value < 120 ? `${value.toFixed(0)} s` : `${(value / 60).toFixed(1)} min`;
const rateOf = ({ kind }: OperandoInstrument) => (kind === "scan" ? 0.1 : 10);

/** What was there while (003) was counted. */
function truthOf({ share, both }: TransitionPattern["truth"]): string {
  if (both) return "both phases at once";
  // shares are sums over moments
  if (share < 1e-9) return "the old phase";
  return share > 1 - 1e-9 ? "the new phase" : "first one, then the other";
}

/** Patterns before, in and after the transition, each with the fit that the test prefers. */
export function patternsPlot(run: TransitionRun, instrument: OperandoInstrument, width: number): HTMLElement {
  const dark = isDark();
  const colour = rateColour(rateOf(instrument), dark);
  const { raw, patterns } = run;
  const across = width >= 640 ? 3 : 2;
  const own = Math.floor((width - 12 * (across - 1)) / across);
  const top = raw.counts.reduce((most, value) => Math.max(most, value), 1);
  // from one before the first that could show anything
  const shown = patterns.slice(3, 3 + 6);
  const panels = shown.map((pattern, at) => {
    const k = at + 3;
    const counts = patternOf(raw, k);
    const twoLines = pattern.gain > gainThreshold;
    const fit = twoLines ? pattern.two : pattern.one;
    const angles = Array.from(raw.twoTheta);
    const plot = Plot.plot({
      ...{ width: own, height: 170, marginLeft: at % across ? 14 : 40, marginRight: 6 },
      x: { label: "2θ (°)", ticks: 3 },
      y: {
        label: at % across ? null : "counts",
        domain: [0, 1.05 * top],
        ticks: at % across ? [] : 4,
        grid: true
      },
      marks: [
        Plot.dot(counts, {
          x: angles,
          y: Array.from(counts),
          r: 1.1,
          fill: "currentColor",
          fillOpacity: 0.55
        }),
        Plot.line(fit.model, {
          x: angles.slice(fit.from, fit.to),
          y: Array.from(fit.model),
          stroke: colour,
          strokeWidth: 1.6
        }),
        Plot.ruleX(
          fit.positions.map(({ value }) => value),
          { stroke: colour, strokeOpacity: 0.7 }
        )
      ]
    });
    const verdict = twoLines ? "two lines" : "one line";
    const truth = truthOf(pattern.truth);
    const words = `Pattern ${k + 1}: ${verdict}; true: ${truth}.`;
    return h(
      "div",
      {},
      h("p", { class: "map-name" }, `${k + 1} · ${verdict}`),
      chart(plot, words),
      h("p", { class: "figure-readout" }, `Δχ² ${pattern.gain.toFixed(0)}; true: ${truth}`)
    );
  });
  return h(
    "div",
    { style: `display: grid; gap: 12px; grid-template-columns: repeat(${across}, minmax(0, 1fr))` },
    ...panels
  );
}

export interface Seen {
  instrument: string;
  duration: number;
  seen: number;
  twice: number;
}

/** Shares of transitions that are seen, against their duration in patterns. */
export function seenPlot(
  rows: readonly Seen[],
  instrument: OperandoInstrument,
  duration: number,
  width: number
): HTMLElement {
  const dark = isDark();
  const colour = rateColour(rateOf(instrument), dark);
  const unit = patternTime(instrument);
  const own = rows
    .filter((row) => row.instrument === instrument.label)
    .map((row) => ({ ...row, x: row.duration / unit }));
  const alt = `Share of transitions seen against their duration, ${instrument.label}.`;
  const plot = Plot.plot({
    ...{ width, height: 220, marginLeft: 48, marginRight: 14 },
    x: { label: `duration (times of a pattern, ${seconds(unit)})`, ticks: 5 },
    y: { label: "share seen", domain: [0, 1.03], grid: true, ticks: 5 },
    marks: [
      Plot.ruleX([duration / unit], { strokeDasharray: "2,3" }),
      Plot.line(own, { x: "x", y: "seen", stroke: colour, strokeWidth: 2, strokeDasharray: "7,3" }),
      Plot.dot(own, { x: "x", y: "seen", stroke: colour, r: 3 }),
      Plot.line(own, { x: "x", y: "twice", stroke: colour, strokeWidth: 2 }),
      Plot.dot(own, { x: "x", y: "twice", fill: colour, r: 3 })
    ]
  });
  const legend = keys([
    { label: "two lines in some pattern", colour, dash: "7,3" },
    { label: "two lines in two patterns in a row: no jump does that", colour },
    { label: "the slider", dash: "2,3" }
  ]);
  return chart(plot, alt, legend);
}
