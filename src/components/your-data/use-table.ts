// Numbers of any source, such as a paper's source data, laid over a table of ours: theirs marked measured.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { provenanceColour } from "../colours.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { chart, keys, seriesStyle } from "../tomography/chart.js";
import { ownFrame } from "./drawn.js";
import { chooser, columnChooser, fields, neededNumber, textField } from "./form.js";
import type { TableContext, UsePanel } from "./use-panel.js";

/** A table of a figure of ours on which a reader's numbers can be laid. */
export interface OurTable {
  /** "Figure 1a: first cycle" */
  label: string;
  x: string;
  xLabel: string;
  y: string;
  yLabel: string;
  /** columns whose values tell the curves apart */
  series: readonly string[];
  load: () => Promise<Table>;
}

interface Point {
  x: number;
  y: number;
  series: string;
}

const code = ["src/components/your-data/use-table.ts"];

export function tablePanel(
  { reader, shown, opened, width }: TableContext,
  ours: readonly OurTable[]
): UsePanel {
  const names = shown.columns.filter(({ kind }) => kind === "number").map(({ name }) => name);
  const x = columnChooser<string>("Column along", names, names[0] ?? null, false);
  const y = columnChooser<string>("Column up", names, names[1] ?? names[0] ?? null, false);
  const over = chooser<OurTable | null>(
    "Lay over",
    [
      { value: null, label: "nothing: show it alone" },
      ...ours.map((table) => ({ value: table, label: table.label }))
    ],
    ours[0] ?? null
  );
  const xFactor = textField("Times, along", "1", "to bring your unit to ours");
  const yFactor = textField("Times, up", "1");
  return {
    form:
      names.length === 0
        ? h(
            "p",
            { class: "error-note" },
            "missing numbers: this part holds no column of them; choose another sheet or row of names"
          )
        : h("div", {}, fields(x.element, y.element, over.element), fields(xFactor.element, yFactor.element)),
    async analyse(task) {
      const columns = await reader.ask("columns", { names: [x.get(), y.get()] }, task);
      const [xs, ys] = [columns[0]?.values ?? [], columns[1]?.values ?? []];
      const [fx, fy] = [neededNumber(xFactor), neededNumber(yFactor)];
      const points = Array.from(xs, (value, i) => ({
        x: Number(value) * fx,
        y: Number(ys[i]) * fy,
        series: "your data"
      })).filter((p) => Number.isFinite(p.x) && Number.isFinite(p.y));
      if (points.length === 0)
        throw new Error(
          `missing points: no row holds a number in both ${x.get()} and ${y.get()}; choose other columns`
        );
      const table = over.get();
      const lines = table ? pointsOf(await table.load(), table) : [];
      const left = xs.length - points.length;
      return {
        frames: [frameOf(points, lines, table, { file: opened.name, width, x: x.get(), y: y.get() })],
        notes: [
          `${points.length} points.`,
          ...(left > 0 ? [`${left} rows without two numbers were left out.`] : [])
        ]
      };
    }
  };
}

function pointsOf(table: Table, { x, y, series }: OurTable): Point[] {
  const [along, up] = [table.getChild(x), table.getChild(y)];
  const parts = series.map((name) => ({ name, column: table.getChild(name) }));
  const rows: Point[] = [];
  for (let i = 0; i < table.numRows; ++i) {
    const words = parts.map(({ name, column }) => {
      const value: unknown = column?.get(i);
      return name === "rate_C"
        ? `${String(value)} C`
        : name === "cycle"
          ? `cycle ${String(value)}`
          : String(value);
    });
    rows.push({ x: Number(along?.get(i)), y: Number(up?.get(i)), series: words.join(", ") });
  }
  return rows;
}

interface Labels {
  file: string;
  width: number;
  x: string;
  y: string;
}

function frameOf(points: Point[], lines: Point[], table: OurTable | null, { file, width, x, y }: Labels) {
  const dark = isDark();
  const names = [...new Set(lines.map(({ series }) => series))];
  const colour = provenanceColour("measured", dark);
  const every = Math.max(1, Math.floor(points.length / 4000));
  const plot = Plot.plot({
    ...{ width, height: Math.round(Math.min(440, Math.max(300, 0.55 * width))), marginLeft: 60 },
    x: { label: table?.xLabel ?? x },
    y: { label: table?.yLabel ?? y, grid: true, nice: true },
    marks: [
      ...names.map((name, k) => {
        const style = seriesStyle(k, names.length, dark);
        return Plot.line(
          lines.filter((p) => p.series === name),
          { x: "x", y: "y", stroke: style.colour, strokeDasharray: style.dash, strokeWidth: 1.4 }
        );
      }),
      Plot.dot(
        points.filter((_, i) => i % every === 0),
        { x: "x", y: "y", stroke: colour, r: 2.2 }
      ),
      Plot.tip(
        points.filter((_, i) => i % every === 0),
        Plot.pointer({ x: "x", y: "y" })
      )
    ]
  });
  const legend = keys([
    { label: `measured: ${file}`, colour, mark: "dot" },
    ...names
      .slice(0, 12)
      .map((name, k) => ({ label: `ours: ${name}`, ...seriesStyle(k, names.length, dark) }))
  ]);
  const all = [...points, ...lines];
  return ownFrame({
    ...{
      id: "overlay",
      title: table ? `Your numbers over ${table.label}` : "Your numbers",
      alt: "Your numbers as points, ours as lines.",
      file,
      code
    },
    method: table ? `laid over the table of ${table.label}; nothing is fitted` : "shown as they are",
    content: chart(plot, "Your numbers as points, ours as lines.", legend),
    caption: table
      ? "Points are your numbers, marked measured; lines are ours. Nothing is fitted or shifted but for the factors that you gave."
      : "Your numbers as they stand in the file.",
    columns: () => [
      { name: "source", values: all.map(({ series }) => series) },
      { name: "x", values: all.map((p) => p.x) },
      { name: "y", values: all.map((p) => p.y) }
    ]
  });
}
