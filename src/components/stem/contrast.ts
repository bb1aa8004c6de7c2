// Where black ends and white begins, as shares of an image's range.
import { h, uniqueId } from "../element.js";

export interface Contrast extends HTMLElement {
  /** shares of the range */
  value: [black: number, white: number];
}

export function contrast(start: readonly [number, number] = [0, 1]): Contrast {
  const slider = (label: string, value: number) => {
    const id = uniqueId("contrast");
    const input = h("input", { type: "range", id, min: 0, max: 100, value: Math.round(100 * value) });
    return { input, row: h("div", { class: "stem-slider" }, h("label", { for: id }, label), input) };
  };
  const [black, white] = [slider("Black at", start[0]), slider("White at", start[1])];
  const root = h(
    "div",
    { class: "stem-contrast", role: "group", "aria-label": "Contrast" },
    black.row,
    white.row
  );
  const read = (): [number, number] => {
    const [low, high] = [Number(black.input.value) / 100, Number(white.input.value) / 100];
    return high - low < 0.02 ? [Math.min(low, high - 0.02), Math.max(high, low + 0.02)] : [low, high];
  };
  return Object.defineProperty(root, "value", { get: read }) as unknown as Contrast;
}

/** The values that are black and white. */
export const stretch = (
  [low, high]: readonly [number, number],
  [black, white]: readonly [number, number]
): [number, number] => [low + black * (high - low), low + white * (high - low)];
