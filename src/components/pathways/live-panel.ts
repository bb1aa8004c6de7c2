// The model in the reader's hands: a rate, constants and switches of their own, run in a worker, beside the default.
import type { AgedResult } from "../../science/pathways/aged-particle.js";
import { mechanismMeaning, mechanisms, type Mechanism } from "../../science/pathways/mechanisms.js";
import { parameterForm } from "../controls.js";
import { h } from "../element.js";
import { errorNote } from "../error-note.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { progressBar } from "../progress.js";
import { numberField, textField, urlState } from "../url-state.js";
import { inLink, liveNames as all, liveParameters as offered, type LiveName } from "./live-fields.js";
import { livePathways } from "./live-run.js";
import { columnsOf, liveAlt, runView } from "./live-view.js";

const units = { particleRadius: { unit: "µm", factor: 1e-6 } };

export function livePanel(o: {
  id: string;
  label: string;
  width: number;
  invalidation: Promise<void>;
  tolerated?: readonly string[];
}): FigureFrame {
  const fields = {
    ...Object.fromEntries(
      all.map((name) => {
        const { min, max, unit, value } = offered[name];
        return [
          inLink(name),
          numberField({
            default: value,
            min,
            max,
            unit,
            ...(name === "particleRadius" ? units.particleRadius : {})
          })
        ];
      })
    ),
    "live-off": textField("", 200)
  };
  const link = urlState(fields, o.tolerated);
  const linked = (key: string) => (link.values as Record<string, unknown>)[key];
  const form = parameterForm<LiveName>(offered, {
    values: Object.fromEntries(all.map((name) => [name, Number(linked(inLink(name)))])),
    units,
    integers: ["cycles"]
  });
  const listed = String(linked("live-off")).split(",");
  const boxes = mechanisms.map((name) => {
    const box = h("input", { type: "checkbox", checked: !listed.includes(name) });
    return {
      name,
      box,
      row: h(
        "label",
        { class: "switch-row", style: "display: block" },
        box,
        ` ${mechanismMeaning[name].label}`
      )
    };
  });
  const off = (): Mechanism[] => boxes.filter(({ box }) => !box.checked).map(({ name }) => name);
  const model = livePathways();
  void o.invalidation.then(() => model.dispose());
  let stop = new AbortController();
  const progress = progressBar({ label: "Ageing the particle", onCancel: () => stop.abort() });
  const problem = errorNote(link.problems);
  const drawn = h("div", { style: "min-height: 640px" });
  const said = h("p", { class: "figure-readout", role: "status" }, "Press “Run” to age a particle.");
  const button = h("button", { type: "button", class: "button", onclick: () => void run() }, "Run");
  const wide = o.width >= 900 ? o.width - 320 : o.width;
  let last: AgedResult | null = null;
  const frame = figureFrame({
    ...{ id: o.id, label: o.label, title: "Age your own particle", alt: liveAlt },
    content: h("div", {}, progress, drawn, said),
    controls: h(
      "div",
      {},
      button,
      problem,
      form,
      h("fieldset", { class: "control" }, h("legend", {}, "Mechanisms"), ...boxes.map(({ row }) => row))
    ),
    caption:
      "Twelve shells instead of forty and longer steps; its states differ from the finer run by about 1 % or less. Constants stay as calibrated, so a change that would ask for another calibration shows what the change alone does.",
    interactive: true,
    provenance: "predicted",
    table: () => ({
      name: o.id,
      columns: columnsOf(last)
    }),
    meta: { page: "/pathways" },
    code: [
      "src/science/pathways/aged-particle.ts",
      "src/science/pathways/step.ts",
      "src/science/pathways/reactions.ts"
    ],
    permalink: () => link.href()
  });
  const remember = () => {
    const values = form.value;
    link.set({
      ...Object.fromEntries(all.map((name) => [inLink(name), values[name]])),
      "live-off": off().join(",")
    });
  };
  const run = async () => {
    stop.abort();
    stop = new AbortController();
    const { signal } = stop;
    remember();
    problem.show([]);
    frame.setState("busy");
    const { rate, cycles, ...changes } = form.value;
    try {
      const answer = await model.ask(
        { rate, cycles, off: off(), changes },
        { signal, onProgress: (fraction, what) => progress.update(fraction, what) }
      );
      last = answer.run;
      drawn.replaceChildren(...runView(answer.run, rate, wide));
      const { lithium, oxygen } = answer.run.ledger;
      said.textContent = `${answer.seconds.toFixed(2)} s; lithium kept to ${lithium.toExponential(0)}, oxygen to ${oxygen.toExponential(0)} per formula unit.${answer.run.missing.map(({ id, reason }) => ` ${id} was not reached: ${reason}.`).join("")}${answer.run.stopped ? ` It stopped: ${answer.run.stopped}.` : ""}`;
      frame.setState("idle");
      progress.done();
    } catch (error) {
      // a newer run has taken its place
      if (signal.aborted && stop.signal !== signal) return;
      progress.done();
      if (!signal.aborted) problem.show(error instanceof Error ? error.message : String(error));
      frame.setState(
        last ? "stale" : "idle",
        signal.aborted ? "Stopped." : last ? "What is shown is the last result." : ""
      );
    }
  };
  const stale = (event: Event) => {
    event.stopPropagation();
    remember();
    if (last) frame.setState("stale", "The values have changed: press Run.");
  };
  form.addEventListener("input", stale);
  for (const { box } of boxes) box.addEventListener("input", stale);
  return frame;
}
