// Figure 5 a, b, c: one particle seen through and cut, with what was counted in it beside what the sample holds.
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import type { PackedFile } from "../packed-arrays.js";
import { poreProjection } from "./pore-projection.js";
import { poreSlice } from "./pore-slice.js";
import { assessed, gridOf, poreLayer, withError } from "./pore-style.js";

export interface StatePanelOptions {
  id: string;
  label: string;
  width: number;
  invalidation?: Promise<unknown>;
}

const percent = (share: number): string => (100 * share).toFixed(share < 0.01 ? 2 : 1);

const inPercent = ({ found, error }: { found: number; error: number }): string =>
  withError(100 * found, 100 * error);

/** @param file porosity-volumes/STATE.vol */
export function statePanel(
  file: PackedFile,
  { id, label, width, invalidation }: StatePanelOptions
): FigureFrame {
  const name = String(file.facts["label"]);
  const grid = gridOf(file);
  const layer = poreLayer(file, "found");
  const [porosity, count, share] = ["porosity", "count", "networkShare"].map((each) => assessed(file, each));
  const exact = Number(file.facts["exactPorosity"]);
  const size = Math.min(width, 380);
  const alt = `The particle ${name}, seen through: ${percent(porosity.found)} % of it is void, in ${count.found} pores, ${percent(share.found)} % of that in the largest.`;
  return figureFrame({
    ...{
      id,
      label,
      title: `Pores and cracks, ${name}`,
      alt,
      interactive: true,
      provenance: "recovered",
      meta: file.meta
    },
    content: h(
      "div",
      { class: "pore-views" },
      h("p", { class: "slice-name" }, "seen through along z; x → right, y ↓ down"),
      poreProjection(layer.values, grid, { width: size, alt, invalidation }),
      h("p", { class: "slice-name" }, "cut"),
      poreSlice(layer, grid, { width: size, alt: `A cut through the particle ${name}.`, invalidation })
    ),
    caption: `Largest connected pore in cyan, pores apart in dark blue, as recovered from the twin's radiographs. Found ${inPercent(porosity)} % void in ${withError(count.found, count.error)} pores (in the sample ${percent(exact)} %, ${count.truth} on the same voxels); the largest holds ${inPercent(share)} % of it (${percent(share.truth)} %).`,
    table: () => ({
      name: id,
      columns: (
        ["porosity", "count", "networkShare", "largestVolume", "medianDiameter", "specificArea"] as const
      ).flatMap((each) => {
        const own = assessed(file, each);
        return [
          { name: `${each}_found`, values: [own.found] },
          { name: `${each}_error`, values: [own.error] },
          { name: `${each}_true`, values: [own.truth] }
        ];
      })
    })
  });
}
