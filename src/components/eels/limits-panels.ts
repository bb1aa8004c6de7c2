// What the spectrometer could have seen: smallest changes against dose and thickness, what the choices of the analysis do at
// each resolution, and whether the standard errors are true.
import type { Table } from "npm:apache-arrow";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { tableView } from "../table-view.js";
import { biasPlot } from "../xanes/bias-plot.js";
import { withError } from "./found-table.js";
import { numberOf, rowsOf } from "./rows.js";

export interface LimitOptions {
  id: string;
  label: string;
  width: number;
}

const quantities = {
  lithium: { title: "Smallest change of lithium", y: "change of Li over Mn at 3σ (%)", scale: 100 },
  prePeakArea: { title: "Smallest change of the pre-peak", y: "change of its area at 3σ (%)", scale: 100 },
  prePeakEnergy: { title: "Place of the pre-peak", y: "shift at 3σ (eV)", scale: 1 }
} as const;

const sweeps = {
  dose: { x: "dose (% of 3500 electrons per Å²)", xType: "log", current: 100, factor: 100 },
  thickness: { x: "thickness (nm)", xType: "linear", current: 50, factor: 1 }
} as const;

/** @param table eels-limits */
export function detectionPanel(
  table: Table,
  quantity: keyof typeof quantities,
  sweep: keyof typeof sweeps,
  { id, label, width }: LimitOptions
): FigureFrame {
  const { title, y, scale } = quantities[quantity];
  const { x, xType, current, factor } = sweeps[sweep];
  const points = rowsOf(table)
    .filter(
      (row) => row["sweep"] === sweep && row["quantity"] === quantity && row["smallest_change"] !== null
    )
    .map((row) => ({
      series: `${numberOf(row, "resolution_eV")} eV`,
      x: factor * numberOf(row, "value"),
      y: scale * numberOf(row, "smallest_change")
    }))
    .sort((a, b) => parseFloat(b.series) - parseFloat(a.series) || a.x - b.x);
  const alt = `${title} against: ${x}.`;
  return figureFrame({
    ...{ id, label, title, alt, table },
    content: biasPlot(points, { ...{ width, alt, xLabel: x, yLabel: y, xType, current } }),
    caption:
      "Three standard errors as the counts allow, for a model that is right, in region A. Systematic errors come on top and do not shrink with dose.",
    interactive: true,
    provenance: "recovered"
  });
}

/** What the choices of the analysis do. @param table eels-limits */
export function choicesPanel(table: Table, { id, label }: Omit<LimitOptions, "width">): FigureFrame {
  const rows = rowsOf(table).filter((row) => row["sweep"] === "analysis");
  const variants = [...new Set(rows.map((row) => String(row["variant"])))];
  const resolutions = [...new Set(rows.map((row) => numberOf(row, "resolution_eV")))];
  const lines = variants.flatMap((variant) =>
    (["lithium", "prePeakEnergy", "prePeakArea"] as const)
      .filter((quantity) => rows.some((r) => r["variant"] === variant && r["quantity"] === quantity))
      .map((quantity) => ({ variant, quantity }))
  );
  const names = {
    lithium: "Li over Mn",
    prePeakEnergy: "place of the pre-peak (eV)",
    prePeakArea: "area of the pre-peak (1/nm²)"
  } as const;
  const find = (line: (typeof lines)[number], resolution: number) =>
    rows.find(
      (r) =>
        r["variant"] === line.variant &&
        r["quantity"] === line.quantity &&
        numberOf(r, "resolution_eV") === resolution
    );
  return figureFrame({
    ...{ id, label, title: "What the choices of the analysis do", table },
    content: tableView({
      caption: "Region A without noise, at three resolutions",
      rows: lines,
      sortable: false,
      columns: [
        { name: "analysis", value: (line) => line.variant },
        { name: "quantity", value: (line) => names[line.quantity] },
        ...resolutions.map((resolution) => ({
          name: `${resolution} eV`,
          value: (line: (typeof lines)[number]) => {
            const row = find(line, resolution);
            return row ? withError(numberOf(row, "recovered"), numberOf(row, "standard_error")) : "–";
          }
        })),
        {
          name: "true",
          value: (line) => {
            const truth = numberOf(find(line, resolutions[0]) ?? {}, "true_value");
            return truth.toFixed(truth > 100 ? 1 : 3);
          }
        }
      ]
    }),
    caption:
      "The errors are those of the counts and say nothing of the model. A power law under Li K fits badly and takes two thirds of the lithium with it, or more, whatever the resolution; plural scattering left out takes half of it at 4.7 eV; an axis that is wrong by half an electronvolt costs nine percent at 1 eV. Against these the printed resolution matters little: a model that is right parts Li K from M2,3 even at 4.7 eV.",
    alt: "Table of Li over Mn and of the pre-peak's place and area for seven analyses and three resolutions.",
    interactive: true,
    provenance: "recovered"
  });
}

