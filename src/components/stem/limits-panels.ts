// What the instrument could have seen: columns and their contrast, strain where none is, and multislice beside the quick model.
import { defaultStemInstrument, doseOf } from "../../science/stem/instrument.js";
import { elementColour } from "../colours.js";
import { segmented } from "../controls.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import type { TableLike } from "../table-meta.js";
import { number, rowsOf, word } from "./table-rows.js";
import { sweepChart, type SweepSeries } from "./sweep-chart.js";

export interface LimitOptions {
  id: string;
  label: string;
  width: number;
}

const across = (width: number) => (width >= 640 ? 2 : 1);
const grid = (width: number, ...panels: Element[]) =>
  h(
    "div",
    { class: "stem-columns", style: `grid-template-columns: repeat(${across(width)}, minmax(0, 1fr))` },
    ...panels
  );
const each = (width: number) => Math.floor((width - 24 * (across(width) - 1)) / across(width));

/** @param table stem-limits */
export function visibilityPanel(table: TableLike, { id, label, width }: LimitOptions): FigureFrame {
  const rows = rowsOf(table);
  const sweep = segmented<"dose" | "thickness">({ label: "Against", options: ["dose", "thickness"] });
  const holder = h("div");
  const show = () => {
    const shown = rows.filter((row) => word(row, "sweep") === sweep.value);
    const line = (quantity: string, signal: string): SweepSeries["points"] =>
      shown
        .filter((row) => word(row, "quantity") === quantity && word(row, "signal") === signal)
        .map((row) => ({ x: number(row, "x"), y: number(row, "value") }));
    const axis =
      sweep.value === "dose"
        ? { xLabel: "dose (e/Å²)", xType: "log" as const, current: doseOf(defaultStemInstrument()) }
        : { xLabel: "thickness (Å)", current: 500 };
    holder.replaceChildren(
      grid(
        width,
        sweepChart(
          [
            { name: "lithium, iDPC", points: line("lithium", "idpc") },
            { name: "oxygen, iDPC", points: line("oxygen", "idpc") },
            { name: "oxygen, HAADF", points: line("oxygen", "haadf") },
            { name: "lithium layer, HAADF", points: line("lithium", "haadf") }
          ],
          {
            ...{ ...axis, width: each(width), yLabel: "standard deviations of one column", yType: "log" },
            level: { y: 3, label: "3 standard deviations" },
            alt: `How well lithium and oxygen columns are seen against ${sweep.value}.`
          }
        ),
        sweepChart([{ name: "metal columns, HAADF", points: line("position", "haadf") }], {
          ...{ ...axis, width: each(width), yLabel: "position error (Å, rms)" },
          alt: `Error of the columns' positions against ${sweep.value}.`
        })
      )
    );
  };
  sweep.addEventListener("input", (event) => {
    event.stopPropagation();
    show();
  });
  show();
  return figureFrame({
    ...{ id, label, title: "Dose and thickness: which columns can be seen, and how exactly" },
    content: h("div", { class: "stem-panel" }, sweep, holder),
    caption:
      "Left: how far a column’s value lies from that of the same column without the element, in standard deviations of single columns; below 3 one column does not tell. Right: distance of found from true metal columns. At low dose the jitter of the scan lines, 0.04 Å, does not matter; at high dose it is what is left. The phase contrast does not change beyond 60 Å here because the quick model gives it a fixed depth: see the multislice below.",
    alt: "Visibility of lithium and oxygen columns and error of positions, against dose or thickness.",
    interactive: true,
    provenance: "recovered",
    table
  });
}

const artefacts = [
  { sweep: "slow distortion", xLabel: "amplitude of the distortion (Å)" },
  { sweep: "line jitter", xLabel: "jitter of the scan lines (Å)" },
  { sweep: "surface", xLabel: "distance from the surface (Å)" },
  { sweep: "wedge", xLabel: "wedge (share of the mean thickness)" }
] as const;

/** @param table stem-limits */
export function artefactsPanel(table: TableLike, { id, label, width }: LimitOptions): FigureFrame {
  const rows = rowsOf(table);
  const charts = artefacts.map(({ sweep, xLabel }) => {
    const line = (quantity: string) =>
      rows
        .filter((row) => word(row, "sweep") === sweep && word(row, "quantity") === quantity)
        .map((row) => ({ x: number(row, "x"), y: 100 * number(row, "value") }));
    const plot = sweepChart(
      [
        { name: "root mean square", points: line("strain") },
        { name: "largest", points: line("largest strain") }
      ],
      {
        ...{ width: each(width), height: 220, xLabel, yLabel: "strain where none is (%)" },
        alt: `Strain that is not there against ${xLabel}.`
      }
    );
    return h("div", {}, h("p", { class: "map-name" }, sweep), plot);
  });
  return figureFrame({
    ...{ id, label, title: "What geometrical phase analysis makes of scan, surface and wedge" },
    content: h("div", { class: "stem-panel" }, grid(width, ...charts)),
    caption:
      "An undistorted lattice at an infinite dose: all strain here is an artefact. A steady drift is not shown: it deforms the reference area like the rest, so that the maps do not see it at all. Mind the four scales.",
    alt: "Strain found in an undistorted lattice against scan distortion, line jitter, distance from a surface and a wedge.",
    interactive: true,
    provenance: "recovered",
    table
  });
}

