// What the nanotomograph could have seen: porosity at 0.1 C and 10 C against one of its settings.
import type { Table } from "npm:apache-arrow";
import { isDark } from "../dark.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { rowsOf } from "../oxidation/zones-panel.js";
import { biasPlot } from "../xanes/bias-plot.js";
import { stateColour, stateLabel } from "./pore-style.js";
import type { PanelOptions } from "./sizes-panel.js";

const sweeps = {
  photons: {
    title: "Counts",
    x: "photons a pixel and projection",
    type: "log",
    current: 20000,
    caption:
      "A hundred photons already do: the retrieval smooths their noise away. What limits is blur, so longer exposures would show no more pores."
  },
  tilts: {
    title: "Projections",
    x: "projections over half a turn",
    type: "linear",
    current: 100,
    caption: "Few projections leave streaks outside the particle, but hardly touch what is found in it."
  },
  fresnel: {
    title: "Propagation distance",
    x: "λz/p²",
    type: "log",
    current: 1.5,
    caption:
      "Far from the sample fringes are wider than the retrieval of one distance takes for granted, and thin voids are smeared out."
  },
  cameraBlur: {
    title: "Blur",
    x: "full width of the camera's point spread (pixels)",
    type: "linear",
    current: 0.8,
    caption:
      "Blur fills narrow pores with oxide. The particle with many small pores loses most: here, with voxels 275 nm wide, it seems less porous than the cracked one although it holds more void."
  },
  size: {
    title: "Voxels",
    x: "voxel (nm)",
    type: "linear",
    current: 137.5,
    caption:
      "What is smaller than two or three voxels is lost. At 137.5 nm the slow particle is seen to be the more porous, at 275 nm the fast one: which rate makes more void is a question of resolution first."
  }
} as const;

export type LimitName = keyof typeof sweeps;

/** @param table porosity-limits @param extra points of the page's own tomograms for the sweep of voxels: porosity-numbers */
export function limitPanel(
  table: Table,
  name: LimitName,
  { id, label, width }: PanelOptions,
  extra?: Table
): FigureFrame {
  const { title, x, type, current, caption } = sweeps[name];
  const dark = isDark();
  const rows = rowsOf(table).filter((row) => row["sweep"] === name);
  const points = rows.map((row) => ({
    series: stateLabel[row["state"] as "0.1C" | "10C"],
    x: Number(row["value"]),
    y: Number(row["porosity_percent"])
  }));
  if (extra && name === "size")
    for (const row of rowsOf(extra))
      if (row["quantity"] === "porosity" && row["state"] !== "pristine")
        points.push({
          series: stateLabel[row["state"] as "0.1C" | "10C"],
          x: 137.5,
          y: Number(row["found"])
        });
  points.sort((a, b) => a.x - b.x);
  const truth = Object.fromEntries(
    rows.map((row) => [stateLabel[row["state"] as "0.1C" | "10C"], Number(row["true_porosity_percent"])])
  );
  const alt = `Porosity found at 0.1 C and 10 C against ${x}, with that of the samples.`;
  return figureFrame({
    ...{ id, label, title, alt, provenance: "recovered", table },
    content: biasPlot(points, {
      ...{ width, alt, xLabel: x, xType: type, yLabel: "porosity (%)", current, truth },
      truthLabel: "in the sample, pores of any size",
      colours: { "0.1 C": stateColour("0.1C", dark), "10 C": stateColour("10C", dark) }
    }),
    caption
  });
}
