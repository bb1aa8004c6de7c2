// The refinement by hand: sliders draw the calculated pattern over the twin's counts as they move, and a button lets the least
// squares go on from there. What a worker is doing can be stopped; what fails leaves the last good state.
import { defaultNeutronInstrument, neutronParameters } from "../../science/diffraction/neutron-instrument.js";
import { settingsKnowing } from "../../science/diffraction/neutron-known.js";
import type { NeutronSettings } from "../../science/diffraction/neutron-analysis.js";
import type { PowderPattern } from "../../science/diffraction/powder-pattern.js";
import { latticeStates } from "../../science/particle/lattice-states.js";
import type { Parameter } from "../../science/parameters.js";
import { parameterForm, select } from "../controls.js";
import { h, uniqueId } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { progressBar } from "../progress.js";
import { formatNumber } from "../units.js";
import { choiceField, numberField, urlState } from "../url-state.js";
import { cifButton } from "./cif-button.js";
import { correlationHeat } from "./correlation-heat.js";
import { liveModel, type LiveModel } from "./live-model.js";
import type { RefinedAnswer } from "./live-request.js";
import type { LiveDiffractometer } from "./live-run.js";
import { releasable, settingsFrom, sliderSpecs, trueValues, type Releasable } from "./live-values.js";
import { patternTable } from "./pattern-table.js";
import { sayFit } from "./refined-answer.js";
import { liveCif } from "./refined-cif.js";
import { refinedTable } from "./refined-table.js";
import { refinementPlot, type RefinementPlot } from "./refinement-plot.js";
import { valueSliders } from "./value-sliders.js";

export interface LivePanelOptions {
  id: string;
  label: string;
  width: number;
  live: LiveDiffractometer;
  invalidation: Promise<unknown>;
}

const seed: Parameter = {
  ...{ symbol: "n", label: "seed of the counts", value: 1, unit: "", min: 1, max: 9999 },
  ...{ status: "assumed", source: "any whole number: the same one gives the same counts" }
};
const releaseWords: Record<Releasable, string> = {
  mixing: "Ni/Li exchange too",
  bMetal: "B of the metals too",
  zero: "zero of d too"
};
const { hours, background, resolution } = neutronParameters;
type Input = "hours" | "background" | "resolution" | "seed";
const inputs: Record<Input, Parameter> = {
  ...{ hours, background, resolution, seed }
};

/** Everything that belongs to one refined pattern. */
interface Good {
  pattern: PowderPattern;
  settings: NeutronSettings;
  answer: RefinedAnswer;
  model: LiveModel;
}

