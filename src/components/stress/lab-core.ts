// Inputs of a simulation and the simulation itself, as one input for `view`: form, switches, progress, messages.
import {
  defaultFullParameters,
  kineticParameters,
  type FullParameters
} from "../../science/mechanics/full-parameters.js";
import { geometryOf } from "../../science/mechanics/geometry-of.js";
import { stressParameters } from "../../science/mechanics/parameters.js";
import type { StressResult } from "../../science/mechanics/result.js";
import { checkGeometry } from "../../science/particle/geometry.js";
import type { Parameter } from "../../science/parameters.js";
import { parameterForm } from "../controls.js";
import { h } from "../element.js";
import { errorNote } from "../error-note.js";
import { progressBar } from "../progress.js";
import type { Choice } from "../segmented.js";
import { choiceField, numberField, urlState } from "../url-state.js";
import type { Field } from "../url-fields.js";
import { stressRunner, type RunRequest } from "./run.js";

export const allParameters: Record<keyof FullParameters, Parameter> = {
  ...stressParameters,
  ...kineticParameters
};
export type Name = keyof FullParameters;

/** The unit in which a parameter stands in the form and in the link. */
const units: Partial<Record<Name, { unit: string; factor: number }>> = {
  particleRadius: { unit: "µm", factor: 1e-6 },
  voidRadius: { unit: "µm", factor: 1e-6 },
  poreRadius: { unit: "µm", factor: 1e-6 },
  gap: { unit: "µm", factor: 1e-6 },
  poreTilt: { unit: "°", factor: Math.PI / 180 },
  youngsModulus: { unit: "GPa", factor: 1e9 },
  volumeChange: { unit: "%", factor: 0.01 }
};

/** What each switch may be, by its name in the link; the default first. */
export type ChoiceValues = Readonly<Record<string, readonly string[]>>;
/** One word of each switch. */
export type Chosen<C extends ChoiceValues> = { [K in keyof C]: C[K][number] };

export interface LabSettings<R extends StressResult, C extends ChoiceValues> {
  names: readonly Name[];
  overrides: Partial<FullParameters>;
  /** switches beside the numbers */
  choices?: { [K in keyof C]: Choice<C[K][number]> };
  choiceValues?: C;
  /** the worker's request for these parameters and switches */
  request: (parameters: FullParameters, choices: Chosen<C>) => RunRequest;
  /** more to say of a result, after its size and balance */
  describe?: (result: R) => string;
}

export interface Lab<R> extends HTMLElement {
  /** the last good result; not there before the first, and `view` waits for it */
  value: R;
}

export function laboratory<R extends StressResult, C extends ChoiceValues = Record<string, never>>(
  settings: LabSettings<R, C>
): Lab<R> {
  const { names, choiceValues = {}, request, describe } = settings;
  const choices = Object.entries<Choice<string>>(settings.choices ?? {});
  const base = { ...defaultFullParameters(), ...settings.overrides };
  const numbers = names.map((name) => {
    const { min, max, unit } = allParameters[name];
    const integer = name === "poreCount";
    return [name, numberField({ default: base[name], min, max, unit, integer, ...units[name] })] as const;
  });
  const words = Object.entries<readonly string[]>(choiceValues).map(
    ([name, values]) => [name, choiceField(values, values[0])] as const
  );
  const link = urlState(Object.fromEntries<Field<number | string>>([...numbers, ...words]));
  const { values } = link;
  const form = parameterForm<Name>(allParameters, {
    names,
    values,
    units,
    integers: ["poreCount"],
    check: (changed) => geometryComplaint({ ...base, ...changed })
  });
  for (const [name, choice] of choices) choice.value = String(values[name]);
  const runner = stressRunner();
  let stop = new AbortController();
  const progress = progressBar({ label: "Simulating", onCancel: () => stop.abort() });
  // what was wrong with the link stays to be read; what is wrong with a run goes with the next good one
  const linkNote = errorNote(link.problems);
  const problem = errorNote();
  const said = h("p", { class: "figure-readout", role: "status" });
  const switches = h("div", { class: "figure-switches" }, ...choices.map(([, choice]) => choice));
  const state = h("div", { class: "lab-state" }, progress, linkNote, problem, said);
  // the value is not there yet: `view` gives nothing before the first event
  const root = h("div", { class: "stress-lab" }, switches, form, state) as HTMLElement as Lab<R>;

  // the switches offer just the words that they were made for
  const chosen = () => Object.fromEntries(choices.map(([name, choice]) => [name, choice.value])) as Chosen<C>;

  const run = async () => {
    stop.abort();
    const own = (stop = new AbortController());
    progress.update(0, "starting");
    root.dataset.state = "busy";
    const begun = performance.now();
    try {
      const result = await runner.run<R>(request({ ...base, ...form.value }, chosen()), {
        signal: own.signal,
        onProgress: progress.update
      });
      root.value = result;
      root.dataset.state = "idle";
      said.textContent = [summary(result, performance.now() - begun), describe?.(result)]
        .filter(Boolean)
        .join(" ");
      problem.show([]);
      root.dispatchEvent(new Event("input", { bubbles: true }));
    } catch (error) {
      if (own !== stop) return;
      root.dataset.state = "stale";
      const stopped = error instanceof DOMException && error.name === "AbortError";
      if (stopped) said.textContent = "Stopped. What is shown is the last result.";
      else problem.show(error instanceof Error ? error.message : String(error));
    }
    if (own === stop) progress.done();
  };
  const changed = (event: Event) => {
    event.stopPropagation();
    link.set({ ...form.value, ...chosen() });
    void run();
  };
  form.addEventListener("input", changed);
  switches.addEventListener("input", changed);
  // the first run waits until the reader comes near, so that the page's own figures come first
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    void run();
  }).observe(root);
  return root;
}

function geometryComplaint(parameters: FullParameters): Partial<Record<Name, string>> {
  try {
    checkGeometry(geometryOf(parameters));
    return {};
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place: Name = message.includes("gap")
      ? "gap"
      : message.includes("pore")
        ? "poreRadius"
        : "voidRadius";
    return { [place]: message };
  }
}

function summary({ diagnostics: d, stopped }: StressResult, milliseconds: number): string {
  const size = `${d.nodes.toLocaleString("en")} nodes, ${d.steps} time steps, ${(milliseconds / 1000).toFixed(2)} s`;
  const balance = `lithium kept to ${d.lithiumBalance.toExponential(0)}`;
  const end = stopped
    ? ` Ended at ${(100 * stopped.depthOfDischarge).toFixed(1)} % depth of discharge: ${stopped.reason}.`
    : "";
  return `${size}; ${balance}.${end}`;
}
