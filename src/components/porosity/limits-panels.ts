// What the nanotomograph could have seen: porosity at 0.1 C and 10 C against one of its settings, and in all of them how much of
// the void hangs together.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { isDark } from "../dark.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { rowsOf } from "../oxidation/zones-panel.js";
import { chart, keys } from "../tomography/chart.js";
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
  distances: {
    title: "Several distances",
    x: "distances a projection is recorded at",
    type: "linear",
    current: 1,
    caption:
      "Each distance is farther by a half than the one before. Holotomography takes usually four; with the retrieval for one material, which gives far images most weight, four find less of the narrow void than one, not more. Retrievals without that assumption are not computed here."
  },
  energy: {
    title: "Photon energy",
    x: "photon energy (keV)",
    type: "linear",
    current: 17,
    caption:
      "The two energies at which such beamlines are run, with the same fringes and counts: what is found hardly differs."
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

/** Of a setting in the table's unit, that of the axis. */
const onAxis = (name: string, value: number): number => (name === "energy" ? 1e-3 * value : value);

/** The number in a column with the span to its values at the threshold less and more its error. */
const withSpan = (row: Record<string, unknown>, column: "porosity" | "network") => {
  const [found, lower, higher] = ["percent", "at_lower_percent", "at_higher_percent"].map((each) =>
    Number(row[`${column}_${each}`])
  );
  return { y: found, low: Math.min(found, lower, higher), high: Math.max(found, lower, higher) };
};

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
    x: onAxis(name, Number(row["value"])),
    ...withSpan(row, "porosity")
  }));
  if (extra && name === "size")
    for (const row of rowsOf(extra))
      if (row["quantity"] === "porosity" && row["state"] !== "pristine") {
        const [y, lower, higher] = ["found", "at_lower_threshold", "at_higher_threshold"].map((each) =>
          Number(row[each])
        );
        points.push({
          ...{ series: stateLabel[row["state"] as "0.1C" | "10C"], x: 137.5, y },
          ...{ low: Math.min(y, lower, higher), high: Math.max(y, lower, higher) }
        });
      }
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
    caption: `${caption} Bands: the threshold less and more its error.`
  });
}

/** What a row of the table varies, in words. */
const setting: Record<LimitName, (value: number) => string> = {
  photons: (n) => `${n.toLocaleString("en").replace(",", " ")} photons`,
  tilts: (n) => `${n} projections`,
  fresnel: (n) => `λz/p² = ${n}`,
  distances: (n) => `${n} distance${n === 1 ? "" : "s"}`,
  energy: (eV) => `${1e-3 * eV} keV`,
  cameraBlur: (n) => (n === 0 ? "no camera blur" : `blur ${n} pixels`),
  size: (nm) => `voxels ${nm} nm`
};

/** What every row of the sweeps has but for the one setting that is varied; limits.ts has the same. */
const usual: Record<LimitName, number> = {
  ...{ photons: 20000, tilts: 100, fresnel: 1.5, distances: 1, energy: 17000, cameraBlur: 0.8, size: 275 }
};

/** Share of the void in the largest pore for each changed setting. @param table porosity-limits */
export function connectionPanel(table: Table, { id, label, width }: PanelOptions): FigureFrame {
  const dark = isDark();
  const points = rowsOf(table).flatMap((row) => {
    const [name, value] = [row["sweep"] as LimitName, Number(row["value"])];
    const isUsual = value === usual[name];
    // the usual settings come in every sweep: once is enough
    if (isUsual && name !== "size") return [];
    const state = row["state"] as "0.1C" | "10C";
    const where = isUsual ? "as usual" : setting[name](value);
    return [{ ...{ state, where, pores: Number(row["pores"]) }, ...withSpan(row, "network") }];
  });
  const order = [...new Set(points.map(({ where }) => where))];
  const fast = new Map(points.filter(({ state }) => state === "10C").map(({ where, y }) => [where, y]));
  order.sort(
    (a, b) =>
      Number(b === "as usual") - Number(a === "as usual") || (fast.get(b) ?? NaN) - (fast.get(a) ?? NaN)
  );
  const alt =
    "Share of the void in the largest pore at 0.1 C and 10 C, found with each setting changed alone: at 10 C nearly all with most, much less with four distances, more blur, a long distance or large voxels.";
  const plot = Plot.plot({
    ...{ width, height: 60 + 22 * order.length, marginLeft: 104, marginRight: 20, marginBottom: 34 },
    x: { label: "void in the largest pore (%)", domain: [0, 100], grid: true, labelArrow: "none" },
    y: { label: null, domain: order, tickSize: 0 },
    marks: (["0.1C", "10C"] as const).flatMap((state) => {
      const own = points.filter((point) => point.state === state);
      const colour = stateColour(state, dark);
      return [
        Plot.ruleY(own, { y: "where", x1: "low", x2: "high", stroke: colour, strokeWidth: 2 }),
        Plot.dot(own, {
          ...{ y: "where", x: "y", r: 4 },
          ...(state === "10C" ? { fill: colour, symbol: "diamond" } : { fill: colour })
        })
      ];
    })
  });
  const legend = keys([
    { label: "0.1 C", colour: stateColour("0.1C", dark) },
    { label: "10 C (diamonds)", colour: stateColour("10C", dark) }
  ]);
  const counts = (where: string) =>
    ["0.1C", "10C"]
      .map((state) => points.find((point) => point.where === where && point.state === state)?.pores ?? NaN)
      .join(" and ");
  return figureFrame({
    ...{ id, label, title: "How firm the connection is", alt, provenance: "recovered", table },
    content: chart(plot, alt, legend),
    caption: `Each row has one setting changed against the first, voxels 275 nm wide unless said. Bars: the threshold less and more its error. Pores found at 0.1 C and 10 C: ${counts("as usual")} as usual, ${counts("4 distances")} with four distances, ${counts("blur 2 pixels")} at a blur of 2 pixels, ${counts("λz/p² = 20")} at λz/p² = 20, ${counts("voxels 550 nm")} with voxels of 550 nm: a blurred picture parts one pore into several.`
  });
}
