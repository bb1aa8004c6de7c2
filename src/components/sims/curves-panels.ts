// Counts against the radius, and correlation against distance, of the sections of a figure.
import * as Plot from "npm:@observablehq/plot";
import type { SectionState } from "../../science/particle/cross-section-states.js";
import type { Ion } from "../../science/sims/raw.js";
import { elementColour, rateColour } from "../colours.js";
import { segmented, select } from "../controls.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { number, rowsOf, word } from "../stem/rows.js";
import type { TableLike } from "../table-meta.js";
import { chart, keys } from "../tomography/chart.js";
import { ionNames, shownIons } from "./ion-paint.js";

interface PanelOptions {
  id: string;
  label: string;
  width: number;
  states: readonly SectionState[];
}

const strokeOf = (rate: number | null, dark: boolean) =>
  rate === null ? "currentColor" : rateColour(rate, dark);

/** @param table sims-profiles */
export function profilesPanel(table: TableLike, o: PanelOptions): FigureFrame {
  const ion = segmented<Ion>({ label: "Ion", options: shownIons, format: (i) => ionNames[i] });
  const all = rowsOf(table);
  const drawn = h("div");
  const show = () => {
    const dark = isDark();
    const rows = o.states.flatMap(({ id, label, rate }) => {
      const own = all.filter((r) => word(r, "state") === id && word(r, "ion") === ion.value);
      const mean = (name: string) => own.reduce((sum, r) => sum + number(r, name), 0) / own.length;
      const [found, truth] = [mean("counts"), mean("true_content")];
      return own.map((r) => ({
        ...{ label, stroke: strokeOf(rate, dark), radius: number(r, "radius") },
        found: number(r, "counts") / found,
        error: (2 * number(r, "standard_error")) / found,
        truth: number(r, "true_content") / truth
      }));
    });
    const plot = Plot.plot({
      ...{ width: Math.min(900, o.width), height: 300, marginLeft: 48 },
      x: { label: "distance from the centre / radius", domain: [0, 1] },
      y: { label: `${ionNames[ion.value]} over its mean`, grid: true },
      marks: [
        Plot.line(rows, { x: "radius", y: "truth", z: "label", stroke: "stroke", strokeDasharray: "5,4" }),
        Plot.ruleX(rows, {
          ...{ x: "radius", stroke: "stroke" },
          y1: (d: { found: number; error: number }) => d.found - d.error,
          y2: (d: { found: number; error: number }) => d.found + d.error
        }),
        Plot.dot(rows, { x: "radius", y: "found", fill: "stroke", r: 3 })
      ]
    });
    const legend = keys([
      ...o.states.map(({ label, rate }) => ({ label, colour: strokeOf(rate, dark), mark: "fill" as const })),
      { label: "found, two standard errors", mark: "interval" },
      { label: "the sample", dash: "5,4" }
    ]);
    drawn.replaceChildren(chart(plot, `Radial profile of ${ion.value}.`, legend));
  };
  ion.addEventListener("input", show);
  show();
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "From the centre to the surface" },
    content: h("div", {}, ion, drawn),
    caption:
      "Mean counts in rings of equal area over the mean of the particle, and the same of what is in the sample. A Fickian particle is a parabola here.",
    alt: "Counts against the distance from the centre.",
    interactive: true,
    provenance: "recovered",
    table
  });
}

const pairs = ["Li–O", "O–Mn", "Li–Mn", "Li–Li", "O–O", "Mn–Mn"] as const;

/** @param table sims-correlations */
export function correlationsPanel(table: TableLike, o: PanelOptions): FigureFrame {
  const pair = select({ label: "Pair", options: pairs });
  const all = rowsOf(table);
  const drawn = h("div");
  const show = () => {
    const dark = isDark();
    const rows = o.states.flatMap(({ id, label, rate }) =>
      all
        .filter((r) => word(r, "state") === id && word(r, "pair") === pair.value)
        .map((r) => ({
          ...{ label, stroke: strokeOf(rate, dark) },
          ...{ distance: number(r, "distance_um"), correlation: number(r, "correlation") }
        }))
    );
    const plot = Plot.plot({
      ...{ width: Math.min(900, o.width), height: 300, marginLeft: 48 },
      x: { label: "distance (µm)" },
      y: { label: "correlation", domain: [-1, 1], grid: true },
      marks: [
        Plot.ruleY([0]),
        Plot.line(rows, { x: "distance", y: "correlation", z: "label", stroke: "stroke", strokeWidth: 2 })
      ]
    });
    const legend = keys(
      o.states.map(({ label, rate }) => ({ label, colour: strokeOf(rate, dark), mark: "line" as const }))
    );
    drawn.replaceChildren(chart(plot, `Correlation of ${pair.value} against distance.`, legend));
  };
  pair.addEventListener("input", show);
  show();
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "How far alike" },
    content: h("div", {}, pair, drawn),
    caption:
      "Correlation of two smoothed maps at a distance. The distance at which an element's own curve comes to 0 is about half the size of its domains; up to 0.4 µm smoothing alone makes neighbours alike.",
    alt: "Correlation of two ion maps against distance.",
    interactive: true,
    provenance: "recovered",
    table
  });
}

export const ionColour = (ion: Ion): string => elementColour(ion, isDark());
