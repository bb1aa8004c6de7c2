// Colours of the tiles: greys for images, the diverging map for signed values, a colour a class.
import { parseHex, ramp } from "../colour-space.js";
import { background, diverging, sequential } from "../colours.js";
import type { Raster } from "./raster.js";

/** How values become colours. */
export type Colours =
  | { kind: "grey"; domain: readonly [low: number, high: number]; label: string }
  /** white at `centre`, default 0 */
  | { kind: "signed"; limit: number; label: string; centre?: number }
  | { kind: "class"; names: readonly string[]; colour: (code: number) => string };

/** The page's own darkest to its lightest, in both themes: a micrograph is not turned over at night. */
export const grey = ramp([background.dark[0], background.light[0]]);

export const phaseNames = ["layered", "spinel", "rock salt"] as const;
/** @param code 1 layered, 2 spinel, 3 rock salt */
export const phaseColour = (code: number): string => sequential([0.12, 0.55, 0.95][code - 1] ?? 0);

export const phases: Colours = { kind: "class", names: phaseNames, colour: phaseColour };

/** Values at the ends of the colours. */
export const endsOf = (colours: Exclude<Colours, { kind: "class" }>): readonly [low: number, high: number] =>
  colours.kind === "grey"
    ? colours.domain
    : [(colours.centre ?? 0) - colours.limit, (colours.centre ?? 0) + colours.limit];

const bytes = (colour: string): number[] => parseHex(colour).map((v) => Math.round(255 * v));
const table = (map: (t: number) => string): number[][] =>
  Array.from({ length: 256 }, (_, i) => bytes(map(i / 255)));
const tables = { grey: table(grey), signed: table(diverging) };

/** @param pixels r, g, b, a of columns × rows pixels; clear where there is no value, or class 0 */
export function paintRaster(pixels: Uint8ClampedArray, { values }: Raster, colours: Colours): void {
  if (colours.kind === "class") {
    const own = colours.names.map((_, i) => bytes(colours.colour(i + 1)));
    values.forEach((code, p) => {
      const colour = own[code - 1] as number[] | undefined;
      if (colour) pixels.set([...colour, 255], 4 * p);
    });
    return;
  }
  const [low, high] = endsOf(colours);
  const steps = tables[colours.kind];
  const scale = 255 / (high - low || 1);
  for (let p = 0; p < values.length; ++p) {
    const value = values[p];
    if (Number.isNaN(value)) continue;
    const colour = steps[Math.round(Math.min(255, Math.max(0, (value - low) * scale)))];
    pixels[4 * p] = colour[0];
    pixels[4 * p + 1] = colour[1];
    pixels[4 * p + 2] = colour[2];
    pixels[4 * p + 3] = 255;
  }
}
