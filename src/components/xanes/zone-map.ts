// The five zones of equal area drawn on the particle, from the surface to the centre.
import { svg } from "npm:htl";
import { h } from "../element.js";
import { swatch } from "../tomography/layer-legend.js";
import { pixelCanvas } from "../tomography/pixel-canvas.js";
import { scaleBar } from "../tomography/scale-bar.js";
import { checkMaps, type MapGrid } from "./map-grid.js";
import { paintZones, zoneColour, zoneCount } from "./map-paint.js";

export interface ZoneMapOptions {
  /** CSS pixels */
  width: number;
  alt: string;
}

/** @param zones 0 outside, then 1 (surface) to 5 (centre), `[x][y]` */
export function zoneMap(grid: MapGrid, zones: Uint8Array, o: ZoneMapOptions): HTMLElement {
  checkMaps(grid, [{ element: "O", name: "zones", values: Float32Array.from(zones), domain: [0, 1] }], zones);
  const width = Math.min(o.width, 320);
  const height = Math.round((width * grid.ny) / grid.nx);
  const { canvas, draw } = pixelCanvas(grid.nx, grid.ny, width);
  draw((pixels) => paintZones(pixels, zones, grid));
  const bar = svg`<svg viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">${scaleBar(grid.nx * grid.pixel, width, height)}</svg>`;
  const style = `width: ${width}px; aspect-ratio: ${width} / ${height}`;
  const picture = h(
    "div",
    { class: "xanes-map still", style, role: "img", "aria-label": o.alt },
    canvas,
    bar
  );
  const items = Array.from({ length: zoneCount }, (_, k) => {
    const zone = k + 1;
    const count = zones.reduce((sum, own) => sum + Number(own === zone), 0);
    const end = zone === 1 ? ", surface" : zone === zoneCount ? ", centre" : "";
    return h("li", {}, swatch(zoneColour(zone)), `zone ${zone}${end}: ${count} pixels`);
  });
  return h("div", { class: "zone-map" }, picture, h("ul", { class: "swatches" }, ...items));
}
