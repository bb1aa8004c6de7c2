// What the charts of this folder share: a name for those who cannot see them, keys of lines, and colours of series.
import { svg } from "npm:htl";
import { classColour, sequential, type CompositionClass } from "../colours.js";
import { h } from "../element.js";

export const classNames: readonly CompositionClass[] = ["target", "oxygen-poor", "oxygen-rich"];

/** The colour scale of the classes for a chart, without its own legend. */
export const classScale = (dark: boolean): { domain: CompositionClass[]; range: string[] } => ({
  domain: [...classNames],
  range: classNames.map((name) => classColour(name, dark))
});

/** Colours of series that have no meaning of their own, apart in lightness too; dashes tell them apart without colour. */
export function seriesStyle(index: number, count: number, dark: boolean): { colour: string; dash: string } {
  const t = count > 1 ? index / (count - 1) : 0;
  const dashes = ["none", "7,3", "2,3", "9,3,2,3"];
  return { colour: sequential(dark ? 0.95 - 0.5 * t : 0.08 + 0.62 * t), dash: dashes[index % dashes.length] };
}

export interface Key {
  label: string;
  colour?: string;
  /** a line is drawn unless told otherwise */
  mark?: "line" | "fill" | "outline" | "interval" | "dot";
  dash?: string;
}

/** What lines, bars and marks mean, as text beside a small sample of each. */
export function keys(list: readonly Key[]): HTMLElement {
  return h(
    "ul",
    { class: "swatches in-row" },
    ...list.map(({ label, colour = "currentColor", mark = "line", dash = "none" }) => {
      const shape = {
        line: () =>
          svg`<line x1="0" x2="22" y1="6" y2="6" stroke=${colour} stroke-width="2" stroke-dasharray=${dash}></line>`,
        fill: () => svg`<rect x="5" y="1" width="12" height="10" fill=${colour}></rect>`,
        outline: () =>
          svg`<rect x="5" y="1" width="12" height="10" fill="none" stroke=${colour} stroke-width="1.5"></rect>`,
        interval: () => svg`<path d="M11,0V12M8,0H14M8,12H14" stroke=${colour} stroke-width="1.5"></path>`,
        dot: () =>
          svg`<path d="M11,1L16,6L11,11L6,6Z" fill="none" stroke=${colour} stroke-width="1.5"></path>`
      }[mark]();
      const sample = svg`<svg class="swatch" width="22" height="12" viewBox="0 0 22 12" aria-hidden="true">${shape}</svg>`;
      return h("li", {}, sample, label);
    })
  );
}

/** A chart under its keys, with a description; Plot names its marks in a way that only one picture as a whole may. */
export function chart(plot: Element, alt: string, legend?: Element): HTMLElement {
  for (const mark of plot.querySelectorAll("[aria-label]")) mark.removeAttribute("aria-label");
  plot.setAttribute("role", "img");
  plot.setAttribute("aria-label", alt);
  return h("div", { class: "chart" }, legend, plot);
}

export interface ChartOptions {
  width: number;
  height?: number;
  /** what the chart shows, for those who cannot see it */
  alt: string;
  dark?: boolean;
}

/** A height that suits a width, from phones to wide pages. */
export const chartHeight = ({ width, height }: ChartOptions): number =>
  height ?? Math.round(Math.min(360, Math.max(240, 0.55 * width)));
