// Figure 3a: the maps of Mn, Co, Ni and O of one state with one cursor over all four, and a selection of pixels.
import { onDark } from "../dark.js";
import { h } from "../element.js";
import { select } from "../segmented.js";
import { cursorSliders } from "./cursor-sliders.js";
import { mapCanvas } from "./map-canvas.js";
import { checkMaps, mapElements, pixelIndex, sayNumber, sayPlace } from "./map-grid.js";
import type { MapGrid, MapLayer } from "./map-grid.js";
import { mapLegend } from "./map-paint.js";
import { mapReadings } from "./map-readings.js";
import { selection, type SelectionMode } from "./selection.js";

export interface MapsViewOptions {
  width: number;
  /** 0 outside, then 1 (surface) to 5 (centre), `[x][y]`; without it there are no zones to choose */
  zones?: Uint8Array;
  /** name of the layer shown first */
  layer?: string;
  /** what the maps show, for those who cannot see them */
  alt: string;
  /** ends what the view listens to */
  invalidation?: Promise<unknown>;
}

export interface MapsValue {
  x: number;
  y: number;
  mode: SelectionMode;
  /** in mode "zone" */
  zone?: number;
  /** 1 for every selected pixel, `[x][y]`; left out while it is the pixel under the cursor */
  mask?: Uint8Array;
}

/** Sends `input` when the cursor, the selection or the layer changes. */
export interface MapsView extends HTMLElement {
  value: MapsValue;
  layer: string;
  /** Shows other layers on the same grid; cursor, layer and selection stay. */
  update: (layers: readonly MapLayer[], zones?: Uint8Array) => void;
}

const gap = 12;

/** @throws if a layer or the zones do not fit the grid */
export function mapsView(grid: MapGrid, layers: readonly MapLayer[], o: MapsViewOptions): MapsView {
  checkMaps(grid, layers, o.zones);
  let [shown, zones] = [layers, o.zones];
  const at = { x: Math.floor(grid.nx / 2), y: Math.floor(grid.ny / 2) };
  const names = [...new Set(layers.map(({ name }) => name))];
  const chooser = select({ label: "Layer", options: names, value: o.layer });
  const chosen = selection({ grid, zones: () => zones, onChange: () => mark() });
  const across = o.width >= 560 ? 4 : 2;
  const width = Math.min(280, Math.floor((o.width - gap * (across - 1)) / across));
  const maps = mapElements.map((element) => ({
    element,
    legend: h("div", { class: "map-legend" }),
    view: mapCanvas({
      grid,
      width,
      onMove: (x, y) => move(x, y, true),
      onStroke: (corner, first) => lasso(first ? [corner] : [...chosen.corners, corner]),
      onCorner: (add) => lasso(add ? [...chosen.corners, [at.x + 0.5, at.y + 0.5]] : [])
    })
  }));
  const sliders = cursorSliders(grid, (x, y) => move(x, y, false));
  const said = h("p", { class: "figure-readout", role: "status" });
  const readings = mapReadings(names);
  const root = h("div", { class: "maps-view", role: "group", "aria-label": o.alt });

  const layerOf = (element: string) =>
    shown.find((each) => each.element === element && each.name === chooser.value);
  const paint = () => {
    for (const { element, view, legend } of maps) {
      const layer = layerOf(element);
      view.paint(layer);
      const action = "arrow keys move the cursor, with Shift by five";
      view.setAttribute("aria-label", `Map of ${element}, ${layer?.label ?? chooser.value}: ${action}`);
      const bar = layer && [layer.label, layer.name, layer.unit, layer.signed, ...layer.domain].join(" ");
      // new values need no new colour bar, and a slider brings many
      if (bar !== undefined && legend.dataset["bar"] === bar) continue;
      legend.dataset["bar"] = bar ?? "";
      legend.replaceChildren(layer ? mapLegend(layer, width) : `no ${chooser.value} of ${element}`);
    }
    mark();
  };
  const mark = () => {
    const outline = chosen.outline();
    const drawing = chosen.mode === "lasso";
    for (const { view } of maps) view.mark({ ...at, outline, lasso: drawing ? chosen.corners : [], drawing });
    const index = pixelIndex(grid, at.x, at.y);
    const zone = zones ? (zones[index] > 0 ? `, zone ${zones[index]}` : ", outside the particle") : "";
    sliders.show(at.x, at.y);
    const values = mapElements.map((each) => `${each} ${sayNumber(layerOf(each)?.values[index] ?? NaN)}`);
    said.textContent = `${sayPlace(grid, at.x, at.y)} from the centre${zone}. ${chooser.value}: ${values.join(", ")}. ${chosen.say()}`;
    readings.show(shown, index, chooser.value);
  };
  const tell = () => root.dispatchEvent(new Event("input", { bubbles: true }));
  const move = (x: number, y: number, telling: boolean) => {
    at.x = Math.min(grid.nx - 1, Math.max(0, Math.round(x)));
    at.y = Math.min(grid.ny - 1, Math.max(0, Math.round(y)));
    const zone = zones?.[pixelIndex(grid, at.x, at.y)] ?? 0;
    if (chosen.mode === "zone" && zone > 0) chosen.zone = zone;
    mark();
    if (telling) tell();
  };
  const lasso = (corners: typeof chosen.corners) => {
    chosen.corners = corners;
    mark();
    tell();
  };
  chooser.addEventListener("input", paint);
  void o.invalidation?.then(onDark(paint));

  root.append(
    h("div", { class: "map-controls" }, chooser, chosen.controls),
    h(
      "div",
      { class: "map-row", style: `grid-template-columns: repeat(${across}, ${width}px)` },
      ...maps.map(({ element, view, legend }) =>
        h("div", { class: "map-cell" }, h("p", { class: "map-name" }, element), view, legend)
      )
    ),
    sliders,
    said,
    readings
  );
  paint();
  return Object.defineProperties(root, {
    value: {
      get: (): MapsValue => {
        const mask = chosen.mask();
        const zone = chosen.mode === "zone" ? { zone: chosen.zone } : {};
        return { ...at, mode: chosen.mode, ...zone, ...(mask ? { mask } : {}) };
      },
      set: (to: Partial<MapsValue>) => {
        if (to.mode) chosen.mode = to.mode;
        if (to.zone) chosen.zone = to.zone;
        move(to.x ?? at.x, to.y ?? at.y, false);
      }
    },
    layer: {
      get: () => chooser.value,
      set: (name: string) => {
        chooser.value = name;
        paint();
      }
    },
    update: {
      value: (next: readonly MapLayer[], nextZones?: Uint8Array) => {
        checkMaps(grid, next, nextZones);
        shown = next;
        zones = nextZones ?? zones;
        paint();
      }
    }
  }) as unknown as MapsView;
}
