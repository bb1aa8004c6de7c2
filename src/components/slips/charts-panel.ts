// One or two charts of lines from the same table in one frame; every line is a value of the table's column of series.
import * as Plot from "npm:@observablehq/plot";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { number, rowsOf } from "../stem/rows.js";
import type { TableLike } from "../table-meta.js";
import { chart, keys, seriesStyle } from "../tomography/chart.js";

type Row = ReturnType<typeof rowsOf>[number];

export interface AxisOptions {
  column: string;
  label: string;
  type?: "log" | "linear";
  domain?: [number, number];
  /** drawn is the column times this; 1 by default */
  factor?: number;
}

export interface ChartSpec {
  name?: string;
  x: AxisOptions;
  y: AxisOptions;
  /** rows of this chart only; all by default */
  keep?: (row: Row) => boolean;
  /** columns drawn as a fainter line beside y, of the same series */
  beside?: string;
  /** points instead of lines */
  dots?: boolean;
  ruleY?: number;
  /** x values to mark by a vertical line */
  ruleX?: number;
}

export interface ChartsOptions {
  id: string;
  label: string;
  title: string;
  width: number;
  caption: string;
  alt: string;
  /** column that tells the lines apart, and how its values are called */
  series: string;
  seriesLabel?: (value: string | number) => string;
  charts: readonly ChartSpec[];
  height?: number;
  /** left out where the charts' names say it all */
  legend?: boolean;
}

const symbols = ["circle", "square", "triangle"] as const;

export function chartsPanel(table: TableLike, o: ChartsOptions): FigureFrame {
  const dark = isDark();
  const rows = rowsOf(table);
  const names = [...new Set(rows.map((row) => row[o.series] ?? ""))];
  const styles = names.map((_, i) => seriesStyle(i, names.length, dark));
  const across = o.width >= 640 ? o.charts.length : 1;
  const width = Math.min(760, Math.floor((o.width - 24 * (across - 1)) / across));
  const drawn = o.charts.map((spec) => {
    const { x, y, keep = () => true, beside, dots = false } = spec;
    const factor = y.factor ?? 1;
    const own = rows.filter((row) => keep(row) && Number.isFinite(number(row, y.column)));
    const value = (column: string) => (row: Row) => factor * number(row, column);
    const shapes = names.map((name, i) => ({
      line: own.filter((row) => row[o.series] === name),
      symbol: symbols[i % symbols.length],
      ...(styles[i] ?? seriesStyle(0, 1, dark))
    }));
    const points = shapes.map(({ line, colour, symbol }) =>
      Plot.dot(line, { x: x.column, y: value(y.column), stroke: colour, r: 4, strokeWidth: 1.5, symbol })
    );
    const line = (column: string, strokeWidth: number, strokeOpacity: number) =>
      shapes.map(({ line: data, colour, dash }) =>
        Plot.line(data, {
          ...{ x: x.column, y: value(column), stroke: colour, strokeDasharray: dash },
          ...{ strokeWidth, strokeOpacity }
        })
      );
    const faint = beside === undefined ? [] : line(beside, 1, 0.6);
    const marks = dots ? points : [...line(y.column, 2, 1), ...faint];
    const scale = ({ label, type = "linear", domain }: AxisOptions) => ({
      ...{ label, type, ...(domain ? { domain } : {}) },
      ...(type === "log" ? { tickFormat: "~g" } : {})
    });
    const plot = Plot.plot({
      ...{ width, height: o.height ?? 280, marginLeft: 54 },
      x: { ...scale(x), ticks: Math.max(3, Math.floor(width / 90)) },
      y: { ...scale(y), grid: true, ticks: 6, inset: dots ? 6 : 0 },
      marks: [
        ...(spec.ruleY === undefined
          ? []
          : [Plot.ruleY([spec.ruleY], { strokeOpacity: 0.6, strokeDasharray: "2,3" })]),
        ...(spec.ruleX === undefined
          ? []
          : [Plot.ruleX([spec.ruleX], { strokeOpacity: 0.6, strokeDasharray: "2,3" })]),
        ...marks
      ]
    });
    const title = spec.name === undefined ? null : h("p", { class: "slips-name" }, spec.name);
    return h("div", {}, title, chart(plot, `${spec.name ?? o.title}. ${o.alt}`));
  });
  const dots = o.charts.every((spec) => spec.dots === true);
  const legend = keys(
    names.map((name, i) => ({
      label: o.seriesLabel?.(name) ?? String(name),
      ...(styles[i] ?? seriesStyle(0, 1, dark)),
      ...(dots ? { mark: "dot" as const } : {})
    }))
  );
  const style = `grid-template-columns: repeat(${across}, minmax(0, 1fr))`;
  return figureFrame({
    ...{ id: o.id, label: o.label, title: o.title, caption: o.caption, alt: o.alt },
    content: h(
      "div",
      {},
      o.legend === false ? null : legend,
      h("div", { class: "slips-charts", style }, ...drawn)
    ),
    interactive: true,
    provenance: "predicted",
    table
  });
}
