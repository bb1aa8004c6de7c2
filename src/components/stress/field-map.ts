// A meridian section of the particle: one field in each half, painted on a canvas, with lines, marks and a scale bar.
import * as Plot from "npm:@observablehq/plot";
import { h } from "../element.js";
import { mapOverlay } from "./map-overlay.js";
import { lookupTable, rasterise } from "./raster.js";

/** One nodal field drawn in one half of the section. */
export interface HalfField {
  /** which half: the domain r ≥ 0 is drawn to the right, or mirrored to the left */
  side: "left" | "right";
  label: string;
  /** one value a node */
  values: ArrayLike<number>;
  domain: [number, number];
  colour: (value: number) => string;
}

export interface FieldMapOptions {
  /** node coordinates r0, z0, r1, z1, … in µm */
  coordinates: ArrayLike<number>;
  /** straight triangles, three nodes each */
  triangles: ArrayLike<number>;
  halves: HalfField[];
  /** polylines r0, z0, r1, z1, … in µm, drawn over the left half */
  streamlines?: ArrayLike<number>[];
  /** marked points in µm, drawn in the right half */
  marks?: { label: string; r: number; z: number }[];
  /** half the side of the view around `centre`, µm */
  extent: number;
  centre?: [number, number];
  width: number;
  showMesh?: boolean;
  /** called with the position under the cursor, in µm, or null when it leaves */
  onCursor?: (position: { r: number; z: number } | null) => void;
}

/** From positions in µm to pixels of a square of `side` pixels, and back. */
export interface MapView {
  side: number;
  x: (r: number) => number;
  y: (z: number) => number;
  r: (x: number) => number;
  z: (y: number) => number;
}

/** Side of the map in pixels on a page of a width. */
export const mapSide = (width: number): number => Math.max(200, Math.min(600, width));

function mapView({ centre = [0, 0], extent, width }: FieldMapOptions): MapView {
  const side = mapSide(width);
  const scale = side / (2 * extent);
  return {
    side,
    x: (r) => (r - centre[0] + extent) * scale,
    y: (z) => (centre[1] + extent - z) * scale,
    r: (x) => x / scale + centre[0] - extent,
    z: (y) => centre[1] + extent - y / scale
  };
}

export function fieldMap(options: FieldMapOptions): HTMLElement {
  const view = mapView(options);
  const { side } = view;
  const legends = options.halves.map(({ label, domain, colour }) =>
    Plot.legend({
      width: Math.max(120, Math.min(260, side / 2 - 12)),
      ticks: 4,
      label,
      color: { domain, interpolate: (t: number) => colour(domain[0] + t * (domain[1] - domain[0])) }
    })
  );
  const map = h(
    "div",
    { class: "field-map", style: `width: ${side}px; height: ${side}px` },
    paint(options, view),
    mapOverlay(options, view)
  );
  if (options.onCursor) trackCursor(map, options.onCursor, view);
  return h("div", {}, h("div", { class: "map-legends" }, ...legends), map);
}

function paint(o: FieldMapOptions, { side, x, y }: MapView): HTMLCanvasElement {
  // at least twice the resolution of the screen keeps the circles' edges smooth
  const ratio = Math.max(2, globalThis.devicePixelRatio || 1);
  const pixels = Math.round(side * ratio);
  const canvas = h("canvas", { width: pixels, height: pixels, "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  const image = context.createImageData(pixels, pixels);
  const view = {
    width: pixels,
    height: pixels,
    x: (r: number) => x(r) * ratio,
    y: (z: number) => y(z) * ratio
  };
  for (const { side, values, domain, colour } of o.halves) {
    const lut = lookupTable(colour, domain);
    rasterise(image.data, view, o.coordinates, o.triangles, values, domain, lut, side === "left" ? -1 : 1);
  }
  context.putImageData(image, 0, 0);
  if (o.showMesh) drawMesh(context, o, view);
  return canvas;
}

type Pixels = Pick<MapView, "x" | "y">;

function drawMesh(context: CanvasRenderingContext2D, o: FieldMapOptions, { x, y }: Pixels): void {
  context.beginPath();
  for (const sign of o.halves.map((half) => (half.side === "left" ? -1 : 1))) {
    for (let t = 0; t < o.triangles.length; t += 3) {
      for (let k = 0; k < 4; ++k) {
        const node = o.triangles[t + (k % 3)];
        const at = [x(sign * o.coordinates[2 * node]), y(o.coordinates[2 * node + 1])] as const;
        if (k === 0) context.moveTo(...at);
        else context.lineTo(...at);
      }
    }
  }
  context.lineWidth = 0.8;
  context.strokeStyle = "rgba(60, 60, 60, 0.7)";
  context.stroke();
}

/** Reports where the pointer is; the arrow keys move the same cursor by 1/40 of the view. */
function trackCursor(
  map: HTMLElement,
  report: NonNullable<FieldMapOptions["onCursor"]>,
  view: MapView
): void {
  const at = (x: number, y: number) => {
    const inside = x >= 0 && y >= 0 && x <= view.side && y <= view.side;
    report(inside ? { r: Math.abs(view.r(x)), z: view.z(y) } : null);
  };
  map.addEventListener("pointermove", (event) => {
    const box = map.getBoundingClientRect();
    at(event.clientX - box.left, event.clientY - box.top);
  });
  map.addEventListener("pointerleave", () => report(null));
  map.tabIndex = 0;
  map.setAttribute("role", "application");
  map.setAttribute("aria-label", "Map: the arrow keys move the cursor, values are read out below");
  const step = view.side / 40;
  const moves: Record<string, [number, number]> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step]
  };
  let [x, y] = [view.x(0) + step / 2, view.y(0)];
  map.addEventListener("keydown", (event) => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    [x, y] = [x + move[0], y + move[1]];
    at(x, y);
  });
}
