// Colours of lines that stand for models or shapes, which have no colour of their own elsewhere on the site: hues in
// turn, lightness alternating, so that neighbours differ for colour-blind eyes and in print as well.
import { oklch } from "../colour-space.js";

export function lineColours(count: number, dark: boolean): string[] {
  return Array.from({ length: count }, (_, k) => {
    const lightness = dark ? [0.78, 0.66][k % 2] : [0.42, 0.6][k % 2];
    return oklch(lightness, 0.13, 255 + (360 * k) / count);
  });
}
