// A powder pattern: columns, axis, radiation, and a crystal; then the refinement of the diffraction pages.
import { correlationHeat } from "../diffraction/correlation-heat.js";
import { liveDiffractometer } from "../diffraction/live-run.js";
import { patternTable } from "../diffraction/pattern-table.js";
import { sayAgreement } from "../diffraction/pattern-words.js";
import { sayFit } from "../diffraction/refined-answer.js";
import { refinedTable } from "../diffraction/refined-table.js";
import { refinementPlot } from "../diffraction/refinement-plot.js";
import { columnsOf } from "../csv.js";
import { h, uniqueId } from "../element.js";
import { ownFrame, stacked } from "./drawn.js";
import { chooser, columnChooser, fields, neededNumber, textField, tick } from "./form.js";
import type { TableContext, UsePanel } from "./use-panel.js";

const code = ["src/components/diffraction/own-refinement.ts", "src/science/diffraction/rietveld.ts"];

export function patternPanel({ reader, shown, opened, width, invalidation }: TableContext): UsePanel {
  const names = shown.columns.filter(({ kind }) => kind === "number").map(({ name }) => name);
  const place = columnChooser<string>("Column of places", names, names[0] ?? null, false);
  const intensity = columnChooser<string>("Column of intensities", names, names[1] ?? null, false);
  const third = names.length >= 3 ? (names[2] ?? null) : null;
  const error = columnChooser<string | null>("Column of standard errors", names, third, true);
  const last = Number(shown.head[0]?.[0]);
  const byName = /d[-_ (]|spacing|Å/i.test(names[0] ?? "") || (last < 3 && !/2|th/i.test(names[0] ?? ""));
  const axis = chooser<"d" | "two-theta">(
    "Places are",
    [
      { value: "two-theta", label: "2θ (°)" },
      { value: "d", label: "d (Å)" }
    ],
    byName ? "d" : "two-theta"
  );
  const radiation = chooser<"neutrons" | "X-rays">(
    "Radiation",
    [
      { value: "neutrons", label: "neutrons" },
      { value: "X-rays", label: "X-rays" }
    ],
    "neutrons"
  );
  const wavelength = textField("Wavelength (Å), for 2θ", "1.5406");
  const counts = tick("intensities are counts: errors √N where none are given", third === null);
  const id = uniqueId("cif");
  const cif = h("input", { type: "file", id, accept: ".cif,text/plain" });
  const crystal = h(
    "div",
    { class: "control" },
    h("label", { for: id }, "Crystal (.cif)"),
    cif,
    h("small", {}, "the layered oxide without one")
  );
  return {
    form: h(
      "div",
      {},
      fields(place.element, intensity.element, error.element, axis.element),
      fields(radiation.element, wavelength.element, crystal),
      counts.element
    ),
    async analyse(task) {
      const read = await reader.ask(
        "pattern",
        {
          place: place.get(),
          intensity: intensity.get(),
          error: error.get(),
          axis: axis.get(),
          counts: counts.input.checked
        },
        task
      );
      const text = (await cif.files?.[0]?.text()) ?? "";
      const live = liveDiffractometer();
      try {
        const answer = await live.ask(
          {
            ask: "own",
            pattern: read.pattern,
            cif: text,
            radiation: radiation.get(),
            wavelength: neededNumber(wavelength)
          },
          task
        );
        const alt = "Your pattern with its refinement.";
        const frame = ownFrame({
          ...{ id: "pattern", title: "Your pattern, refined", alt, file: opened.name, code },
          method: "the refinement of the neutron patterns: src/science/diffraction/rietveld.ts",
          content: stacked(
            refinementPlot(answer.shown, { width, alt, ...(invalidation && { invalidation }) }),
            refinedTable(answer.rows, "Refined, with standard errors"),
            correlationHeat(answer.symbols, answer.correlation, {
              width,
              alt: "Correlations of the refined values."
            })
          ),
          caption: `${sayAgreement(answer)}. ${sayFit(answer)} Scale, background, cell, zero, widths, free coordinates and B are refined; occupancies stay as the CIF has them.`,
          columns: () => columnsOf(patternTable("your-pattern", answer.shown))
        });
        return { frames: [frame], notes: read.notes };
      } finally {
        live.dispose();
      }
    }
  };
}
