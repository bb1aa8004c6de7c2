// The threshold in the reader's hand: a histogram of grey values, the cut that parts void from oxide, and what follows from it.
import { svg } from "npm:htl";
import { scaleLinear } from "npm:d3-scale";
import { otsuThreshold, type Histogram } from "../../science/numerics/thresholds.js";
import { parseHex } from "../colour-space.js";
import { poreNetworkColour, sequential } from "../colours.js";
import { isDark, onDark } from "../dark.js";
import { h, uniqueId } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import type { PackedFile } from "../packed-arrays.js";
import { segmented } from "../segmented.js";
import { pixelCanvas } from "../tomography/pixel-canvas.js";
import { scaleBar } from "../tomography/scale-bar.js";
import { stateLabel, stateNames, type StateName } from "./pore-style.js";

export interface ThresholdOptions {
  id: string;
  label: string;
  width: number;
  /** grey values and classes of a state, fetched when asked for */
  load: (state: StateName) => Promise<{ grey: PackedFile; classes: PackedFile }>;
  invalidation: Promise<void>;
}

/** Width of the histogram where there is room, CSS pixels. */
const barWidth = 480;

/** All that is drawn of one state: made once, so that a move of the slider only sums and paints. */
export interface Shown {
  size: number;
  /** nm */
  voxel: number;
  grey: Uint8Array;
  particle: Uint8Array;
  /** of all voxels, and of those inside the particle, one bin a byte */
  all: Float64Array;
  inside: Float64Array;
  /** of the sample, share of the particle's volume */
  truth: number;
  greyOf: (byte: number) => number;
}

export function shownState(grey: PackedFile, classes: PackedFile): Shown {
  const array = grey.array("grey");
  const found = classes.array("found").bytes;
  const [all, inside] = [new Float64Array(256), new Float64Array(256)];
  for (let p = 0; p < found.length; ++p) {
    ++all[array.bytes[p]];
    if (found[p] > 0) ++inside[array.bytes[p]];
  }
  const [min, step] = [Number(grey.facts["grey_min"]), Number(grey.facts["grey_step"])];
  return {
    ...{
      size: array.shape[0],
      voxel: Number(classes.facts["voxel_nm"]),
      grey: array.bytes,
      particle: found,
      all,
      inside
    },
    truth: Number(classes.facts["exactPorosity"]),
    greyOf: (byte) => min + step * byte
  };
}

/** Share of the particle's voxels below a byte; pores of few voxels are counted too. */
export function porosityBelow({ inside }: Pick<Shown, "inside">, byte: number): number {
  const total = inside.reduce((sum, n) => sum + n, 0);
  return inside.subarray(0, byte).reduce((sum, n) => sum + n, 0) / total;
}

