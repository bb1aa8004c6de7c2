// Which element carries the charge of a discharge, in the first and in the twentieth cycle.
import type { Table } from "npm:apache-arrow";
import type { EdgeElement } from "../../science/xanes/windows.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { sharesPlot } from "../xanes/shares-plot.js";
import type { LimitOptions } from "./limits-panels.js";
import { rowsOf } from "./zones-panel.js";

/** @param table oxidation-cycles */
export function cyclesPanel(table: Table, { id, label, width }: LimitOptions): FigureFrame {
  const rows = rowsOf(table).map((row) => ({
    ...{ rate: Number(row["rate_C"]), cycle: Number(row["cycle"]) },
    element: String(row["element"]) as EdgeElement,
    ...{ capacity: Number(row["capacity_mAh_g"]), error: Number(row["standard_error"]) },
    ...{ truth: Number(row["true_mAh_g"]), share: Number(row["share"]) }
  }));
  const across = width >= 640 ? 2 : 1;
  const own = Math.floor((width - 24 * (across - 1)) / across);
  const top = 1.1 * Math.max(...rows.map(({ capacity, truth }) => Math.max(capacity, truth)));
  const alt = "Charge of each element on discharge in the first and the twentieth cycle.";
  const panel = (rate: number) => {
    const shown = rows.filter((row) => row.rate === rate);
    const plot = sharesPlot(shown, { width: own, alt: `${rate} C. ${alt}`, top });
    return h("div", {}, h("p", { class: "map-name" }, `${rate} C`), plot);
  };
  return figureFrame({
    ...{ id, label, title: "Who carries the charge after 20 cycles?", alt, table },
    content: h(
      "div",
      { class: "spectra", style: `grid-template-columns: repeat(${across}, minmax(0, 1fr))` },
      ...[0.1, 10].map(panel)
    ),
    caption:
      "From the mean valences at 4.8 V and after discharge, with each element's share of the whole above its bars. The study says in words how the shares shift and prints no valence after 20 cycles: those of the sample are the pathway model's, and what is tested is whether such maps would show them. A coarser camera (39 nm) than in Figure 3a.",
    provenance: "recovered",
    code: ["src/science/xanes/cycled-states.ts", "src/science/xanes/cycle-shares.ts"]
  });
}
