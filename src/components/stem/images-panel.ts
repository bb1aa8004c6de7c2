// Images of one lamella by both signals with one cursor, their contrast and a profile: Figure 1c, d.
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import type { PackedFile } from "../packed-arrays.js";
import type { Tabular } from "../csv.js";
import { contrast, stretch } from "./contrast.js";
import { legendOf } from "./legend.js";
import type { Colours } from "./paint.js";
import { profilePlot } from "./profile-plot.js";
import { packedRaster, profile, rangeOf, valueAt, type Raster } from "./raster.js";
import type { TileSpec } from "./tile.js";
import { sayNumber, sayPlace, tiles } from "./tiles.js";

export const signals = {
  haadf: { name: "HAADF", label: "counts", digits: 0 },
  idpc: { name: "iDPC", label: "integrated phase contrast (rad)", digits: 2 }
} as const;
export type Signal = keyof typeof signals;

/** Å of a pixel of a lamella's images. */
export function pixelOf(file: PackedFile, scene: string): number {
  const facts = file.facts[scene] as { pixel_A?: number } | undefined;
  if (!facts?.pixel_A) throw new Error(`missing images of ${scene}; build the data anew with npm run data`);
  return facts.pixel_A;
}

/** What a profile is drawn from, to take away. */
export const profileTable = (
  id: string,
  images: readonly { name: string; raster: Raster }[],
  y: number
): Tabular => ({
  name: id,
  columns: [
    {
      ...{ name: "x", unit: "Å", description: "to the right, along the layers" },
      values: images.length ? profile(images[0].raster, y, 0.6).map(({ x }) => x) : []
    },
    ...images.map(({ name, raster }) => ({
      ...{ name, unit: "", description: `${name}, mean over 1.2 Å about y = ${y.toFixed(2)} Å` },
      values: profile(raster, y, 0.6).map(({ value }) => value)
    }))
  ]
});

export interface ImagesPanelOptions {
  id: string;
  label: string;
  width: number;
  scene: string;
  title: string;
  caption: string;
  alt: string;
  /** Å, where the cursor starts */
  at?: readonly [x: number, y: number];
}

/** @param file stem-images */
export function imagesPanel(file: PackedFile, o: ImagesPanelOptions): FigureFrame {
  const pixel = pixelOf(file, o.scene);
  const images = (["haadf", "idpc"] as const).map((signal) => ({
    ...signals[signal],
    raster: packedRaster(file, `${o.scene} ${signal}`, pixel)
  }));
  const ranges = images.map(({ raster }) => rangeOf(raster));
  const levels = contrast();
  const across = o.width >= 560 ? 2 : 1;
  const side = images[0].raster.columns * pixel;
  const colours = (i: number): Colours => ({
    ...{ kind: "grey", domain: stretch(ranges[i], levels.value), label: images[i].label }
  });
  const specs = (): TileSpec[] =>
    images.map(({ name, raster }, i) => ({ name, raster, colours: colours(i) }));
  const legends = h("div", { class: "stem-legends" });
  const drawn = h("div");
  const group = tiles(specs(), {
    ...{ width: o.width, across, widest: 440, at: o.at ?? [side / 2, side / 2], field: [side, side] },
    say: (x, y) =>
      `${sayPlace(x, y)}: ${images.map(({ name, raster, digits, label }) => `${name} ${sayNumber(valueAt(raster, x, y), digits)} ${label === "counts" ? "counts" : "rad"}`).join(", ")}.`
  });
  const line = () =>
    drawn.replaceChildren(
      profilePlot(images, group.value[1], { width: Math.min(900, o.width), dark: isDark() })
    );
  const bars = () => legends.replaceChildren(...images.map((_, i) => legendOf(colours(i), o.width)));
  group.addEventListener("input", line);
  levels.addEventListener("input", (event) => {
    event.stopPropagation();
    group.update(specs());
    bars();
  });
  bars();
  line();
  return figureFrame({
    ...{ id: o.id, label: o.label, title: o.title, caption: o.caption, alt: o.alt },
    content: h("div", { class: "stem-panel" }, group, legends, levels, drawn),
    interactive: true,
    provenance: "predicted",
    table: () => profileTable(o.id, images, group.value[1]),
    meta: file.meta
  });
}