const separated = ["as on this page", "Co and Ni free", "power law under Li K"];

/** @param table eels-limits */
export function separabilityPanel(table: Table, { id, label }: Omit<LimitOptions, "width">): FigureFrame {
  const rows = rowsOf(table).filter(
    (row) =>
      row["sweep"] === "analysis" &&
      row["quantity"] === "lithium" &&
      separated.includes(String(row["variant"]))
  );
  const number = (name: string, digits: number) => (row: (typeof rows)[number]) =>
    numberOf(row, name).toFixed(digits).replace("-", "−");
  return figureFrame({
    ...{ id, label, title: "Is Li K told from M2,3?", table },
    content: tableView({
      caption: "The fit of Li K in region A",
      rows,
      sortable: false,
      columns: [
        { name: "resolution (eV)", value: (row) => numberOf(row, "resolution_eV") },
        { name: "analysis", value: (row) => String(row["variant"]) },
        { name: "condition number", value: number("condition_number", 1) },
        { name: "correlation of Li and Mn", value: number("correlation", 2) },
        { name: "smallest change (%)", value: (row) => (100 * numberOf(row, "smallest_change")).toFixed(1) },
        { name: "bias", value: number("bias", 3) }
      ]
    }),
    caption:
      "A small change can be claimed as far as the counts go; whether the value is right is another matter, see the bias. Where the tail is held to a wrong shape, the errors are smallest and the value is furthest off.",
    alt: "Table of condition number, correlation, smallest change and bias of lithium for each analysis and resolution.",
    interactive: true,
    provenance: "recovered"
  });
}

/** @param table eels-coverage */
export function coveragePanel(table: Table, { id, label }: Omit<LimitOptions, "width">): FigureFrame {
  const rows = rowsOf(table);
  const resolutions = [...new Set(rows.map((row) => numberOf(row, "resolution_eV")))];
  const quantities = [...new Set(rows.map((row) => String(row["quantity"])))];
  const cell = (quantity: string, resolution: number): string => {
    const row =
      rows.find((r) => r["quantity"] === quantity && numberOf(r, "resolution_eV") === resolution) ?? {};
    const [bias, spread] = ["bias_over_error", "spread_over_error"].map((name) =>
      numberOf(row, name).toFixed(1).replace("-", "−")
    );
    return `${bias}; ${spread}`;
  };
  return figureFrame({
    ...{ id, label, title: "Are the errors true?", table },
    content: tableView({
      caption: "Region A, nine seeds: bias; spread between the runs, both over the standard error given",
      rows: quantities,
      sortable: false,
      columns: [
        { name: "quantity", value: (quantity) => quantity },
        ...resolutions.map((resolution) => ({
          name: `${resolution} eV`,
          value: (quantity: string) => cell(quantity, resolution)
        }))
      ]
    }),
    caption:
      "Where the errors are right the second number is one, to about a quarter with nine runs: the counting statistics hold. The first would be zero where the model is the sample. It is not for O over Mn by edge integrals, whose window knows little of plural scattering, nor for Li over Mn, found some 2.5 % too large: an edge convolved with low losses that hold the edge itself counts two such losses twice.",
    alt: "Table of bias and spread over the standard error, for each quantity and resolution.",
    interactive: true,
    provenance: "recovered"
  });
}
