// Around and under a sinogram: its axes in degrees and nm, and hatching where nothing was measured.
import { svg } from "npm:htl";
import { h, uniqueId } from "../element.js";
import { sayAngle } from "./tilt-series.js";

/** Room for the axes, pixels. */
export const marginLeft = 50;
const marginBottom = 34;

/** Hatching under the picture, seen where nothing was measured, and words where it is tall enough for them. */
export function hatch(side: number, top: number, wedge: number): SVGElement {
  const id = uniqueId("hatch");
  const words = (y: number) =>
    svg`<text x=${side / 2} y=${y} dy="0.35em" text-anchor="middle"
    style="stroke: var(--theme-background-alt); stroke-width: 4px; paint-order: stroke">not measured</text>`;
  const tall = wedge - top > 14;
  return svg`<svg viewBox=${`0 0 ${side} ${side}`} font-size="11" fill="currentColor" aria-hidden="true">
    <defs><pattern id=${id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="0" x2="0" y1="0" y2="6" stroke="currentColor" stroke-opacity="0.35"></line></pattern></defs>
    <rect width=${side} height=${side} fill=${`url(#${id})`}></rect>
    ${tall ? [words((top + wedge) / 2), words(side - (top + wedge) / 2)] : null}</svg>`;
}

/** The picture with its axes: angle in degrees, detector in nm from the axis of rotation. */
export function axes(
  image: HTMLElement,
  side: number,
  { from, to }: { from: number; to: number },
  view: number
): HTMLElement {
  const step = to - from > 100 ? 30 : 15;
  const angles: number[] = [];
  for (let a = Math.ceil(from / step) * step; a <= to; a += step) angles.push(a);
  const tick = 10 ** Math.floor(Math.log10(view / 2.2));
  const nm = [5, 2, 1].map((k) => k * tick).find((v) => v <= view / 2.2) ?? tick;
  const [width, height] = [side + marginLeft, side + marginBottom];
  const frame = svg`<svg class="sinogram-axes" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`}
      font-size="11" fill="currentColor" aria-hidden="true">
    ${angles.map((a) => {
      const y = ((a - from) / (to - from)) * side;
      return svg`<g><line x1=${marginLeft - 5} x2=${marginLeft} y1=${y} y2=${y} stroke="currentColor"></line>
        <text x=${marginLeft - 7} y=${y} dy="0.35em" text-anchor="end">${sayAngle(a)}</text></g>`;
    })}
    <text transform=${`translate(9,${side / 2}) rotate(-90)`} text-anchor="middle">tilt</text>
    ${[-nm, 0, nm].map((t) => {
      const x = marginLeft + (0.5 + t / view) * side;
      return svg`<g><line x1=${x} x2=${x} y1=${side} y2=${side + 5} stroke="currentColor"></line>
        <text x=${x} y=${side + 16} text-anchor="middle">${t < 0 ? `−${-t}` : t}</text></g>`;
    })}
    <text x=${marginLeft + side / 2} y=${side + 30} text-anchor="middle">detector (nm)</text></svg>`;
  image.style.marginLeft = `${marginLeft}px`;
  const box = h("div", { style: `position: relative; height: ${height}px` }, image);
  box.append(frame);
  frame.style.cssText = "position: absolute; inset: 0; pointer-events: none";
  return box;
}
