// Hoop stress at A on discharge at all rates of the table, as it is and divided by the rate.
import type { Table } from "npm:apache-arrow";
import { rateColour } from "../colours.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { bridgePlot } from "./bridge-plot.js";
import { numbers } from "./columns.js";

export interface RateSeriesOptions {
  id: string;
  label: string;
  width: number;
}

/** @param table data/stress-bridge.arrow */
export function rateSeriesPanel(table: Table, { id, label, width }: RateSeriesOptions): FigureFrame {
  const [rate, half, dod, hoop] = ["rate_C", "half_cycle", "depth_of_discharge", "hoop_stress_MPa"].map(
    (name) => numbers(table, name)
  );
  const rates = [...new Set(rate)];
  const curves = (divide: boolean) =>
    rates.map((n) => {
      const rows = Array.from(rate.keys()).filter((i) => rate[i] === n && half[i] === 1);
      return {
        name: `${n} C`,
        colour: rateColour(n, isDark()),
        x: rows.map((i) => 100 * dod[i]),
        y: rows.map((i) => hoop[i] / (divide ? n : 1))
      };
    });
  const alt =
    "Hoop stress at A against depth of discharge, at five rates; divided by the rate the curves coincide.";
  const size = {
    width: width < 640 ? width : width / 2 - 8,
    xLabel: "depth of discharge (%)",
    xDomain: [0, 100] as [number, number],
    ariaLabel: alt
  };
  const pair = h(
    "div",
    { style: "display: flex; flex-wrap: wrap; gap: 16px" },
    bridgePlot(curves(false), { ...size, yLabel: "hoop stress (MPa)" }),
    bridgePlot(curves(true), { ...size, yLabel: "hoop stress / rate (MPa per C)" })
  );
  return figureFrame({
    id,
    label,
    title: "Hoop stress at A between 0.1 C and 10 C",
    content: pair,
    caption: "On discharge, after a charge at the same rate. Left: as it is; right: divided by the rate.",
    alt,
    provenance: "predicted",
    table
  });
}
