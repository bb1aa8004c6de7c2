// The way of an analysis from the camera's counts to a map of valence, step by step, each with the settings that it has here.
import { svg } from "npm:htl";
import { defaultPrepareSettings } from "../../science/xanes/settings.js";
import { edgeElements, energyGrid, fitWindows } from "../../science/xanes/windows.js";
import { h } from "../element.js";

interface Step {
  name: string;
  says: string;
  icon: Element;
}

/** The steps as boxes, and the same in words for those who cannot see them. */
export function workflowSteps(): { list: HTMLElement; alt: string } {
  const parts = steps();
  const boxes = parts.map(({ name, says, icon }) =>
    h("li", {}, icon, h("strong", {}, name), h("span", {}, says))
  );
  return {
    list: h("ol", { class: "workflow" }, ...boxes),
    alt: parts.map(({ name, says }, k) => `${k + 1}. ${name}: ${says}`).join(". ")
  };
}

function steps(): Step[] {
  const images = edgeElements.map((element) => energyGrid(element).length);
  const windows = edgeElements.map((element) => `${element} ${fitWindows[element].join("–")}`).join(", ");
  const by = defaultPrepareSettings.binning;
  return [
    {
      name: "Counts",
      says: `${Math.min(...images)} to ${Math.max(...images)} images an element, one at each energy`,
      icon: picture(
        svg.fragment`<path d="M20 4h28v22M14 9h28v22" /><path d="M8 14h28v22h-28z" class="solid"/><path d="M14 30l4-9 7-3 6 5-2 8z"/>`
      )
    },
    {
      name: "Transmission",
      says: "over the flat field, then over the empty field around the particle",
      icon: picture(
        svg.fragment`<path d="M18 2h28v14h-28z" class="solid"/><path d="M26 13l3-7 6-1 5 5-3 4z"/><path d="M10 20h44"/><path d="M18 24h28v14h-28z"/>`
      )
    },
    {
      name: "Registration",
      says: "the drift between energies is found and undone",
      icon: picture(
        svg.fragment`<path d="M8 4h28v22h-28z" stroke-dasharray="3 3"/><path d="M24 14h28v22h-28z" class="solid"/><path d="M18 30l-8-6m1 5-1-5 5 1" class="beam"/>`
      )
    },
    {
      name: "Binning",
      says: `${by} × ${by} pixels become one`,
      icon: picture(
        svg.fragment`<path d="M4 8h24v24h-24zM16 8v24M4 20h24"/><path d="M31 20h8m-4-4 4 4-4 4" class="beam"/><path d="M42 12h16v16h-16z" class="solid"/>`
      )
    },
    {
      name: "Optical density",
      says: "OD = −ln T in each pixel, a spectrum",
      icon: picture(
        svg.fragment`<path d="M8 2v34h50"/><path d="M10 32h8c4 0 4-24 9-24s4 14 10 14 4-4 8-4 6 2 11 2" class="beam"/>`
      )
    },
    {
      name: "Edge step",
      says: "OD over Δ, the rise from below to above the edge",
      icon: picture(
        svg.fragment`<path d="M8 2v34h50"/><path d="M10 32h8c4 0 4-24 9-24s4 10 10 10h19" class="beam"/><path d="M50 32V18m-3 3 3-3 3 3m-6 8 3 3 3-3"/><path d="M18 32h36" stroke-dasharray="2 3"/>`
      )
    },
    {
      name: "Fit",
      says: `sum of standard states and background, no weight below 0, in ${windows} eV`,
      icon: picture(
        svg.fragment`<path d="M8 2v34h50"/><path d="M10 33h8c5 0 5-29 11-29s5 20 11 20h16" class="beam"/><path d="M10 34h8c4 0 4-18 8-18s4 16 9 16h20M10 34h12c4 0 4-20 9-20s4 16 9 16h15" stroke-dasharray="3 3"/>`
      )
    },
    {
      name: "Valence",
      says: "mean of the states' valences by weight, pixel by pixel",
      icon: picture(
        svg.fragment`<path d="M20 8l16-4 12 10-4 18-18 4-12-14z" class="solid"/><path d="M25 13l10-3 7 7-3 10-10 3-8-9zM29 17l5-1 3 3-1 5-5 1-4-4z"/>`
      )
    }
  ];
}

const picture = (content: DocumentFragment): Element =>
  svg`<svg viewBox="0 0 64 40" width="96" height="60" aria-hidden="true">${content}</svg>`;
