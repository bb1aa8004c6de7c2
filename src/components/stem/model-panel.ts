// The models behind the images, Figure 1e, g, m: blocks of atoms of the lamellae that are imaged, to be turned and inspected.
import {
  distortedLattice,
  distortedPlaces,
  fastSurfaceLattice,
  pristineLattice,
  surfaceLattice
} from "../../science/particle/lattice-models.js";
import type { ProjectedColumns } from "../../science/particle/lattice-models-columns.js";
import { defaultStemInstrument, fieldOf } from "../../science/stem/instrument.js";
import { segmented } from "../controls.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { atomsOf, type Atoms } from "./atoms.js";
import { flatAtoms } from "./atoms-flat.js";
import { atomColours, atomsView } from "./atoms-view.js";

type Corners = readonly [left: number, top: number, right: number, bottom: number];

interface Model {
  label: string;
  sample: () => ProjectedColumns;
  box: Corners;
  /** Å along the beam */
  depth: number;
}

const field = fieldOf(defaultStemInstrument(512));
const around = ([x, y]: readonly [number, number], half: number): Corners => [
  ...([x * field.width - half, y * field.height - half] as const),
  ...([x * field.width + half, y * field.height + half] as const)
];

export const modelSets = {
  pristine: [
    {
      ...{ label: "layered", sample: () => pristineLattice({ width: 51.2, height: 51.2 }), depth: 12 },
      box: [12, 12, 36, 36]
    }
  ],
  surface: [
    { label: "0.1 C", sample: () => surfaceLattice(field), box: [12, 20, 84, 56], depth: 9 },
    { label: "10 C", sample: () => fastSurfaceLattice(field), box: [12, 20, 84, 56], depth: 9 }
  ],
  domains: [
    { label: "regular", sample: () => distortedLattice(field), box: [7, 69, 35, 97], depth: 12 },
    {
      ...{ label: "metal-poor", sample: () => distortedLattice(field), depth: 12 },
      box: around(distortedPlaces.deficit, 14)
    },
    {
      ...{ label: "twisted", sample: () => distortedLattice(field), depth: 12 },
      box: around(distortedPlaces.twist, 14)
    }
  ]
} as const satisfies Record<string, readonly Model[]>;

export interface ModelPanelOptions {
  id: string;
  label: string;
  width: number;
  set: keyof typeof modelSets;
  title: string;
  caption: string;
  alt: string;
  /** all models of the set side by side as well */
  beside?: boolean;
  invalidation?: Promise<unknown>;
}

/** Every atom of what is shown. */
const tableOf = (id: string, atoms: Atoms) => {
  const axis = (k: number) => Array.from(atoms.species, (_, i) => atoms.positions[3 * i + k]);
  return {
    name: id,
    columns: [
      ...["x", "y", "z"].map((name, k) => ({
        ...{ name, unit: "Å", description: k === 2 ? "along the beam" : "in the image", values: axis(k) }
      })),
      {
        ...{ name: "species", unit: "", description: "0 Li, 1 O, 2 Mn, 3 Co, 4 Ni" },
        values: Array.from(atoms.species)
      }
    ]
  };
};

export function modelPanel(o: ModelPanelOptions): FigureFrame {
  const models: readonly Model[] = modelSets[o.set];
  const blocks = models.map(({ sample, box, depth }) => atomsOf(sample(), box, depth));
  const blockOf = (model: Model) => blocks[models.indexOf(model)];
  const choice = segmented({ label: "Model", options: models, format: (model) => model.label });
  const view = atomsView(blocks[0], { width: o.width, alt: o.alt, invalidation: o.invalidation });
  choice.addEventListener("input", (event) => {
    event.stopPropagation();
    view.update(blockOf(choice.value), `${o.alt} ${choice.value.label}.`);
  });
  const gap = 10;
  const side = Math.min(250, Math.floor((o.width - gap * (models.length - 1)) / models.length));
  const row = h(
    "div",
    { class: "stem-tiles", style: `grid-template-columns: repeat(${models.length}, ${side}px)` },
    ...(o.beside ? models : []).map(({ label }, i) =>
      h(
        "div",
        {},
        h("p", { class: "map-name" }, label),
        flatAtoms(blocks[i], side, atomColours(isDark()), `Atoms of the ${label} domain along the beam.`)
      )
    )
  );
  return figureFrame({
    ...{ id: o.id, label: o.label, title: o.title, caption: o.caption, alt: o.alt },
    content: h(
      "div",
      { class: "stem-panel" },
      ...[o.beside ? row : null, models.length > 1 ? choice : null, view].filter((e) => e !== null)
    ),
    interactive: true,
    provenance: "calibrated",
    table: () => tableOf(o.id, blockOf(choice.value)),
    meta: {
      title: o.title,
      method: "places along the beam drawn from each column’s composition, with a seed",
      seed: "1"
    },
    code: ["src/science/particle/lattice-models.ts", "src/science/particle/lattice-models-atoms.ts"]
  });
}
