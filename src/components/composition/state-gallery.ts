// Figure 2a in small: one slice of every state, in rows by rate; pressing one chooses that state for the views below.
import { isDark } from "../dark.js";
import { h, uniqueId } from "../element.js";
import { pixelCanvas } from "../tomography/pixel-canvas.js";
import { paintSlice, palette, planes } from "../tomography/slice-paint.js";
import type { ClassLayer, Shape } from "../tomography/volume.js";

export interface GalleryState {
  id: string;
  /** what stands under the picture, "4.6 V" */
  caption: string;
  /** what the row is called, "0.1 C" */
  row: string;
  classes: Uint8Array;
}

export interface StateGallery extends HTMLElement {
  value: string;
}

export interface GalleryOptions {
  shape: Shape;
  label: string;
  /** id of the state that is chosen first */
  value: string;
  /** of one picture, CSS pixels */
  size?: number;
}

/** A group of radio buttons with pictures; works with `view`. */
export function stateGallery(
  states: readonly GalleryState[],
  { shape, label, value, size = 120 }: GalleryOptions
): StateGallery {
  const name = uniqueId("state");
  const middle = Math.floor(shape.nz / 2);
  const radios = new Map<string, HTMLInputElement>();
  const item = ({ id, caption, row, classes }: GalleryState) => {
    const radio = h("input", { type: "radio", name, value: id, "aria-label": `${row}, ${caption}` });
    radio.checked = id === value;
    radios.set(id, radio);
    const { canvas, draw } = pixelCanvas(shape.nx, shape.ny, size);
    const layer: ClassLayer = { kind: "class", label: caption, values: classes };
    draw((pixels) => paintSlice(pixels, layer, shape, planes.xy, middle, palette(layer, isDark())));
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
  const element = h("fieldset", { class: "gallery" }, h("legend", {}, label), ...rows);
  return Object.defineProperty(element, "value", {
    get: () => [...radios].find(([, { checked }]) => checked)?.[0] ?? value,
    set(id: string) {
      const radio = radios.get(id);
      if (!radio) throw new Error(`unknown state: ${id}; must be one of ${[...radios.keys()].join(", ")}`);
      radio.checked = true;
    }
  }) as HTMLFieldSetElement & StateGallery;
}
