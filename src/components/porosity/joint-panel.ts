// The cracks meet the stress: hoop stress along the radius over the porosity found there, one particle beside the other.
import * as Plot from "npm:@observablehq/plot";
import type { Table } from "npm:apache-arrow";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { rowsOf } from "../oxidation/zones-panel.js";
import { numbers, where } from "../stress/columns.js";
import { chart, keys } from "../tomography/chart.js";
import { stateColour, stateLabel, withError } from "./pore-style.js";

export interface Shell {
  radius: number;
  porosity: number;
  /** at the threshold less and more its error */
  atLower: number;
  atHigher: number;
  truth: number;
  volume: number;
}

export const shellsOf = (table: Table, state: string): Shell[] =>
  rowsOf(table)
    .filter((row) => row["state"] === state && row["porosity_percent"] !== null)
    .map((row) => ({
      radius: Number(row["radius_um"]),
      porosity: Number(row["porosity_percent"]),
      atLower: Number(row["porosity_at_lower_percent"]),
      atHigher: Number(row["porosity_at_higher_percent"]),
      truth: Number(row["true_porosity_percent"]),
      volume: Number(row["volume_um3"])
    }));

export interface StressLine {
  radius: Float64Array;
  hoop: Float64Array;
}

/** The line at the depth of discharge nearest to a wanted one. @param table data/stress/RATE.arrow */
export function stressLine(table: Table, depth = 0.2): StressLine {
  const all = {
    depth: numbers(table, "depth_of_discharge"),
    radius: numbers(table, "radius_um"),
    hoop: numbers(table, "hoop_stress_MPa")
  };
  const nearest = all.depth.reduce(
    (best, d) => (Math.abs(d - depth) < Math.abs(best - depth) ? d : best),
    Infinity
  );
  return where(all, (i) => all.depth[i] === nearest && Number.isFinite(all.hoop[i]));
}

/** Mean of the stress over shells, weighed by their volume and, if asked, by the void in them; the void's core has no oxide. */
export function meanStress(
  { radius, hoop }: StressLine,
  shells: readonly Shell[],
  byVoid: false | "porosity" | "atLower" | "atHigher"
): number {
  let [sum, total] = [0, 0];
  for (const shell of shells) {
    // the line begins at the void's surface: what lies within it carries no stress
    const k = radius.findIndex((r) => r >= shell.radius);
    if (k < 0 || shell.radius < radius[0]) continue;
    const weight = shell.volume * (byVoid ? shell[byVoid] : 1);
    sum += weight * hoop[k];
    total += weight;
  }
  return sum / total;
}

export interface JointOptions {
  id: string;
  label: string;
  width: number;
}

