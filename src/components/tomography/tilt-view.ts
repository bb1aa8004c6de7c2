// A tilt series: one image at a time, played or stepped through, at an energy, with the row of the sinogram marked.
import { svg } from "npm:htl";
import * as Plot from "npm:@observablehq/plot";
import { sequential } from "../colours.js";
import { select, timeSlider } from "../controls.js";
import { h } from "../element.js";
import { lookupTable } from "../stress/raster.js";
import { pixelCanvas } from "./pixel-canvas.js";
import { haloed, scaleBar } from "./scale-bar.js";
import { checkSeries, contrast, sayAngle, shade, stackValue, type TiltSeries } from "./tilt-series.js";

export interface TiltViewOptions {
  width: number;
  alt: string;
  value?: Partial<TiltViewState>;
}

export interface TiltViewState {
  /** index of the tilt */
  tilt: number;
  /** detector row of the sinogram */
  row: number;
  /** label of the stack shown */
  stack: string;
}

/** Sends `input` when the reader chooses another tilt, row or stack. */
export interface TiltView extends HTMLElement {
  value: TiltViewState;
}

/** @throws if a stack does not fit the series */
export function tiltView(series: TiltSeries, o: TiltViewOptions): TiltView {
  checkSeries(series);
  const { columns, rows, tilts, pixel, stacks } = series;
  const scale = Math.min(o.width / columns, 420 / rows);
  const [width, height] = [Math.floor(columns * scale), Math.floor(rows * scale)];
  const { canvas, draw: fill } = pixelCanvas(columns, rows, width);
  const overlay = h("div");
  const size = `width: ${width}px; aspect-ratio: ${width} / ${height}`;
  const image = h(
    "div",
    { class: "tilt-image", style: size, tabindex: 0, role: "application" },
    canvas,
    overlay
  );
  const zero = Array.from(tilts).reduce((best, t, i) => (Math.abs(t) < Math.abs(tilts[best]) ? i : best), 0);
  const slider = timeSlider({
    label: "Tilt",
    labels: Array.from(tilts, sayAngle),
    value: o.value?.tilt ?? zero,
    perSecond: 12
  });
  const energy = select({ label: "Image", options: stacks.map(({ label }) => label), value: o.value?.stack });
  const legend = h("div", { class: "layer-legend" });
  const said = h("p", { class: "figure-readout", role: "status" });
  const root = h(
    "div",
    { class: "tilt-view", role: "group", "aria-label": o.alt },
    h("div", { class: "tilt-panel" }, energy, slider, image, legend, said)
  );
  const within = (index: number) => Math.min(rows - 1, Math.max(0, Math.round(index)));
  let row = within(o.value?.row ?? rows / 2);
  // one scale for all tilts of a stack, found when it is first seen
  const scales = stacks.map(() => null as [number, number] | null);
  const lut = lookupTable(sequential, [0, 1]);

  const current = () =>
    Math.max(
      0,
      stacks.findIndex(({ label }) => label === energy.value)
    );
  const domainNow = (): [number, number] => {
    const index = current();
    const { values, scale: factor = 1, offset = 0 } = stacks[index];
    return (scales[index] ??= contrast(values).map((v) => offset + factor * v) as [number, number]);
  };
  const draw = () => {
    const stack = stacks[current()];
    const domain = domainNow();
    const start = slider.value * columns * rows;
    fill((pixels) => {
      for (let x = 0; x < columns; ++x)
        for (let y = 0; y < rows; ++y)
          shade(pixels, y * columns + x, stackValue(stack, start + x * rows + y), domain, lut);
    });
    const y = ((row + 0.5) / rows) * height;
    overlay.replaceChildren(
      svg`<svg viewBox=${`0 0 ${width} ${height}`} font-size="12" aria-hidden="true">
        <line x1="0" x2=${width} y1=${y} y2=${y} stroke="black" stroke-width="3" stroke-opacity="0.5"></line>
        <line x1="0" x2=${width} y1=${y} y2=${y} stroke="white" stroke-width="1.2" stroke-dasharray="6,3"></line>
        <text x=${width - 6} y=${y > 20 ? y - 6 : y + 16} text-anchor="end" style=${haloed}>row ${row}</text>
        ${scaleBar(columns * pixel, width, height)}</svg>`
    );
    const angle = sayAngle(tilts[slider.value]);
    said.textContent = `${stack.label} at ${angle}; the sinogram is that of row ${row} of ${rows}.`;
    image.setAttribute(
      "aria-label",
      `Image at ${angle}, row ${row}: left and right change the tilt, up and down the row of the sinogram`
    );
  };
  const drawLegend = () => {
    const { label, unit } = stacks[current()];
    legend.replaceChildren(
      Plot.legend({
        width: Math.min(260, o.width),
        marginLeft: 12,
        marginRight: 16,
        ticks: 4,
        label: `${label} (${unit})`,
        color: { domain: domainNow(), interpolate: sequential }
      })
    );
  };
  const change = (to: Partial<TiltViewState>, tell: boolean) => {
    if (to.tilt !== undefined) slider.value = to.tilt;
    if (to.row !== undefined) row = within(to.row);
    if (to.stack !== undefined) {
      energy.value = to.stack;
      drawLegend();
    }
    draw();
    if (tell) root.dispatchEvent(new Event("input", { bubbles: true }));
  };
  slider.addEventListener("input", draw);
  energy.addEventListener("input", () => {
    drawLegend();
    draw();
  });
  const pick = (event: PointerEvent) => {
    const box = image.getBoundingClientRect();
    change({ row: Math.floor(((event.clientY - box.top) / box.height) * rows) }, true);
  };
  image.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    image.setPointerCapture(event.pointerId);
    pick(event);
  });
  image.addEventListener("pointermove", (event) => {
    if (image.hasPointerCapture(event.pointerId)) pick(event);
  });
  const keys: Record<string, () => Partial<TiltViewState>> = {
    ArrowLeft: () => ({ tilt: slider.value - 1 }),
    ArrowRight: () => ({ tilt: slider.value + 1 }),
    ArrowUp: () => ({ row: row - 1 }),
    ArrowDown: () => ({ row: row + 1 })
  };
  image.addEventListener("keydown", (event) => {
    const key = keys[event.key];
    if (!key || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    slider.stop();
    change(key(), true);
  });
  drawLegend();
  draw();
  return Object.defineProperty(root, "value", {
    get: () => ({ tilt: slider.value, row, stack: energy.value }),
    set: (to: Partial<TiltViewState>) => change(to, false)
  }) as unknown as TiltView;
}
