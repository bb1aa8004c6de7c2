// Supplementary Figure 17: how much of the lattice is distorted, column by column, in each lamella.
import * as Plot from "npm:@observablehq/plot";
import { provenanceColour, rateColour } from "../colours.js";
import { segmented } from "../controls.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { tableMeta, type TableLike } from "../table-meta.js";
import { tableView } from "../table-view.js";
import { chart, keys } from "../tomography/chart.js";
import { shareBeyond, spreadOf } from "./spread.js";
import { bulkColumns, columnTable, type FoundColumn } from "./found-columns.js";

const quantities = {
  rotation: { label: "rotation", unit: "°", value: (c: FoundColumn) => c.rotation, limit: 8, bin: 0.5 },
  spacing: { label: "slab spacing", unit: "Å", value: (c: FoundColumn) => c.spacing, limit: 0.5, bin: 0.03 },
  tilt: { label: "slope of the slabs", unit: "°", value: (c: FoundColumn) => c.tilt, limit: 10, bin: 0.5 }
} as const;
type Quantity = keyof typeof quantities;

const meanSpacing = 4.75;
const scenes = [
  { id: "pristine", label: "pristine", rate: null },
  { id: "slow", label: "0.1 C, below the surface", rate: 0.1 },
  { id: "fast", label: "10 C, bulk", rate: 10 }
] as const;

/** @param table stem-columns */
export function statisticsPanel(
  table: TableLike,
  o: { id: string; label: string; width: number }
): FigureFrame {
  const dark = isDark();
  const lamellae = scenes.map((scene) => ({ ...scene, columns: bulkColumns(table, scene.id) }));
  const quantity = segmented<Quantity>({
    label: "Distribution of",
    options: ["rotation", "spacing", "tilt"],
    format: (name) => quantities[name].label
  });
  const colour = (rate: number | null) =>
    rate === null ? provenanceColour("reported", dark) : rateColour(rate, dark);
  const drawn = h("div");
  const alt = "Histograms over columns in three lamellae.";
  const show = () => {
    const { label, unit, value, limit, bin } = quantities[quantity.value];
    const centre = quantity.value === "spacing" ? meanSpacing : 0;
    const bins = Math.round((2 * limit) / bin);
    const rows = lamellae.flatMap(({ columns, rate, label: name }) => {
      const counts = new Float64Array(bins);
      let total = 0;
      for (const column of columns) {
        const k = Math.floor((value(column) - centre + limit) / bin);
        if (!Number.isFinite(k)) continue;
        ++total;
        if (k >= 0 && k < bins) ++counts[k];
      }
      return Array.from(counts, (count, k) => ({
        ...{ name, colour: colour(rate), share: (100 * count) / total },
        ...{ from: centre - limit + k * bin, to: centre - limit + (k + 1) * bin }
      }));
    });
    const plot = Plot.plot({
      ...{ width: Math.min(900, o.width), height: 280, marginLeft: 44 },
      x: { label: `${label} (${unit})` },
      y: { label: "share of the columns (%)", grid: true },
      marks: [
        ...lamellae.map(({ label: name }) =>
          Plot.line(
            rows.filter((row) => row.name === name),
            {
              ...{ x: (d: { from: number; to: number }) => (d.from + d.to) / 2, y: "share", curve: "step" },
              ...{ stroke: "colour", strokeWidth: 2 },
              strokeDasharray: name === "pristine" ? "5,3" : "none"
            }
          )
        ),
        Plot.ruleY([0])
      ]
    });
    const legend = keys(
      lamellae.map(({ label: name, rate }) => ({
        ...{ label: name, colour: colour(rate) },
        dash: rate === null ? "5,3" : "none"
      }))
    );
    drawn.replaceChildren(chart(plot, alt, legend));
  };
  quantity.addEventListener("input", (event) => {
    event.stopPropagation();
    show();
  });
  show();
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  const summary = tableView({
    caption:
      "Columns in the layers, away from edges and surface: rotation, its spread and share beyond 1 and 3°; spread of the spacing",
    sortable: false,
    rows: lamellae.map(({ label, columns }) => {
      const found = columns.map(({ rotation }) => rotation);
      const truth = columns.map(({ trueRotation }) => trueRotation);
      return {
        ...{ label, count: columns.length, spread: spreadOf(found), trueSpread: spreadOf(truth) },
        ...{ one: shareBeyond(found, 1), trueOne: shareBeyond(truth, 1), three: shareBeyond(found, 3) },
        ...{ trueThree: shareBeyond(truth, 3), spacing: spreadOf(columns.map((c) => c.spacing)) }
      };
    }),
    columns: [
      { name: "lamella", value: (r) => r.label },
      { name: "columns", value: (r) => r.count },
      { name: "spread", label: "spread", unit: "°", value: (r) => round(r.spread, 2) },
      { name: "true spread", label: "true", unit: "°", value: (r) => round(r.trueSpread, 2) },
      { name: "beyond 1°", label: "> 1°", unit: "%", value: (r) => round(100 * r.one, 0) },
      { name: "true beyond 1°", label: "true", unit: "%", value: (r) => round(100 * r.trueOne, 0) },
      { name: "beyond 3°", label: "> 3°", unit: "%", value: (r) => round(100 * r.three, 0) },
      { name: "true beyond 3°", label: "true", unit: "%", value: (r) => round(100 * r.trueThree, 0) },
      { name: "spacing", label: "spacing", unit: "Å", value: (r) => round(r.spacing, 3) }
    ]
  });
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "How much of the lattice is distorted?", alt },
    content: h("div", { class: "stem-panel" }, quantity, drawn, summary),
    caption:
      "Each column of the dark-field images, with the rotation of the lattice there, the mean distance to the slabs above and below, and the slope of its own slab. The pristine lamella is undistorted: its spread is what dose and jitter make, and what stands out of it is distortion. The study shows such images and gives no statistics. The bend and the turn of the 10 C lamella were set.",
    interactive: true,
    provenance: "recovered",
    table: () => ({
      name: o.id,
      columns: [
        {
          ...{ name: "lamella", unit: "", description: "which image" },
          values: lamellae.flatMap(({ label, columns }) => columns.map(() => label))
        },
        ...columnTable(
          o.id,
          lamellae.flatMap(({ columns }) => columns)
        ).columns
      ]
    }),
    meta: tableMeta(table),
    code: ["src/components/stem/statistics-panel.ts", "src/science/stem/spacing.ts"]
  });
}
