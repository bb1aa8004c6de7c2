// What stands around the painted pattern: axes, the row of reflections with their names, levels of the difference, the brush.
import { svg } from "npm:htl";
import { formatNumber } from "../units.js";
import {
  namedReflections,
  reflectionsIn,
  type PlotBox,
  type PlotChoices,
  type PlotScales
} from "./pattern-layout.js";
import { axisOf, sayIndices, type ShownPattern, type Window } from "./shown-pattern.js";

export interface FrameSettings {
  window: Window;
  box: PlotBox;
  scales: PlotScales;
  choices: PlotChoices;
  /** of the reflection under the cursor */
  marked: number | null;
  /** pixels between which a part is being chosen */
  brush: readonly [number, number] | null;
}

const halo =
  "stroke: var(--theme-background); stroke-width: 4px; paint-order: stroke; stroke-linejoin: round";

export function patternFrame(p: ShownPattern, s: FrameSettings): SVGSVGElement {
  const { box, scales, window, choices, marked, brush } = s;
  const { symbol, unit } = axisOf[p.axis];
  const [left, right] = [box.left, box.width - box.right];
  const inside = reflectionsIn(p.reflections, window);
  // names at the very ends would run into their neighbours
  const clear = (r: number) => {
    const x = scales.x(p.reflections.centre[r]);
    return x > left + 24 && x < right - 24;
  };
  const named = namedReflections(p.reflections, window, scales.x, 52)
    .filter(clear)
    .slice(0, Math.floor(box.width / 70));
  const markedAt = marked === null ? -Infinity : scales.x(p.reflections.centre[marked]);
  const free = (r: number) => Math.abs(scales.x(p.reflections.centre[r]) - markedAt) > 52;
  const tickAt = (r: number) => scales.x(p.reflections.centre[r]).toFixed(1);
  const all = inside.map((r) => `M${tickAt(r)},${box.ticks[0]}V${box.ticks[1] - 3}`).join("");
  const steps = Math.max(0, Math.ceil(-Math.log10((window[1] - window[0]) / 8)));
  const axis = (value: number) => value.toFixed(Math.min(6, steps));
  const name = (r: number, top: boolean) => {
    const [x, y] = [scales.x(p.reflections.centre[r]), top ? box.main[0] + 2 : box.ticks[0] - 4];
    const end = x > right - 20 ? "end" : x < left + 20 ? "start" : "middle";
    return svg`<text x=${x} y=${y} text-anchor=${end} style=${halo} font-weight=${r === marked ? 600 : 400}>${sayIndices(p.reflections, r)}</text>`;
  };
  const height = (value: number) => scales.y(value).toFixed(1);
  const label = choices.difference === "intensity" ? "obs − calc" : "(obs − calc)/σ";
  const levels = choices.difference === "intensity" ? [0] : [-3, 0, 3];
  return svg`<svg viewBox="0 0 ${box.width} ${box.height}" width="100%" height="100%" aria-hidden="true" fill="currentColor" font-size="12" font-family="var(--sans-serif)">
    <g stroke="currentColor" fill="none">
      <path stroke-opacity="0.25" d=${scales.yTicks.map((t) => `M${left},${height(t)}h-5`).join("") + `M${left},${box.main[0]}V${box.main[1]}`}></path>
      <path stroke-opacity="0.6" d=${scales.xTicks.map((t) => `M${scales.x(t).toFixed(1)},${box.difference[1]}v5`).join("") + `M${left},${box.difference[1]}H${right}`}></path>
      <path stroke-opacity="0.3" stroke-dasharray="3,3" d=${levels.map((t) => `M${left},${scales.residual(t).toFixed(1)}H${right}`).join("")}></path>
      <path stroke-width=${inside.length > 60 ? 0.8 : 1.2} d=${all}></path>
      ${marked === null ? null : svg`<path stroke-width="1" stroke-dasharray="2,3" d="M${tickAt(marked)},${box.main[0] + 8}V${box.difference[1]}"></path><path stroke-width="3" d="M${tickAt(marked)},${box.ticks[0] - 2}V${box.ticks[1]}"></path>`}
    </g>
    <g text-anchor="end">${scales.yTicks.map((t) => svg`<text x=${left - 8} y=${scales.y(t)} dy="0.32em">${formatNumber(t)}</text>`)}
      ${scales.residualTicks.map((t) => svg`<text x=${left - 8} y=${scales.residual(t)} dy="0.32em">${formatNumber(t)}</text>`)}</g>
    <g text-anchor="middle">${scales.xTicks.map((t) => svg`<text x=${scales.x(t)} y=${box.difference[1] + 18}>${axis(t)}</text>`)}</g>
    <text x=${right} y=${box.height - 4} text-anchor="end">${symbol} (${unit}) →</text>
    <text x=${left} y=${box.difference[0] + 4} dx="4" style=${halo}>${label}</text>
    <g>${named.filter(free).map((r) => name(r, true))}${marked === null ? null : name(marked, true)}</g>
    ${brush === null ? null : svg`<rect x=${Math.min(...brush)} y=${box.main[0]} width=${Math.abs(brush[1] - brush[0])} height=${box.difference[1] - box.main[0]} fill="currentColor" fill-opacity="0.12" stroke="currentColor" stroke-opacity="0.5"></rect>`}
  </svg>` as SVGSVGElement;
}
