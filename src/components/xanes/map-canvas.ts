// One map: its pixels, and over them the cursor, the selection and a lasso, moved by pointer or keys.
import { svg } from "npm:htl";
import { h } from "../element.js";
import { pixelCanvas } from "../tomography/pixel-canvas.js";
import { scaleBar } from "../tomography/scale-bar.js";
import type { MapGrid, MapLayer } from "./map-grid.js";
import type { Corner } from "./map-outline.js";
import { paintMap } from "./map-paint.js";

export interface MapCanvasOptions {
  grid: MapGrid;
  /** CSS pixels */
  width: number;
  onMove: (x: number, y: number) => void;
  /** the pointer goes over (x, y), in pixels of the grid; the first point of a stroke begins a lasso */
  onStroke: (corner: Corner, first: boolean) => void;
  /** Enter or Escape was pressed */
  onCorner: (add: boolean) => void;
}

export interface MapMarks {
  x: number;
  y: number;
  /** path of the selection's outline, "" without one */
  outline: string;
  /** corners of the lasso */
  lasso: readonly Corner[];
  drawing: boolean;
}

export interface MapCanvas extends HTMLElement {
  paint: (layer: MapLayer | undefined) => void;
  mark: (marks: MapMarks) => void;
}

export function mapCanvas({ grid, width, onMove, onStroke, onCorner }: MapCanvasOptions): MapCanvas {
  const { nx, ny } = grid;
  const height = Math.round((width * ny) / nx);
  const { canvas, draw } = pixelCanvas(nx, ny, width);
  const overlay = h("div");
  const style = `width: ${width}px; aspect-ratio: ${width} / ${height}`;
  const root = h("div", { class: "xanes-map", style, tabindex: 0, role: "application" }, canvas, overlay);
  let now: MapMarks = { x: 0, y: 0, outline: "", lasso: [], drawing: false };

  const place = (event: PointerEvent): Corner => {
    const box = root.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * nx, ((event.clientY - box.top) / box.height) * ny];
  };
  const follow = (event: PointerEvent, first: boolean) => {
    const [x, y] = place(event);
    if (now.drawing) onStroke([x, y], first);
    else onMove(Math.floor(x), Math.floor(y));
  };
  root.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    root.setPointerCapture(event.pointerId);
    follow(event, true);
  });
  root.addEventListener("pointermove", (event) => {
    if (event.buttons & 1 && root.hasPointerCapture(event.pointerId)) follow(event, false);
  });
  const arrows: Record<string, Corner> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1]
  };
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = arrows[event.key];
    const corner = now.drawing && (event.key === "Enter" || event.key === "Escape");
    if (!step && !corner) return;
    event.preventDefault();
    if (!step) {
      onCorner(event.key === "Enter");
      return;
    }
    const far = event.shiftKey ? 5 : 1;
    onMove(now.x + far * step[0], now.y + far * step[1]);
  });

  const mark = (marks: MapMarks) => {
    now = marks;
    root.classList.toggle("drawing", marks.drawing);
    const [sx, sy] = [width / nx, height / ny];
    const [x, y] = [(marks.x + 0.5) * sx, (marks.y + 0.5) * sy];
    // the pixel itself stays free to be seen
    const gap = Math.max(5, sx);
    const cross = `M${x},0V${y - gap}M${x},${y + gap}V${height}M0,${y}H${x - gap}M${x + gap},${y}H${width}`;
    const corners = marks.lasso.map(([cx, cy]) => `${cx * sx},${cy * sy}`).join(" ");
    const twice = (shape: (stroke: string, wide: number) => SVGElement) => [
      shape("black", 3),
      shape("white", 1.3)
    ];
    overlay.replaceChildren(svg`<svg viewBox=${`0 0 ${width} ${height}`} aria-hidden="true" fill="none">
      ${twice((stroke, wide) => svg`<path d=${cross} stroke=${stroke} stroke-opacity=${stroke === "white" ? 1 : 0.55} stroke-width=${wide}></path>`)}
      ${twice((stroke, wide) => svg`<path d=${marks.outline} transform=${`scale(${sx}, ${sy})`} stroke=${stroke} stroke-width=${wide} vector-effect="non-scaling-stroke"></path>`)}
      ${twice((stroke, wide) => svg`<polygon points=${corners} stroke=${stroke} stroke-width=${wide} stroke-dasharray=${stroke === "white" ? "4,3" : "none"}></polygon>`)}
      ${scaleBar(nx * grid.pixel, width, height)}</svg>`);
  };
  const paint = (layer: MapLayer | undefined) =>
    draw((pixels) => {
      if (layer) paintMap(pixels, layer, grid);
    });
  return Object.assign(root, { paint, mark });
}
