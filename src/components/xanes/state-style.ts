// How a state looks in a chart: its rate gives the colour, its stage (4.4 V, … discharged) the marker and the dash.
import { svg } from "npm:htl";
import { rateColour } from "../colours.js";
import { h } from "../element.js";

export type Marker = "circle" | "square" | "triangle" | "diamond" | "cross";

export interface StateStyle {
  colour: string;
  marker: Marker;
  dash: string;
}

const markers: readonly Marker[] = ["circle", "square", "triangle", "diamond", "cross"];
const dashes = ["none", "1.5,3", "5,3", "9,3", "9,3,2,3"];
const paths: Record<Marker, string> = {
  circle: "M16,2.5a3.5,3.5 0 1 0 .01,0Z",
  square: "M12.8,2.8h6.4v6.4h-6.4Z",
  triangle: "M16,1.5L20.3,9H11.7Z",
  diamond: "M16,0.8L19.6,6L16,11.2L12.4,6Z",
  cross: "M14.8,2h2.4v2.8h2.8v2.4h-2.8v2.8h-2.4v-2.8h-2.8v-2.4h2.8Z"
};

/** @param rate in C; null before any cycling, which has the text's colour @param stages all of them, in order */
export function stateStyle(
  rate: number | null,
  stage: string,
  stages: readonly string[],
  dark: boolean
): StateStyle {
  const k = Math.max(0, stages.indexOf(stage)) % markers.length;
  return {
    colour: rate === null ? "currentColor" : rateColour(rate, dark),
    marker: markers[k],
    dash: dashes[k]
  };
}

export function stateKeys(
  list: readonly (StateStyle & { label: string; outlined?: boolean })[]
): HTMLElement {
  return h(
    "ul",
    { class: "swatches in-row" },
    ...list.map(({ label, colour, marker, dash, outlined }) => {
      const line = svg`<line x1="0" x2="32" y1="6" y2="6" stroke=${colour} stroke-width=${outlined ? 0 : 1.5} stroke-dasharray=${dash}></line>`;
      const mark = svg`<path d=${paths[marker]} fill=${outlined ? "none" : colour} stroke=${colour} stroke-width="1.2"></path>`;
      const sample = svg`<svg class="swatch" width="32" height="12" viewBox="0 0 32 12" aria-hidden="true">${line}${mark}</svg>`;
      return h("li", {}, sample, label);
    })
  );
}
