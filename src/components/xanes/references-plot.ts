// Supplementary Fig. 20: the reference spectra of one element, what was assumed for each, and where it comes from.
import * as Plot from "npm:@observablehq/plot";
import type { EdgeElement, EnergyWindow } from "../../science/xanes/windows.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { chart, keys, seriesStyle, type ChartOptions } from "../tomography/chart.js";

export interface ReferenceCurve {
  /** "Mn²⁺ (as MnO)" */
  label: string;
  energies: ArrayLike<number>;
  values: ArrayLike<number>;
  /** what was assumed, in a sentence; for a reader's own file its name */
  assumptions: string;
  sources?: string;
  /** from the reader's own file */
  own?: boolean;
}

export interface ReferencesOptions extends Omit<ChartOptions, "alt"> {
  window?: EnergyWindow;
  yLabel?: string;
}

export function referencesPlot(
  element: EdgeElement,
  curves: readonly ReferenceCurve[],
  o: ReferencesOptions
): HTMLElement {
  const dark = o.dark ?? isDark();
  const style = (k: number) => seriesStyle(k, curves.length, dark);
  const plot = Plot.plot({
    width: o.width,
    height: o.height ?? 260,
    marginLeft: 54,
    x: { label: "photon energy (eV)", ticks: 6 },
    y: { label: o.yLabel ?? "absorption", grid: true, ticks: 5 },
    marks: [
      Plot.rectX(o.window ? [o.window] : [], { x1: "0", x2: "1", fill: "currentColor", fillOpacity: 0.07 }),
      ...curves.map(({ energies, values }, k) =>
        Plot.line(
          Array.from(energies, (energy, e) => ({ energy, value: values[e] })),
          {
            x: "energy",
            y: "value",
            stroke: style(k).colour,
            strokeDasharray: style(k).dash,
            strokeWidth: 1.8
          }
        )
      ),
      Plot.ruleY([0])
    ]
  });
  const legend = keys([
    ...curves.map(({ label, own }, k) => ({ label: own ? `${label}, own file` : label, ...style(k) })),
    ...(o.window
      ? [{ label: "fit window", mark: "fill" as const, colour: "var(--theme-foreground-faintest)" }]
      : [])
  ]);
  const notes = curves.flatMap(({ label, assumptions, sources }) => [
    h("dt", {}, label),
    h("dd", {}, assumptions, sources ? h("small", {}, sources) : null)
  ]);
  return h(
    "div",
    { class: "references" },
    chart(plot, `Reference spectra of ${element}: ${curves.map(({ label }) => label).join(", ")}.`, legend),
    h("details", {}, h("summary", {}, `What is assumed for ${element}`), h("dl", {}, ...notes))
  );
}
