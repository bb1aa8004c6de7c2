// A particle of choice in three planes and in 3-D, found beside the sample.
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import type { PackedFile } from "../packed-arrays.js";
import { segmented } from "../segmented.js";
import { orthoView } from "../tomography/ortho-view.js";
import { volumeView } from "../tomography/volume-view.js";
import { wrongVoxels, type ClassLayer } from "../tomography/volume.js";
import { gridOf, poreLayer, stateLabel, stateNames, type StateName } from "./pore-style.js";

export interface ExplorerOptions {
  id: string;
  label: string;
  width: number;
  invalidation: Promise<void>;
}

const voidOnly = (classes: Uint8Array): Uint8Array => classes.map((c) => (c > 1 ? 1 : 0));

function layersOf(file: PackedFile): [ClassLayer, ClassLayer, ClassLayer] {
  const [found, truth] = [poreLayer(file, "found"), poreLayer(file, "true")];
  const wrong = wrongVoxels(voidOnly(found.values), voidOnly(truth.values), "void found wrongly");
  const words = ["", "void found", "", "void seen where there is oxide", "void missed"];
  const categories = (wrong.categories ?? []).map((each) => ({
    ...each,
    label: words[each.code] ?? each.label
  }));
  return [found, truth, { ...wrong, categories: categories.filter(({ code }) => code !== 2) }];
}

/** @param files porosity-volumes by state */
export function explorerPanel(files: Record<StateName, PackedFile>, o: ExplorerOptions): FigureFrame {
  const chooser = segmented<StateName>({
    label: "Particle",
    options: stateNames,
    value: "10C",
    format: (s) => stateLabel[s]
  });
  const half = o.width < 900 ? o.width : Math.floor((o.width - 24) / 2);
  const alt = "Pores and cracks of the chosen particle in three planes and in 3-D.";
  const shared = { width: half, alt, invalidation: o.invalidation };
  const grid = gridOf(files["10C"]);
  const slices = orthoView(grid, layersOf(files["10C"]), shared);
  const solid = volumeView(grid, layersOf(files["10C"])[0], shared);
  chooser.addEventListener("input", () => {
    const layers = layersOf(files[chooser.value]);
    slices.update(layers);
    solid.update(layers[0]);
  });
  return figureFrame({
    ...{
      id: o.id,
      label: o.label,
      title: "Pores and cracks in three planes and in 3-D",
      alt,
      interactive: true
    },
    content: h(
      "div",
      {},
      chooser,
      h(
        "div",
        { style: "display: flex; flex-wrap: wrap; gap: 1.5rem" },
        ...[slices, solid].map((view) => h("div", { style: `width: ${half}px` }, view))
      )
    ),
    caption:
      "Choose a layer to see what was found, what the sample holds, or where they differ. In 3-D the oxide can be made clear.",
    provenance: "recovered",
    meta: files["10C"].meta
  });
}
