// A map found, the published one and their difference side by side, with one cursor for all.
import { svg } from "npm:htl";
import { h } from "../element.js";
import { pixelCanvas } from "../tomography/pixel-canvas.js";
import { mapLegend, paintMap } from "../xanes/map-paint.js";
import type { MapLayer } from "../xanes/map-grid.js";
import { say } from "./numbers.js";
import type { DrawnFigure, DrawnSeries } from "./figures.js";

interface View {
  name: string;
  layer: Pick<MapLayer, "values" | "domain" | "signed">;
}

/** Between which all but one pixel in a hundred lie. */
function range(values: Float32Array): [number, number] {
  const sorted = values.filter((v) => !Number.isNaN(v)).sort();
  return [0.005, 0.995].map((q) => sorted[Math.round(q * (sorted.length - 1))]) as [number, number];
}

/** Values as `[x][y]` with y fastest, as maps are painted. */
function onGrid({ x, y }: DrawnSeries, values: ArrayLike<number>, ny: number): Float32Array {
  const grid = new Float32Array(values.length).fill(NaN);
  for (let i = 0; i < values.length; ++i) grid[x[i] * ny + y[i]] = values[i];
  return grid;
}

function viewsOf({ entry, series: [one] }: DrawnFigure): View[] {
  const ny = entry.rows ?? 0;
  const found = onGrid(one, one.found, ny);
  const reference = onGrid(one, one.reference, ny);
  const domain = range(found);
  const all: View[] = [{ name: entry.names.found, layer: { values: found, domain } }];
  if (reference.every(Number.isNaN)) return all;
  const difference = found.map((v, p) => v - reference[p]);
  const most = difference.reduce((top, v) => Math.max(top, Math.abs(v)), 0) || 1;
  return [
    ...all,
    { name: entry.names.reference, layer: { values: reference, domain } },
    { name: "difference", layer: { values: difference, domain: [-most, most], signed: true } }
  ];
}

export function mapViews(figure: DrawnFigure, width: number): HTMLElement {
  const { entry } = figure;
  const grid = { nx: entry.columns ?? 0, ny: entry.rows ?? 0, pixel: 1 };
  const views = viewsOf(figure);
  const room = width > 560 ? Math.min(300, (width - 32) / views.length) : 250;
  const side = Math.floor(Math.min(width, views.length > 1 ? room : 420));
  const said = h("p", { class: "figure-readout", role: "status" });
  const at = { x: Math.floor(grid.nx / 2), y: Math.floor(grid.ny / 2) };
  const crosses = views.map(() => h("div"));
  const move = (x: number, y: number) => {
    at.x = Math.min(grid.nx - 1, Math.max(0, x));
    at.y = Math.min(grid.ny - 1, Math.max(0, y));
    const [cx, cy] = [at.x + 0.5, at.y + 0.5];
    const arms = [
      [3, 0],
      [-3, 0],
      [0, 3],
      [0, -3]
    ] as const;
    const path = arms.map(([dx, dy]) => `M${cx + dx},${cy + dy}l${3 * dx},${3 * dy}`).join("");
    const line = (stroke: string, wide: number) =>
      svg`<path d=${path} stroke=${stroke} stroke-width=${wide} vector-effect="non-scaling-stroke"></path>`;
    for (const cross of crosses)
      cross.replaceChildren(
        svg`<svg viewBox=${`0 0 ${grid.nx} ${grid.ny}`} aria-hidden="true" fill="none">${line("black", 3)}${line("white", 1.2)}</svg>`
      );
    const values = views.map(
      ({ name, layer }) => `${name} ${say(layer.values[at.x * grid.ny + at.y], "", 4)}`
    );
    said.textContent = `${entry.x.label} ${at.x}, ${at.y}: ${values.join(", ")}`;
  };
  const arrows: Record<string, [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1]
  };
  const mapOf = ({ name, layer }: View, k: number) => {
    const { canvas, draw } = pixelCanvas(grid.nx, grid.ny, side);
    draw((pixels) => paintMap(pixels, layer, grid));
    const map = h(
      "div",
      {
        class: "xanes-map",
        style: `width: ${side}px; aspect-ratio: ${grid.nx} / ${grid.ny}`,
        tabindex: 0,
        role: "application",
        "aria-label": `${entry.value.label}, ${name}: arrow keys move the cursor`
      },
      canvas,
      crosses[k]
    );
    const follow = (event: PointerEvent) => {
      const box = map.getBoundingClientRect();
      move(
        Math.floor(((event.clientX - box.left) / box.width) * grid.nx),
        Math.floor(((event.clientY - box.top) / box.height) * grid.ny)
      );
    };
    map.addEventListener("pointerdown", follow);
    map.addEventListener("pointermove", (event) => {
      if (event.buttons & 1) follow(event);
    });
    map.addEventListener("keydown", (event) => {
      const step = arrows[event.key];
      if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const far = event.shiftKey ? 5 : 1;
      move(at.x + far * step[0], at.y + far * step[1]);
    });
    const legend = mapLegend(
      {
        ...layer,
        element: "O",
        name,
        label: layer.signed ? `difference in ${entry.value.label}` : entry.value.label,
        unit: entry.value.unit
      },
      side
    );
    return h("div", { class: "validation-map" }, h("p", { class: "slice-name" }, name), map, legend);
  };
  move(at.x, at.y);
  return h("div", {}, h("div", { class: "validation-maps" }, ...views.map(mapOf)), said);
}
