// The choices of the analysis that redraw everything.
import { fitWindows, measuredRanges } from "../../science/xanes/windows.js";
import { h } from "../element.js";
import { segmented } from "../segmented.js";
import { windowSliders, type Windows } from "./window-sliders.js";

export interface FitChoices {
  window: "study" | "full" | "own";
  /** eV; what "own" means */
  edges: Windows;
  normalisation: "none" | "pre" | "pre-post";
  sumToOne: boolean;
  freeBackground: boolean;
  registration: boolean;
}

export interface SettingsForm extends HTMLElement {
  value: FitChoices;
}

export const defaultChoices: FitChoices = {
  window: "study",
  edges: fitWindows,
  normalisation: "pre-post",
  sumToOne: false,
  freeBackground: false,
  registration: true
};

const windows = { study: "the study's", full: "full range", own: "by the sliders" } as const;
const normalisations = { none: "none", pre: "pre-edge", "pre-post": "pre- and post-edge" } as const;
const switches = {
  sumToOne: "weights sum to one",
  freeBackground: "free background",
  registration: "register the images"
} as const;

const namesOf = <K extends string>(record: Record<K, string>): K[] => Object.keys(record) as K[];

/** Works with `view`; sends `input` with every change. */
export function settingsForm(start: Partial<FitChoices> = {}): SettingsForm {
  const first = { ...defaultChoices, ...start };
  const window = segmented({
    label: "Fit window",
    options: namesOf(windows),
    value: first.window,
    format: (name) => windows[name]
  });
  const normalisation = segmented({
    label: "Normalisation",
    options: namesOf(normalisations),
    value: first.normalisation,
    format: (name) => normalisations[name]
  });
  const edges = windowSliders();
  const boxes = namesOf(switches).map((name) => {
    const box = h("input", { type: "checkbox" });
    box.checked = first[name];
    return { name, box, row: h("label", { class: "check" }, box, switches[name]) };
  });
  const fit = h("fieldset", { class: "control" }, h("legend", {}, "Fit"), ...boxes.map(({ row }) => row));
  const reset = h("button", { type: "button", class: "button" }, "Reset");
  const root = h("div", { class: "fit-settings", role: "group", "aria-label": "Settings of the fit" });
  edges.value = first.window === "full" ? measuredRanges : first.edges;
  root.append(window, edges, normalisation, fit, reset);
  const write = (to: FitChoices) => {
    window.value = to.window;
    edges.value = to.edges;
    normalisation.value = to.normalisation;
    for (const { name, box } of boxes) box.checked = to[name];
  };
  const read = (): FitChoices => ({
    ...defaultChoices,
    window: window.value,
    edges: edges.value,
    normalisation: normalisation.value,
    ...Object.fromEntries(boxes.map(({ name, box }) => [name, box.checked]))
  });
  // the sliders show the window that is fitted, and to move one makes it the reader's own
  window.addEventListener("input", () => {
    if (window.value !== "own") edges.value = window.value === "study" ? fitWindows : measuredRanges;
  });
  edges.addEventListener("input", () => (window.value = "own"));
  reset.addEventListener("click", () => {
    write(defaultChoices);
    root.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return Object.defineProperty(root, "value", {
    get: read,
    set: (to: Partial<FitChoices>) => write({ ...read(), ...to })
  }) as unknown as SettingsForm;
}
