// Small marks in the tables of checks: a verdict in words and colour, and a bar of the tolerance that was used.
import { svg } from "npm:htl";
import { verdictStyle } from "../claims/verdict-style.js";
import { h } from "../element.js";

/** "✓ passes" or "✕ fails"; the colour never stands alone. */
export function passMark(passes: boolean, text = passes ? "passes" : "fails"): HTMLElement {
  const { mark, colour } = verdictStyle(passes ? "agrees" : "disagrees");
  return h(
    "span",
    { style: "white-space: nowrap" },
    h("span", { style: `color: ${colour}` }, mark),
    ` ${text}`
  );
}

const percent = (share: number): string =>
  share === 0 ? "none" : share < 0.001 ? "below 0.1 %" : `${+(100 * share).toPrecision(2)} %`;

/** How much of a tolerance was used: a bar whose frame is the tolerance, with the number. */
export function toleranceBar(share: number | null): HTMLElement | string {
  if (share === null) return "–";
  const colour = verdictStyle(share <= 1 ? "agrees" : "disagrees").colour;
  const bar = svg`<svg width="62" height="10" viewBox="0 0 62 10" aria-hidden="true" style="margin-right: 0.4em; vertical-align: -1px">
    <rect x="1" y="1" width=${60 * Math.min(1, share)} height="8" style=${`fill: ${colour}`}></rect>
    <rect x="1" y="1" width="60" height="8" fill="none" stroke="currentColor" stroke-opacity="0.5"></rect></svg>`;
  return h("span", { class: "tolerance-bar" }, bar, percent(share));
}
