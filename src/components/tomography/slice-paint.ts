// One slice of a layer as pixels: which axes a plane has, a layer's colours, and the painting itself.
import { diverging, sequential } from "../colours.js";
import { parseHex } from "../colour-space.js";
import { along, categoriesOf, type Axis, type Layer, type Shape } from "./volume.js";

/** A plane of the grid: its columns run to the right, its rows down. */
export interface Plane {
  name: string;
  columns: Axis;
  rows: Axis;
  normal: Axis;
}

export const planes = {
  xy: { name: "xy", columns: "x", rows: "y", normal: "z" },
  zy: { name: "zy", columns: "z", rows: "y", normal: "x" },
  xz: { name: "xz", columns: "x", rows: "z", normal: "y" }
} as const satisfies Record<string, Plane>;

/** Colours for 256 steps of a layer, as r, g, b, a; step 0 is outside and clear. */
export type Palette = Uint8ClampedArray;

/** The map of a layer of numbers, for t from 0 to 1. */
export const mapOf = (layer: { kind: "density" | "ratio" }): ((t: number) => string) =>
  layer.kind === "ratio" ? diverging : sequential;

export function palette(layer: Layer, dark: boolean): Palette {
  const colours = new Uint8ClampedArray(4 * 256);
  const set = (step: number, colour: string) =>
    colours.set([...parseHex(colour).map((v) => Math.round(255 * v)), 255], 4 * step);
  if (layer.kind === "class") for (const { code, colour } of categoriesOf(layer)) set(code, colour(dark));
  else for (let step = 1; step < 256; ++step) set(step, mapOf(layer)((step - 1) / 254));
  return colours;
}

/** The palette's step of each stored value. */
function stepper(layer: Layer): (stored: number) => number {
  if (layer.kind === "class" || layer.values instanceof Uint8Array) return (stored) => stored;
  const [low, high] = layer.domain;
  const scale = 254 / (high - low || 1);
  return (stored) =>
    stored === 0 || Number.isNaN(stored)
      ? 0
      : 1 + Math.min(254, Math.max(0, Math.round((stored - low) * scale)));
}

/**
 * Paints the slice of a layer at index `at` of the plane's normal.
 * @param pixels r, g, b, a of columns × rows pixels, row by row
 */
export function paintSlice(
  pixels: Uint8ClampedArray,
  layer: Layer,
  shape: Shape,
  { columns, rows, normal }: Plane,
  at: number,
  colours: Palette
): void {
  const strides: Record<Axis, number> = { z: shape.nx * shape.ny, x: shape.ny, y: 1 };
  const [width, height] = [along(shape, columns), along(shape, rows)];
  const step = stepper(layer);
  for (let j = 0; j < height; ++j) {
    const start = at * strides[normal] + j * strides[rows];
    for (let i = 0; i < width; ++i) {
      const from = 4 * step(layer.values[start + i * strides[columns]]);
      const to = 4 * (j * width + i);
      for (let k = 0; k < 4; ++k) pixels[to + k] = colours[from + k];
    }
  }
}
