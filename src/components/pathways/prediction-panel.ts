// What the model says between the two rates that it was set at, with the spread over the assumed constants.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { rateColour } from "../colours.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { rowsOf } from "../oxidation/zones-panel.js";
import { tableMeta } from "../table-meta.js";
import { chart } from "../tomography/chart.js";
import { rateName, unitOf } from "./rows.js";

interface Row {
  rate: number;
  label: string;
  unit: string;
  value: number;
  low: number;
  high: number;
  least: number;
  most: number;
  draws: number;
}

/** @param table pathways-predictions */
export function predictionPanel(table: Table, o: { id: string; label: string; width: number }): FigureFrame {
  const dark = isDark();
  const rows = rowsOf(table).map((row): Row => {
    const number = (name: string) => Number(row[name]);
    return {
      ...{
        rate: number("rate_C"),
        label: String(row["label"]),
        unit: String(row["unit"]),
        draws: number("draws")
      },
      ...{ value: number("value"), low: number("low"), high: number("high") },
      ...{ least: number("least"), most: number("most") }
    };
  });
  const labels = [...new Set(rows.map(({ label }) => label))];
  const across = o.width >= 880 ? 4 : o.width >= 520 ? 2 : 1;
  const one = Math.floor(o.width / across) - 10;
  const plots = labels.map((label) => {
    const own = rows.filter((row) => row.label === label);
    const stroke = (row: Row) => rateColour(row.rate, dark);
    const alt = own
      .map(
        (row) =>
          `${rateName(row.rate)}: ${row.value.toPrecision(3)} (${row.low.toPrecision(3)} to ${row.high.toPrecision(3)}) ${row.unit}`
      )
      .join("; ");
    const plot = Plot.plot({
      ...{ width: one, height: 180, marginLeft: 46, marginRight: 10, marginTop: 26 },
      x: { type: "point", label: "rate", tickFormat: rateName },
      y: { label: unitOf(own[0]), grid: true, ticks: 4, zero: true },
      marks: [
        Plot.ruleX(own, { x: "rate", y1: "least", y2: "most", stroke, strokeWidth: 1.5 }),
        Plot.ruleX(own, { x: "rate", y1: "low", y2: "high", stroke, strokeWidth: 7, strokeOpacity: 0.45 }),
        Plot.dot(own, { x: "rate", y: "value", fill: stroke, r: 4 })
      ]
    });
    return h(
      "div",
      {},
      h("p", { class: "chart-title", style: "margin: 0; min-height: 2.6em" }, label),
      chart(plot, `${label}. ${alt}`)
    );
  });
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "Between the rates", table },
    alt: `Predicted quantities at 0.3, 1, 3 and 5 C with their spread: ${labels.join("; ")}.`,
    content: h(
      "div",
      { style: `display: grid; grid-template-columns: repeat(${across}, 1fr); gap: 10px` },
      ...plots
    ),
    caption: `Dots: the default constants. Thick: 10th to 90th percentile, thin: all draws. ${tableMeta(table).description ?? ""} A draw's ends are no limits: ranges are ours, and a mechanism that is not in the model is in no draw.`,
    interactive: true,
    provenance: "predicted"
  });
}
