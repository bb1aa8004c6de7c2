// What is selected on the maps: a pixel, a zone or a lasso; the controls that choose among them, and the mask that follows.
import { h } from "../element.js";
import { segmented } from "../segmented.js";
import type { MapGrid } from "./map-grid.js";
import { maskOutline, polygonMask, type Corner } from "./map-outline.js";
import { zoneCount } from "./map-paint.js";

export const selectionModes = ["pixel", "zone", "lasso"] as const;
export type SelectionMode = (typeof selectionModes)[number];

export interface Selection {
  controls: HTMLElement;
  mode: SelectionMode;
  zone: number;
  corners: Corner[];
  /** 1 for every selected pixel; none while a single pixel is, or a lasso has fewer than three corners */
  mask: () => Uint8Array | undefined;
  outline: () => string;
  say: () => string;
}

export interface SelectionOptions {
  grid: MapGrid;
  /** 0 outside, then 1 (surface) to 5 (centre) */
  zones: () => Uint8Array | undefined;
  onChange: () => void;
}

const pixelHint = "Press a map, or move the cursor by arrow keys or the sliders below.";
const lassoHint =
  "Draw round the pixels; or move the cursor by arrow keys, Enter sets a corner, Escape begins anew.";

export function selection({ grid, zones, onChange }: SelectionOptions): Selection {
  const mode = segmented<SelectionMode>({
    label: "Select",
    options: zones() ? selectionModes : selectionModes.filter((each) => each !== "zone"),
    value: "pixel"
  });
  const zone = segmented({
    label: "Zone (1 surface, 5 centre)",
    options: Array.from({ length: zoneCount }, (_, k) => k + 1)
  });
  const clear = h("button", { type: "button", class: "button" }, "Clear lasso");
  const lasso = h("div", { class: "lasso-hint" }, h("span", {}, lassoHint), clear);
  const pixel = h("p", { class: "lasso-hint" }, pixelHint);
  const extras = { pixel, zone, lasso };
  const controls = h(
    "div",
    { class: "map-selection" },
    mode,
    h("div", { class: "map-selection-extra" }, pixel, zone, lasso)
  );
  let corners: Corner[] = [];
  const set = (next: SelectionMode) => {
    mode.value = next;
    for (const [name, part] of Object.entries(extras)) part.hidden = name !== next;
  };
  set("pixel");
  mode.addEventListener("input", () => {
    set(mode.value);
    onChange();
  });
  zone.addEventListener("input", onChange);
  clear.addEventListener("click", () => {
    corners = [];
    onChange();
    controls.dispatchEvent(new Event("input", { bubbles: true }));
  });

  const make = (all: Uint8Array | undefined) => {
    if (mode.value === "zone" && all) return all.map((own) => (own === zone.value ? 1 : 0));
    if (mode.value === "lasso" && corners.length >= 3) return polygonMask(corners, grid, all);
    return undefined;
  };
  // the same mask is asked for several times a move
  let last: { made: readonly unknown[]; mask: Uint8Array | undefined; outline?: string } | undefined;
  const now = () => {
    const made = [zones(), mode.value, zone.value, corners] as const;
    if (!last || last.made.some((part, i) => part !== made[i])) last = { made, mask: make(made[0]) };
    return last;
  };
  const mask = () => now().mask;
  return {
    controls,
    mask,
    outline() {
      const own = now();
      return (own.outline ??= own.mask ? maskOutline(own.mask, grid) : "");
    },
    say() {
      const chosen = mask();
      if (!chosen) return mode.value === "lasso" ? "No pixels in the lasso yet." : "";
      const count = chosen.reduce((sum, own) => sum + own, 0);
      const what = mode.value === "zone" ? `Zone ${zone.value}` : "Lasso";
      return `${what}: ${count} ${count === 1 ? "pixel" : "pixels"}.`;
    },
    get mode() {
      return mode.value;
    },
    set mode(next) {
      set(next);
    },
    get zone() {
      return zone.value;
    },
    set zone(next) {
      zone.value = next;
    },
    get corners() {
      return corners;
    },
    set corners(next) {
      corners = next;
    }
  };
}
