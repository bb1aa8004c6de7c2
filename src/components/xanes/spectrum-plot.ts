// One spectrum with its fit: points with their errors, the fit, its parts one upon another, and the residual in standard errors.
import * as Plot from "npm:@observablehq/plot";
import type { EdgeElement, EnergyWindow } from "../../science/xanes/windows.js";
import { elementColour } from "../colours.js";
import { seriesStyle } from "../tomography/chart.js";

export interface ElementSpectrum {
  element: EdgeElement;
  /** eV, rising; all that follows is one value an energy */
  energies: ArrayLike<number>;
  measured: ArrayLike<number>;
  /** standard deviation of a measured value, from the counts */
  sigma: ArrayLike<number>;
  /** NaN where nothing was fitted */
  fit: ArrayLike<number>;
  /** each reference times its weight, and the background where one was free */
  components: readonly { species: string; values: ArrayLike<number> }[];
  window: EnergyWindow;
  weights: readonly { species: string; weight: number; error: number }[];
  /** χ² over the degrees of freedom */
  chi2: number;
}

export interface SpectrumPlotOptions {
  width: number;
  dark: boolean;
  yLabel: string;
  /** the parts one upon another (default), or each from zero */
  stacked?: boolean;
}

/** @throws where arrays differ in length */
export function checkSpectrum({
  element,
  energies,
  measured,
  sigma,
  fit,
  components
}: ElementSpectrum): void {
  const rows = { measured, sigma, fit, ...Object.fromEntries(components.map((c) => [c.species, c.values])) };
  for (const [name, { length }] of Object.entries(rows))
    if (length !== energies.length)
      throw new Error(
        `invalid spectrum of ${element}: ${length} values of ${name}; must be one for each of ${energies.length} energies`
      );
}

/** Sums of the parts up to each one, so that the last is the fit. */
function heaped(components: ElementSpectrum["components"]): Float64Array[] {
  let below: Float64Array | undefined;
  return components.map(({ values }) => {
    const floor = below;
    below = Float64Array.from({ length: values.length }, (_, e) => values[e] + (floor?.[e] ?? 0));
    return below;
  });
}

/** The chart of the spectrum and that of its residual, on one axis of energy. */
export function spectrumPlots(
  s: ElementSpectrum,
  o: SpectrumPlotOptions
): [spectrum: Element, residual: Element] {
  checkSpectrum(s);
  const colour = elementColour(s.element, o.dark);
  const inside = (e: number) => s.energies[e] >= s.window[0] && s.energies[e] <= s.window[1];
  const points = Array.from(s.energies, (energy, e) => ({
    energy,
    value: s.measured[e],
    low: s.measured[e] - s.sigma[e],
    high: s.measured[e] + s.sigma[e],
    fit: s.fit[e],
    residual: inside(e) ? (s.measured[e] - s.fit[e]) / s.sigma[e] : NaN
  }));
  const parts = o.stacked === false ? s.components.map(({ values }) => values) : heaped(s.components);
  const common = { width: o.width, marginLeft: 44, marginRight: 12 };
  const x = { domain: [s.energies[0], s.energies[s.energies.length - 1]], ticks: 6 };
  const shade = Plot.rectX([s.window], {
    x1: "0",
    x2: "1",
    fill: "currentColor",
    fillOpacity: 0.07
  });
  const spectrum = Plot.plot({
    ...common,
    height: 190,
    marginBottom: 14,
    x: { ...x, axis: null },
    y: { label: o.yLabel, grid: true, ticks: 4, nice: true },
    marks: [
      shade,
      Plot.ruleX(points, { x: "energy", y1: "low", y2: "high", stroke: "currentColor", strokeOpacity: 0.45 }),
      Plot.dot(points, { x: "energy", y: "value", r: 1.6, fill: "currentColor" }),
      ...parts.map((values, k) => {
        const style = seriesStyle(k, parts.length, o.dark);
        const line = Array.from(values, (value, e) => ({ energy: s.energies[e], value }));
        return Plot.line(line, {
          x: "energy",
          y: "value",
          stroke: style.colour,
          strokeDasharray: style.dash,
          strokeWidth: 1.1
        });
      }),
      Plot.line(points, { x: "energy", y: "fit", stroke: colour, strokeWidth: 2 }),
      Plot.tip(
        points,
        Plot.pointerX({
          x: "energy",
          y: "value",
          title: (d: (typeof points)[number]) =>
            `${d.energy.toFixed(2)} eV\nmeasured ${d.value.toPrecision(3)} ± ${(d.high - d.value).toPrecision(2)}` +
            (Number.isFinite(d.fit) ? `\nfit ${d.fit.toPrecision(3)}` : "")
        })
      )
    ]
  });
  const far = Math.max(3.5, ...points.map(({ residual }) => Math.abs(residual)).filter(Number.isFinite));
  const tick = far > 12 ? 10 : far > 6 ? 5 : 2;
  const residual = Plot.plot({
    ...common,
    height: 92,
    marginTop: 8,
    marginBottom: 34,
    x: { ...x, label: "photon energy (eV)" },
    y: {
      label: null,
      domain: [-far, far],
      ticks: [-tick, 0, tick],
      tickFormat: (v: number) => String(v).replace("-", "−")
    },
    marks: [
      shade,
      Plot.ruleY([-2, 2], { strokeOpacity: 0.4, strokeDasharray: "2,3" }),
      Plot.ruleY([0]),
      Plot.ruleX(points, {
        filter: (d: (typeof points)[number]) => Number.isFinite(d.residual),
        x: "energy",
        y: "residual",
        stroke: colour,
        strokeWidth: 1.3
      })
    ]
  });
  return [spectrum, residual];
}
