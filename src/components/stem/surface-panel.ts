// Figure 1f: a surface after 20 cycles, and the structures that local motifs of its image give, beside those it has.
import { segmented } from "../controls.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import type { PackedFile } from "../packed-arrays.js";
import type { TableLike } from "../table-meta.js";
import { boxes, rings } from "./column-marks.js";
import { foundColumns, foundRegions } from "./found-columns.js";
import { contrast, stretch } from "./contrast.js";
import { gridTable } from "./grid-table.js";
import { pixelOf } from "./images-panel.js";
import { legendOf } from "./legend.js";
import { phaseNames, phases, type Colours } from "./paint.js";
import { packedRaster, rangeOf, valueAt } from "./raster.js";
import { comparedOf, comparisonTable } from "./rows.js";
import type { TileSpec } from "./tile.js";
import { sayPlace, tiles } from "./tiles.js";

export const surfaces = [
  { id: "slow", label: "0.1 C" },
  { id: "fast-surface", label: "10 C" }
] as const;

const shownQuantities = [
  "rock salt layer",
  "spinel layer",
  "transformed layer",
  "lines in order",
  "columns with a phase",
  "columns with the right phase",
  "void columns found",
  "columns of the void region that are",
  "position of columns"
];

export interface SurfaceData {
  /** stem-images */
  images: PackedFile;
  /** stem-maps */
  maps: PackedFile;
  /** stem-columns */
  columns: TableLike;
  /** stem-comparison */
  comparison: TableLike;
}

export function surfacePanel(
  { images, maps, columns, comparison }: SurfaceData,
  o: { id: string; label: string; width: number }
): FigureFrame {
  const rate = segmented({ label: "Surface after 20 cycles at", options: surfaces, format: (s) => s.label });
  const step = (scene: string) => (maps.facts[scene] as { phase_step_A: number }).phase_step_A;
  const micrograph = packedRaster(images, "slow haadf", pixelOf(images, "slow"));
  const range = rangeOf(micrograph);
  const levels = contrast();
  const voids = foundRegions(maps.facts["slow"]).filter(({ kind }) => kind === "low intensity");
  const found = foundColumns(columns, "slow");
  const low = found.filter(({ region }) => region === "low intensity");
  const hollow = found.filter(({ truth }) => truth === "void");
  const named = voids.map(({ box }, i) => ({ box, name: `void ${i + 1}` }));
  const across = o.width >= 600 ? 3 : 1;
  const grey = (): Colours => ({ kind: "grey", domain: stretch(range, levels.value), label: "counts" });
  const map = (scene: string, truth: boolean): TileSpec => ({
    name: truth ? "Structure in the sample" : "Structure found",
    raster: packedRaster(maps, `${scene} ${truth ? "true phase" : "phase"}`, step(scene)),
    ...{ colours: phases, crisp: true },
    ...(truth && scene === "slow" && { marks: rings(hollow, () => "none") })
  });
  const specs = (): TileSpec[] => [
    {
      ...{ name: "HAADF, 0.1 C", raster: micrograph, colours: grey() },
      marks: (place, scale) => [...rings(low, () => "none")(place, scale), ...boxes(named)(place, scale)]
    },
    map(rate.value.id, false),
    map(rate.value.id, true)
  ];
  const side = micrograph.columns * micrograph.step;
  const nameOf = (code: number) => phaseNames[code - 1] ?? "no lattice";
  const group = tiles(specs(), {
    ...{ width: o.width, across, widest: 400, at: [34, 50], field: [side, side] },
    say: (x, y) => {
      const [found, truth] = specs()
        .slice(1)
        .map(({ raster }) => nameOf(valueAt(raster, x, y)));
      return `${sayPlace(x, y)}, ${rate.value.label}: found ${found}, in the sample ${truth}.`;
    }
  });
  const legends = h("div", { class: "stem-legends" });
  const table = h("div");
  const show = () => {
    group.update(specs());
    legends.replaceChildren(legendOf(phases, o.width), legendOf(grey(), o.width));
    const rows = comparedOf(comparison, rate.value.id);
    table.replaceChildren(
      comparisonTable(
        shownQuantities.flatMap((name) => rows.filter(({ quantity }) => quantity === name)),
        `Surface at ${rate.value.label}: found beside true`
      )
    );
  };
  for (const control of [rate, levels])
    control.addEventListener("input", (event) => {
      event.stopPropagation();
      show();
    });
  show();
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "Rock salt, spinel, layers, and voids" },
    content: h("div", { class: "stem-panel" }, rate, group, legends, levels, table),
    caption:
      "Left: the slowly cycled surface as the dark-field twin records it; rings and squares are what the analysis calls low in intensity, the nanovoids. Middle: the structure that the local motif of the image gives, in a window of 6 Å. Right: what the sample has. The layers are as thick as the pathway model has them; their order and the voids were set by the study’s words; recovered is what the image shows of them. At the image’s rim the map is left empty. Rings on the right: columns that truly cross a void.",
    alt: "Dark-field image of a surface with nanovoids; maps of rock salt, spinel and layered structure found and true.",
    interactive: true,
    provenance: "recovered",
    table: () => {
      const [found, truth] = specs().slice(1);
      const description = "0 none, 1 layered, 2 spinel, 3 rock salt";
      return gridTable(`${o.id}-${rate.value.id}`, [
        { name: "structure_found", unit: "", description, raster: found.raster },
        { name: "structure_true", unit: "", description, raster: truth.raster }
      ]);
    },
    meta: maps.meta,
    code: ["src/science/stem/local-phases.ts", "src/science/stem/regions.ts"]
  });
}
