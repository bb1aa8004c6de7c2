// How good the volumes are: resolution by Fourier shell correlation, convergence of the solvers, depth profiles, analysis variants.
import type { Table } from "npm:apache-arrow";
import type { CompositionClass } from "../colours.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { numbers } from "../stress/columns.js";
import { tableView } from "../table-view.js";
import { convergencePlot } from "../tomography/convergence-plot.js";
import { distancePlot } from "../tomography/distance-plot.js";
import { fscPlot } from "../tomography/fsc-plot.js";
import { shareRows } from "./share-rows.js";

const texts = (table: Table, name: string): string[] =>
  Array.from({ length: table.numRows }, (_, i) => String(table.getChild(name)?.get(i) ?? ""));

/** @param table composition-resolution */
export function resolutionPanel(table: Table, width: number): FigureFrame {
  const element = texts(table, "element");
  const [frequency, correlation, halfBit, cutoff] = [
    ...["frequency_per_um", "correlation", "half_bit", "cutoff_per_um"]
  ].map((name) => numbers(table, name));
  const rowsOf = (name: string) => Array.from(element.keys()).filter((i) => element[i] === name);
  const pick = (of: Float64Array, rows: number[]) => rows.map((i) => of[i]);
  const curves = (["O", "Mn", "Co", "Ni"] as const).map((name) => {
    const rows = rowsOf(name);
    const crossing = cutoff[rows[0]];
    return {
      element: name,
      frequency: pick(frequency, rows),
      correlation: pick(correlation, rows),
      crossing: Number.isNaN(crossing) ? null : crossing
    };
  });
  const first = rowsOf("O");
  const reached = curves
    .map(({ element: name, crossing }) =>
      crossing === null ? `${name} beyond what pixels hold` : `${name} ${(1000 / crossing).toFixed(0)} nm`
    )
    .join(", ");
  const alt = `Fourier shell correlation of the four element volumes against spatial frequency; resolution: ${reached}.`;
  return figureFrame({
    id: "fig-2-resolution",
    label: "Limit d",
    title: "Resolution of each element's volume",
    content: fscPlot(curves, {
      width,
      alt,
      halfBit: { frequency: pick(frequency, first), threshold: pick(halfBit, first) }
    }),
    caption: `Two reconstructions from every other tilt, 10 C at 4.8 V, the missing wedge left out. They agree, by the half-bit criterion, down to full periods of ${reached}; the zone plate's 25 nm are half a period.`,
    alt,
    provenance: "recovered",
    table
  });
}

/** @param table composition-convergence */
export function convergencePanel(table: Table, width: number): FigureFrame {
  const solver = texts(table, "solver");
  const error = numbers(table, "error");
  const curves = [...new Set(solver)].map((name) => ({
    solver: name,
    values: Float64Array.from(
      Array.from(solver.keys()).filter((i) => solver[i] === name),
      (i) => error[i]
    )
  }));
  const alt = "Error of the manganese volume against the sample after each iteration of four solvers.";
  return figureFrame({
    id: "fig-2-convergence",
    label: "Limit h",
    title: "What support and total variation buy in the missing wedge",
    content: convergencePlot(curves, { width, alt, yLabel: "‖x − truth‖ / ‖truth‖", yType: "linear" }),
    caption:
      "Manganese, 10 C at 4.8 V, no jitter. A support and total variation bring the density nearer to the sample; that TM/O is another matter, the table of the analysis shows.",
    alt,
    provenance: "recovered",
    table
  });
}

/** @param table composition-distance */
export function depthPanel(
  table: Table,
  { state, label, width }: { state: string; label: string; width: number }
): FigureFrame {
  const [states, classes] = [texts(table, "state"), texts(table, "class")];
  const [depth, truth, found] = ["depth_nm", "true_percent", "found_percent"].map((name) =>
    numbers(table, name)
  );
  const rows = states.flatMap((own, i) =>
    own === state
      ? [
          {
            distance: depth[i],
            class: classes[i] as CompositionClass,
            recovered: found[i] / 100,
            truth: truth[i] / 100
          }
        ]
      : []
  );
  const alt = `Shares of the classes against the distance from the surface, ${label}, found beside true.`;
  return figureFrame({
    id: "fig-2-depth",
    label: "Limit c",
    title: `From the surface inwards: ${label}`,
    content: distancePlot(rows, { width, alt }),
    caption: "Shells 40 nm thick below the surface of the volume found and of the sample.",
    alt,
    provenance: "recovered",
    table
  });
}

/** Shares found by each way of analysing the same counts. @param table composition-sweep */
export function variantsPanel(table: Table, state: string): FigureFrame {
  const rows = shareRows(table).filter((row) => row.text("sweep") === "analysis");
  const names = [...new Set(rows.map((row) => row.text("variant")))];
  const percent = (share: number) => +(100 * share).toFixed(1);
  const lines = names.map((name) => {
    const of = (id: string) => rows.filter((row) => row.state === id && row.text("variant") === name);
    const own = of(state);
    const all = own.flatMap(({ found }) => found).reduce((sum, n) => sum + n, 0);
    const right = own.reduce((sum, { found }, i) => sum + found[i], 0);
    return {
      name,
      falseShare: percent(1 - (of("uniform").find((row) => row.class === "target")?.recovered ?? NaN)),
      right: percent(right / all),
      poor: percent(own[1].recovered),
      rich: percent(own[2].recovered),
      truePoor: percent(own[1].truth),
      trueRich: percent(own[2].truth)
    };
  });
  const caption = `Shares in % with one choice of the analysis changed; in the sample ${lines[0].truePoor} % oxygen-poor, ${lines[0].trueRich} % oxygen-rich`;
  return figureFrame({
    id: "fig-2-variants",
    label: "Limit g",
    title: "The same counts, analysed in other ways",
    content: tableView({
      caption,
      rows: lines,
      columns: [
        { name: "name", label: "Analysis", value: (r) => r.name },
        { name: "false", label: "Uniform control off target", value: (r) => r.falseShare },
        { name: "right", label: "Voxels right", value: (r) => r.right },
        { name: "poor", label: "Oxygen-poor", value: (r) => r.poor },
        { name: "rich", label: "Oxygen-rich", value: (r) => r.rich }
      ]
    }),
    caption:
      "Each variant is held against a uniform control that is measured and analysed in the same way. Total variation makes better densities but worse ratios: each element is smoothed by its own noise, so that edges no longer cancel.",
    alt: caption,
    provenance: "recovered",
    table
  });
}
