// Whether the standard errors can be believed: how often they hold the truth, pulls of all zones, and what is left of the drift.
import type { Table } from "npm:apache-arrow";
import type { EdgeElement } from "../../science/xanes/windows.js";
import { elementColour } from "../colours.js";
import { segmented } from "../controls.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { coveragePlot } from "../xanes/coverage-plot.js";
import { driftPlot } from "../xanes/drift-plot.js";
import { mapElements } from "../xanes/map-grid.js";
import { pullsHeat } from "../xanes/pulls-heat.js";
import type { LimitOptions } from "./limits-panels.js";
import { rowsOf } from "./zones-panel.js";

const truths = { expectation: "Against images without noise", sample: "Against the sample" } as const;

/** @param table oxidation-coverage */
export function coveragePanel(table: Table, { id, label, width }: LimitOptions): FigureFrame {
  const rows = rowsOf(table);
  const scope = segmented<"pixels" | "zones">({ label: "Intervals of", options: ["pixels", "zones"] });
  const weights = segmented<string>({ label: "Weights of the fit", options: ["not negative", "free"] });
  const across = width >= 640 ? 2 : 1;
  const own = Math.floor((width - 24 * (across - 1)) / across);
  const holder = h("div", {
    class: "spectra",
    style: `grid-template-columns: repeat(${across}, minmax(0, 1fr))`
  });
  const said = h("p", { class: "figure-readout", role: "status" });
  const alt = "How often intervals of the valences hold the truth against how often they should.";
  const colours = Object.fromEntries(mapElements.map((name) => [name, elementColour(name, isDark())]));
  const show = () => {
    const shown = rows.filter((row) => row["scope"] === scope.value && row["weights"] === weights.value);
    const plots = (Object.keys(truths) as (keyof typeof truths)[]).map((truth) => {
      const points = mapElements.flatMap((element) =>
        shown
          .filter((row) => row["truth"] === truth && row["element"] === element)
          .map((row) => ({
            ...{ series: element, nominal: Number(row["nominal"]), actual: Number(row["actual"]) },
            ...{ low: Number(row["low"]), high: Number(row["high"]) }
          }))
      );
      const name = h("p", { class: "map-name" }, truths[truth]);
      return h(
        "div",
        {},
        name,
        coveragePlot(points, { width: own, alt: `${truths[truth]}. ${alt}`, colours })
      );
    });
    holder.replaceChildren(...plots);
    const pulls = mapElements.map((element) => {
      const row = shown.find((each) => each["truth"] === "sample" && each["element"] === element);
      // the sum turns −0.0 into 0.0
      const number = (name: string) =>
        (Math.round(10 * Number(row?.[name])) / 10 + 0).toFixed(1).replace("-", "−");
      return `${element} ${number("pull_mean")} ± ${number("pull_deviation")}`;
    });
    said.textContent = `Pulls against the sample, mean and standard deviation: ${pulls.join(", ")}.`;
  };
  for (const control of [scope, weights]) control.addEventListener("input", show);
  show();
  return figureFrame({
    ...{ id, label, title: "How often do the errors hold the truth?", alt, table },
    content: h("div", {}, h("div", { class: "map-controls" }, scope, weights), holder, said),
    caption:
      "200 seeds at 0.1 C and 4.8 V, of a coarser camera (39 nm, steps of 0.5 eV) and a sample that keeps still. The error of a pixel is what noise does to it. A mean over a zone is another matter: a weight held to be not negative leans to one side where its species is scarce, by a fraction of an error, which stays while the error of the mean shrinks. With weights that are free the zones hold what images without noise give, and Mn misses the sample still.",
    interactive: true,
    provenance: "recovered",
    code: ["src/science/xanes/coverage.ts", "src/science/xanes/assess.ts"]
  });
}

/** @param table oxidation-zones */
export function zonePullsPanel(table: Table, { id, label, width }: LimitOptions): FigureFrame {
  const rows = rowsOf(table).map((row) => ({
    ...{
      element: String(row["element"]) as EdgeElement,
      state: String(row["label"]),
      zone: Number(row["zone"])
    },
    pull: (Number(row["recovered"]) - Number(row["true_valence"])) / Number(row["standard_error"])
  }));
  const alt = "How many standard errors the mean valence of each zone is off, in every state.";
  return figureFrame({
    ...{ id, label, title: "Pulls of every element, state and zone", alt, table },
    content: pullsHeat(rows, { width, alt }),
    caption:
      "(Found − true) over the standard error from the counts, of the means that Figure 3b–e shows. With errors that knew all, two thirds would lie between −1 and 1; colours end at ±20.",
    provenance: "recovered"
  });
}

/** @param table oxidation-drift */
export function driftPanel(table: Table, { id, label, width }: LimitOptions): FigureFrame {
  const points = rowsOf(table).map((row) => ({
    ...{ element: String(row["element"]) as EdgeElement, energy: Number(row["energy_eV"]) },
    axis: row["axis"] === "x" ? ("x" as const) : ("y" as const),
    ...{ found: Number(row["found_nm"]), truth: Number(row["true_nm"]) }
  }));
  const alt = "Place of the sample at each energy, found by registration and true.";
  return figureFrame({
    ...{ id, label, title: "Drift between the energies", alt, table },
    content: driftPlot(points, { width, alt }),
    caption:
      "The sample wanders by a random walk and starts each edge at another place. Lines: where it was; marks, at every fourth energy: where the registration found it, less one displacement common to all. Below: found less true. A pixel is 9.8 nm wide.",
    provenance: "recovered"
  });
}
