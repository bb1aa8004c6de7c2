// What the camera records: one radiograph of each particle, and the thickness that the retrieval makes of it.
import { svg } from "npm:htl";
import * as Plot from "npm:@observablehq/plot";
import { sequential } from "../colours.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { valuesOf, type PackedArray, type PackedFile } from "../packed-arrays.js";
import { lookupTable } from "../stress/raster.js";
import { pixelCanvas } from "../tomography/pixel-canvas.js";
import { scaleBar } from "../tomography/scale-bar.js";
import { contrast, shade } from "../tomography/tilt-series.js";
import { stateLabel, type StateName } from "./pore-style.js";
import type { PanelOptions } from "./sizes-panel.js";

interface StateFacts {
  state: StateName;
  rms_um: number;
  thickest_um: number;
}

const lut = lookupTable(sequential, [0, 1]);

/** A stack of images [state][x][y] with the ends of its colours. */
interface Stack {
  values: Float32Array;
  domain: [number, number];
  shape: readonly number[];
}

function stackOf(array: PackedArray): Stack {
  const values = valuesOf(array);
  return { values, domain: contrast(values), shape: array.shape };
}

/** One image of a stack; x runs to the right and y, the axis of rotation, down. */
function image({ values, domain, shape }: Stack, index: number, pixel: number, width: number, alt: string) {
  const [, nx, ny] = shape;
  const height = Math.round((width * ny) / nx);
  const { canvas, draw } = pixelCanvas(nx, ny, width);
  draw((pixels) => {
    for (let x = 0; x < nx; ++x)
      for (let y = 0; y < ny; ++y) shade(pixels, y * nx + x, values[(index * nx + x) * ny + y], domain, lut);
  });
  return h(
    "div",
    {
      class: "slice",
      style: `width: ${width}px; aspect-ratio: ${nx} / ${ny}; cursor: default`,
      role: "img",
      "aria-label": alt
    },
    canvas,
    svg`<svg viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">${scaleBar(nx * pixel, width, height)}</svg>`
  );
}

/** @param file porosity-radiographs.vol */
export function radiographsPanel(file: PackedFile, { id, label, width }: PanelOptions): FigureFrame {
  const [intensity, thickness] = ["intensity", "thickness"].map((name) => stackOf(file.array(name)));
  const states = file.facts["states"] as StateFacts[];
  const pixel = Number(file.facts["pixel_nm"]);
  const fact = (name: string, digits: number) => Number(Number(file.facts[name]).toPrecision(digits));
  const narrow = width < 600;
  // three particles in a row, what is retrieved below what is recorded; on a phone one below the other, the two side by side
  const column = Math.floor(narrow ? width : (width - 32) / 3);
  const side = Math.max(0, narrow ? Math.floor((width - 8) / 2) : column);
  const legend = ({ domain }: Stack, text: string) =>
    Plot.legend({
      ...{ width: Math.min(280, width), marginLeft: 12, marginRight: 16, ticks: 4, label: text },
      color: { domain, interpolate: sequential }
    });
  const named = (text: string, picture: HTMLElement) =>
    h("div", { style: `width: ${side}px` }, h("p", { class: "slice-name" }, text), picture);
  const groups = states.map(({ state, thickest_um }, k) => {
    const name = stateLabel[state];
    return h(
      "div",
      { style: `display: flex; flex-wrap: wrap; gap: 0.25rem 8px; width: ${column}px` },
      named(
        `${name}, as recorded`,
        image(
          ...[intensity, k, pixel, side],
          `Radiograph of the particle ${name}: a disc darker than the beam, with bright and dark fringes at its rim and at voids.`
        )
      ),
      named(
        `${name}, thickness`,
        image(
          ...[thickness, k, pixel, side],
          `Thickness of oxide retrieved from it: a dome of ${thickest_um.toFixed(0)} µm, thinner where void lies along the beam.`
        )
      )
    );
  });
  const alt =
    "Radiographs of the three particles as the camera counts them, with fringes, and the thickness of oxide retrieved from each.";
  const [, nx, ny] = intensity.shape;
  return figureFrame({
    ...{ id, label, title: "What the camera records", alt, provenance: "recovered", meta: file.meta },
    content: h(
      "div",
      {},
      h(
        "div",
        { class: "layer-legend", style: "display: flex; flex-wrap: wrap; gap: 0 2rem" },
        legend(intensity, "intensity, recorded over flat"),
        legend(thickness, "thickness of oxide along the beam (µm)")
      ),
      h("div", { style: "display: flex; flex-wrap: wrap; gap: 1rem 16px" }, ...groups)
    ),
    caption: `The first of the projections, ${fact("energy_keV", 3)} keV, ${fact("distance_mm", 2)} mm behind the particle, ${fact("photons", 5)} photons a pixel of ${fact("pixel_nm", 4)} nm; x → right, y, the axis of rotation, ↓ down. Attenuation alone would leave ${fact("least_percent", 2)} % of the beam behind the thickest oxide; the fringes at rims and voids are refraction. Thickness retrieved less that of the sample, root mean square: ${states.map(({ state, rms_um }) => `${rms_um.toFixed(2)} µm (${stateLabel[state]})`).join(", ")}. Values in 254 steps; colours end at the 0.2nd and 99.8th percentile of the three.`,
    table: () => {
      const at = Array.from(intensity.values, (_, p) => ({
        k: Math.floor(p / (nx * ny)),
        x: Math.floor(p / ny) % nx,
        y: p % ny
      }));
      const um = 1e-3 * pixel;
      return {
        name: id,
        columns: [
          { name: "state", values: at.map(({ k }) => states[k].state) },
          { name: "x_um", values: at.map(({ x }) => (x - (nx - 1) / 2) * um) },
          { name: "y_um", values: at.map(({ y }) => (y - (ny - 1) / 2) * um) },
          { name: "intensity", values: intensity.values },
          { name: "thickness_um", values: thickness.values }
        ]
      };
    }
  });
}
