// The edges of one element's fit window as two sliders, within what was measured and never nearer than a fit needs.
import {
  edgeElements,
  energyStep,
  fitWindows,
  measuredRanges,
  type EdgeElement,
  type EnergyWindow
} from "../../science/xanes/windows.js";
import { h, uniqueId } from "../element.js";
import { segmented } from "../segmented.js";
import { mapElements } from "./map-grid.js";

export type Windows = Record<EdgeElement, EnergyWindow>;

export interface WindowSliders extends HTMLElement {
  /** of all elements, eV; setting it sends nothing */
  value: Windows;
  /** the element whose window the sliders show */
  element: EdgeElement;
}

/** eV between the edges: references and background need a few energies each */
const narrowest = 3;
const step = energyStep.value;

/** Sends `input` with every move of a slider, and not for a change of the element shown. */
export function windowSliders(): WindowSliders {
  const windows: Windows = { ...fitWindows };
  const element = segmented<EdgeElement>({ label: "Window of", options: mapElements, value: "Co" });
  const slider = (side: "from" | "to") => {
    const id = uniqueId("edge");
    const range = h("input", { type: "range", id, step });
    const text = h("output", { for: id });
    const label = h("label", { for: id }, `${side === "from" ? "Lower" : "Upper"} edge`, " ", text);
    return { range, text, row: h("div", { class: "map-slider" }, label, range) };
  };
  const [from, to] = [slider("from"), slider("to")];
  const show = () => {
    const [least, most] = measuredRanges[element.value];
    windows[element.value].forEach((energy, side) => {
      const { range, text } = side === 0 ? from : to;
      // a value outside the limits of the moment would be clamped
      Object.assign(range, { min: least, max: most });
      range.value = String(energy);
      text.textContent = `${energy.toFixed(2)} eV`;
      range.setAttribute("aria-valuetext", `${energy.toFixed(2)} eV`);
    });
  };
  const root = h(
    "div",
    { class: "window-sliders", role: "group", "aria-label": "Edges of the fit window" },
    element,
    h("div", { class: "map-sliders", style: "margin-bottom: 0.9rem" }, from.row, to.row)
  );
  element.addEventListener("input", (event) => {
    event.stopPropagation();
    show();
  });
  const move = (side: 0 | 1) => {
    const [low, high] = [from.range.valueAsNumber, to.range.valueAsNumber];
    windows[element.value] =
      side === 0 ? [Math.min(low, high - narrowest), high] : [low, Math.max(high, low + narrowest)];
    show();
  };
  from.range.addEventListener("input", () => move(0));
  to.range.addEventListener("input", () => move(1));
  show();
  return Object.defineProperties(root, {
    value: {
      get: (): Windows => ({ ...windows }),
      set: (next: Partial<Windows>) => {
        for (const each of edgeElements) windows[each] = next[each] ?? windows[each];
        show();
      }
    },
    element: {
      get: () => element.value,
      set: (next: EdgeElement) => {
        element.value = next;
        show();
      }
    }
  }) as unknown as WindowSliders;
}
