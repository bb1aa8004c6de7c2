// What is where in the particle: lithium, distortion and vacancies along the radius, one small chart each.
import * as Plot from "npm:@observablehq/plot";
import { classColour, elementColour } from "../colours.js";
import { h } from "../element.js";
import { chart } from "../tomography/chart.js";
import type { StateRow } from "./rows.js";

export interface ProfileOptions {
  width: number;
  /** of the rate */
  colour: string;
  dark: boolean;
}

export function profilePlots(rows: readonly StateRow[], { width, dark }: ProfileOptions): HTMLElement {
  const across = width >= 640 ? 3 : 1;
  // a page that is not laid out yet has no width
  const one = Math.max(100, Math.floor(width / across) - 8);
  const view = (label: string, names: readonly string[], colour: string, domain: [number, number]) => {
    const lines = names.map((name, k) =>
      Plot.line(
        rows.map(({ numbers }) => ({ r: numbers["radius_um"], value: numbers[name] })),
        { x: "r", y: "value", stroke: colour, strokeWidth: 2, strokeDasharray: k === 0 ? "none" : "4,3" }
      )
    );
    const highest = Math.max(...rows.flatMap(({ numbers }) => names.map((name) => numbers[name])), 0);
    const plot = Plot.plot({
      ...{ width: one, height: 190, marginLeft: 42, marginRight: 10, marginTop: 26 },
      x: { label: "radius (µm)", ticks: 4 },
      y: { label, grid: true, ticks: 4, domain: [domain[0], Math.max(domain[1], 1.05 * highest)] },
      marks: lines
    });
    return chart(plot, `${label} along the radius.`);
  };
  return h(
    "div",
    {
      style: `display: grid; grid-template-columns: repeat(${across}, 1fr); gap: 8px; min-height: ${across === 3 ? 190 : 590}px`
    },
    view("lithium (dashed: trapped)", ["lithium", "trapped"], elementColour("Li", dark), [0, 1.2]),
    view("distorted (%)", ["distorted_percent"], classColour("oxygen-rich", dark), [0, 5]),
    view(
      "vacancies (%) (dashed: in voids)",
      ["vacancies_percent", "voids_percent"],
      elementColour("O", dark),
      [0, 1]
    )
  );
}
