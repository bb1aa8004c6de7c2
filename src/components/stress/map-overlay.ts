// What lies over a map: the axis, streamlines, marked points, the names of the halves and the scale bar.
import { svg } from "npm:htl";
import type { FieldMapOptions, MapView } from "./field-map.js";

/** Readable on any colour: black with a white rim. */
const haloed = "fill: black; stroke: white; stroke-width: 3px; paint-order: stroke";

/** A length of 1, 2 or 5 times a power of ten, close to a fifth of the view; µm. */
export function scaleBarLength(extent: number): number {
  const wanted = (2 * extent) / 5;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [5, 2, 1].map((k) => k * power).find((length) => length <= wanted) ?? power;
}

export function mapOverlay(o: FieldMapOptions, { side, x, y }: MapView): SVGElement {
  const path = (line: ArrayLike<number>) => {
    let text = "";
    for (let i = 0; i < line.length; i += 2)
      text += `${i ? "L" : "M"}${x(-line[i]).toFixed(1)},${y(line[i + 1]).toFixed(1)}`;
    return text;
  };
  const bar = scaleBarLength(o.extent);
  const pixels = x(bar) - x(0);
  return svg`<svg width=${side} height=${side} viewBox=${`0 0 ${side} ${side}`} font-size="12" aria-hidden="true">
    <line x1=${x(0)} x2=${x(0)} y1="0" y2=${side} stroke="currentColor" stroke-dasharray="4,3" stroke-opacity="0.6"></line>
    ${(o.streamlines ?? []).map(
      (line) => svg`<path d=${path(line)} fill="none" stroke="white" stroke-opacity="0.8"></path>`
    )}
    ${(o.marks ?? []).map(
      ({ label, r, z }) =>
        svg`<g><circle cx=${x(r)} cy=${y(z)} r="4" fill="none" stroke="black" stroke-width="2"></circle>
          <text x=${x(r) + 8} y=${y(z) + 4} style=${haloed}>${label}</text></g>`
    )}
    <rect x="8" y=${side - 14} width=${pixels} height="4" style=${haloed}></rect>
    <text x=${8 + pixels / 2} y=${side - 20} text-anchor="middle" style=${haloed}>${`${bar} µm`}</text>
  </svg>`;
}
