// Supplementary Figure 14: lithium on its two sites, oxygen and c over the states, found beside true; lithium that comes back.
import type { Table } from "npm:apache-arrow";
import { segmented } from "../controls.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { tableView } from "../table-view.js";
import { sayWithError } from "./pattern-words.js";
import { seriesPlot } from "./series-plot.js";
import { returnedLithium, seriesOf, stages } from "./series-rows.js";
import { rowsOf } from "./table-rows.js";

const [firstCycle, aged] = [stages.slice(0, 5), [stages[0], ...stages.slice(5)]];

const panels = [
  { letter: "a", quantity: "lithiumOct", label: "Li, octahedral sites", stages },
  { letter: "b", quantity: "lithiumTet", label: "Li, tetrahedral sites", stages },
  { letter: "c", quantity: "oxygen", label: "O, first cycle", stages: firstCycle },
  { letter: "d", quantity: "oxygen", label: "O, after 20 cycles", stages: aged },
  { letter: "e", quantity: "c", label: "c (Å)", stages }
] as const;

export interface SeriesTables {
  refined: Table;
  fits: Table;
}

export function seriesPanel(
  { refined, fits }: SeriesTables,
  { id, width }: { id: string; width: number }
): FigureFrame {
  const rows = rowsOf(refined);
  const against = segmented<"state" | "lithium">({
    label: "Against",
    options: ["state", "lithium"],
    format: (each) => (each === "state" ? "state" : "lithium left")
  });
  const across = width >= 700 ? 2 : 1;
  const own = Math.floor((width - 24 * (across - 1)) / across);
  const holder = h("div", {
    class: "spectra",
    style: `grid-template-columns: repeat(${across}, minmax(0, 1fr))`
  });
  const show = () =>
    holder.replaceChildren(
      ...panels.map(({ letter, quantity, label, stages: chosen }) => {
        const points = seriesOf(rows, quantity);
        const alt = `${label} against ${against.value}: found with standard errors, beside the truth.`;
        const plot = seriesPlot(points, {
          ...{ width: own, alt, yLabel: label, against: against.value, stages: chosen }
        });
        return h("div", {}, h("p", { class: "map-name" }, `${letter}  ${label}`), plot);
      })
    );
  against.addEventListener("input", (event) => {
    event.stopPropagation();
    show();
  });
  show();
  const lithium = tableView({
    caption: "Lithium per formula unit that goes back in from 4.8 V to 2 V, refined",
    sortable: false,
    rows: returnedLithium(rowsOf(fits)),
    columns: [
      { name: "rate", unit: "C", value: ({ rate }) => rate },
      { name: "cycle", value: ({ cycle }) => cycle },
      { name: "at 4.8 V", value: ({ charged }) => charged, show: (value) => Number(value).toFixed(3) },
      { name: "at 2 V", value: ({ discharged }) => discharged, show: (value) => Number(value).toFixed(3) },
      {
        name: "returned",
        value: ({ returned }) => returned,
        show: (_, r) => sayWithError(r.returned, r.error)
      },
      { name: "true", value: ({ truth }) => truth, show: (value) => Number(value).toFixed(3) }
    ]
  });
  return figureFrame({
    ...{ id, label: "Supplementary Figure 14", title: "Lithium, oxygen and c over the states" },
    content: h("div", {}, against, holder, lithium),
    caption:
      "Filled: refined, with the standard error from the counts; outlined: what the sample holds, all of it an input. The study prints no numbers of this figure. A state is shown beside its neighbours, but is refined on its own.",
    alt: "Five charts of refined values over the sampled states at both rates, and a table of lithium.",
    interactive: true,
    provenance: "recovered",
    table: refined
  });
}
