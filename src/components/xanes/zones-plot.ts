// Figure 3b–e: mean valence in five zones of equal area from the surface to the centre, recovered beside true, for several states.
import * as Plot from "npm:@observablehq/plot";
import type { EdgeElement } from "../../science/xanes/windows.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { chart } from "../tomography/chart.js";
import { mapElements, sayNumber, sayWithError } from "./map-grid.js";
import { stateKeys, stateStyle } from "./state-style.js";

export interface ZoneValence {
  element: EdgeElement;
  /** "0.1 C, 4.6 V" */
  state: string;
  /** C; null before any cycling */
  rate: number | null;
  /** "4.6 V", "discharged": gives the marker */
  stage: string;
  /** from 1 at the surface */
  zone: number;
  recovered: number;
  /** standard error of it */
  error: number;
  truth?: number;
}

export interface ZonesPlotOptions {
  width: number;
  alt: string;
  dark?: boolean;
  /** limits of the valence; those of the data where left out */
  domains?: Partial<Record<EdgeElement, readonly [number, number]>>;
}

const letters: Partial<Record<EdgeElement, string>> = { Mn: "b", Co: "c", Ni: "d", O: "e" };

export function zonesPlot(rows: readonly ZoneValence[], o: ZonesPlotOptions): HTMLElement {
  const dark = o.dark ?? isDark();
  const states = [...new Map(rows.map((row) => [row.state, row])).values()];
  const stages = [...new Set(rows.map(({ stage }) => stage))];
  const style = (row: ZoneValence) => stateStyle(row.rate, row.stage, stages, dark);
  const present = mapElements.filter((element) => rows.some((row) => row.element === element));
  const across = o.width >= 640 ? Math.min(2, present.length) : 1;
  const width = Math.floor((o.width - 24 * (across - 1)) / across);
  // states stand beside each other within a zone, so that their errors can be told apart
  const aside = (i: number) => (0.62 * (i - (states.length - 1) / 2)) / Math.max(1, states.length);
  const panel = (element: EdgeElement) => {
    const marks = states.flatMap(({ state }, i) => {
      const own = rows
        .filter((row) => row.element === element && row.state === state)
        .map((row) => ({
          ...row,
          x: row.zone + aside(i),
          low: row.recovered - row.error,
          high: row.recovered + row.error
        }));
      if (own.length === 0) return [];
      const { colour: stroke, marker: symbol, dash: strokeDasharray } = style(own[0]);
      return [
        Plot.line(own, { x: "x", y: "recovered", stroke, strokeDasharray, strokeOpacity: 0.7 }),
        Plot.ruleX(own, { x: "x", y1: "low", y2: "high", stroke, strokeWidth: 1.5, marker: "tick" }),
        Plot.dot(own, { x: "x", y: "recovered", fill: stroke, symbol, r: 3.2 }),
        Plot.dot(own, { x: "x", y: "truth", stroke, symbol, r: 5.5, strokeWidth: 1.4 }),
        Plot.tip(
          own,
          Plot.pointer({
            x: "x",
            y: "recovered",
            title: (d: ZoneValence) =>
              `${d.state}, zone ${d.zone}\nrecovered ${sayWithError(d.recovered, d.error)}` +
              (d.truth === undefined ? "" : `\ntrue ${sayNumber(d.truth)}`)
          })
        )
      ];
    });
    const domain = o.domains?.[element];
    const plot = Plot.plot({
      width,
      height: 250,
      marginLeft: 48,
      x: {
        domain: [0.5, 5.5],
        ticks: [1, 2, 3, 4, 5],
        tickFormat: (z: number) => (z === 1 ? "1, surface" : z === 5 ? "5, centre" : String(z)),
        label: "zone"
      },
      y: {
        label: `mean valence of ${element}`,
        grid: true,
        nice: true,
        ...(domain ? { domain: [...domain] } : {})
      },
      marks
    });
    const name = h(
      "p",
      { class: "map-name" },
      letters[element] ? `${letters[element]}  ${element}` : element
    );
    return h("div", {}, name, chart(plot, `${o.alt} ${element}.`));
  };
  const legend = stateKeys([
    ...states.map((row) => ({ label: row.state, ...style(row) })),
    { label: "outlined: true", colour: "currentColor", marker: "circle", dash: "none", outlined: true }
  ]);
  return h(
    "div",
    { class: "zones-plot chart" },
    legend,
    h(
      "div",
      { class: "spectra", style: `grid-template-columns: repeat(${across}, minmax(0, 1fr))` },
      ...present.map(panel)
    )
  );
}
