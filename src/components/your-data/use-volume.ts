// A volume: voxel, threshold, what fills it; then pores as in the nanotomograms.
import * as Plot from "npm:@observablehq/plot";
import { provenanceColour } from "../colours.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { poreSlice } from "../porosity/pore-slice.js";
import { poreCategories } from "../porosity/pore-style.js";
import { chart, keys } from "../tomography/chart.js";
import { numberColumns, numbersView, ownFrame, stacked } from "./drawn.js";
import { chooser, fields, neededNumber, numberIn, textField } from "./form.js";
import { hint, type ImagesContext, type UsePanel } from "./use-panel.js";
import type { VolumeAnswer } from "./volume-analysis.js";

const code = [
  "src/components/your-data/volume-analysis.ts",
  "src/science/porosity/segment.ts",
  "src/science/porosity/pores.ts"
];
/** voxels that are analysed within seconds */
const quick = 2.5e6;

export function volumePanel(context: ImagesContext): UsePanel {
  const { reader, shown, opened, width, invalidation } = context;
  let by = 1;
  while ((shown.count * shown.columns * shown.rows) / by ** 3 > quick) ++by;
  const voxel = textField("Voxel (nm)", hint(context, "voxel") || "100");
  const binning = textField("Voxels merged along an edge", String(by));
  const sample = chooser<"particle" | "body">("The volume holds", [
    { value: "particle", label: "a particle with void around it" },
    { value: "body", label: "a porous body that fills it" }
  ]);
  const pores = chooser<"dark" | "bright">("Pores are", [
    { value: "dark", label: "darker than the solid" },
    { value: "bright", label: "brighter than the solid" }
  ]);
  const threshold = textField("Threshold (grey value)", "", "Otsu's where empty");
  const smallest = textField("Smallest pore (voxels)", "4");
  const closing = textField(
    "Closing of the surface (voxels)",
    "2",
    "cracks up to twice as wide do not open it"
  );
  return {
    form: h(
      "div",
      {},
      fields(voxel.element, binning.element, sample.element, pores.element),
      fields(threshold.element, smallest.element, closing.element)
    ),
    async analyse(task) {
      const answer = await reader.ask(
        "volume",
        {
          ...{
            voxel: neededNumber(voxel),
            binning: neededNumber(binning),
            sample: sample.get(),
            pores: pores.get()
          },
          ...{
            threshold: numberIn(threshold),
            smallestPore: neededNumber(smallest),
            closing: neededNumber(closing)
          }
        },
        task
      );
      return { frames: framesOf(answer, opened.name, width, invalidation), notes: answer.notes };
    }
  };
}

function framesOf(
  answer: VolumeAnswer,
  file: string,
  width: number,
  invalidation: Promise<unknown> | undefined
) {
  const { shape, voxel, classes, threshold, otsu, rows, pores } = answer;
  const common = { file, code, method: "the analysis of the nanotomograms: src/science/porosity/" };
  const [nz, nx, ny] = shape;
  const grid = { shape: { nz, nx, ny }, voxel };
  const dark = isDark();
  const alt = "A slice through the volume: solid, pores, and the largest pore.";
  const slice = poreSlice(
    { kind: "class", label: "found", values: classes, categories: poreCategories },
    grid,
    { width: Math.min(width, 480), alt, invalidation }
  );
  const legend = keys(
    poreCategories.map(({ label, colour }) => ({
      label: label.replace("oxide", "solid"),
      colour: colour(dark),
      mark: "fill" as const
    }))
  );
  return [
    ownFrame({
      ...{ ...common, id: "volume", title: "The pores of your volume", alt },
      content: stacked(legend, slice, numbersView(rows, "Pores")),
      caption: `Voxels of ${Number(voxel.toPrecision(4))} nm. The threshold of ${Number(threshold.toPrecision(4))} parts void from solid${threshold === otsu ? ", by Otsu's rule" : `; Otsu's would be ${Number(otsu.toPrecision(4))}`}. Pores hang together by faces, edges and corners.`,
      columns: () => numberColumns(rows)
    }),
    ownFrame({
      ...{
        ...common,
        id: "grey",
        title: "Grey values and sizes",
        alt: "Histogram of the grey values with the threshold, and of pore diameters."
      },
      content: stacked(histogramPlot(answer, width, dark), sizesPlot(answer, width, dark)),
      caption:
        "Above: how often each grey value stands in the volume, and the threshold. Below: how many pores are of which size, as the diameter of a ball of the same volume.",
      columns: () => [
        { name: "pore", values: pores.map((p) => p.number) },
        { name: "volume", unit: "µm³", values: pores.map((p) => p.volume * 1e18) },
        { name: "diameter", unit: "nm", values: pores.map((p) => p.diameter * 1e9) },
        {
          name: "elongation",
          values: pores.map((p) => (Number.isFinite(p.elongation) ? p.elongation : null))
        },
        { name: "open", values: pores.map((p) => p.open) },
        { name: "at_border", values: pores.map((p) => p.atBorder) }
      ]
    })
  ];
}

function histogramPlot(
  { histogram: { from, to, counts }, threshold }: VolumeAnswer,
  width: number,
  dark: boolean
): HTMLElement {
  const step = (to - from) / counts.length;
  const bars = Array.from(counts, (n, k) => ({ low: from + k * step, high: from + (k + 1) * step, n }));
  const plot = Plot.plot({
    ...{ width, height: 220, marginLeft: 60 },
    x: { label: "grey value" },
    y: { label: "voxels", grid: true, type: "sqrt" },
    marks: [
      Plot.rect(bars, { x1: "low", x2: "high", y1: 0, y2: "n", fill: "currentColor", fillOpacity: 0.6 }),
      Plot.ruleX([threshold], { stroke: provenanceColour("measured", dark), strokeWidth: 2 })
    ]
  });
  return chart(
    plot,
    "Histogram of grey values with the threshold.",
    keys([{ label: "threshold", colour: provenanceColour("measured", dark) }])
  );
}

function sizesPlot({ pores }: VolumeAnswer, width: number, dark: boolean): HTMLElement {
  const diameters = pores.map((p) => p.diameter * 1e9);
  const bars = Plot.binX<Plot.RectYOptions>({ y: "count" }, { x: (d: number) => d, thresholds: 24 });
  const plot = Plot.plot({
    ...{ width, height: 220, marginLeft: 60 },
    x: { label: "diameter (nm)" },
    y: { label: "pores", grid: true },
    marks: [Plot.rectY(diameters, { ...bars, fill: provenanceColour("measured", dark) }), Plot.ruleY([0])]
  });
  return chart(plot, "How many pores are of which diameter.");
}