export function livePanel({ id, label, width, live, invalidation }: LivePanelOptions): FigureFrame {
  const ids = latticeStates.map((state) => state.id);
  const link = urlState({
    live: choiceField(ids, "0.1C-discharged"),
    hours: numberField({ default: hours.value, min: hours.min, max: hours.max, unit: "h" }),
    seed: numberField({ default: seed.value, min: seed.min, max: seed.max, integer: true })
  });
  const sample = select({
    ...{ label: "Sample", options: latticeStates, format: (state: { label: string }) => state.label },
    value: latticeStates.find((state) => state.id === link.values.live)
  });
  const form = parameterForm<Input>(inputs, {
    integers: ["seed"],
    values: { hours: link.values.hours, seed: link.values.seed }
  });
  const sliders = valueSliders(sliderSpecs, trueValues(sample.value.id), "Crystal");
  const tick = (words: string, checked = false) => {
    const box = h("input", { type: "checkbox", id: uniqueId("tick"), checked });
    return { box, element: h("label", { class: "tick" }, box, " ", words) };
  };
  const follow = tick("scale follows", true);
  const releases = releasable.map((name) => ({ name, ...tick(releaseWords[name]) }));
  const stage = h("div", { class: "live-stage" });
  const said = h("p", { class: "figure-readout", role: "status" });
  const table = h("div");
  const heat = h("div");
  const progress = progressBar({ label: "Counting neutrons", onCancel: () => running?.abort() });
  let good: Good | null = null;
  let plot: RefinementPlot | null = null;
  let running: AbortController | null = null;

  const draw = () => {
    if (!good) return;
    const { model, answer } = good;
    const { shown, scale, rwp, chiSquared } = model.draw(sliders.value, follow.box.checked);
    if (plot) plot.update(shown);
    else {
      plot = refinementPlot(shown, {
        width,
        alt: "Counts of the twin with the pattern of the sliders.",
        invalidation
      });
      stage.replaceChildren(plot);
    }
    const fitted = answer.rwp ** 2 / answer.chiSquared;
    const reduced = (rwp * rwp) / fitted;
    const first = answer.values[answer.names.indexOf("scale")];
    said.textContent = `With the sliders: R_wp ${(100 * rwp).toFixed(2)} %, χ² ${formatNumber(reduced, 4)}, Σ(Δ/σ)² ${chiSquared.toFixed(0)}; scale ${(scale / first).toFixed(3)} of the refined one. Refined: R_wp ${(100 * answer.rwp).toFixed(2)} %, χ² ${answer.chiSquared.toFixed(3)}.`;
  };
  const adopt = (pattern: PowderPattern, settings: NeutronSettings, answer: RefinedAnswer) => {
    const model = liveModel(pattern, settings, answer.names, answer.values);
    good = { pattern, settings, answer, model };
    sliders.value = model.start;
    draw();
    const state = sample.value.id;
    table.replaceChildren(
      refinedTable(answer.rows, "The last refinement in your browser"),
      cifButton(() => liveCif(state, settings, answer))
    );
    heat.replaceChildren(
      correlationHeat(answer.symbols, answer.correlation, { width, alt: "Correlations of this refinement." })
    );
  };
  /** Runs a piece of work of which only the last one counts. */
  const run = async (work: (signal: AbortSignal) => Promise<string>) => {
    running?.abort();
    const mine = (running = new AbortController());
    frame.setState("busy");
    try {
      const words = await work(mine.signal);
      if (mine === running) frame.setState("idle", words);
    } catch (error) {
      if (mine !== running) return;
      const stopped = error instanceof DOMException && error.name === "AbortError";
      const words = error instanceof Error ? error.message : String(error);
      frame.setState(stopped ? "stale" : "error", stopped ? "Stopped; the last state stays." : words);
    } finally {
      if (mine === running) progress.done();
    }
  };
  const refineWith = async (pattern: PowderPattern, settings: NeutronSettings, signal: AbortSignal) => {
    const request = { ask: "refine", state: sample.value.id, pattern, settings } as const;
    const answer = await live.ask(request, { signal, onProgress: progress.update });
    if (signal.aborted) throw new DOMException("stopped by the reader", "AbortError");
    if (answer.status !== "converged") throw new Error(`${sayFit(answer)} The last good state stays.`);
    adopt(pattern, settings, answer);
    return sayFit(answer);
  };
  const measure = () =>
    run(async (signal) => {
      const { seed: number, ...changes } = form.value;
      const state = sample.value.id;
      link.set({ live: state, hours: changes.hours, seed: number });
      const instrument = defaultNeutronInstrument(changes);
      progress.update(0, "counting neutrons");
      const pattern = await live.ask({ ask: "measure", state, instrument, seed: number }, { signal });
      return refineWith(pattern, { ...settingsKnowing(state), resolution: changes.resolution }, signal);
    });
  const refineHere = () =>
    run(async (signal) => {
      if (!good) throw new Error("missing pattern: wait until the twin has counted, then refine");
      const released = releases.filter(({ box }) => box.checked).map(({ name }) => name);
      const settings = settingsFrom(sample.value.id, sliders.value, released);
      return refineWith(good.pattern, { ...settings, resolution: form.value.resolution }, signal);
    });
  const put = (values: () => LiveModel["start"] | undefined) => () => {
    const next = values();
    if (!next) return;
    sliders.value = next;
    draw();
  };
  const button = (words: string, onclick: () => void) =>
    h("button", { type: "button", class: "button", onclick }, words);
  const quiet = (event: Event) => event.stopPropagation();
  sliders.addEventListener("input", (event) => {
    quiet(event);
    draw();
  });
  follow.box.addEventListener("input", (event) => {
    quiet(event);
    draw();
  });
  for (const { box } of releases) box.addEventListener("input", quiet);
  for (const control of [sample, form])
    control.addEventListener("input", (event) => {
      quiet(event);
      void measure();
    });

  const frame = figureFrame({
    ...{ id, label, title: "Refine it yourself" },
    content: h(
      "div",
      { class: "live-refinement" },
      h(
        "div",
        { class: "live-head" },
        sample,
        h("details", {}, h("summary", {}, "Instrument and counting"), form)
      ),
      ...[stage, said, sliders],
      h(
        "div",
        { class: "live-actions" },
        ...[
          button("Refine from here", () => void refineHere()),
          button(
            "To the refined",
            put(() => good?.model.start)
          )
        ],
        ...[
          button(
            "To the true",
            put(() => trueValues(sample.value.id))
          ),
          follow.element
        ],
        ...releases.map(({ element }) => element)
      ),
      progress,
      h("details", {}, h("summary", {}, "Values and correlations of the last refinement"), table, heat)
    ),
    caption:
      "Counts of the twin, made in your browser, and the pattern that the sliders calculate, drawn anew with every move. While the scale follows, as in any refinement it does, oxygen can leave almost unseen: look at χ², not at the peaks. Nickel and lithium change places where the exchange is moved.",
    alt: "Observed and calculated neutron pattern with sliders for the crystal.",
    permalink: link.href,
    interactive: true,
    provenance: "recovered",
    table: () =>
      patternTable(
        "live-pattern",
        plot && good ? good.model.draw(sliders.value, follow.box.checked).shown : null
      ),
    code: ["src/components/diffraction/live-model.ts", "src/science/diffraction/rietveld.ts"]
  });
  void measure();
  return frame;
}
