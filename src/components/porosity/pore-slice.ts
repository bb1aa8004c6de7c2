// One cut through a particle with a slider for its depth.
import { svg } from "npm:htl";
import { isDark, onDark } from "../dark.js";
import { h, uniqueId } from "../element.js";
import { pixelCanvas } from "../tomography/pixel-canvas.js";
import { scaleBar } from "../tomography/scale-bar.js";
import { paintSlice, palette, planes } from "../tomography/slice-paint.js";
import { fromCentre, type ClassLayer, type Grid } from "../tomography/volume.js";

export function poreSlice(
  layer: ClassLayer,
  grid: Grid,
  { width, alt, invalidation }: { width: number; alt: string; invalidation?: Promise<unknown> | undefined }
): HTMLElement {
  const { nx, ny, nz } = grid.shape;
  const { canvas, draw } = pixelCanvas(nx, ny, width);
  const id = uniqueId("depth");
  const slider = h("input", { type: "range", id, min: 0, max: nz - 1, step: 1, value: Math.floor(nz / 2) });
  const output = h("output", { for: id });
  const height = Math.round((width * ny) / nx);
  const bar = svg`<svg viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">${scaleBar(nx * grid.voxel, width, height)}</svg>`;
  const picture = h(
    "div",
    {
      class: "slice",
      style: `width: ${width}px; aspect-ratio: ${nx} / ${ny}; cursor: default`,
      role: "img",
      "aria-label": alt
    },
    canvas,
    bar
  );
  const show = () => {
    const at = slider.valueAsNumber;
    draw((pixels) => paintSlice(pixels, layer, grid.shape, planes.xy, at, palette(layer, isDark())));
    const place = (fromCentre(grid, "z", at) / 1000).toFixed(1).replace("-", "−");
    output.textContent = `${place} µm`;
    slider.setAttribute("aria-valuetext", output.textContent);
  };
  slider.addEventListener("input", show);
  show();
  const stop = onDark(show);
  void invalidation?.then(stop);
  return h(
    "div",
    {},
    picture,
    h("div", { class: "slice-slider" }, h("label", { for: id }, "z"), slider, output)
  );
}
