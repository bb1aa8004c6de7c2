// The choices of the analysis that redraw everything.
import { h } from "../element.js";
import { segmented } from "../segmented.js";

export interface FitChoices {
  window: "study" | "full";
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
  normalisation: "pre-post",
  sumToOne: false,
  freeBackground: false,
  registration: true
};

const windows = { study: "the study's", full: "full range" } as const;
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
  const boxes = namesOf(switches).map((name) => {
    const box = h("input", { type: "checkbox" });
    box.checked = first[name];
    return { name, box, row: h("label", { class: "check" }, box, switches[name]) };
  });
  const fit = h("fieldset", { class: "control" }, h("legend", {}, "Fit"), ...boxes.map(({ row }) => row));
  const reset = h("button", { type: "button", class: "button" }, "Reset");
  const root = h("div", { class: "fit-settings", role: "group", "aria-label": "Settings of the fit" });
  root.append(window, normalisation, fit, reset);
  const write = (to: FitChoices) => {
    window.value = to.window;
    normalisation.value = to.normalisation;
    for (const { name, box } of boxes) box.checked = to[name];
  };
  const read = (): FitChoices => ({
    ...defaultChoices,
    window: window.value,
    normalisation: normalisation.value,
    ...Object.fromEntries(boxes.map(({ name, box }) => [name, box.checked]))
  });
  reset.addEventListener("click", () => {
    write(defaultChoices);
    root.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return Object.defineProperty(root, "value", {
    get: read,
    set: (to: Partial<FitChoices>) => write({ ...read(), ...to })
  }) as unknown as SettingsForm;
}
