// Supplementary Figure 21b: the way of one measurement, from the camera's counts to sinograms of the elements.
import { segmented } from "../controls.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { valuesOf, type PackedFile } from "../packed-arrays.js";
import { sinogramView } from "../tomography/sinogram-view.js";
import type { TiltSeries } from "../tomography/tilt-series.js";
import { tiltView } from "../tomography/tilt-view.js";

const elements = ["O", "Mn", "Co", "Ni"] as const;
const steps = ["1 · counts", "2 · projected elements", "3 · sinograms"] as const;

export interface MeasurementOptions {
  id: string;
  label: string;
  width: number;
}

/** @param file composition-raw */
export function measurementPanel(file: PackedFile, { id, label, width }: MeasurementOptions): FigureFrame {
  const facts = file.facts as {
    tilts: number[];
    shown: number[];
    pixel_nm: number;
    voxel_nm: number;
    energies: number[];
  };
  const series = (names: readonly string[], labels: readonly string[], pixel: number): TiltSeries => {
    const [, columns, rows] = file.array(names[0]).shape;
    return {
      ...{ columns, rows, pixel, tilts: facts.shown },
      stacks: names.map((name, i) => {
        const { bytes, min, max, unit } = file.array(name);
        const scale = (max - min) / 254;
        return { label: labels[i], values: bytes, unit, scale, offset: min - scale };
      })
    };
  };
  const side = Math.min(width, 560);
  const eV = facts.energies.map((energy) => `${energy} eV`);
  const views: Record<(typeof steps)[number], () => { view: Element; says: string }> = {
    "1 · counts": () => ({
      view: tiltView(
        series(
          eV.map((energy) => `counts at ${energy}`),
          eV,
          facts.pixel_nm
        ),
        { width: side, alt: "Counts of the camera at some tilts and all energies." }
      ),
      says: "As the camera counts them: uneven light and a fixed pattern that the flat fields will divide out, photon noise, and a particle that is never quite in its place. Every tenth tilt is kept here."
    }),
    "2 · projected elements": () => ({
      view: tiltView(
        series(
          elements.map((element) => `projected ${element}`),
          elements,
          facts.voxel_nm
        ),
        { width: side, alt: "Projected density of each element." }
      ),
      says: "After −ln of the transmission, alignment, and the differences across the four edges, freed of what the other elements do there: atoms of each element along the beam, in pixels of two by two."
    }),
    "3 · sinograms": () => ({
      view: sinogramView(
        elements.map((element) => ({
          label: element,
          values: valuesOf(file.array(`sinogram ${element}`)),
          unit: "mol/m²"
        })),
        {
          ...{ width: side, tilts: facts.tilts, columns: file.array("sinogram O").shape[1] },
          pixel: facts.voxel_nm,
          wedge: true,
          alt: "Sinograms of the four elements in the middle row, with the missing wedge."
        }
      ),
      says: "One row of the projections at all 131 tilts. What lies beyond ±65° was never seen: the missing wedge. From here each slice is reconstructed; the volumes are above."
    })
  };
  const step = segmented({ label: "Step", options: steps });
  const shown = h("div");
  const says = h("p", { class: "figure-note" });
  const frame = figureFrame({
    id,
    label,
    title: `The way of one measurement: ${String(file.facts["label"])}`,
    content: h("div", {}, shown, says),
    controls: step,
    caption: "Counts from the twin, and what the analysis makes of them before any volume is reconstructed.",
    alt: "Three steps of the analysis: counts, projected elements, sinograms.",
    interactive: true,
    provenance: "recovered",
    meta: file.meta
  });
  const show = () => {
    const { view, says: text } = views[step.value]();
    shown.replaceChildren(view);
    says.textContent = text;
  };
  step.addEventListener("input", show);
  show();
  return frame;
}
