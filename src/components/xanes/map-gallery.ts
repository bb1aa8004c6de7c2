// All states in small: the map of one element for each, in rows by rate; pressing one chooses that state for the views below.
import { h, uniqueId } from "../element.js";
import { pixelCanvas } from "../tomography/pixel-canvas.js";
import type { MapGrid, MapLayer } from "./map-grid.js";
import { mapLegend, paintMap } from "./map-paint.js";

export interface GalleryMap {
  id: string;
  /** what stands under the picture, "4.6 V" */
  caption: string;
  /** what the row is called, "0.1 C" */
  row: string;
  grid: MapGrid;
  layer: MapLayer;
}

export interface MapGallery extends HTMLElement {
  /** id of the chosen state */
  value: string;
}

export interface MapGalleryOptions {
  label: string;
  value: string;
  /** of one picture, CSS pixels */
  size?: number;
}

/** A group of radio buttons with pictures under one colour bar; works with `view`. */
export function mapGallery(
  states: readonly GalleryMap[],
  { label, value, size = 110 }: MapGalleryOptions
): MapGallery {
  const [first] = states;
  if (!first) throw new Error("missing states of the gallery; there must be at least one");
  const name = uniqueId("state");
  const radios = new Map<string, HTMLInputElement>();
  const item = ({ id, caption, row, grid, layer }: GalleryMap) => {
    const radio = h("input", { type: "radio", name, value: id, "aria-label": `${row}, ${caption}` });
    radio.checked = id === value;
    radios.set(id, radio);
    const { canvas, draw } = pixelCanvas(grid.nx, grid.ny, size);
    draw((pixels) => paintMap(pixels, layer, grid));
    return h(
      "label",
      { class: "gallery-item" },
      radio,
      canvas,
      h("span", { "aria-hidden": "true" }, caption)
    );
  };
  const rows = [...new Set(states.map(({ row }) => row))].map((row) =>
    h(
      "div",
      { class: "gallery-row" },
      h("span", { class: "gallery-name" }, row),
      h("div", { class: "gallery-items" }, ...states.filter((state) => state.row === row).map(item))
    )
  );
  const legend = h("div", { class: "map-legend" }, mapLegend(first.layer, 240));
  const element = h("fieldset", { class: "gallery" }, h("legend", {}, label), ...rows, legend);
  return Object.defineProperty(element, "value", {
    get: () => [...radios].find(([, { checked }]) => checked)?.[0] ?? value,
    set(id: string) {
      const radio = radios.get(id);
      if (!radio) throw new Error(`unknown state: ${id}; must be one of ${[...radios.keys()].join(", ")}`);
      radio.checked = true;
    }
  }) as HTMLFieldSetElement & MapGallery;
}
