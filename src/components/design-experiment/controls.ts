// The controls of an experiment: knobs by technique, experiments to start from, all of it in the page's link.
import {
  choices,
  knobNames,
  knobs,
  presetDesign,
  presetNames,
  presets,
  type Design,
  type Knob
} from "../../science/experiment-design/settings.js";
import { segmented } from "../controls.js";
import { h } from "../element.js";
import { errorNote } from "../error-note.js";
import { parameterControl } from "../parameter-control.js";
import { urlState } from "../url-state.js";
import { designFields, fromLink, toLink } from "./link.js";

const groups: readonly (readonly [string, readonly Knob[]])[] = [
  ["Composition tomograms", ["txmPhotons", "txmTilt", "txmThreshold", "txmVoxel"]],
  ["Oxidation-state maps, scattering", ["mapPhotons", "mapStep", "mapWindow", "rixsCounts"]],
  ["Neutron diffraction", ["neutronHours", "neutronLargest", "neutronSmallest", "neutronPartner"]],
  ["Electron microscopy", ["eelsDose", "eelsResolution", "stemDose"]],
  ["Ion maps, nanotomograms", ["simsTime", "simsBlur", "nanoVoxel"]]
];

/** One knob: a slider with a number, or two words to choose from. */
interface Control {
  element: Element;
  /** NaN while the field holds no sound number */
  read: () => number;
  write: (value: number) => void;
  /** says beside the field what is wrong with it */
  complain?: (message: string) => void;
}

function control(knob: Knob): Control {
  const words = choices[knob];
  if (!words) {
    const { unit } = knobs[knob];
    return parameterControl(knobs[knob], { unit: { unit, factor: 1 } });
  }
  const choice = segmented<number>({
    ...{ label: knobs[knob].label, options: [0, 1], value: knobs[knob].value },
    format: (i) => words[i === 1 ? 1 : 0]
  });
  return { element: choice, read: () => choice.value, write: (value) => (choice.value = value) };
}

export interface ExperimentControls extends HTMLFormElement {
  value: Design;
}

/** Works with `view`: the value is the design, `input` is sent when it has changed and is sound. */
export function experimentControls(delay = 150): ExperimentControls {
  const link = urlState(designFields);
  const controls = new Map(knobNames.map((knob) => [knob, control(knob)]));
  let design = fromLink(link.values);
  const write = (next: Design) => {
    for (const [knob, control] of controls) {
      control.write(next[knob]);
      control.complain?.("");
    }
  };
  const take = (next: Design) => {
    design = next;
    link.set(toLink(next));
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const starts = presetNames.map((name) =>
    h(
      "button",
      {
        type: "button",
        class: "button",
        onclick: () => {
          write(presetDesign(name));
          take(presetDesign(name));
        }
      },
      presets[name].label
    )
  );
  const form = h(
    "form",
    { class: "experiment-controls control", "aria-label": "The experiment" },
    errorNote(link.problems),
    h(
      "div",
      { class: "experiment-starts", role: "group", "aria-label": "Start from" },
      "Start from ",
      ...starts
    ),
    h(
      "div",
      { class: "experiment-groups" },
      ...groups.map(([title, names]) =>
        h(
          "fieldset",
          { class: "experiment-group" },
          h("legend", {}, title),
          ...names.flatMap((knob) => controls.get(knob)?.element ?? [])
        )
      )
    )
  );
  let timer = 0;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target === form) return;
    // a field's own event is not the form's: its number is not checked yet
    event.stopImmediatePropagation();
    for (const { complain } of controls.values()) complain?.("");
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const next = { ...design };
      for (const [knob, { read }] of controls) {
        const value = read();
        if (Number.isFinite(value)) next[knob] = value;
      }
      if (knobNames.some((knob) => next[knob] !== design[knob])) take(next);
    }, delay);
  });
  write(design);
  return Object.defineProperty(form, "value", {
    get: () => ({ ...design })
  }) as unknown as ExperimentControls;
}
