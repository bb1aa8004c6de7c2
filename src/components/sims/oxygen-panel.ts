// Figure 4d: the map of ¹⁶O at 10 C alone, with a place A in its richest area and a place B outside it.
import { svg } from "npm:htl";
import { sectionField } from "../../science/particle/cross-section.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import type { PackedFile } from "../packed-arrays.js";
import { packedRaster, valueAt } from "../stem/raster.js";
import { tiles } from "../stem/tiles.js";
import { haloed } from "../tomography/scale-bar.js";
import { contrastOf, ionBar, ionTile } from "./ion-paint.js";
import { outline } from "./outline.js";
import { factsOf } from "./states.js";

const field = sectionField * 1e10;

export function oxygenPanel(file: PackedFile, o: { id: string; label: string; width: number }): FigureFrame {
  const n = file.array("O").shape[0];
  const raster = packedRaster(file, "smoothed O", field / n);
  const { places } = factsOf(file);
  const edge = outline(file.array("area O").bytes, n, field / n);
  const limits = contrastOf(raster.values);
  const spec = {
    ...ionTile("¹⁶O⁻, smoothed", raster, "O", limits, isDark()),
    marks: (place: (x: number, y: number) => [number, number], scale: number) => [
      ...edge(place, scale),
      ...places.map((p, k) => {
        const [x, y] = place(((p % n) + 0.5) * raster.step, (Math.floor(p / n) + 0.5) * raster.step);
        return svg`<text x=${x} y=${y + 6} text-anchor="middle" font-size="18" font-weight="600" style=${haloed}>${k === 0 ? "A" : "B"}</text>`;
      })
    ]
  };
  const width = Math.min(440, o.width);
  const group = tiles([spec], {
    ...{ width: o.width, across: 1, widest: 440, at: [field / 2, field / 2], field: [field, field] },
    say: (x, y) => {
      const value = valueAt(raster, x, y);
      return `x ${(x / 1e4).toFixed(2)} µm, y ${(y / 1e4).toFixed(2)} µm: ${Number.isNaN(value) ? "–" : value.toFixed(1)} counts a pixel.`;
    }
  });
  return figureFrame({
    ...{ id: o.id, label: o.label, title: "Oxygen after 20 cycles at 10 C" },
    content: h(
      "div",
      { class: "stem-panel" },
      group,
      ionBar("O", limits, "counts a pixel", { dark: isDark(), width })
    ),
    caption:
      "Counts of ¹⁶O⁻, smoothed over 0.4 µm; the line encloses the richest three tenths of the area. A is the richest and B the poorest place that is 0.6 µm or more from any edge: regions of these two kinds stand behind the spectra below.",
    alt: "Map of oxygen of a fast cycled particle with a rich region A and a poor region B.",
    interactive: true,
    provenance: "recovered",
    table: () => ({ name: o.id, columns: [{ name: "counts", unit: "", values: raster.values }] }),
    meta: file.meta
  });
}
