// What the instrument could have seen: shares found against threshold and settings, and what became of each class.
import type { Table } from "npm:apache-arrow";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { confusionView } from "../tomography/confusion-view.js";
import { classNames } from "../tomography/chart.js";
import { sweepPlot, type SweepPoint } from "../tomography/sweep-plot.js";
import { overSeeds, shareRows, type ShareRow } from "./share-rows.js";

export interface PanelOptions {
  state: string;
  width: number;
}

const stateName = (state: string) =>
  state === "uniform" ? "the uniform control" : state.replace("C-", " C, ").replace(/V$/, " V");

/** What became of the voxels of each true class, over all seeds, at 5 %. @param table composition-shares */
export function confusionPanel(table: Table, { state }: PanelOptions): FigureFrame {
  const rows = shareRows(table).filter((row) => row.state === state && Math.abs(row.threshold - 5) < 1e-9);
  const counts = classNames.map((name) =>
    [0, 1, 2].map((j) => rows.filter((r) => r.class === name).reduce((sum, r) => sum + (r.found[j] ?? 0), 0))
  );
  return figureFrame({
    id: "fig-2-confusion",
    label: "Limit a",
    title: `What became of each voxel: ${stateName(state)}`,
    content: confusionView(counts, { caption: "Voxels of four seeds" }),
    caption: "Voxels in the sample's volume and in the volume found, at a threshold of 5 %.",
    alt: "Confusion matrix of the three composition classes.",
    provenance: "recovered",
    table
  });
}

/** @param table composition-shares */
export function thresholdPanel(table: Table, { state, width }: PanelOptions): FigureFrame {
  const rows = shareRows(table).filter((row) => row.state === state);
  const points = [...overSeeds(rows, (row) => `${row.threshold} ${row.class}`).values()]
    .map(({ row, recovered, low, high }) => ({
      parameter: row.threshold,
      class: row.class,
      recovered,
      low,
      high
    }))
    .sort((a, b) => a.parameter - b.parameter);
  const alt = `Shares of the classes found in ${stateName(state)} against the threshold from 1 to 15 %.`;
  return figureFrame({
    id: "fig-2-threshold",
    label: "Limit b",
    title: `Shares against the threshold: ${stateName(state)}`,
    content: sweepPlot(points, {
      width,
      alt,
      xLabel: "threshold (%)",
      truth: truthAt(rows, 5),
      reported: reportedOf(state, 5),
      current: 5
    }),
    caption:
      "Every threshold on the same reconstructions; the dashed shares of the sample are those at 5 %. Choose the uniform control to see what noise alone does: the lower the threshold, the more of a particle of one composition leaves the target class.",
    alt,
    provenance: "recovered",
    table
  });
}

/** @param table composition-sweep @param sweep "photons" or "tilt range" */
export function sweepPanel(
  table: Table,
  sweep: "photons" | "tilt range",
  { state, width }: PanelOptions
): FigureFrame {
  const rows = shareRows(table).filter((row) => row.state === state && row.text("sweep") === sweep);
  const points = rows.map((row): SweepPoint => ({
    parameter: row.number("value"),
    class: row.class,
    recovered: row.recovered
  }));
  const photons = sweep === "photons";
  const current = photons ? 5000 : 65;
  const xLabel = photons ? "photons per pixel of 9.8 nm and image" : "tilts to ± (°)";
  const alt = `Shares of the classes found in ${stateName(state)} against ${xLabel}.`;
  return figureFrame({
    id: photons ? "fig-2-dose" : "fig-2-tilts",
    label: photons ? "Limit e" : "Limit f",
    title: `Shares against ${photons ? "dose" : "tilt range"}: ${stateName(state)}`,
    content: sweepPlot(points, {
      width,
      alt,
      xLabel,
      xType: photons ? "log" : "linear",
      truth: truthAt(rows, 5),
      reported: reportedOf(state, current),
      current
    }),
    caption: photons
      ? "The dose of the study is not printed; this is what it would have decided. One seed a point."
      : "The study's grid allows 65° to both sides; 90° leaves no missing wedge. One seed a point.",
    alt,
    provenance: "recovered",
    table
  });
}

const truthAt = (rows: readonly ShareRow[], threshold: number) =>
  Object.fromEntries(
    rows.filter((row) => Math.abs(row.threshold - threshold) < 1e-9).map((row) => [row.class, row.truth])
  );

/** What the study prints about a state, at the setting that it used or that stands for it here. */
function reportedOf(state: string, parameter: number) {
  if (state === "pristine") return [{ parameter, class: "target" as const, share: 0.936 }];
  return state === "10C-4.8V" ? [{ parameter, class: "oxygen-rich" as const, share: 0.17 }] : [];
}
