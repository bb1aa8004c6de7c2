// Sinograms of one detector row, one for each element: angle down, detector to the right, the missing wedge on request.
import { svg } from "npm:htl";
import { sequential } from "../colours.js";
import { h } from "../element.js";
import { lookupTable } from "../stress/raster.js";
import { pixelCanvas } from "./pixel-canvas.js";
import { axes, hatch, marginLeft } from "./sinogram-axes.js";
import { angleAxis, nearestTilt, paintSinogram } from "./sinogram-paint.js";
import { contrast, sayAngle, type Sinogram } from "./tilt-series.js";

export interface SinogramViewOptions {
  width: number;
  alt: string;
  /** rising, degrees */
  tilts: ArrayLike<number>;
  columns: number;
  /** side of a detector pixel, nm */
  pixel: number;
  /** whether the missing wedge is shown at first */
  wedge?: boolean;
  /** index of the tilt marked first */
  value?: number;
}

/** Sends `input` when the reader chooses a tilt. */
export interface SinogramView extends HTMLElement {
  /** index of the marked tilt */
  value: number;
  /** Shows the sinograms of another row. */
  update: (sinograms: readonly Sinogram[]) => void;
}

/** @throws if a sinogram has another number of values than tilts × columns */
export function sinogramView(first: readonly Sinogram[], o: SinogramViewOptions): SinogramView {
  const { tilts, columns, pixel } = o;
  let sinograms = first;
  const last = tilts.length - 1;
  const within = (index: number) => Math.min(last, Math.max(0, Math.round(index)));
  let tilt = within(o.value ?? nearestTilt(tilts, 0));
  const wedge = h("input", { type: "checkbox", checked: o.wedge ?? false });
  const said = h("p", { class: "figure-readout", role: "status" });
  const across = Math.max(1, Math.min(sinograms.length, Math.floor(o.width / 200), 4));
  const perRow = o.width < 400 ? Math.min(2, sinograms.length) : across;
  const side = Math.floor(Math.min(300, (o.width - 20 * (perRow - 1)) / perRow - marginLeft));
  const lut = lookupTable(sequential, [0, 1]);
  const cells = h("div", { class: "sinograms" });
  const root = h(
    "div",
    { class: "sinogram-view", role: "group", "aria-label": o.alt },
    h("label", { class: "control" }, wedge, " Show the angles that were not measured, to ±90°"),
    cells,
    said
  );

  const choose = (index: number) => {
    tilt = within(index);
    mark();
    root.dispatchEvent(new Event("input", { bubbles: true }));
  };
  let mark = () => {};
  const build = () => {
    for (const { label, values } of sinograms)
      if (values.length !== tilts.length * columns)
        throw new Error(
          `invalid sinogram "${label}": ${values.length} values; must be ${tilts.length} tilts × ${columns} columns`
        );
    const axis = angleAxis(tilts, wedge.checked);
    const y = (angle: number) => ((angle - axis.from) / (axis.to - axis.from)) * side;
    const drawn = sinograms.map(({ label, values, unit }) => {
      const { canvas, draw } = pixelCanvas(columns, axis.rows, side);
      const domain = contrast(values);
      draw((pixels) => paintSinogram(pixels, values, tilts, columns, axis, domain, lut));
      const line = h("div");
      const size = `width: ${side}px; height: ${side}px`;
      const image = h(
        "div",
        { class: "sinogram-image", style: size, tabindex: 0, role: "application" },
        hatch(side, y(axis.from), y(Math.max(axis.from, tilts[0] - 0.5))),
        canvas,
        line
      );
      image.addEventListener("pointerdown", (event) => {
        const box = image.getBoundingClientRect();
        const share = (event.clientY - box.top) / box.height;
        choose(nearestTilt(tilts, axis.from + share * (axis.to - axis.from)));
      });
      image.addEventListener("keydown", (event) => {
        const moves: Record<string, number> = {
          ArrowUp: tilt - 1,
          ArrowDown: tilt + 1,
          PageUp: tilt - 10,
          PageDown: tilt + 10,
          Home: 0,
          End: last
        };
        const to = moves[event.key];
        if (to === undefined) return;
        event.preventDefault();
        choose(to);
      });
      const range = `${domain.map((v) => Number(v.toPrecision(2))).join(" to ")} ${unit}`.trim();
      const cell = h(
        "div",
        { style: `width: ${side + marginLeft}px` },
        h("p", { class: "sinogram-name" }, label, h("span", { class: "slice-name" }, ` ${range}`)),
        axes(image, side, axis, columns * pixel)
      );
      return { image, line, cell, label };
    });
    cells.replaceChildren(...drawn.map(({ cell }) => cell));
    mark = () => {
      const at = y(tilts[tilt]);
      for (const { image, line, label } of drawn) {
        line.replaceChildren(
          svg`<svg viewBox=${`0 0 ${side} ${side}`} aria-hidden="true">
            <line x1="0" x2=${side} y1=${at} y2=${at} stroke="black" stroke-width="3" stroke-opacity="0.5"></line>
            <line x1="0" x2=${side} y1=${at} y2=${at} stroke="white" stroke-width="1.2"></line></svg>`
        );
        image.setAttribute(
          "aria-label",
          `Sinogram of ${label}, tilt ${sayAngle(tilts[tilt])} marked: up and down choose the tilt`
        );
      }
      said.textContent = `Marked tilt: ${sayAngle(tilts[tilt])}. Measured from ${sayAngle(tilts[0])} to ${sayAngle(tilts[last])}.`;
    };
    mark();
  };
  wedge.addEventListener("input", build);
  build();
  return Object.defineProperties(root, {
    value: {
      get: () => tilt,
      set: (index: number) => {
        tilt = within(index);
        mark();
      }
    },
    update: {
      value: (next: readonly Sinogram[]) => {
        sinograms = next;
        build();
      }
    }
  }) as unknown as SinogramView;
}
