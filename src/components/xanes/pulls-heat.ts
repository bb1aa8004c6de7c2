// Pulls of means, (found − true)/standard error, by state and zone: a number in each cell, and a colour that says how far off.
import * as Plot from "npm:@observablehq/plot";
import type { EdgeElement } from "../../science/xanes/windows.js";
import { parseHex, toLinear } from "../colour-space.js";
import { signedColour } from "../colours.js";
import { h } from "../element.js";
import { chart, type ChartOptions } from "../tomography/chart.js";
import { mapElements } from "./map-grid.js";

export interface ZonePull {
  element: EdgeElement;
  state: string;
  /** from 1 at the surface */
  zone: number;
  pull: number;
}

/** Pulls at which the colours end. */
const limit = 20;

/** Black or white, whichever stands out more from a colour. */
function inkOn(colour: string): string {
  const [r, g, b] = parseHex(colour).map(toLinear);
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return 1.05 / (light + 0.05) > (light + 0.05) / 0.05 ? "white" : "black";
}

const sayPull = (pull: number): string => pull.toFixed(Math.abs(pull) < 9.95 ? 1 : 0).replace("-", "−");

/** @throws where a pull is no number */
export function pullsHeat(rows: readonly ZonePull[], o: ChartOptions): HTMLElement {
  const bad = rows.find(({ pull }) => !Number.isFinite(pull));
  if (bad) throw new Error(`invalid pull of ${bad.element}, ${bad.state}, zone ${bad.zone}: ${bad.pull}`);
  const states = [...new Set(rows.map(({ state }) => state))];
  const present = mapElements.filter((element) => rows.some((row) => row.element === element));
  const across = o.width >= 640 ? Math.min(2, present.length) : 1;
  const width = Math.floor((o.width - 24 * (across - 1)) / across);
  const panel = (element: EdgeElement) => {
    const own = rows.filter((row) => row.element === element);
    const colour = ({ pull }: ZonePull) => signedColour(Math.max(-limit, Math.min(limit, pull)), limit);
    const plot = Plot.plot({
      width,
      height: 44 + 26 * states.length,
      marginLeft: 112,
      marginTop: 8,
      marginBottom: 36,
      x: {
        domain: [1, 2, 3, 4, 5],
        tickFormat: (z: number) => (z === 1 ? "1, surface" : z === 5 ? "5, centre" : String(z)),
        label: "zone",
        tickSize: 0,
        padding: 0.04
      },
      y: { domain: states, label: null, tickSize: 0, padding: 0.06 },
      marks: [
        Plot.cell(own, { x: "zone", y: "state", fill: colour }),
        Plot.text(own, {
          ...{ x: "zone", y: "state", text: (d: ZonePull) => sayPull(d.pull) },
          fill: (d: ZonePull) => inkOn(colour(d))
        })
      ]
    });
    const worst = own.reduce((most, row) => (Math.abs(row.pull) > Math.abs(most.pull) ? row : most));
    const words = `${element}: the farthest is ${sayPull(worst.pull)}, ${worst.state}, zone ${worst.zone}.`;
    return h("div", {}, h("p", { class: "map-name" }, element), chart(plot, `${o.alt} ${words}`));
  };
  const columns = `grid-template-columns: repeat(${across}, minmax(0, 1fr))`;
  return h("div", { class: "spectra", style: columns }, ...present.map(panel));
}
