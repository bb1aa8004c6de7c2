// Peaks of the image's pattern, the pair that the maps are made from, and the mask about each.
import { svg } from "npm:htl";
import { h } from "../element.js";
import { haloed } from "../tomography/scale-bar.js";

export interface Pattern {
  peaks: readonly { x: number; y: number; power: number }[];
  g: readonly [readonly [number, number], readonly [number, number]];
  sigma: number;
  /** Å */
  pixel: number;
}

/** Periods in Å and direction of a frequency, in words. */
export function sayFrequency([x, y]: readonly [number, number], pixel: number): string {
  const turned = ((Math.atan2(y, x) * 180) / Math.PI).toFixed(0).replace("-", "−");
  return `${(pixel / Math.hypot(x, y)).toFixed(2)} Å at ${turned}°`;
}

export function patternPlot({ peaks, g, sigma, pixel }: Pattern, side: number): HTMLElement {
  // cycles a pixel that the picture reaches to
  const reach = 0.2;
  const place = (x: number, y: number) =>
    [(1 + x / reach) * (side / 2), (1 + y / reach) * (side / 2)] as const;
  const both = peaks.flatMap(({ x, y, power }) => [
    { x, y, power },
    { x: -x, y: -y, power }
  ]);
  const dots = both.map(({ x, y, power }) => {
    const [cx, cy] = place(x, y);
    return svg`<circle cx=${cx} cy=${cy} r=${1.5 + 4 * power ** 0.35} fill="currentColor" fill-opacity="0.55"></circle>`;
  });
  const masks = g.map(([x, y], i) => {
    const [cx, cy] = place(x, y);
    const r = (sigma / reach) * (side / 2);
    return svg`<g><circle cx=${cx} cy=${cy} r=${r} fill="none" stroke="var(--theme-foreground-focus)" stroke-width="2"></circle>
      <text x=${cx + r + 3} y=${cy + 4} font-size="12" style=${haloed}>g${i + 1}</text></g>`;
  });
  const words = g.map((each, i) => `g${i + 1} ${sayFrequency(each, pixel)}`).join(", ");
  const root = h(
    "div",
    { class: "stem-pattern", role: "img", "aria-label": `Peaks of the pattern; ${words}.` },
    svg`<svg width=${side} height=${side} viewBox=${`0 0 ${side} ${side}`} aria-hidden="true">
      <rect width=${side} height=${side} fill="var(--theme-background-alt)"></rect>${dots}${masks}</svg>`
  );
  return root;
}
