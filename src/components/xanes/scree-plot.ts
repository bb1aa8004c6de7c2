// The independent look: variances of the principal components on a logarithmic axis, how many stand above the noise, and the
// components themselves as curves.
import * as Plot from "npm:@observablehq/plot";
import type { PrincipalComponents } from "../../science/numerics/principal-components.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { chart, keys, seriesStyle, type ChartOptions } from "../tomography/chart.js";

export interface ScreeOptions extends ChartOptions {
  /** eV, one for each value of a loading */
  energies: ArrayLike<number>;
  /** how many variances are shown, default 15 */
  shown?: number;
}

export function screePlot(pca: PrincipalComponents, o: ScreeOptions): HTMLElement {
  const dark = o.dark ?? isDark();
  const across = o.width >= 680 ? 2 : 1;
  const width = Math.floor((o.width - 24 * (across - 1)) / across);
  const { variances, components, loadings } = pca;
  const points = Array.from(variances.subarray(0, o.shown ?? 15), (variance, k) => ({
    n: k + 1,
    variance
  })).filter(({ variance }) => variance > 0);
  const tens = points.map(({ variance }) => Math.log10(variance));
  const lowest = Math.ceil(Math.min(...tens));
  const powers = Array.from(
    { length: Math.floor(Math.max(...tens)) - lowest + 1 },
    (_, k) => 10 ** (lowest + k)
  );
  const scree = Plot.plot({
    width,
    height: o.height ?? 250,
    marginLeft: 54,
    x: {
      label: "component",
      domain: [0.5, points.length + 0.5],
      ticks: points.length > 10 ? 8 : points.length
    },
    y: {
      label: "variance",
      type: "log",
      grid: true,
      ...(powers.length > 1 ? { ticks: powers } : {}),
      tickFormat: "~e"
    },
    marks: [
      Plot.ruleX([components + 0.5], { strokeDasharray: "6,4" }),
      Plot.line(points, { x: "n", y: "variance", strokeOpacity: 0.4 }),
      Plot.dot(points, {
        x: "n",
        y: "variance",
        r: 4,
        stroke: "currentColor",
        fill: (d: { n: number }) => (d.n <= components ? "currentColor" : "none")
      })
    ]
  });
  const energies = o.energies.length;
  const curves = Array.from({ length: Math.min(components + 1, 4, variances.length) }, (_, k) => ({
    label: `component ${k + 1}${k >= components ? " (noise)" : ""}`,
    ...seriesStyle(k, Math.min(components + 1, 4), dark),
    points: Array.from(o.energies, (energy, e) => ({ energy, value: loadings[k * energies + e] }))
  }));
  const loading = Plot.plot({
    width,
    height: o.height ?? 250,
    marginLeft: 54,
    x: { label: "photon energy (eV)", ticks: 6 },
    y: { label: "loading", grid: true, ticks: 5 },
    marks: [
      Plot.ruleY([0]),
      ...curves.map(({ points: line, colour, dash }) =>
        Plot.line(line, { x: "energy", y: "value", stroke: colour, strokeDasharray: dash, strokeWidth: 1.6 })
      )
    ]
  });
  const said = `${components} ${components === 1 ? "component stands" : "components stand"} above the noise (least indicator)`;
  return h(
    "div",
    { class: "spectra", style: `grid-template-columns: repeat(${across}, minmax(0, 1fr))` },
    chart(scree, `${o.alt} ${said}.`, keys([{ label: said, dash: "6,4" }])),
    chart(loading, `${o.alt} The first components as curves over the energy.`, keys(curves))
  );
}
