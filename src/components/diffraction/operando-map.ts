// All patterns over one another twice: as a waterfall of curves, each a little higher, and as a map of counts; and below both
// the pattern under the cursor. The cursor is one: its pattern is chosen by a slider, by pointer or by keys, and its angle
// follows the pointer.
import * as Plot from "npm:@observablehq/plot";
import { svg } from "npm:htl";
import { rateColour, sequential } from "../colours.js";
import { isDark, onDark } from "../dark.js";
import { h, uniqueId } from "../element.js";
import { legendMargin } from "../stress/legend-margin.js";
import { chart, keys } from "../tomography/chart.js";
import { inWords, type OperandoPatterns } from "./operando-data.js";

export interface OperandoMapOptions {
  width: number;
  /** what is shown, for those who cannot see it */
  alt: string;
  /** degrees that are shown */
  range: readonly [from: number, to: number];
  /** hours from the start of the charge to the middle of each pattern [pattern] */
  times: readonly number[];
  /** lines to mark: name and angle in degrees */
  marks: readonly { label: string; angle: number }[];
  /** 2θ of (003) of the sample in each pattern, degrees */
  truth: readonly number[];
  /** index of the pattern at first */
  pattern?: number;
  invalidation?: Promise<unknown>;
}

/** Sends `input` when the cursor comes to another pattern. */
export interface OperandoMap extends HTMLElement {
  /** index of the pattern under the cursor */
  value: number;
}

const heights = { overview: 380, pattern: 220 };

