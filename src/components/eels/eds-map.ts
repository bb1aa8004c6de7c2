// One map of X-ray counts: pixels with their colour bar, the sum and the mean below.
import * as Plot from "npm:@observablehq/plot";
import { sequential } from "../colours.js";
import { h } from "../element.js";
import { pixelCanvas } from "../tomography/pixel-canvas.js";
import { paintMap } from "../xanes/map-paint.js";

export interface EdsMapOptions {
  width: number;
  title: string;
  /** pixels along an edge, and nm of one */
  size: number;
  pixel: number;
}

export function edsMap(counts: Float32Array, { width, title, size, pixel }: EdsMapOptions): HTMLElement {
  let most = 1;
  let sum = 0;
  for (const n of counts) {
    most = Math.max(most, n);
    sum += n;
  }
  const { canvas, draw } = pixelCanvas(size, size, width);
  draw((pixels) =>
    paintMap(pixels, { values: counts, domain: [0, most], signed: false }, { nx: size, ny: size, pixel })
  );
  canvas.style.width = `${width}px`;
  const mean = sum / counts.length;
  const alt = `${title}: ${sum} counts in ${size} × ${size} pixels of ${pixel} nm, ${mean.toFixed(2)} in a pixel on average, at most ${most}.`;
  const legend = Plot.legend({
    width: Math.min(220, width),
    marginLeft: 8,
    marginRight: 12,
    ticks: Math.min(4, most),
    tickFormat: "d",
    label: "counts in a pixel",
    color: { domain: [0, most], interpolate: sequential }
  });
  const picture = h("div", { role: "img", "aria-label": alt }, canvas);
  return h(
    "div",
    { class: "map-cell" },
    h("p", { class: "map-name" }, title),
    picture,
    legend,
    h("p", { class: "residual-name" }, `${sum} counts in all, ${mean.toFixed(2)} in a pixel`)
  );
}
