// A scale bar of a round length in nm, readable on any colour.
import { svg } from "npm:htl";

/** Readable on any colour: black with a white rim. */
export const haloed =
  "fill: black; stroke: white; stroke-width: 3px; stroke-linejoin: round; paint-order: stroke";

/** A length of 1, 2 or 5 times a power of ten that is at most a third of the view. @param view nm */
export function roundLength(view: number): number {
  const power = 10 ** Math.floor(Math.log10(view / 3));
  return [5, 2, 1].map((k) => k * power).find((length) => length <= view / 3) ?? power;
}

/** @param view width of the picture in nm; @param width, @param height of the picture in pixels */
export function scaleBar(view: number, width: number, height: number): SVGElement {
  const length = roundLength(view);
  const pixels = (length / view) * width;
  const text = length >= 1000 ? `${length / 1000} µm` : `${length} nm`;
  return svg`<g font-size="12">
    <rect x="8" y=${height - 12} width=${pixels} height="4" style=${haloed}></rect>
    <text x="8" y=${height - 18} style=${haloed}>${text}</text>
  </g>`;
}
