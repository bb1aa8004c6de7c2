// Numbers of any source, such as a paper's source data, laid over a table of ours: theirs marked measured.
import * as Plot from "npm:@observablehq/plot";
import { provenanceColour } from "../colours.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { chart, keys, seriesStyle } from "../tomography/chart.js";
import { ownFrame } from "./drawn.js";
import { chooser, columnChooser, fields, neededNumber, textField } from "./form.js";
import type { TableContext, UsePanel } from "./use-panel.js";

export interface OurPoint {
  x: number;
  /** NaN where the curve is broken */
  y: number;
  /** of which curve */
  series: string;
}

/** A table of a figure of ours on which a reader's numbers can be laid. */
export interface OurTable {
  /** "Figure 1b: first cycle" */
  label: string;
  /** quantity and unit */
  xLabel: string;
  yLabel: string;
  /** a sentence on what brings a reader's numbers to ours */
  hint?: string;
  points: () => Promise<OurPoint[]>;
}

const code = ["src/components/your-data/use-table.ts"];

export function tablePanel(
  { reader, shown, opened, width }: TableContext,
  ours: readonly OurTable[]
): UsePanel {
  const names = shown.columns.filter(({ kind }) => kind === "number").map(({ name }) => name);
  const x = chooser<string | null>(
    "Column along",
    [
      ...names.map((name) => ({ value: name, label: name })),
      { value: null, label: "none: the number of the row" }
    ],
    names[0] ?? null
  );
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
  const guide = h("p", { class: "figure-readout", role: "status" });
  const say = () => {
    const table = over.get();
    guide.textContent = table
      ? [`Ours has ${table.xLabel} along and ${table.yLabel} up.`, table.hint].filter(Boolean).join(" ")
      : "";
  };
  over.element.addEventListener("input", say);
  say();
  return {
    form:
      names.length === 0
        ? h(
            "p",
            { class: "error-note" },
            "missing numbers: this part holds no column of them; choose another sheet or row of names"
          )
        : h(
            "div",
            {},
            fields(x.element, y.element, over.element),
            guide,
            fields(xFactor.element, yFactor.element)
          ),
    async analyse(task) {
      const along = x.get();
      const columns = await reader.ask("columns", { names: [y.get(), ...(along ? [along] : [])] }, task);
      const ys = columns[0]?.values ?? [];
      const xs = along ? (columns[1]?.values ?? []) : ys.map((_, i) => i + 1);
      const [fx, fy] = [neededNumber(xFactor), neededNumber(yFactor)];
      const points = Array.from(xs, (value, i) => ({
        x: Number(value) * fx,
        y: Number(ys[i]) * fy,
        series: "your data"
      })).filter((p) => Number.isFinite(p.x) && Number.isFinite(p.y));
      if (points.length === 0)
        throw new Error(
          `missing points: no row holds a number in ${along ? `both ${along} and ${y.get()}` : y.get()}; choose other columns`
        );
      const table = over.get();
      const lines = table ? await table.points() : [];
      const left = xs.length - points.length;
      return {
        frames: [frameOf(points, lines, table, { file: opened.name, width, x: along ?? "row", y: y.get() })],
        notes: [
          `${points.length} points.`,
          ...(left > 0 ? [`${left} rows without two numbers were left out.`] : [])
        ]
      };
    }
  };
}

interface Labels {
  file: string;
  width: number;
  x: string;
  y: string;
}

function frameOf(
  points: OurPoint[],
  lines: OurPoint[],
  table: OurTable | null,
  { file, width, x, y }: Labels
) {
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
    ...names.map((name, k) => ({ label: `ours: ${name}`, ...seriesStyle(k, names.length, dark) }))
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
