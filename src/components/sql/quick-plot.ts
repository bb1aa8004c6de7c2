// A result drawn at once: x, y, colour and mark can be chosen, with a sensible beginning.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { provenanceColour, rateColour } from "../colours.js";
import { isDark } from "../dark.js";
import { h, uniqueId } from "../element.js";
import { isProvenance } from "../table-meta.js";
import { defaultPlot, lineGroups, type PlotChoice, type PlotColumn, type PlotMark } from "./plot-choice.js";
import { kindOf, plotValue, type ColumnType } from "./value.js";

/** Rows drawn: more marks than this slow the page and hide one another. */
const mostDrawn = 20_000;

/** The columns of a result as plots take them. */
export function plotColumns(table: Table): PlotColumn[] {
  const rows = Math.min(table.numRows, mostDrawn);
  return table.schema.fields.map(({ name, type }, j) => {
    const column = table.getChildAt(j);
    const t = type as ColumnType;
    return {
      name,
      kind: kindOf(t),
      values: Array.from({ length: rows }, (_, i) => plotValue(column?.get(i), t))
    };
  });
}

export interface QuickPlotOptions {
  units: ReadonlyMap<string, string>;
  width: number;
}

export function quickPlot(table: Table, { units, width }: QuickPlotOptions): HTMLElement {
  const columns = plotColumns(table);
  const first = defaultPlot(columns);
  if (!first)
    return h(
      "p",
      { class: "sql-hint" },
      "Nothing to draw: no rows, or no column with numbers or few values."
    );
  let choice = first;
  const figure = h("div", { class: "sql-figure" });
  const names = columns.map(({ name }) => name);
  const draw = (): void => {
    figure.replaceChildren(chart(columns, choice, units, width));
  };
  const select = (
    label: string,
    options: (string | undefined)[],
    none: string,
    key: keyof PlotChoice
  ): HTMLElement => {
    const id = uniqueId("plot");
    const list = h(
      "select",
      { id },
      ...options.map((o, i) => h("option", { value: i, selected: o === choice[key] }, o ?? none))
    );
    list.addEventListener("change", () => {
      choice = { ...choice, [key]: options[list.selectedIndex] };
      draw();
    });
    return h("div", {}, h("label", { for: id }, label), list);
  };
  const marks: PlotMark[] = ["line", "dot", "bar"];
  draw();
  return h(
    "div",
    { class: "sql-plot" },
    h(
      "div",
      { class: "sql-choices control" },
      select("x", names, "", "x"),
      select("y", [...names, undefined], "count of rows", "y"),
      select("colour", [undefined, ...names], "none", "colour"),
      select("mark", marks, "", "mark")
    ),
    figure,
    table.numRows > mostDrawn
      ? h("p", { class: "sql-hint" }, `Drawn from the first ${mostDrawn.toLocaleString("en")} rows.`)
      : null
  );
}

function chart(
  columns: readonly PlotColumn[],
  choice: PlotChoice,
  units: ReadonlyMap<string, string>,
  width: number
) {
  const of = (name: string | undefined): PlotColumn | undefined =>
    columns.find((column) => column.name === name);
  const [x, y, colour] = [of(choice.x), of(choice.y), of(choice.colour)];
  const label = (name: string): string => (units.has(name) ? `${name} (${units.get(name)})` : name);
  const index = Array.from({ length: x?.values.length ?? 0 }, (_, i) => i);
  const channel = (column: PlotColumn | undefined) => column && ((i: number) => column.values[i]);
  const few = colour && new Set(colour.values).size <= 12;
  const shade = colour ? (few ? (i: number) => String(colour.values[i]) : channel(colour)) : "currentColor";
  const groups = lineGroups(columns, choice);
  const z = (i: number): string => JSON.stringify(groups.map(({ values }) => values[i]));
  const mark = markOf(choice, { index, x, y, shade, z, channel });
  return Plot.plot({
    width: Math.max(300, width),
    ariaLabel: `${choice.mark} plot of ${choice.y ?? "count of rows"} against ${choice.x}`,
    style: { fontSize: "12px", overflow: "visible" },
    height: Math.round(Math.min(420, 0.6 * width)),
    marginTop: 32,
    marginLeft: 56,
    marginBottom: x?.kind === "other" ? 60 : 38,
    x: {
      label: label(choice.x),
      ...(x?.kind === "other" && { type: "band", tickRotate: -25, domain: ordered(x) })
    },
    y: { label: choice.y === undefined ? "count" : label(choice.y), grid: true, nice: true },
    ...(colour && {
      color: { ...colourScale(colour, Boolean(few)), label: label(colour.name), legend: true }
    }),
    marks: [mark]
  });
}

/** Values that begin with a number by that number (0.1C, 1C, 10C); others as the query gives them. */
function ordered({ values }: PlotColumn): (string | null)[] {
  const domain = [...new Set(values.map((v) => (v === null ? null : String(v))))];
  const numbers = new Map(domain.map((v) => [v, parseFloat(v ?? "")]));
  if ([...numbers.values()].some(Number.isNaN)) return domain;
  return domain.sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0));
}

interface Channels {
  index: number[];
  x: PlotColumn | undefined;
  y: PlotColumn | undefined;
  shade: string | ((i: number) => unknown) | undefined;
  z: (i: number) => string;
  channel: (column: PlotColumn | undefined) => ((i: number) => unknown) | undefined;
}

function markOf({ mark }: PlotChoice, { index, x, y, shade, z, channel }: Channels): Plot.Markish {
  const [px, py] = [channel(x), channel(y)] as [Plot.ChannelValueSpec, Plot.ChannelValueSpec | undefined];
  const fill = shade as Plot.ChannelValueSpec;
  const discrete = x?.kind === "other";
  if (py === undefined) {
    const count = { y: "count" } as const;
    return discrete
      ? Plot.barY(index, Plot.groupX(count, { x: px, fill }))
      : Plot.rectY(index, Plot.binX<Plot.RectYOptions>(count, { x: px, fill }));
  }
  if (mark === "line")
    return Plot.lineY(index, { x: px, y: py, z, stroke: fill, sort: discrete ? null : px });
  if (mark === "dot") return Plot.dot(index, { x: px, y: py, stroke: fill, r: index.length > 500 ? 1.5 : 3 });
  return discrete
    ? Plot.barY(index, { x: px, y: py, fill })
    : Plot.ruleX(index, { x: px, y: py, stroke: fill, strokeWidth: 2 });
}

/** The colours that a rate or a provenance has everywhere; else a scheme that colour-blind eyes can read. */
function colourScale(column: PlotColumn, few: boolean): Plot.ScaleOptions {
  if (!few) return { scheme: "viridis" };
  const domain = [...new Set(column.values.map(String))].sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true })
  );
  const dark = isDark();
  if (domain.every(isProvenance))
    return { domain, range: domain.map((name) => provenanceColour(name, dark)) };
  const rates = domain.map((text) => Number(/^([\d.]+) ?C?$/.exec(text)?.[1]));
  if (/^(c_?)?rate/i.test(column.name) && rates.every((rate) => rate > 0)) {
    return { domain, range: rates.map((rate) => rateColour(rate, dark)) };
  }
  return { domain, scheme: domain.length <= 10 ? "observable10" : "viridis", type: "ordinal" };
}
