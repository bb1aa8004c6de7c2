// What came out of one run: shares, confusion, slices, the camera's counts as a tilt series, and the sinograms.
import { h } from "../element.js";
import { tableView } from "../table-view.js";
import { confusionView } from "../tomography/confusion-view.js";
import { orthoView } from "../tomography/ortho-view.js";
import { sinogramView } from "../tomography/sinogram-view.js";
import { sinogramOf, type TiltSeries } from "../tomography/tilt-series.js";
import { tiltView } from "../tomography/tilt-view.js";
import { wrongVoxels, type Layer } from "../tomography/volume.js";
import type { LiveRequest, LiveResult } from "./live-request.js";

interface ViewOptions {
  width: number;
  invalidation: Promise<void>;
}

export function liveResultView(
  result: LiveResult,
  request: LiveRequest,
  { width, invalidation }: ViewOptions
): HTMLElement {
  const { size, voxel } = result;
  const percent = (share: number) => +(100 * share).toFixed(1);
  const shares = tableView({
    caption: `Shares of the volume (%); of the uniform control ${percent(result.falseShare)} % left the target class`,
    sortable: false,
    rows: (["target", "oxygenPoor", "oxygenRich"] as const).map((name) => ({
      class: { target: "target", oxygenPoor: "oxygen-poor", oxygenRich: "oxygen-rich" }[name],
      truth: percent(result.true[name]),
      found: percent(result.found[name])
    })),
    columns: [
      { name: "class", label: "Class", value: (r) => r.class },
      { name: "truth", label: "In the sample", value: (r) => r.truth },
      { name: "found", label: "Found", value: (r) => r.found }
    ]
  });
  const confusion = [0, 1, 2].map((i) => result.confusion.subarray(3 * i, 3 * i + 3));
  const alt = `Result of a run at ${request.photons} photons and tilts to ±${request.tiltLimit}°.`;
  const grid = { shape: { nz: size, nx: size, ny: size }, voxel };
  return h(
    "div",
    { class: "live-result" },
    shares,
    confusionView(confusion, { caption: "What became of each voxel" }),
    orthoView(grid, layersOf(result), { width, alt, invalidation }),
    h("h4", {}, "What the camera counted"),
    ...seriesViews(result, width, alt)
  );
}

function layersOf({ classes, truth, ratio, densities }: LiveResult): Layer[] {
  return [
    { kind: "class", label: "class found", values: classes },
    { kind: "class", label: "class in the sample", values: truth },
    wrongVoxels(classes, truth),
    { kind: "ratio", label: "TM/O over the control", values: ratio, domain: [0.8, 1.2], unit: "" },
    ...Object.entries(densities).map(([element, values]): Layer => ({
      kind: "density",
      label: `${element} density`,
      values,
      domain: [0, 1.5],
      unit: "of the intended"
    }))
  ];
}

function seriesViews(
  { size, voxel, tilts, energies, counts, projected }: LiveResult,
  width: number,
  alt: string
) {
  const images = tilts.length * size * size;
  const common = { columns: size, rows: size, pixel: voxel, tilts };
  const raw: TiltSeries = {
    ...common,
    stacks: Array.from(energies, (energy, k) => ({
      label: `${energy} eV`,
      values: counts.subarray(k * images, (k + 1) * images),
      unit: "counts"
    }))
  };
  const elements: TiltSeries = {
    ...common,
    stacks: Object.entries(projected).map(([label, values]) => ({ label, values, unit: "mol/m²" }))
  };
  const sinogramsAt = (row: number) => elements.stacks.map((stack) => sinogramOf(elements, stack, row));
  const tilt = tiltView(raw, { width, alt });
  const sinogram = sinogramView(sinogramsAt(tilt.value.row), {
    ...{ width, alt, tilts, columns: size, pixel: voxel },
    wedge: true
  });
  tilt.addEventListener("input", () => {
    sinogram.value = tilt.value.tilt;
    sinogram.update(sinogramsAt(tilt.value.row));
  });
  sinogram.addEventListener("input", () => {
    tilt.value = { ...tilt.value, tilt: sinogram.value };
  });
  return [tilt, h("h4", {}, "Sinograms of the elements, aligned, after the edge differences"), sinogram];
}
