// Two sliders that move the cursor of the maps, for those who use neither pointer nor arrow keys.
import { h, uniqueId } from "../element.js";
import { sayPlace, type MapGrid } from "./map-grid.js";

export interface CursorSliders extends HTMLElement {
  show: (x: number, y: number) => void;
}

export function cursorSliders(grid: MapGrid, onMove: (x: number, y: number) => void): CursorSliders {
  const slider = (axis: "x" | "y") => {
    const id = uniqueId("cursor");
    const range = h("input", { type: "range", id, min: 0, max: grid[`n${axis}`] - 1, step: 1 });
    range.addEventListener("input", () => onMove(x.range.valueAsNumber, y.range.valueAsNumber));
    return {
      range,
      row: h("div", { class: "map-slider" }, h("label", { for: id }, `Cursor ${axis}`), range)
    };
  };
  const [x, y] = [slider("x"), slider("y")];
  const root = h("div", { class: "map-sliders" }, x.row, y.row);
  const show = (atX: number, atY: number) => {
    x.range.value = String(atX);
    y.range.value = String(atY);
    for (const { range } of [x, y]) range.setAttribute("aria-valuetext", sayPlace(grid, atX, atY));
  };
  return Object.assign(root, { show });
}
