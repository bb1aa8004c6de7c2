// One picture of the field: its points, and over them the scale bar, the cursor and marks, moved by pointer or keys.
import { svg } from "npm:htl";
import { h } from "../element.js";
import { scaleBar } from "../tomography/scale-bar.js";
import { paintRaster, type Colours } from "./paint.js";
import type { Raster } from "./raster.js";

/** Marks over a picture. @param place from Å of the field to pixels of the picture */
export type Marks = (place: (x: number, y: number) => [number, number], scale: number) => SVGElement[];

export interface TileSpec {
  name: string;
  raster: Raster;
  colours: Colours;
  marks?: Marks;
  /** points are shown as squares, not blended */
  crisp?: boolean;
}

export interface TileOptions {
  /** CSS pixels */
  width: number;
  /** takes part in the order of the Tab key; one of a group does */
  reachable: boolean;
  /** the pointer or a key asks for a place, Å */
  onMove: (x: number, y: number) => void;
}

export interface Tile extends HTMLElement {
  show: (spec: TileSpec) => void;
  cursor: (x: number, y: number) => void;
}

export function tile(first: TileSpec, { width, reachable, onMove }: TileOptions): Tile {
  let spec = first;
  let at: [number, number] = [NaN, NaN];
  const canvas = h("canvas", { "aria-hidden": "true" });
  const overlay = h("div");
  const root = h("div", { class: "stem-tile", tabindex: reachable ? 0 : null }, canvas, overlay);
  root.setAttribute("role", reachable ? "application" : "img");
  const size = () => {
    const { columns, rows, step } = spec.raster;
    return { height: (width * rows) / columns, scale: width / (columns * step), wide: columns * step };
  };
  const place = (x: number, y: number): [number, number] => {
    const { scale } = size();
    return [(x - spec.raster.left) * scale, (y - spec.raster.top) * scale];
  };
  const follow = (event: PointerEvent) => {
    const box = root.getBoundingClientRect();
    const { left, top, columns, rows, step } = spec.raster;
    const share = (value: number) => Math.min(1, Math.max(0, value));
    onMove(
      left + share((event.clientX - box.left) / box.width) * columns * step,
      top + share((event.clientY - box.top) / box.height) * rows * step
    );
  };
  root.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    root.setPointerCapture(event.pointerId);
    follow(event);
  });
  root.addEventListener("pointermove", (event) => {
    if (event.buttons & 1 && root.hasPointerCapture(event.pointerId)) follow(event);
  });
  const arrows: Record<string, readonly [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1]
  };
  root.addEventListener("keydown", (event) => {
    const step = arrows[event.key] as readonly [number, number] | undefined;
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const far = (event.shiftKey ? 0.08 : 0.01) * size().wide;
    onMove(at[0] + far * step[0], at[1] + far * step[1]);
  });

  const draw = () => {
    const { height, wide, scale } = size();
    const [x, y] = place(...at);
    const inside = x >= 0 && y >= 0 && x <= width && y <= height;
    const cross = `M${x},0V${y - 7}M${x},${y + 7}V${height}M0,${y}H${x - 7}M${x + 7},${y}H${width}`;
    overlay.replaceChildren(svg`<svg viewBox=${`0 0 ${width} ${height}`} aria-hidden="true" fill="none">
      ${spec.marks?.(place, scale) ?? []}
      ${inside ? svg`<g><path d=${cross} stroke="black" stroke-opacity="0.55" stroke-width="3"></path><path d=${cross} stroke="white" stroke-width="1.2"></path></g>` : null}
      ${scaleBar(wide / 10, width, height)}</svg>`);
  };
  const show = (next: TileSpec) => {
    spec = next;
    const { columns, rows } = spec.raster;
    root.style.width = `${width}px`;
    root.style.aspectRatio = `${columns} / ${rows}`;
    root.classList.toggle("crisp", spec.crisp ?? false);
    root.setAttribute(
      "aria-label",
      reachable ? `${spec.name}: arrow keys move the cursor of all pictures of this figure` : spec.name
    );
    canvas.width = columns;
    canvas.height = rows;
    const context = canvas.getContext("2d");
    if (context) {
      const image = context.createImageData(columns, rows);
      paintRaster(image.data, spec.raster, spec.colours);
      context.putImageData(image, 0, 0);
    }
    draw();
  };
  show(spec);
  return Object.assign(root, {
    show,
    cursor(x: number, y: number) {
      at = [x, y];
      draw();
    }
  });
}
