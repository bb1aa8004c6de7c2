// One plane of the volume: its slice, the cross-hair over it, and moving the cross-hair by pointer or keys.
import { svg } from "npm:htl";
import { h } from "../element.js";
import { pixelCanvas } from "./pixel-canvas.js";
import { scaleBar } from "./scale-bar.js";
import { paintSlice, type Palette, type Plane } from "./slice-paint.js";
import { along, fromCentre, type Axis, type Grid, type Layer, type Position } from "./volume.js";

export interface SliceCanvasOptions {
  grid: Grid;
  plane: Plane;
  /** CSS pixels */
  width: number;
  height: number;
  onMove: (change: Partial<Position>) => void;
}

export interface SliceCanvas extends HTMLElement {
  show: (layer: Layer, colours: Palette, at: Position) => void;
}

const sign = (value: number): string => `${value < 0 ? "−" : ""}${Math.abs(value).toFixed(0)}`;

/** For example "x −12 nm". */
export const sayPlace = (grid: Grid, axis: Axis, index: number): string =>
  `${axis} ${sign(fromCentre(grid, axis, index))} nm`;

export function sliceCanvas({ grid, plane, width, height, onMove }: SliceCanvasOptions): SliceCanvas {
  const { columns, rows, normal } = plane;
  const [across, down] = [along(grid.shape, columns), along(grid.shape, rows)];
  const { canvas, draw } = pixelCanvas(across, down, width);
  const overlay = h("div");
  const size = `width: ${width}px; aspect-ratio: ${width} / ${height}`;
  const root = h("div", { class: "slice", style: size, tabindex: 0, role: "application" }, canvas, overlay);
  let now: Position = { z: 0, x: 0, y: 0 };

  const moveTo = (event: PointerEvent) => {
    const box = root.getBoundingClientRect();
    onMove({
      [columns]: Math.floor(((event.clientX - box.left) / box.width) * across),
      [rows]: Math.floor(((event.clientY - box.top) / box.height) * down)
    });
  };
  root.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    root.setPointerCapture(event.pointerId);
    moveTo(event);
  });
  root.addEventListener("pointermove", (event) => {
    if (event.buttons & 1 && root.hasPointerCapture(event.pointerId)) moveTo(event);
  });
  const keys: Record<string, [Axis, number]> = {
    ArrowLeft: [columns, -1],
    ArrowRight: [columns, 1],
    ArrowUp: [rows, -1],
    ArrowDown: [rows, 1],
    PageUp: [normal, 1],
    PageDown: [normal, -1]
  };
  root.addEventListener("keydown", (event) => {
    const move = keys[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onMove({ [move[0]]: now[move[0]] + move[1] * (event.shiftKey ? 5 : 1) });
  });

  const show = (layer: Layer, colours: Palette, at: Position) => {
    now = at;
    draw((pixels) => paintSlice(pixels, layer, grid.shape, plane, at[normal], colours));
    const [x, y] = [((at[columns] + 0.5) / across) * width, ((at[rows] + 0.5) / down) * height];
    overlay.replaceChildren(marks(x, y));
    root.setAttribute(
      "aria-label",
      `Slice ${plane.name} of ${layer.label} at ${sayPlace(grid, normal, at[normal])}: ` +
        "arrow keys move the cross-hair, Page Up and Page Down change the slice"
    );
  };
  const marks = (x: number, y: number) => {
    // the voxel itself stays free to be seen
    const gap = Math.max(5, width / across);
    const d = `M${x},0V${y - gap}M${x},${y + gap}V${height}M0,${y}H${x - gap}M${x + gap},${y}H${width}`;
    const bar = scaleBar(across * grid.voxel, width, height);
    return svg`<svg viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">
      <path d=${d} fill="none" stroke="black" stroke-opacity="0.55" stroke-width="3"></path>
      <path d=${d} fill="none" stroke="white" stroke-width="1.2"></path>${plane.name === "xy" ? bar : null}</svg>`;
  };
  return Object.assign(root, { show });
}
