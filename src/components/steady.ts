/**
 * A figure that holds what a reader has set up, a camera, a cross-hair, a run: it is made for the room that there is, and
 * made anew only where that changes by more than a fifth (a turned phone), not with every pixel as `resize` does.
 */
import { h } from "./element.js";

const tolerance = 0.2;

export function steady(render: (width: number) => Element, invalidation?: Promise<unknown>): HTMLElement {
  const element = h("div", { class: "steady" });
  let made = 0;
  const observer = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width <= 0 || (made > 0 && Math.abs(width - made) <= tolerance * made)) return;
    made = width;
    element.replaceChildren(render(width));
  });
  observer.observe(element);
  void invalidation?.then(() => observer.disconnect());
  return element;
}
