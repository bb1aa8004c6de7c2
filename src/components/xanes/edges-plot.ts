// Supplementary Fig. 25, as the methods describe it: absorption edges of several states, and where each edge lies.
import * as Plot from "npm:@observablehq/plot";
import { isDark } from "../dark.js";
import { chart, chartHeight, type ChartOptions } from "../tomography/chart.js";
import { stateKeys, stateStyle } from "./state-style.js";

export interface EdgeSpectrum {
  /** "0.1 C, 4.8 V" */
  state: string;
  /** C; null before any cycling */
  rate: number | null;
  /** "4.8 V": gives the marker and the dash */
  stage: string;
  energies: ArrayLike<number>;
  /** normalised absorption */
  values: ArrayLike<number>;
  /** eV, and the height at which it was taken */
  edge?: { energy: number; height: number };
}

export interface EdgesOptions extends ChartOptions {
  /** eV shown; all where left out */
  range?: readonly [number, number];
}

export function edgesPlot(spectra: readonly EdgeSpectrum[], o: EdgesOptions): HTMLElement {
  const dark = o.dark ?? isDark();
  const stages = [...new Set(spectra.map(({ stage }) => stage))];
  const style = ({ rate, stage }: EdgeSpectrum) => stateStyle(rate, stage, stages, dark);
  const [from, to] = o.range ?? [-Infinity, Infinity];
  const plot = Plot.plot({
    width: o.width,
    height: chartHeight(o),
    marginLeft: 44,
    x: { label: "photon energy (eV)", ticks: o.width < 480 ? 4 : 6, tickFormat: String },
    y: { label: "normalised absorption", grid: true },
    marks: spectra.flatMap((spectrum) => {
      const { colour: stroke, dash, marker: symbol } = style(spectrum);
      const line = Array.from(spectrum.energies, (energy, e) => ({ energy, value: spectrum.values[e] }));
      return [
        Plot.line(
          line.filter(({ energy }) => energy >= from && energy <= to),
          { x: "energy", y: "value", stroke, strokeDasharray: dash, strokeWidth: 1.6 }
        ),
        Plot.dot(spectrum.edge ? [spectrum.edge] : [], {
          x: "energy",
          y: "height",
          fill: stroke,
          symbol,
          r: 4.5
        })
      ];
    })
  });
  const legend = stateKeys(
    spectra.map((spectrum) => ({
      label: spectrum.edge ? `${spectrum.state}: ${spectrum.edge.energy.toFixed(2)} eV` : spectrum.state,
      ...style(spectrum)
    }))
  );
  return chart(plot, o.alt, legend);
}
