// Ion maps as pixels: from the page's own ground to the colour that the element has everywhere, and what that means.
import { ramp } from "../colour-space.js";
import { background, elementColour } from "../colours.js";
import { h } from "../element.js";
import type { Ion } from "../../science/sims/raw.js";
import type { Raster } from "../stem/raster.js";
import type { TileSpec } from "../stem/tile.js";

export const ionNames: Record<Ion, string> = { Li: "⁷Li⁺", Mn: "⁵⁵Mn⁺", O: "¹⁶O⁻" };
export const shownIons: readonly Ion[] = ["Li", "Mn", "O"];

/** Steps of a colour bar. */
const levels = 48;

const rampOf = (ion: Ion, dark: boolean) =>
  ramp(
    dark
      ? [background.dark[0], elementColour(ion, true), "#ffffff"]
      : ["#ffffff", elementColour(ion), "#000000"]
  );

/** t of the whole ramp that a full value reaches: the element's own colour stands at the middle. */
const full = 0.62;

/** Limits between which most values lie: 0 to the 99.5th percentile. */
export function domainOf(values: Float32Array): [number, number] {
  const sorted = values.filter((v) => !Number.isNaN(v)).sort();
  return [0, sorted[Math.floor(0.995 * (sorted.length - 1))] || 1];
}

/** Limits that show contrast: from the 1st to the 99th percentile. */
export function contrastOf(values: Float32Array): [number, number] {
  const sorted = values.filter((v) => !Number.isNaN(v) && v > 0).sort();
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return [at(0.01), at(0.99) || 1];
}

/** A tile of one ion; values that are NaN stay clear. */
export function ionTile(
  name: string,
  raster: Raster,
  ion: Ion,
  [low, high]: readonly [number, number],
  dark: boolean
): TileSpec {
  const colours = rampOf(ion, dark);
  const scale = (levels - 1) / (high - low || 1);
  const values = raster.values.map((v) =>
    Number.isNaN(v) ? 0 : 1 + Math.round(Math.min(levels - 1, Math.max(0, (v - low) * scale)))
  );
  return {
    name,
    raster: { ...raster, values },
    colours: {
      kind: "class",
      names: Array.from({ length: levels }, () => ""),
      colour: (code) => colours((full * (code - 1)) / (levels - 1))
    }
  };
}

/** The colour bar of one ion with its ends. */
export function ionBar(
  ion: Ion,
  [low, high]: readonly [number, number],
  label: string,
  { dark, width }: { dark: boolean; width: number }
): HTMLElement {
  const colours = rampOf(ion, dark);
  const stops = [0, 0.25, 0.5, 0.75, 1].map((t) => colours(full * t)).join(", ");
  const say = (v: number) => (v === 0 || Math.abs(v) >= 10 ? v.toFixed(0) : v.toPrecision(2));
  return h(
    "div",
    { style: `width: ${width}px; font-size: 12px` },
    h("div", {
      style: `height: 10px; border: 1px solid var(--theme-foreground-faint); background: linear-gradient(to right, ${stops})`
    }),
    h(
      "div",
      { style: "display: flex; justify-content: space-between; gap: 0.5em" },
      h("span", {}, say(low)),
      h("span", {}, label),
      h("span", {}, say(high))
    )
  );
}
