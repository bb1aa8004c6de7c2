// What the instrument could have seen: separability of the references, bias against settings, what a projection makes of a shell.
import type { Table } from "npm:apache-arrow";
import { keptContrast, layerInSphere } from "../../science/xanes/depth-bias.js";
import type { EdgeElement } from "../../science/xanes/windows.js";
import { elementColour } from "../colours.js";
import { h } from "../element.js";
import { isDark } from "../dark.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { tableView } from "../table-view.js";
import { biasPlot } from "../xanes/bias-plot.js";
import { mapElements } from "../xanes/map-grid.js";
import { separabilityTable, type SeparabilityRow } from "../xanes/separability-table.js";
import { rowsOf } from "./zones-panel.js";

export interface LimitOptions {
  id: string;
  label: string;
  width: number;
}

/** @param table oxidation-separability */
export function separabilityPanel(table: Table, { id, label }: Omit<LimitOptions, "width">): FigureFrame {
  const groups = new Map<string, SeparabilityRow>();
  for (const row of rowsOf(table)) {
    const [element, window] = [String(row["element"]) as EdgeElement, String(row["window"])];
    const known = groups.get(`${element} ${window}`);
    const smallest = { species: String(row["species"]), weight: Number(row["smallest_weight"]) };
    groups.set(`${element} ${window}`, {
      ...{ element, window, conditionNumber: Number(row["condition_number"]) },
      range: [Number(row["from_eV"]), Number(row["to_eV"])],
      smallest: [...(known?.smallest ?? []), smallest]
    });
  }
  return figureFrame({
    ...{ id, label, title: "What each window tells apart", table },
    content: separabilityTable([...groups.values()], "At the noise of one pixel of 19.6 nm"),
    caption:
      "Condition number of the references within the window, the background included, and the weight that is three standard errors in one pixel. The counts alone would tell Co³⁺ from Co⁴⁺ even in the short window; what it does not forgive is an error in the references or in the scale, see below.",
    alt: "Table of condition numbers and smallest weights for each element and window.",
    interactive: true,
    provenance: "recovered"
  });
}

const sweeps = {
  photons: { x: "photons (% of those used)", title: "Dose", xType: "log", current: 100 },
  thickness: { x: "thickness (% of that of the tomograms)", title: "Thickness", xType: "log", current: 15 },
  strayLight: { x: "stray light (%)", title: "Stray light: saturation", xType: "linear", current: 1 }
} as const;

/** @param table oxidation-limits */
export function sweepPanel(
  table: Table,
  sweep: keyof typeof sweeps,
  { id, label, width }: LimitOptions
): FigureFrame {
  const { x, title, xType, current } = sweeps[sweep];
  const points = rowsOf(table)
    .filter((row) => row["sweep"] === sweep && row["bias"] !== null)
    .map((row) => {
      const [y, error] = [Number(row["bias"]), Number(row["standard_error"])];
      return {
        series: String(row["element"]),
        x: 100 * Number(row["value"]),
        y,
        low: y - error,
        high: y + error
      };
    })
    .sort(
      (a, b) =>
        mapElements.indexOf(a.series as EdgeElement) - mapElements.indexOf(b.series as EdgeElement) ||
        a.x - b.x
    );
  const alt = `Mean valence found less the true one against: ${x}.`;
  const colours = Object.fromEntries(
    mapElements.map((element) => [element, elementColour(element, isDark())])
  );
  return figureFrame({
    ...{ id, label, title, alt, table },
    content: biasPlot(points, {
      ...{ width, alt, xLabel: x, yLabel: "found − true valence", xType, current, colours },
      truth: 0,
      truthLabel: "no bias"
    }),
    caption:
      "Bias of the particle's mean valence at 0.1 C and 4.8 V, one seed; bands: its standard error from the counts.",
    interactive: true,
    provenance: "recovered"
  });
}

/** What the choices of the analysis do, on one and the same measurement. @param table oxidation-limits */
export function variantsPanel(table: Table, { id, label }: Omit<LimitOptions, "width">): FigureFrame {
  const rows = rowsOf(table).filter((row) => row["sweep"] === "analysis");
  const variants = [...new Set(rows.map((row) => String(row["variant"])))];
  const of = (variant: string, element: string) =>
    Number(rows.find((row) => row["variant"] === variant && row["element"] === element)?.["bias"] ?? NaN);
  const signed = (value: number) =>
    Number.isFinite(value) ? `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(3)}` : "–";
  const view = tableView({
    caption: "Mean valence found less the true one, 0.1 C at 4.8 V",
    rows: variants,
    columns: [
      { name: "analysis", value: (variant) => variant },
      ...mapElements.map((element) => ({
        name: element,
        value: (variant: string) => of(variant, element),
        show: (_: unknown, variant: string) => signed(of(variant, element))
      }))
    ]
  });
  return figureFrame({
    ...{ id, label, title: "What the choices of the analysis do", table },
    content: view,
    caption:
      "The same counts, analysed in nine ways. To divide by the edge step or not is all the same, since a mean valence is a ratio; to force the weights to add to one is not, for the ranges end so near the edges that a step is known to some percent only, and Co pays for it.",
    alt: "Table of the bias of every element for nine ways of analysis.",
    interactive: true,
    provenance: "recovered"
  });
}

/** Supplementary Figure 23c: a true shell in projection. */
export function shellPanel({ id, label, width }: LimitOptions): FigureFrame {
  const layers = Array.from({ length: 30 }, (_, i) => 0.01 * (i + 1));
  const points = layers.flatMap((x) => {
    const zones = layerInSphere(x);
    return [
      { series: "outermost zone, projected", x: 100 * x, y: zones[0].projected },
      { series: "outermost zone, in a slice", x: 100 * x, y: zones[0].slice },
      { series: "central zone, projected", x: 100 * x, y: zones[4].projected },
      { series: "central zone, in a slice", x: 100 * x, y: zones[4].slice }
    ];
  });
  const alt =
    "Share of a surface layer in the outermost and the central zone, projected and in a slice, against its thickness.";
  const kept = [0.02, 0.05, 0.1, 0.2].map(
    (t) => `${(100 * keptContrast(layerInSphere(t))).toFixed(0)} % at ${100 * t} %`
  );
  return figureFrame({
    ...{ id, label, title: "What a projection makes of a shell", alt },
    table: {
      name: id,
      columns: [
        { name: "zone", values: points.map(({ series }) => series) },
        { name: "thickness_over_radius", unit: "%", values: points.map(({ x }) => x) },
        { name: "share_of_the_layer", unit: "", values: points.map(({ y }) => y) }
      ]
    },
    content: h(
      "div",
      {},
      biasPlot(points, {
        width,
        alt,
        xLabel: "thickness of the layer over the radius (%)",
        yLabel: "share of the layer in the zone",
        yDomain: [0, 1]
      })
    ),
    caption: `A sphere whose surface layer has another valence. Times the difference of valence, the share is what a map shows. The centre of a projection is never free of the layer, as every beam crosses it twice. Contrast between the zones, over that in a slice: ${kept.join(", ")} of the radius.`,
    interactive: true,
    provenance: "predicted",
    code: ["src/science/xanes/depth-bias.ts"]
  });
}
