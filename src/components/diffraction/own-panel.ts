// A reader's own pattern and crystal, refined in the browser; nothing is sent anywhere.
import { readCif } from "../../science/diffraction/cif.js";
import { readPatternFile } from "../../science/diffraction/read-pattern.js";
import type { PowderPattern } from "../../science/diffraction/powder-pattern.js";
import { segmented } from "../controls.js";
import { h, uniqueId } from "../element.js";
import { errorNote } from "../error-note.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { progressBar } from "../progress.js";
import { parseNumber } from "../units.js";
import { cifButton } from "./cif-button.js";
import { correlationHeat } from "./correlation-heat.js";
import type { LivePanelOptions } from "./live-panel.js";
import type { OwnRequest, RefinedAnswer } from "./live-request.js";
import { patternTable } from "./pattern-table.js";
import { sayAgreement } from "./pattern-words.js";
import { sayFit } from "./refined-answer.js";
import { ownCif } from "./refined-cif.js";
import { refinedTable } from "./refined-table.js";
import { refinementPlot } from "./refinement-plot.js";

const caption =
  "Your own pattern: three columns (d in Å or 2θ in degrees, intensity, standard error), and a CIF with its symmetry; without one the layered oxide is taken. Scale, background, cell, zero, widths, free coordinates and B are refined; occupancies stay as the CIF has them. The files stay in your browser.";

export function ownPanel({ id, label, width, live, invalidation }: LivePanelOptions): FigureFrame {
  const file = (words: string, accept: string) => {
    const input = h("input", { type: "file", id: uniqueId("own-file"), accept });
    return { input, element: h("div", { class: "control" }, h("label", { for: input.id }, words), input) };
  };
  const pattern = file("Pattern (.xye, three columns)", ".xye,.xy,.dat,.txt,.csv,text/plain,text/csv");
  const crystal = file("Crystal (.cif)", ".cif,text/plain");
  const axis = segmented<PowderPattern["axis"]>({
    ...{
      label: "First column",
      options: ["d", "two-theta"],
      format: (each) => (each === "d" ? "d (Å)" : "2θ (°)")
    }
  });
  const radiation = segmented<"neutrons" | "X-rays">({ label: "Radiation", options: ["neutrons", "X-rays"] });
  const wavelength = h("input", {
    type: "text",
    inputmode: "decimal",
    id: uniqueId("wavelength"),
    value: "1.5406"
  });
  const waves = h(
    "div",
    { class: "control" },
    h("label", { for: wavelength.id }, "Wavelength (Å), for 2θ"),
    wavelength
  );
  const counts = h("input", { type: "checkbox", id: uniqueId("counts") });
  const note = errorNote();
  const said = h("p", { class: "figure-readout", role: "status" });
  const progress = progressBar({ label: "Refining", onCancel: () => running?.abort() });
  const stage = h("div");
  let running: AbortController | null = null;
  let last: RefinedAnswer | null = null;

  const text = async (input: HTMLInputElement) => (await input.files?.[0]?.text()) ?? "";
  const show = (answer: RefinedAnswer, cif: string, notes: readonly string[]) => {
    last = answer;
    const alt = "Your pattern with its refinement.";
    stage.replaceChildren(
      refinementPlot(answer.shown, { width, alt, invalidation }),
      refinedTable(answer.rows, "Refined, with standard errors"),
      cifButton(() => ownCif(cif, answer)),
      correlationHeat(answer.symbols, answer.correlation, {
        width,
        alt: "Correlations of the refined values."
      })
    );
    said.textContent = `${sayAgreement(answer)}. ${sayFit(answer)} ${notes.join(" ")}`.trim();
  };
  const refine = async () => {
    running?.abort();
    const mine = (running = new AbortController());
    note.show([]);
    frame.setState("busy");
    try {
      if (!pattern.input.files?.length)
        throw new Error("missing pattern: choose a file of three columns first");
      const read = readPatternFile(await text(pattern.input), { axis: axis.value, counts: counts.checked });
      const cif = await text(crystal.input);
      // an error in the CIF is told before the worker begins
      if (cif) readCif(cif);
      const request: OwnRequest = {
        ...{ ask: "own", pattern: read.pattern, cif, radiation: radiation.value },
        wavelength: parseNumber(wavelength.value)
      };
      const answer = await live.ask(request, { signal: mine.signal, onProgress: progress.update });
      if (mine !== running) return;
      if (answer.status !== "converged" && last)
        throw new Error(`${sayFit(answer)} The last good refinement stays.`);
      show(answer, cif, read.notes);
      frame.setState("idle");
    } catch (error) {
      if (mine !== running) return;
      frame.setState(last ? "stale" : "idle");
      note.show(error instanceof Error ? error.message : String(error));
    } finally {
      if (mine === running) progress.done();
    }
  };
  for (const control of [pattern.input, crystal.input, axis, radiation, wavelength, counts])
    control.addEventListener("input", (event) => event.stopPropagation());

  const frame = figureFrame({
    ...{ id, label, title: "Refine your own pattern", caption },
    content: h(
      "div",
      { class: "own-pattern" },
      h("div", { class: "own-choices" }, pattern.element, crystal.element, axis, radiation, waves),
      h(
        "div",
        { class: "live-actions" },
        h("button", { type: "button", class: "button", onclick: () => void refine() }, "Refine"),
        h("label", { class: "tick" }, counts, " intensities are counts: errors √N where none are given")
      ),
      ...[note, progress, said, stage]
    ),
    alt: "Your own powder pattern with its refinement, once there is one.",
    interactive: true,
    provenance: "measured",
    table: () => patternTable("own-pattern", last?.shown ?? null),
    code: ["src/components/diffraction/own-refinement.ts", "src/science/diffraction/rietveld.ts"]
  });
  return frame;
}
