// What a layer's colours mean: named swatches, or a colour bar with its unit.
import { svg } from "npm:htl";
import * as Plot from "npm:@observablehq/plot";
import { h } from "../element.js";
import { mapOf } from "./slice-paint.js";
import { categoriesOf, type Category, type Layer } from "./volume.js";

/** A square of a colour; an SVG, so that it is in a figure's picture too. */
export const swatch = (colour: string, outline = false): SVGElement =>
  svg`<svg class="swatch" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><rect x="1" y="1" width="10" height="10"
    fill=${outline ? "none" : colour} stroke=${outline ? colour : "none"} stroke-width="2"></rect></svg>`;

export const swatches = (categories: readonly Category[], dark: boolean): HTMLElement =>
  h(
    "ul",
    { class: "swatches" },
    ...categories.map(({ label, colour }) => h("li", {}, swatch(colour(dark)), label))
  );

export function layerLegend(layer: Layer, dark: boolean, width: number): Element {
  if (layer.kind === "class") return swatches(categoriesOf(layer), dark);
  const colour = mapOf(layer);
  return Plot.legend({
    width: Math.min(260, width),
    marginLeft: 8,
    marginRight: 12,
    ticks: 4,
    label: layer.unit ? `${layer.label} (${layer.unit})` : layer.label,
    color: { domain: [...layer.domain], interpolate: (t: number) => colour(t) }
  });
}