/** @param radial porosity-radial @param slow @param fast data/stress/RATE.arrow */
export function jointPanel(
  radial: Table,
  slow: Table,
  fast: Table,
  { id, label, width }: JointOptions
): FigureFrame {
  const dark = isDark();
  const own = (["0.1C", "10C"] as const).map((state) => ({
    state,
    shells: shellsOf(radial, state),
    line: stressLine(state === "10C" ? fast : slow),
    colour: stateColour(state, dark)
  }));
  const x = { label: "distance from the centre (µm)", domain: [0, 8] };
  const shared = {
    width,
    marginLeft: 62,
    marginRight: 16,
    height: Math.round(Math.min(230, Math.max(180, 0.3 * width)))
  };
  const alt =
    "Above the hoop stress along the radius at a fifth of the discharge, at 0.1 C and 10 C; below the porosity in shells of the two particles.";
  const stress = Plot.plot({
    ...shared,
    x: { ...x, label: null },
    y: { label: "|hoop stress| (MPa)", type: "log", grid: true, ticks: 4, tickFormat: "~g" },
    marks: own.flatMap(({ line, colour }) => {
      const points = Array.from(line.radius, (r, i) => ({ r, s: line.hoop[i] }));
      const tension = points.map(({ r, s }) => ({ r, s: s > 0 ? s : NaN }));
      const pressure = points.map(({ r, s }) => ({ r, s: s < 0 ? -s : NaN }));
      return [
        Plot.line(tension, { x: "r", y: "s", stroke: colour, strokeWidth: 2.2 }),
        Plot.line(pressure, { x: "r", y: "s", stroke: colour, strokeWidth: 1.6, strokeDasharray: "2,3" })
      ];
    })
  });
  const pores = Plot.plot({
    ...shared,
    x,
    // the core is void in all states; a logarithm shows what lies beyond it
    y: { label: "porosity (%)", type: "log", domain: [least, 100], grid: true, ticks: 4, tickFormat: "~g" },
    marks: own.flatMap(({ shells, colour }) => [
      Plot.areaY(
        shells.filter(({ atLower, porosity, atHigher }) => Math.max(atLower, porosity, atHigher) >= least),
        {
          x: "radius",
          y1: ({ atLower, porosity, atHigher }: Shell) =>
            Math.max(least, Math.min(atLower, porosity, atHigher)),
          y2: ({ atLower, porosity, atHigher }: Shell) => Math.max(atLower, porosity, atHigher),
          fill: colour,
          fillOpacity: 0.2
        }
      ),
      Plot.line(shells, {
        x: "radius",
        y: ({ truth }: Shell) => seen(truth),
        stroke: colour,
        strokeDasharray: "7,3",
        strokeWidth: 1.2
      }),
      Plot.line(shells, {
        x: "radius",
        y: ({ porosity }: Shell) => seen(porosity),
        stroke: colour,
        strokeWidth: 2.2
      }),
      Plot.dot(shells, {
        x: "radius",
        y: ({ porosity }: Shell) => seen(porosity),
        fill: colour,
        r: 2.5
      })
    ])
  });
  const legend = keys([
    ...own.map(({ state, colour }) => ({ label: stateLabel[state], colour })),
    { label: "tension; porosity found", dash: "none" },
    { label: "pressure", dash: "2,3" },
    { label: "between the thresholds", mark: "fill", colour: "rgb(128 128 128 / 0.4)" },
    { label: "porosity of the sample", dash: "7,3" }
  ]);
  const said = own
    .map(({ state, shells, line }) => {
      const [voids, lower, higher] = (["porosity", "atLower", "atHigher"] as const).map((at) =>
        meanStress(line, shells, at)
      );
      const error = Math.max(Math.abs(lower - voids), Math.abs(higher - voids));
      return `${stateLabel[state]}: ${withError(voids, error)} MPa where the void is, ${signed(meanStress(line, shells, false))} MPa over the particle`;
    })
    .join("; ");
  return figureFrame({
    ...{
      id,
      label,
      title: "Where the stress is highest, and where the pores are",
      alt,
      provenance: "recovered"
    },
    content: h(
      "div",
      {},
      chart(stress, alt, legend),
      chart(pores, "Porosity in shells along the same radius.")
    ),
    caption: `Stress of panels d and e at a fifth of the discharge over the porosity of panels b and c, shells 0.5 µm thick; bands and ± hold what the threshold less and more its error makes of the porosity. Mean hoop stress, ${said}. The cracks of the 10 C sample have the pathway model's size but were put at the core by the study's words: that the tension is highest there is no finding. What the figure adds is that the tomograms could have shown it, and that the tension at 0.1 C, a hundredth, has the same shape: the place of the pores cannot tell which mechanism made them.`,
    table: () => ({
      name: id,
      columns: [
        { name: "state", values: own.flatMap(({ state, shells }) => shells.map(() => state)) },
        { name: "radius_um", values: own.flatMap(({ shells }) => shells.map(({ radius }) => radius)) },
        {
          name: "porosity_percent",
          values: own.flatMap(({ shells }) => shells.map(({ porosity }) => porosity))
        },
        {
          name: "porosity_at_lower_percent",
          values: own.flatMap(({ shells }) => shells.map(({ atLower }) => atLower))
        },
        {
          name: "porosity_at_higher_percent",
          values: own.flatMap(({ shells }) => shells.map(({ atHigher }) => atHigher))
        },
        {
          name: "true_porosity_percent",
          values: own.flatMap(({ shells }) => shells.map(({ truth }) => truth))
        },
        {
          name: "hoop_stress_MPa",
          values: own.flatMap(({ shells, line }) =>
            shells.map(({ radius }) => {
              const k = line.radius.findIndex((r) => r >= radius);
              return k < 0 || radius < line.radius[0] ? NaN : line.hoop[k];
            })
          )
        }
      ]
    }),
    code: [
      "src/components/porosity/joint-panel.ts",
      "src/science/porosity/profiles.ts",
      "src/science/mechanics/simulate.ts"
    ]
  });
}

/** %, the least porosity that is drawn; shells without void have none */
const least = 0.01;
const seen = (percent: number): number => (percent >= least ? percent : NaN);

const signed = (value: number): string => `${value < 0 ? "−" : ""}${Math.abs(value).toPrecision(2)}`;
