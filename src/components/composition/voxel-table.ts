// Supplementary Figure 23b: what one voxel of the tomogram holds, and what one pixel of a projected map does.
import type { VoxelContents, VoxelElement } from "../../science/composition/voxel-contents.js";
import { elementColour } from "../colours.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { tableView } from "../table-view.js";
import { swatch } from "../tomography/layer-legend.js";

interface Row extends VoxelElement {
  what: string;
  formulaUnits: number;
}

/** @param voxels cubes of some width, each with a few words on what it is */
export function voxelTable(
  voxels: readonly { what: string; contents: VoxelContents }[],
  { id, label }: { id: string; label: string }
): FigureFrame {
  const rows: Row[] = voxels.flatMap(({ what, contents }) =>
    contents.elements.map((element) => ({ what, formulaUnits: contents.formulaUnits, ...element }))
  );
  const caption = "What a voxel holds, and how much of a step in absorption it can show";
  const table = tableView<Row>({
    caption,
    rows,
    columns: [
      { name: "what", label: "Cube", value: (r) => r.what },
      {
        name: "element",
        label: "Element",
        value: (r) => r.element,
        show: (v, r) => h("span", {}, swatch(elementColour(r.element, isDark())), " ", String(v))
      },
      { name: "atoms", label: "Atoms", value: (r) => Math.round(r.atoms) },
      { name: "edgeStep", label: "Step in optical density", value: (r) => +r.edgeStep.toPrecision(3) },
      { name: "deviation", label: "5 % of it", value: (r) => +r.deviation.toPrecision(2) },
      { name: "photons", label: "Photons to see 5 %", value: (r) => +r.photons.toPrecision(2) }
    ]
  });
  return figureFrame({
    id,
    label,
    title: "What a voxel holds",
    content: table,
    caption:
      "Pristine material. The last column counts the photons that must be detected in each of the two images for the photon noise to equal a deviation of 5 %, if the cube stood alone in the beam. The width of 25 nm and the printed volume of 25 nm³ are 625 times apart in volume.",
    alt: `${caption}, by element and size of the voxel.`,
    provenance: "predicted",
    code: ["src/science/composition/voxel-contents.ts"]
  });
}
