// The stricter tomograph beside the study's: standard errors of each claim on composition at two thresholds.
import type { Table } from "npm:apache-arrow";
import * as Plot from "npm:@observablehq/plot";
import { required } from "../../science/experiment-design/decide.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { isDark } from "../dark.js";
import { rowsOf } from "../oxidation/zones-panel.js";
import { tableView } from "../table-view.js";
import { chart, keys, seriesStyle } from "../tomography/chart.js";
import { formatNumber } from "../units.js";
import { errorsText } from "./words.js";
import type { PanelOptions } from "./decision-panel.js";

interface StricterRow {
  experiment: string;
  question: string;
  asks: string;
  threshold: number;
  errors: number;
  predicted: number;
  decidable: boolean;
  difference: number;
  noise: number;
  bias: number;
  unit: string;
}

const [low, high] = [0.05, 200];

export function stricterRows(table: Table): StricterRow[] {
  return rowsOf(table).map((row) => ({
    ...{
      experiment: String(row["experiment"]),
      question: String(row["question"]),
      asks: String(row["asks"])
    },
    ...{ threshold: Number(row["threshold_percent"]), errors: Number(row["standard_errors"]) },
    ...{ predicted: Number(row["predicted"]), decidable: row["decidable"] === true },
    ...{ difference: Number(row["difference"]), noise: Number(row["noise"]), bias: Number(row["bias"]) },
    unit: String(row["unit"])
  }));
}

const nameOf = ({ experiment, threshold }: StricterRow): string => `${experiment}, threshold ${threshold} %`;

/** @param table stricter-decisions */
export function stricterPanel(table: Table, { id, label, width }: PanelOptions): FigureFrame {
  const rows = stricterRows(table).map((row) => ({
    ...row,
    name: nameOf(row),
    at: Math.min(high, Math.max(low, row.errors))
  }));
  const names = [...new Set(rows.map(({ name }) => name))];
  const symbols = ["circle", "square", "triangle", "diamond"] as const;
  const colour = (name: string) => seriesStyle(names.indexOf(name), names.length, isDark()).colour;
  const alt = `Standard errors between each claim on composition and its alternative, ${names.join("; ")}.`;
  const plot = Plot.plot({
    ...{ width, height: 330, marginLeft: 52, marginRight: 16, marginTop: 30 },
    x: {
      ...{
        type: "log",
        domain: [low, high],
        axis: "top",
        grid: true,
        label: "standard errors, bias included →"
      },
      ticks: [0.1, 1, 10, 100],
      tickFormat: (d: number) => String(d)
    },
    y: { domain: [...new Set(rows.map(({ question }) => question))], label: null, tickSize: 0 },
    marks: [
      Plot.ruleX([required], { strokeDasharray: "6,3", strokeWidth: 1.5 }),
      ...names.map((name, i) =>
        Plot.dot(
          rows.filter((row) => row.name === name),
          {
            ...{ x: "at", y: "question", r: 5.5, symbol: symbols[i] ?? "circle" },
            ...(i < 2 ? { stroke: colour(name), strokeWidth: 2 } : { fill: colour(name) }),
            dy: (i - 1.5) * 5
          }
        )
      )
    ]
  });
  const marks = ["○", "□", "▲", "◆"];
  return figureFrame({
    ...{ id, label, title: "What a stricter tomograph would have decided", table, provenance: "recovered" },
    content: chart(
      plot,
      alt,
      keys(names.map((name, i) => ({ label: `${marks[i] ?? ""} ${name}`, colour: colour(name) })))
    ),
    alt,
    interactive: true,
    caption: `Direct runs of twin and analysis. Right of the line at ${required} a claim is told from its alternative. At the left end: the difference does not show at all, or with the wrong sign.`
  });
}

/** @param table stricter-decisions */
export function stricterTable(table: Table, { id, label }: Omit<PanelOptions, "width">): FigureFrame {
  const view = tableView({
    caption: "Direct runs, and what the experiment designer predicts of them",
    rows: stricterRows(table),
    columns: [
      {
        name: "Question",
        value: (r) => r.question,
        show: (_, r) => h("span", {}, `${r.question} · ${r.asks}`)
      },
      { name: "Experiment", value: nameOf },
      { name: "Difference", value: (r) => r.difference, show: (_, r) => withUnit(r.difference, r.unit) },
      { name: "Noise", value: (r) => r.noise, show: (_, r) => withUnit(r.noise, r.unit) },
      { name: "Bias", value: (r) => r.bias, show: (_, r) => withUnit(r.bias, r.unit) },
      { name: "Standard errors", value: (r) => r.errors, show: (_, r) => errorsText(r.errors) },
      { name: "Predicted", value: (r) => r.predicted, show: (_, r) => errorsText(r.predicted) },
      { name: "So", value: (r) => (r.decidable ? "✓ decidable" : "✕ not decidable") }
    ]
  });
  return figureFrame({
    ...{ id, label, title: "The same as numbers", table, provenance: "recovered" },
    content: h("div", { class: "stricter-table" }, view),
    interactive: true,
    alt: "Table of the questions by experiment and threshold: difference, noise, bias, standard errors, prediction.",
    caption:
      "Noise: spread of four seeds at the study's settings, over √3 with three times the photons. Predicted: by the law that the experiment designer interpolates with, which has not seen these runs; at the study's own dose and tilts it rests on the same runs."
  });
}

const withUnit = (value: number, unit: string): string => `${formatNumber(value, 2)}${unit && ` ${unit}`}`;
