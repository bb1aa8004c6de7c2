// Maps of numbers and of zones as pixels, and the bar that says what their colours mean.
import { parseHex } from "../colour-space.js";
import { diverging, sequential } from "../colours.js";
import { layerLegend } from "../tomography/layer-legend.js";
import type { MapGrid, MapLayer } from "./map-grid.js";

export const zoneCount = 5;

const bytes = (colour: string): number[] => parseHex(colour).map((v) => Math.round(255 * v));
const table = (map: (t: number) => string): number[][] =>
  Array.from({ length: 256 }, (_, i) => bytes(map(i / 255)));
const tables = { sequential: table(sequential), diverging: table(diverging) };

type Painted = Pick<MapLayer, "values" | "domain" | "signed">;

/** @param pixels r, g, b, a of nx × ny pixels, row by row; clear where a value is NaN */
export function paintMap(
  pixels: Uint8ClampedArray,
  { values, domain: [low, high], signed }: Painted,
  { nx, ny }: MapGrid
): void {
  const colours = signed ? tables.diverging : tables.sequential;
  for (let x = 0; x < nx; ++x)
    for (let y = 0; y < ny; ++y) {
      const value = values[x * ny + y];
      if (Number.isNaN(value)) continue;
      const t = (value - low) / (high - low || 1);
      const colour = colours[Math.round(255 * Math.min(1, Math.max(0, t)))];
      const at = 4 * (y * nx + x);
      for (let c = 0; c < 3; ++c) pixels[at + c] = colour[c];
      pixels[at + 3] = 255;
    }
}

/** Colour of a zone, from the surface (1, dark) to the centre (light). */
export const zoneColour = (zone: number, count = zoneCount): string =>
  sequential(0.08 + (0.84 * (zone - 1)) / Math.max(1, count - 1));

export function paintZones(
  pixels: Uint8ClampedArray,
  zones: Uint8Array,
  { nx, ny }: MapGrid,
  count = zoneCount
): void {
  const colours = Array.from({ length: count }, (_, k) => bytes(zoneColour(k + 1, count)));
  for (let x = 0; x < nx; ++x)
    for (let y = 0; y < ny; ++y) {
      const zone = zones[x * ny + y];
      if (zone > 0) pixels.set([...colours[zone - 1], 255], 4 * (y * nx + x));
    }
}

const nothing = new Uint8Array();

/** The colour bar of a layer. */
export const mapLegend = (layer: MapLayer, width: number): Element =>
  layerLegend(
    {
      kind: layer.signed ? "ratio" : "density",
      label: layer.label ?? layer.name,
      unit: layer.unit ?? "",
      domain: layer.domain,
      values: nothing
    },
    false,
    width
  );