export function operandoMap(data: OperandoPatterns, o: OperandoMapOptions): OperandoMap {
  const { twoTheta, counts, patterns } = data;
  const bins = twoTheta.length;
  const [first, last] = [
    twoTheta.findIndex((x) => x >= o.range[0]),
    twoTheta.findLastIndex((x) => x <= o.range[1])
  ];
  const shown = last - first + 1;
  const row = (k: number) => counts.subarray(k * bins + first, k * bins + last + 1);
  const angles = Array.from(twoTheta.subarray(first, last + 1));
  let [smallest, largest] = [Infinity, 1];
  for (let k = 0; k < patterns; ++k)
    for (const value of row(k)) {
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
    }
  const id = uniqueId("pattern");
  const slider = h("input", { type: "range", id, min: 0, max: patterns - 1, step: 1 });
  slider.value = String(Math.min(patterns - 1, o.pattern ?? 0));
  const said = h("p", { class: "figure-readout", role: "status" });
  const picture = h("div");
  const wide = o.width >= 640;
  const half = wide ? Math.floor((o.width - 24) / 2) : o.width;
  const frame = { marginLeft: 48, marginRight: 12, width: half, height: heights.overview };
  const x = { domain: [...o.range], label: "2θ (°)", ticks: 6 };
  let angle: number | undefined;
  let cursors: (() => void)[] = [];

  /** A line that a plot's own scales place, moved without drawing the plot anew. */
  const overlay = (plot: Element, place: () => { x1: number; x2: number; y1: number; y2: number }[]) => {
    const group = svg`<g class="cursor" pointer-events="none"></g>`;
    plot.append(group);
    cursors.push(() => {
      group.replaceChildren(
        ...place().flatMap(({ x1, x2, y1, y2 }) => [
          svg`<line x1=${x1} x2=${x2} y1=${y1} y2=${y2} stroke="var(--theme-background)" stroke-width="3" stroke-opacity="0.7"></line>`,
          svg`<line x1=${x1} x2=${x2} y1=${y1} y2=${y2} stroke="currentColor" stroke-width="1.2"></line>`
        ])
      );
    });
  };

  const follow = (plot: Element & Plot.Plot, rowAt?: (y: number) => number) => {
    const scale = plot.scale("x") as unknown as { invert: (px: number) => number };
    const move = (event: PointerEvent) => {
      const box = plot.getBoundingClientRect();
      const size = Number(plot.getAttribute("width"));
      const px = ((event.clientX - box.left) / box.width) * size;
      angle = Math.min(o.range[1], Math.max(o.range[0], scale.invert(px)));
      if (rowAt) {
        const py = ((event.clientY - box.top) / box.height) * Number(plot.getAttribute("height"));
        go(rowAt(py));
      } else mark();
    };
    plot.addEventListener("pointermove", (event) => move(event as PointerEvent));
    plot.addEventListener("pointerdown", (event) => move(event as PointerEvent));
  };

  const draw = () => {
    const dark = isDark();
    const colour = rateColour(data.rate, dark);
    cursors = [];
    // a curve's height above the next: the strongest line covers some of the others, as in print
    const lift = largest / Math.max(6, patterns / 3);
    const top = largest + lift * (patterns - 1);
    const curves = Plot.plot({
      ...frame,
      x,
      y: { domain: [0, top * 1.02], axis: null },
      marks: [
        ...Array.from({ length: patterns }, (_, up) => patterns - 1 - up).map((k) => {
          const points = Array.from(row(k), (value, i) => ({ x: angles[i], y: value + lift * k }));
          return Plot.line(points, { x: "x", y: "y", stroke: colour, strokeWidth: 0.8, strokeOpacity: 0.9 });
        }),
        Plot.text(o.marks, { x: "angle", y: top, text: "label", lineAnchor: "bottom", fontSize: 10 })
      ]
    });
    const [xs, ys] = (["x", "y"] as const).map(
      (name) => curves.scale(name) as { apply: (value: number) => number }
    );
    overlay(curves, () => [
      {
        x1: xs.apply(o.range[0]),
        x2: xs.apply(o.range[1]),
        ...both(ys.apply(lift * slider.valueAsNumber), "y")
      },
      ...(angle === undefined ? [] : [{ ...both(xs.apply(angle), "x"), y1: 20, y2: heights.overview - 30 }])
    ]);
    follow(curves);
    const rows = new Float64Array(patterns * shown);
    for (let k = 0; k < patterns; ++k) rows.set(row(k), k * shown);
    // in the square root of the counts weak lines are seen beside strong ones, and noise is the same everywhere
    const colours = {
      type: "sqrt",
      domain: [smallest, largest],
      interpolate: (t: number) => sequential(t)
    } as const;
    const numbers = Array.from({ length: patterns }, (_, k) => k + 1);
    const map = Plot.plot({
      ...frame,
      x,
      y: { domain: [0.5, patterns + 0.5], label: "pattern", ticks: 6, tickFormat: "d" },
      color: colours,
      marks: [
        Plot.raster(rows, {
          ...{ width: shown, height: patterns, x1: o.range[0], x2: o.range[1], y1: 0.5, y2: patterns + 0.5 },
          imageRendering: "pixelated"
        }),
        Plot.line(numbers, {
          ...{ x: (n: number) => o.truth[n - 1], y: (n: number) => n, stroke: "white" },
          ...{ strokeWidth: 1.2, strokeDasharray: "3,3", clip: true }
        })
      ]
    });
    const [mx, my] = (["x", "y"] as const).map(
      (name) => map.scale(name) as { apply: (value: number) => number; invert: (px: number) => number }
    );
    overlay(map, () => [
      {
        x1: mx.apply(o.range[0]),
        x2: mx.apply(o.range[1]),
        ...both(my.apply(slider.valueAsNumber + 1), "y")
      },
      ...(angle === undefined ? [] : [{ ...both(mx.apply(angle), "x"), y1: 20, y2: heights.overview - 30 }])
    ]);
    follow(map, (py) => Math.round(my.invert(py)) - 1);
    const holder = h("div", { class: "operando-pattern" });
    const below = () => {
      const k = slider.valueAsNumber;
      const points = Array.from(row(k), (value, i) => ({ x: angles[i], y: value }));
      const plot = Plot.plot({
        ...{ width: o.width, height: heights.pattern, marginLeft: 52, marginRight: 12 },
        x: { ...x, ticks: wide ? 10 : 6 },
        y: { label: "counts", grid: true, zero: true, ticks: 4, domain: [0, 1.08 * largest] },
        marks: [
          Plot.line(points, { x: "x", y: "y", stroke: colour, strokeWidth: 1.1 }),
          Plot.ruleX([o.truth[k]], { strokeDasharray: "3,3", clip: true }),
          angle === undefined ? null : Plot.ruleX([angle], { strokeOpacity: 0.6 }),
          Plot.text(o.marks, {
            x: "angle",
            y: 1.08 * largest,
            text: "label",
            lineAnchor: "top",
            fontSize: 10
          })
        ]
      });
      const bin =
        angle === undefined
          ? -1
          : Math.min(
              shown - 1,
              Math.round(((angle - angles[0]) / (angles[shown - 1] - angles[0])) * (shown - 1))
            );
      const here = bin < 0 ? "" : ` At ${angles[bin].toFixed(2)}°: ${points[bin].y.toFixed(0)} counts.`;
      said.textContent = `Pattern ${k + 1} of ${patterns}, ${inWords(o.times[k])} after the start; (003) of the sample at ${o.truth[k].toFixed(3)}°.${here}`;
      slider.setAttribute("aria-valuetext", `pattern ${k + 1}, ${inWords(o.times[k])}`);
      holder.replaceChildren(chart(plot, `Counts of pattern ${k + 1} against the scattering angle.`));
    };
    cursors.push(below);
    const legend = keys([
      { label: "counts", colour },
      { label: "(003) of the sample", dash: "3,3" }
    ]);
    const columns = `display: grid; gap: 24px; grid-template-columns: repeat(${wide ? 2 : 1}, minmax(0, 1fr))`;
    const bar = Plot.legend({
      ...{ width: Math.min(260, half), marginRight: 16, ticks: 4, tickFormat: "d" },
      ...{ ...legendMargin, label: "counts (colours by their square root)" },
      color: colours
    });
    picture.replaceChildren(
      h("div", { class: "operando-legend" }, legend, bar),
      h(
        "div",
        { style: columns },
        chart(curves, `${o.alt} Waterfall of ${patterns} patterns, the first at the bottom.`),
        chart(map, `${o.alt} Map of the square root of the counts, pattern against angle.`)
      ),
      holder
    );
    mark();
  };

  const mark = () => {
    for (const each of cursors) each();
  };
  const go = (k: number) => {
    const next = Math.min(patterns - 1, Math.max(0, k));
    const changed = next !== slider.valueAsNumber;
    slider.value = String(next);
    mark();
    if (changed) root.dispatchEvent(new Event("input", { bubbles: true }));
  };
  slider.addEventListener("input", mark);
  const control = h("div", { class: "map-slider" }, h("label", { for: id }, "Pattern"), slider);
  const root = h(
    "div",
    { class: "operando-map", role: "group", "aria-label": o.alt },
    picture,
    control,
    said
  );
  void o.invalidation?.then(onDark(draw));
  draw();
  return Object.defineProperty(root, "value", {
    get: () => slider.valueAsNumber,
    set: go
  }) as unknown as OperandoMap;
}

const both = <K extends "x" | "y">(at: number, axis: K) =>
  ({ [`${axis}1`]: at, [`${axis}2`]: at }) as Record<`${K}1` | `${K}2`, number>;
