// Ion maps: which image is which ion, the pixel, and the settings of the areas; then areas and overlaps as in Figure 4.
import { defaultSimsSettings, normalisations, type Normalisation } from "../../science/sims/settings.js";
import { ions, type Ion } from "../../science/sims/raw.js";
import { h } from "../element.js";
import { select } from "../segmented.js";
import { tableView } from "../table-view.js";
import { numbersView, oneMap, ownFrame, stacked } from "./drawn.js";
import { chooser, fields, neededNumber, textField, type Option } from "./form.js";
import { mapsIn } from "./guess-use.js";
import type { IonsAnswer, MapSource } from "./ions-analysis.js";
import { hint, type ImagesContext, type UsePanel } from "./use-panel.js";

const code = [
  "src/components/your-data/ions-analysis.ts",
  "src/science/sims/analysis.ts",
  "src/science/sims/domains.ts",
  "src/science/numerics/permutation-test.ts"
];
const method = "the areas and overlaps of Figure 4: src/science/sims/analysis.ts";
const names: Record<Normalisation, string> = {
  counts: "counts as they are",
  total: "over the sum of the three",
  maximum: "over the largest of the map",
  median: "over the median of the map"
};

/** The one that an ion's name stands in, else the next. */
const likely = (ion: Ion, options: readonly Option<MapSource>[]): MapSource | undefined =>
  (
    options.find(({ label }) => new RegExp(`(?:^|[^a-z])${ion}(?:[^a-z]|$)`, "i").test(label)) ??
    options[ions.indexOf(ion)]
  )?.value;

export function ionsPanel(context: ImagesContext): UsePanel {
  const { reader, shown, opened, width } = context;
  const options = mapsIn(opened, shown);
  const chosen = ions.map((ion) => chooser(`Counts of ${ion}`, options, likely(ion, options)));
  const pixel = textField("Pixel (nm)", hint(context, "pixel") || "100");
  const binning = textField("Pixels merged along an edge", "1", "their counts are added up");
  const nm = (metres: number) => String(Math.round(metres * 1e9));
  const smoothing = textField("Smoothing (nm)", nm(defaultSimsSettings.smoothing));
  const margin = textField("Left out along edges (nm)", nm(defaultSimsSettings.margin));
  const share = textField("Area called rich (%)", String(100 * defaultSimsSettings.share));
  const normalisation = chooser<Normalisation>(
    "Maps are",
    normalisations.map((value) => ({ value, label: names[value] })),
    defaultSimsSettings.normalisation
  );
  return {
    form: h(
      "div",
      {},
      fields(...chosen.map(({ element }) => element), normalisation.element),
      fields(pixel.element, binning.element, smoothing.element, margin.element, share.element),
      h(
        "p",
        { class: "figure-readout" },
        "One particle with empty ground around it: areas are turned about its centre to see what overlaps by chance."
      )
    ),
    async analyse(task) {
      const [Li, Mn, O] = chosen.map(({ get }) => get());
      const answer = await reader.ask(
        "ions",
        {
          maps: { Li, Mn, O },
          ...{ pixel: neededNumber(pixel), binning: neededNumber(binning) },
          ...{ smoothing: neededNumber(smoothing), margin: neededNumber(margin) },
          ...{ share: neededNumber(share) / 100, normalisation: normalisation.get() }
        },
        task
      );
      return {
        frames: [mapsFrame(answer, opened.name, width), overlapsFrame(answer, opened.name)],
        notes: answer.notes
      };
    }
  };
}

function mapsFrame({ nx, ny, pixel, maps, rows }: IonsAnswer, file: string, width: number) {
  const box = h("div");
  const which = select({ label: "Map", options: maps, format: ({ name }) => name });
  const show = () => {
    const { name, unit, values } = which.value;
    const drawn = {
      ...{ id: "your-ions", title: name, x: { label: "pixel", unit: "" } },
      ...{ value: { label: name, unit }, names: { found: name, reference: "" } }
    };
    box.replaceChildren(oneMap(drawn, values, nx, ny, Math.min(width, 520)));
  };
  which.addEventListener("input", (event) => {
    event.stopPropagation();
    show();
  });
  show();
  const places = Array.from({ length: nx * ny }, (_, p) => p);
  return ownFrame({
    ...{ id: "ions", title: "Areas of your ion maps", file, code, method },
    alt: "Maps of the three ions and of the areas rich in Li and O and poor in Mn.",
    content: stacked(which, box, numbersView(rows, "The maps in numbers")),
    caption: `Each pixel is ${Number(pixel.toPrecision(4))} nm wide. An area is a fixed share of the field by rank: what is found is where it lies and how far it stands out, not how large it is.`,
    columns: () => [
      { name: "x", unit: "pixel", values: places.map((p) => Math.floor(p / ny)) },
      { name: "y", unit: "pixel", values: places.map((p) => p % ny) },
      ...maps.map(({ name, unit, values }) => ({ name: name.replace(/[\s,]+/g, "_"), unit, values }))
    ]
  });
}

const sayP = (p: number) => (p < 0.001 ? "below 0.001" : p.toFixed(3));

function overlapsFrame({ overlaps }: IonsAnswer, file: string) {
  return ownFrame({
    ...{ id: "overlaps", title: "How far the areas overlap", file, code, method },
    alt: "Table of the overlap of each pair of areas, and of that of turned maps.",
    content: tableView({
      ...{ caption: "Overlap over chance: 1 where areas know nothing of each other", rows: overlaps },
      sortable: false,
      columns: [
        { name: "areas", value: (r) => r.areas },
        { name: "overlap", value: (r) => r.overlap.toFixed(2) },
        { name: "turned maps", value: (r) => `${r.mean.toFixed(2)} ± ${r.deviation.toFixed(2)}` },
        { name: "p", value: (r) => sayP(r.p) }
      ]
    }),
    caption:
      "The second area is turned and mirrored about the particle's centre: p is the share of the turns that overlap as much or more. What follows the radius alone stays under a turn and is no sign.",
    columns: () => [
      { name: "areas", values: overlaps.map((r) => r.areas) },
      { name: "overlap_over_chance", values: overlaps.map((r) => r.overlap) },
      { name: "turned_mean", values: overlaps.map((r) => r.mean) },
      { name: "turned_deviation", values: overlaps.map((r) => r.deviation) },
      { name: "p", values: overlaps.map((r) => r.p) }
    ]
  });
}