export function thresholdPanel(o: ThresholdOptions): FigureFrame {
  const chooser = segmented<StateName>({
    label: "Particle",
    options: stateNames,
    value: "0.1C",
    format: (s) => stateLabel[s]
  });
  const side = Math.min(o.width, 420);
  const id = uniqueId("threshold");
  const range = h("input", {
    type: "range",
    id,
    min: 0,
    max: 255,
    step: 1,
    value: 128,
    style: "width: 100%"
  });
  const cut = h("input", {
    type: "range",
    id: `${id}-cut`,
    min: 0,
    max: 127,
    step: 1,
    value: 64,
    style: "width: 100%"
  });
  const said = h("p", { class: "figure-readout", role: "status" }, "The grey values are being loaded.");
  // as many pixels as the tomogram has voxels along an edge, which is known once it is there
  let view = pixelCanvas(1, 1, side);
  const picture = h("div", {
    ...{ class: "slice", role: "img", style: `width: ${side}px; aspect-ratio: 1; cursor: default` }
  });
  const bars = h("div");
  const label = h("label", { for: id }, "Threshold");
  let shown: Shown | null = null;

  const paint = () => {
    if (!shown) return;
    const { size, grey, particle, greyOf, truth } = shown;
    const [at, z, dark] = [range.valueAsNumber, cut.valueAsNumber, isDark()];
    const pore = parseHex(poreNetworkColour(dark)).map((v) => 255 * v);
    const steps = Array.from({ length: 256 }, (_, b) =>
      parseHex(sequential(Math.min(1, Math.max(0, greyOf(b)))))
    ).map(
      // a grey of the same lightness, so that only pores have a colour
      ([r, g, b]) => 255 * (0.2126 * r + 0.7152 * g + 0.0722 * b)
    );
    view.draw((pixels) => {
      for (let x = 0; x < size; ++x)
        for (let y = 0; y < size; ++y) {
          const p = (z * size + x) * size + y;
          const to = 4 * (y * size + x);
          const isPore = particle[p] > 0 && grey[p] < at;
          for (let k = 0; k < 3; ++k) pixels[to + k] = isPore ? pore[k] : steps[grey[p]];
          pixels[to + 3] = 255;
        }
    });
    bars.replaceChildren(histogramView(shown, at, o.width, dark));
    const porosity = 100 * porosityBelow(shown, at);
    const value = greyOf(at).toFixed(2);
    range.setAttribute("aria-valuetext", `${value}: ${porosity.toFixed(2)} % void`);
    said.textContent = `Threshold ${value}: ${porosity.toFixed(2)} % of the particle is void; in the sample ${(100 * truth).toFixed(2)} %.`;
  };
  const load = () => {
    const state = chooser.value;
    frame.setState("busy", "loading the grey values");
    o.load(state).then(
      ({ grey, classes }) => {
        if (chooser.value !== state) return;
        shown = shownState(grey, classes);
        cut.max = String(shown.size - 1);
        view = pixelCanvas(shown.size, shown.size, side);
        picture.replaceChildren(
          view.canvas,
          svg`<svg viewBox=${`0 0 ${side} ${side}`} aria-hidden="true">${scaleBar(shown.size * shown.voxel, side, side)}</svg>`
        );
        const otsu: Histogram = { counts: shown.all, min: 0, max: 256 };
        range.value = String(Math.round(otsuThreshold(otsu)));
        picture.setAttribute(
          "aria-label",
          `A cut through the tomogram of the particle ${stateLabel[state]}; void below the threshold is cyan.`
        );
        frame.setState("idle");
        paint();
      },
      (error: unknown) => frame.setState("error", `missing tomogram of ${state}: ${String(error)}; try again`)
    );
  };
  for (const input of [range, cut]) input.addEventListener("input", paint);
  chooser.addEventListener("input", load);
  void o.invalidation.then(onDark(paint));
  const alt =
    "Histogram of the grey values of a tomogram with a threshold to move, and a cut on which it shows.";
  const frame = figureFrame({
    ...{
      id: o.id,
      label: o.label,
      title: "The threshold and what it makes of the porosity",
      alt,
      interactive: true
    },
    content: h(
      "div",
      {},
      chooser,
      h(
        "div",
        { style: "display: flex; flex-wrap: wrap; gap: 1rem 1.5rem" },
        h(
          "div",
          { style: `width: ${side}px` },
          picture,
          h("label", { for: `${id}-cut` }, "Depth of the cut"),
          cut
        ),
        h("div", { style: `width: ${Math.min(o.width, barWidth)}px` }, bars, label, range, said)
      )
    ),
    caption:
      "Grey values are shares of oxide; the line starts at Otsu's threshold. Bright bars: voxels inside the particle's outer surface, which stays as it was found; the scale is logarithmic. Single voxels count here, in the numbers only pores of four and more.",
    provenance: "recovered",
    code: ["src/science/numerics/thresholds.ts", "src/science/porosity/segment.ts"],
    table: () => ({
      name: o.id,
      columns: shown
        ? [
            { name: "grey", values: Array.from({ length: 256 }, (_, b) => shown?.greyOf(b) ?? NaN) },
            { name: "voxels", values: shown.all },
            { name: "voxels_inside", values: shown.inside }
          ]
        : [{ name: "grey", values: [] }]
    })
  });
  load();
  return frame;
}

function histogramView({ all, inside, greyOf }: Shown, at: number, full: number, dark: boolean): SVGElement {
  const [width, height, bottom] = [Math.min(full, barWidth), 200, 24];
  const x = scaleLinear([0, 256], [8, width - 8]);
  const top = Math.log10(1 + all.reduce((most, n) => Math.max(most, n), 0));
  const y = (n: number) => (height - bottom) * (1 - Math.log10(1 + n) / top);
  const bars = (of: Float64Array, colour: string, opacity: number) =>
    svg`<path fill=${colour} fill-opacity=${opacity} d=${Array.from(of, (n, b) => (n > 0 ? `M${x(b)},${height - bottom}V${y(n)}H${x(b + 1)}V${height - bottom}Z` : "")).join("")}></path>`;
  const ticks = [-0.5, 0, 0.5, 1, 1.5].map((value) => {
    const byte = (value - greyOf(0)) / (greyOf(1) - greyOf(0));
    return svg`<text x=${x(byte)} y=${height - 6} text-anchor=${value < 0 ? "start" : value > 1.4 ? "end" : "middle"} fill="currentColor" font-size="12">${String(value).replace("-", "−")}</text>`;
  });
  return svg`<svg viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height} style="max-width: 100%" role="img" aria-label="Histogram of grey values, shares of oxide from −0.5 to 1.5">
    ${bars(all, "currentColor", 0.25)}${bars(inside, poreNetworkColour(dark), 0.9)}
    <path d=${`M${x(at)},0V${height - bottom}`} stroke="currentColor" stroke-width="2"></path>${ticks}</svg>`;
}
