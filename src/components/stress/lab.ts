// The inputs of a simulation and the simulation itself, as one input for `view`: its value is the last good result.
import { defaultStressParameters, stressParameters } from "../../science/mechanics/parameters.js";
import type { StressParameterName, StressParameters } from "../../science/mechanics/parameters.js";
import type { StressResult } from "../../science/mechanics/result.js";
import { checkGeometry } from "../../science/particle/geometry.js";
import { geometryOf } from "../../science/mechanics/geometry-of.js";
import { parameterForm } from "../controls.js";
import { h } from "../element.js";
import { errorNote } from "../error-note.js";
import { progressBar } from "../progress.js";
import { numberField, urlState } from "../url-state.js";
import { stressRunner } from "./run.js";

const names = [
  "rate",
  "particleRadius",
  "voidRadius",
  "poreRadius",
  "poreCount",
  "poreTilt",
  "gap",
  "diffusivity",
  "youngsModulus",
  "poissonRatio",
  "volumeChange"
] as const satisfies readonly StressParameterName[];
type Name = (typeof names)[number];

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

export interface StressLab extends HTMLElement {
  /** the last good result; not there before the first, and `view` waits for it */
  value: StressResult;
}

/** @param overrides values in SI units in place of the defaults, as a fork sets them */
export function stressLab(overrides: Partial<StressParameters> = {}): StressLab {
  const base = { ...defaultStressParameters(), ...overrides };
  const link = urlState(
    Object.fromEntries(
      names.map((name) => {
        const { min, max, unit } = stressParameters[name];
        const integer = name === "poreCount";
        return [name, numberField({ default: base[name], min, max, unit, integer, ...units[name] })];
      })
    )
  );
  const form = parameterForm<Name>(
    Object.fromEntries(names.map((n) => [n, stressParameters[n]])) as Record<
      Name,
      (typeof stressParameters)[Name]
    >,
    {
      names,
      values: link.values,
      units,
      integers: ["poreCount"],
      check: (values) => geometryComplaint({ ...base, ...values })
    }
  );
  const runner = stressRunner();
  let stop = new AbortController();
  const progress = progressBar({ label: "Simulating", onCancel: () => stop.abort() });
  // what was wrong with the link stays to be read; what is wrong with a run goes with the next good one
  const linkNote = errorNote(link.problems);
  const problem = errorNote();
  const said = h("p", { class: "figure-readout", role: "status" });
  const root: StressLab = Object.assign(
    h(
      "div",
      { class: "stress-lab" },
      form,
      h("div", { class: "lab-state" }, progress, linkNote, problem, said)
    ),
    {} as { value: StressResult }
  );

  const run = async () => {
    stop.abort();
    const own = (stop = new AbortController());
    const parameters = { ...base, ...form.value };
    progress.update(0, "starting");
    root.dataset.state = "busy";
    const begun = performance.now();
    try {
      const result = await runner.run(parameters, { signal: own.signal, onProgress: progress.update });
      root.value = result;
      root.dataset.state = "idle";
      said.textContent = summary(result, performance.now() - begun);
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
  form.addEventListener("input", (event) => {
    event.stopPropagation();
    link.set(form.value);
    void run();
  });
  // the first run waits until the reader comes near, so that the page's own figures come first
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    void run();
  }).observe(root);
  return root;
}

function geometryComplaint(parameters: StressParameters): Partial<Record<Name, string>> {
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