/** Multislice over the quick model in the thickest crystal of each stack, least to most: "0.8–1.3 at metal, …". */
function spreadWords(rows: ReturnType<typeof rowsOf>): string {
  const other = rows.filter((row) => word(row, "kind") === "other stack");
  const thickest = Math.max(...other.map((row) => number(row, "depth_A")));
  const shown = rows.filter(
    (row) => word(row, "kind") === "depth" && Math.abs(number(row, "depth_A") - thickest) < 1
  );
  return places
    .map(({ name, at }) => {
      const ratios = [...shown, ...other]
        .filter((row) => Math.abs(number(row, "place_A") - at) < 0.05)
        .map((row) => number(row, "haadf") / number(row, "haadf_model"));
      return `${Math.min(...ratios).toFixed(1)}–${Math.max(...ratios).toFixed(1)} at ${name}`;
    })
    .join(", ");
}

const places = [
  { name: "metal", at: 0, element: "Mn" },
  { name: "oxygen", at: 3.68, element: "O" },
  { name: "lithium", at: 7.12, element: "Li" }
] as const;

/** @param table stem-multislice */
export function multislicePanel(table: TableLike, { id, label, width }: LimitOptions): FigureFrame {
  const rows = rowsOf(table);
  const lines = rows.filter((row) => word(row, "kind") === "line");
  const depths = [...new Set(lines.map((row) => number(row, "depth_A")))];
  const depth = segmented({
    ...{ label: "Depth", options: depths, value: depths[1] },
    format: (d) => `${d.toFixed(0)} Å`
  });
  const holder = h("div");
  const line = (name: string) =>
    lines
      .filter((row) => number(row, "depth_A") === depth.value)
      .map((row) => ({ x: number(row, "place_A"), y: number(row, name) }));
  const deep = places.flatMap(({ name, at, element }): SweepSeries[] =>
    (["haadf", "haadf_model"] as const).map((signal) => ({
      name: `${name}, ${signal === "haadf" ? "multislice" : "quick model"}`,
      ...{ colour: elementColour(element, isDark()), dash: signal === "haadf" ? "none" : "4,3" },
      points: rows
        .filter((row) => word(row, "kind") === "depth" && Math.abs(number(row, "place_A") - at) < 0.05)
        .map((row) => ({ x: number(row, "depth_A"), y: 100 * number(row, signal) }))
    }))
  );
  const show = () =>
    holder.replaceChildren(
      grid(
        width,
        sweepChart(
          [
            { name: "multislice", points: line("idpc_rad") },
            { name: "quick model", points: line("idpc_model_rad") }
          ],
          {
            ...{ width: each(width), plain: true, xLabel: "from the metal column (Å)" },
            yLabel: "integrated phase over the metal’s (rad)",
            alt: "Integrated phase along a line from metal through oxygen to lithium."
          }
        ),
        sweepChart(deep, {
          ...{ width: each(width), plain: true, xLabel: "thickness (Å)", yType: "log" },
          yLabel: "dark field (% of the beam)",
          alt: "Dark field at a metal, an oxygen and a lithium column against thickness."
        })
      )
    );
  depth.addEventListener("input", (event) => {
    event.stopPropagation();
    show();
  });
  show();
  return figureFrame({
    ...{ id, label, title: "Multislice beside the quick model" },
    content: h("div", { class: "stem-panel" }, depth, holder),
    caption: `Left: along a line from a metal column (0) over oxygen (3.68 Å) to lithium (7.12 Å) of the layered crystal. Right: dark field at the three. The quick model is what the images are made of. Its dark field fades with depth so as to fit the metal’s curve here, which is therefore no proof. All lines are one stack of eight random slices, without averaging: over four stacks multislice at 500 Å is ${spreadWords(rows)} times the quick model. The crystal’s cell is 9.9 × 14.2 Å, narrower than the cone from 200 Å on, so that electrons return on its other side; and the ring ends where the grid does, at 117 mrad, not at 200. Beyond 200 Å only orders of size count. The quick model’s phase holds for some 20 Å: beyond, multislice stops growing and at oxygen turns back, so that a phase contrast image of 50 nm is not a map of the potential, and the twin’s, with 60 Å, is a favourable one.`,
    alt: "Phase along a line at a depth, and dark field against thickness, by multislice and by the quick model.",
    interactive: true,
    provenance: "predicted",
    table
  });
}
