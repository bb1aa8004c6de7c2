// One edge with its fit: counts as points, the model and its parts, another region's counts for comparison, and the residual in
// standard errors below, on one axis of energy loss.
import * as Plot from "npm:@observablehq/plot";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { chart, keys, seriesStyle } from "../tomography/chart.js";

export interface FitView {
  /** eV [channel]; all that follows is one value a channel */
  energies: ArrayLike<number>;
  counts: ArrayLike<number>;
  model: ArrayLike<number>;
  /** the first is what lies under the edges */
  parts: readonly { label: string; values: ArrayLike<number> }[];
  /** in standard errors */
  residuals: ArrayLike<number>;
  beside?: { label: string; counts: ArrayLike<number> } | undefined;
}

export interface FitPlotOptions {
  width: number;
  title: string;
  alt: string;
  colour: string;
  /** leave out what lies under the edges */
  over: boolean;
  /** named places on the axis, eV */
  marks: readonly { energy: number; label: string }[];
}

/** @throws where arrays differ in length */
export function checkFitView({ energies, ...rest }: FitView): void {
  const rows: [string, ArrayLike<number> | undefined][] = [
    ["counts", rest.counts],
    ["model", rest.model],
    ["residuals", rest.residuals],
    ["other region", rest.beside?.counts],
    ...rest.parts.map(({ label, values }): [string, ArrayLike<number>] => [label, values])
  ];
  for (const [name, values] of rows)
    if (values && values.length !== energies.length)
      throw new Error(
        `invalid fit: ${values.length} values of ${name}; must be one for each of ${energies.length} energies`
      );
}

export function fitPlot(view: FitView, o: FitPlotOptions): HTMLElement {
  checkFitView(view);
  const dark = isDark();
  const { energies, counts, model, parts, residuals, beside } = view;
  const under = parts[0].values;
  const base = (i: number) => (o.over ? under[i] : 0);
  const line = (values: ArrayLike<number>, own = true) =>
    Array.from(energies, (energy, i) => ({ energy, value: values[i] - (own ? base(i) : 0) }));
  const shown = parts.slice(1);
  const styles = shown.map((_, k) => seriesStyle(k, Math.max(shown.length, 2), dark));
  const domain = [energies[0], energies[energies.length - 1]];
  const common = { width: o.width, marginLeft: 52, marginRight: 12 };
  const marks = o.marks.filter(({ energy }) => energy >= domain[0] && energy <= domain[1]);
  const spectrum = Plot.plot({
    ...common,
    height: 240,
    marginTop: 24,
    marginBottom: 14,
    x: { domain, axis: null },
    y: { label: null, grid: true, ticks: 4, nice: true, tickFormat: "~s" },
    marks: [
      Plot.ruleX(marks, { x: "energy", strokeOpacity: 0.5, strokeDasharray: "2,3" }),
      Plot.text(marks, {
        x: "energy",
        text: "label",
        frameAnchor: "top",
        dy: -6,
        lineAnchor: "bottom",
        fontSize: 10.5
      }),
      beside
        ? Plot.line(line(beside.counts), {
            x: "energy",
            y: "value",
            stroke: "currentColor",
            strokeOpacity: 0.35
          })
        : null,
      Plot.dot(line(counts), { x: "energy", y: "value", r: 1.1, fill: "currentColor", fillOpacity: 0.75 }),
      ...shown.map(({ values }, k) =>
        // parts stand on the background where it is shown
        Plot.line(
          o.over ? line(values, false) : line(Float64Array.from(energies, (_, i) => values[i] + under[i])),
          {
            x: "energy",
            y: "value",
            stroke: styles[k].colour,
            strokeDasharray: styles[k].dash,
            strokeWidth: 1.3
          }
        )
      ),
      Plot.line(line(model), { x: "energy", y: "value", stroke: o.colour, strokeWidth: 2 })
    ]
  });
  const far = Math.max(3.5, ...Array.from(residuals, Math.abs).filter(Number.isFinite));
  const rest = Plot.plot({
    ...common,
    height: 84,
    marginTop: 8,
    marginBottom: 34,
    x: { domain, label: "energy loss (eV)", ticks: 6 },
    y: { label: null, domain: [-far, far], ticks: 3 },
    marks: [
      Plot.ruleY([-2, 2], { strokeOpacity: 0.4, strokeDasharray: "2,3" }),
      Plot.ruleY([0]),
      Plot.line(
        Array.from(energies, (energy, i) => ({ energy, value: -residuals[i] })),
        { x: "energy", y: "value", stroke: o.colour, strokeWidth: 1 }
      )
    ]
  });
  const legend = keys([
    { label: "fit", colour: o.colour },
    ...shown.map(({ label }, k) => ({ label, ...styles[k] })),
    ...(beside ? [{ label: beside.label, colour: "var(--theme-foreground-muted)" }] : [])
  ]);
  return h(
    "div",
    { class: "eels-fit" },
    h("p", { class: "map-name" }, `${o.title}: ${o.over ? "counts over the background" : "counts"}`),
    chart(spectrum, o.alt, legend),
    h("p", { class: "residual-name" }, "measured less fit, in standard errors"),
    chart(rest, `Residual of the fit. ${o.alt}`)
  );
}
