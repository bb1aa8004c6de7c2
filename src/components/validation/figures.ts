// Figures of measured data, drawn from the table of their points and from what came with them: a new set brings its own.
import type { Table } from "npm:apache-arrow";
import type { FigureEntry, Overview } from "../../data/lib/validation/tables.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { numbers } from "../stress/columns.js";
import { tableMeta } from "../table-meta.js";
import { curvePlot } from "./curve-plot.js";
import { mapViews } from "./map-views.js";

/** One curve or map; y and reference are NaN where there is none. */
export interface DrawnSeries {
  name: string;
  x: Float64Array;
  y: Float64Array;
  found: Float64Array;
  reference: Float64Array;
}

export interface DrawnFigure {
  entry: FigureEntry;
  series: DrawnSeries[];
}

/** The series of one figure. @param table validation-spectra @throws where it has none of that id */
export function drawnFigure(table: Table, entry: FigureEntry): DrawnFigure {
  const [figure, series] = ["figure", "series"].map((name) => table.getChild(name));
  const columns = ["x", "y", "found", "reference"].map((name) => numbers(table, name));
  const rows = new Map<string, number[]>();
  for (let i = 0; i < table.numRows; ++i) {
    if (figure?.get(i) !== entry.id) continue;
    const name = String(series?.get(i));
    const own = rows.get(name) ?? [];
    own.push(i);
    rows.set(name, own);
  }
  if (rows.size === 0) throw new Error(`missing points of figure ${entry.id}; run npm run data`);
  return {
    entry,
    series: [...rows].map(([name, own]) => {
      const [x, y, found, reference] = columns.map((column) => Float64Array.from(own, (i) => column[i]));
      return { name, x, y, found, reference };
    })
  };
}

function frameOf(table: Table, entry: FigureEntry, number: number, width: number): FigureFrame {
  const figure = drawnFigure(table, entry);
  const content = entry.kind === "map" ? mapViews(figure, width) : curvePlot(figure, width, isDark());
  const columns = (["x", "y", "found", "reference"] as const).map((name) => ({
    name,
    unit: name === "x" ? entry.x.unit : name === "y" ? "" : entry.value.unit,
    values: figure.series.flatMap((one) => Array.from(one[name], (v) => (Number.isNaN(v) ? null : v)))
  }));
  const series = {
    name: "series",
    values: figure.series.flatMap(({ name, x }) => Array.from(x, () => name))
  };
  return figureFrame({
    ...{ id: entry.id, label: `Measured ${number}`, title: entry.title, alt: entry.alt, content },
    caption: h("span", {}, entry.caption, ` Data: ${entry.source}; licence: ${entry.licence}.`),
    interactive: entry.kind === "map",
    provenance: "measured",
    table: { name: entry.id, columns: [series, ...columns] },
    meta: { ...tableMeta(table), title: entry.title, sources: [`${entry.source}; ${entry.licence}`] }
  });
}

/** All figures that the present data give. @param table validation-spectra */
export const measuredFigures = (table: Table, { figures }: Overview, width: number): HTMLElement =>
  h("div", {}, ...figures.map((entry, k) => frameOf(table, entry, k + 1, width)));
