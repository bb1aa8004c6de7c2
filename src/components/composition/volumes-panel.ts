// Figure 2a: every state in small, and the chosen one as slices and in 3-D.
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import type { PackedArray, PackedFile } from "../packed-arrays.js";
import { orthoView } from "../tomography/ortho-view.js";
import { volumeView } from "../tomography/volume-view.js";
import { wrongVoxels, type ClassLayer, type Grid, type Layer } from "../tomography/volume.js";
import { stateGallery, type GalleryState } from "./state-gallery.js";

interface StateName {
  id: string;
  label: string;
  rate: number | null;
}

export interface VolumesOptions {
  id: string;
  label: string;
  width: number;
  /** state shown first */
  state: string;
  states: readonly StateName[];
  /** fetches the element densities of a state */
  densities: (state: string) => Promise<PackedFile>;
  invalidation: Promise<void>;
}

/** @param classes composition-classes */
export function volumesPanel(classes: PackedFile, o: VolumesOptions): FigureFrame {
  const first = classes.array(`${o.state} found`);
  const [nz, nx, ny] = first.shape;
  const grid: Grid = { shape: { nz, nx, ny }, voxel: Number(classes.facts["voxel_nm"]) };
  const reference = Number(classes.facts["reference"]);
  const gallery = stateGallery(galleryStates(classes, o.states), {
    shape: grid.shape,
    label: "Classes found, middle slice: choose a state",
    value: o.state
  });
  const classLayers = (state: string): [ClassLayer, ClassLayer, ClassLayer] => {
    const [found, truth] = ["found", "true"].map((kind) => classes.array(`${state} ${kind}`).bytes);
    return [
      { kind: "class", label: "class found", values: found },
      { kind: "class", label: "class in the sample", values: truth },
      wrongVoxels(found, truth)
    ];
  };
  const half = o.width < 900 ? o.width : Math.floor((o.width - 24) / 2);
  const alt = "Composition classes of the chosen state in three planes and in 3-D.";
  const slices = orthoView(grid, classLayers(o.state), { width: half, alt, invalidation: o.invalidation });
  const solid = volumeView(grid, classLayers(o.state)[0], { width: half, alt, invalidation: o.invalidation });
  const more = h("button", { type: "button", class: "button" }, "Load the element densities");
  const content = h(
    "div",
    {},
    gallery,
    h("div", { class: "views" }, h("div", {}, slices, h("p", {}, more)), solid)
  );
  const frame = figureFrame({
    id: o.id,
    label: o.label,
    title: "Composition classes in the particle",
    content,
    caption:
      "Classes found by the analysis on the twin's counts: oxygen-poor (TM/O more than 5 % above that of the pristine particle), oxygen-rich (more than 5 % below), target between. Slices and 3-D view show the chosen state; the layers also hold the sample's true classes, the voxels that came out wrong, and the element densities.",
    alt,
    interactive: true,
    provenance: "recovered",
    meta: classes.meta
  });
  const show = () => {
    const layers = classLayers(gallery.value);
    slices.update(layers);
    solid.update(layers[0]);
    more.disabled = false;
  };
  gallery.addEventListener("input", show);
  more.addEventListener("click", () => {
    const state = gallery.value;
    more.disabled = true;
    frame.setState("busy", "loading the element densities");
    o.densities(state).then(
      (file) => {
        if (gallery.value === state)
          slices.update([...classLayers(state), ...densityLayers(file, reference)]);
        frame.setState("idle");
      },
      (error: unknown) => {
        more.disabled = false;
        frame.setState("error", `missing densities of ${state}: ${String(error)}; try again`);
      }
    );
  });
  return frame;
}

function galleryStates(classes: PackedFile, states: readonly StateName[]): GalleryState[] {
  return states.map(({ id, label, rate }) => ({
    id,
    row: rate === null ? "before" : `${rate} C`,
    caption: label.replace(/^[\d.]+ C, /, ""),
    classes: classes.array(`${id} found`).bytes
  }));
}

/** Densities as they are stored, and TM/O made from them. */
export function densityLayers(file: PackedFile, reference: number): Layer[] {
  const arrays = (["O", "Mn", "Co", "Ni"] as const).map((element) => file.array(element));
  const [O, ...metals] = arrays;
  const shares = [0.56, 0.08, 0.16];
  const at = ({ min, max, bytes }: PackedArray, v: number) => min + ((bytes[v] - 1) * (max - min)) / 254;
  const ratio = Float32Array.from(O.bytes, (byte, v) => {
    if (byte === 0) return NaN;
    const metal = metals.reduce((sum, array, k) => sum + shares[k] * at(array, v), 0);
    const oxygen = 2 * at(O, v);
    return oxygen > 0.8 ? metal / oxygen / reference : NaN;
  });
  return [
    { kind: "ratio", label: "TM/O over the pristine", values: ratio, domain: [0.8, 1.2], unit: "" },
    ...arrays.map(({ name, bytes, min, max }): Layer => ({
      kind: "density",
      label: `${name} density`,
      values: bytes,
      domain: [min, max],
      unit: "of the intended"
    }))
  ];
}
