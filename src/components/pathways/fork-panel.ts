// Quantities of changed particles against the rate, one small chart each: for forks of the pathway model.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { rowsOf } from "../oxidation/zones-panel.js";
import { chart } from "../tomography/chart.js";
import { rateName, unitOf } from "./rows.js";

interface Row {
  variant: string;
  rate: number;
  label: string;
  unit: string;
  value: number;
}

/** No colour stands for a variant: shapes and dashes do, which every eye and printer tells apart. */
const symbols = ["circle", "square", "triangle"] as const;
const dashes = ["none", "6 3", "2 3"] as const;

/** @param table of `forkTable` */
export function forkPanel(
  table: Table,
  o: { id: string; label: string; title: string; width: number }
): FigureFrame {
  const rows = rowsOf(table).map((row): Row => ({
    variant: String(row["variant"]),
    rate: Number(row["rate_C"]),
    label: String(row["label"]),
    unit: String(row["unit"]),
    value: Number(row["value"])
  }));
  const labels = [...new Set(rows.map(({ label }) => label))];
  const variants = [...new Set(rows.map(({ variant }) => variant))];
  const across = o.width >= 880 ? 5 : o.width >= 520 ? 2 : 1;
  const one = Math.floor(o.width / across) - 10;
  const plots = labels.map((label) => {
    const own = rows.filter((row) => row.label === label && Number.isFinite(row.value));
    const alt = own
      .map((r) => `${r.variant}, ${rateName(r.rate)}: ${r.value.toPrecision(3)} ${r.unit}`)
      .join("; ");
    const plot = Plot.plot({
      ...{ width: one, height: 180, marginLeft: 46, marginRight: 10, marginTop: 26 },
      x: { type: "log", label: "rate (C)", ticks: [0.1, 1, 10], tickFormat: String },
      y: { label: unitOf(own[0]), grid: true, ticks: 4, zero: true },
      marks: variants.flatMap((variant, k) => {
        const data = own.filter((row) => row.variant === variant);
        return [
          Plot.line(data, { x: "rate", y: "value", stroke: "currentColor", strokeDasharray: dashes[k] }),
          Plot.dot(data, {
            x: "rate",
            y: "value",
            fill: k === 0 ? "currentColor" : "var(--theme-background)",
            stroke: "currentColor",
            symbol: symbols[k],
            r: 4
          })
        ];
      })
    });
    return h(
      "div",
      {},
      h("p", { class: "chart-title", style: "margin: 0; min-height: 2.6em" }, label),
      chart(plot, `${label}. ${alt}`)
    );
  });
  const legend = h(
    "p",
    { class: "chart-title" },
    ...variants.flatMap((variant, k) => [
      h("span", { "aria-hidden": "true" }, ["● ", "□ ", "△ "][k]),
      `${variant}${k < variants.length - 1 ? " · " : ""}`
    ])
  );
  return figureFrame({
    ...{ id: o.id, label: o.label, title: o.title, table },
    alt: `Quantities of the pathway model against the rate for ${variants.join(", ")}: ${labels.join("; ")}.`,
    content: h(
      "div",
      {},
      legend,
      h("div", { style: `display: grid; grid-template-columns: repeat(${across}, 1fr); gap: 10px` }, ...plots)
    ),
    caption:
      "Lines join the rates that were run. No constant is set anew: what was calibrated on the study's particle is kept, so all that differs follows from the change.",
    interactive: false,
    provenance: "predicted"
  });
}
