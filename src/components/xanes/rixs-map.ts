// Supplementary Fig. 24: counts over excitation and emission energy, and below it the profile of a band of emission.
import * as Plot from "npm:@observablehq/plot";
import { provenanceColour, sequential } from "../colours.js";
import { isDark, onDark } from "../dark.js";
import { h, uniqueId } from "../element.js";
import { chart, keys } from "../tomography/chart.js";
import { bandProfile, checkRixs, type RixsMap } from "./rixs-profile.js";

export interface RixsOptions {
  width: number;
  /** what the map shows, for those who cannot see it */
  alt: string;
  /** eV of emission; 523 to 524 where left out */
  band?: readonly [number, number];
  /** eV of excitation in which the feature is looked for; 531 to 532 where left out */
  window?: readonly [number, number];
  /** counts at the end of the colours, the same for maps that are compared */
  limit?: number;
  /** other profiles on the same axes, for example that of another state */
  beside?: readonly { label: string; map: RixsMap }[];
  invalidation?: Promise<unknown>;
}

/** Sends `input` when the cursor moves along the excitation. */
export interface RixsView extends HTMLElement {
  /** index of the excitation energy under the cursor */
  value: number;
  update: (map: RixsMap) => void;
}

export function rixsView(map: RixsMap, o: RixsOptions): RixsView {
  checkRixs(map);
  let now = map;
  const { band = [523, 524], window = [531, 532] } = o;
  const id = uniqueId("excitation");
  const range = h("input", { type: "range", id, min: 0, max: map.excitation.length - 1, step: 1 });
  range.value = String(Math.floor(map.excitation.length / 2));
  const said = h("p", { class: "figure-readout", role: "status" });
  const picture = h("div");
  const margin = { marginLeft: 52, marginRight: 12, width: o.width };
  const ends = (axis: ArrayLike<number>): [number, number] => {
    const half = (axis[1] - axis[0]) / 2;
    return [axis[0] - half, axis[axis.length - 1] + half];
  };

  const draw = () => {
    const dark = isDark();
    const energy = now.excitation[range.valueAsNumber];
    const [x, y] = [ends(now.excitation), ends(now.emission)];
    const limit = o.limit ?? Math.max(1, ...Array.from(now.counts));
    const columns = now.excitation.length;
    // Plot wants rows of the picture, which run along the excitation, from the lowest emission up
    const rows = Float64Array.from({ length: now.counts.length }, (_, k) => {
      const [i, j] = [k % columns, Math.floor(k / columns)];
      return now.counts[i * now.emission.length + j];
    });
    const plot = Plot.plot({
      ...margin,
      height: 260,
      marginBottom: 18,
      x: { domain: x, axis: null },
      y: { domain: y, label: "emission (eV)", ticks: 5 },
      color: { type: "linear", domain: [0, limit], interpolate: (t: number) => sequential(t), clamp: true },
      marks: [
        Plot.raster(rows, {
          width: columns,
          height: now.emission.length,
          x1: x[0],
          x2: x[1],
          y1: y[0],
          y2: y[1],
          imageRendering: "pixelated"
        }),
        Plot.ruleY(band, { stroke: "white", strokeWidth: 1.4 }),
        Plot.ruleX(window, { stroke: "white", strokeWidth: 1.2, strokeDasharray: "4,3" }),
        Plot.ruleX([energy], { stroke: "white", strokeWidth: 1 })
      ]
    });
    const own = bandProfile(now, band).map((point) => ({
      ...point,
      low: point.counts - point.error,
      high: point.counts + point.error
    }));
    const colour = provenanceColour("recovered", dark);
    const others = (o.beside ?? []).map((each) => bandProfile(each.map, band));
    const profile = Plot.plot({
      ...margin,
      height: 190,
      x: { domain: x, label: "excitation (eV)", ticks: 6 },
      y: { label: `counts in ${band[0]}–${band[1]} eV`, grid: true, zero: true, ticks: 4 },
      marks: [
        Plot.rectX([window], { x1: "0", x2: "1", fill: "currentColor", fillOpacity: 0.09 }),
        ...others.map((line) => Plot.line(line, { x: "energy", y: "counts", strokeDasharray: "5,3" })),
        Plot.ruleX(own, { x: "energy", y1: "low", y2: "high", stroke: colour, strokeOpacity: 0.6 }),
        Plot.line(own, { x: "energy", y: "counts", stroke: colour, strokeOpacity: 0.5 }),
        Plot.dot(own, { x: "energy", y: "counts", fill: colour, r: 2 }),
        Plot.ruleX([energy], { strokeOpacity: 0.7 })
      ]
    });
    const bar = Plot.legend({
      label: "counts",
      width: Math.min(260, o.width),
      marginLeft: 8,
      marginRight: 16,
      ticks: 4,
      color: { type: "linear", domain: [0, limit], interpolate: (t: number) => sequential(t) }
    });
    const legend = keys([
      { label: "this map, with counting errors", colour },
      ...(o.beside ?? []).map(({ label }) => ({ label, dash: "5,3" })),
      {
        label: `excitation ${window[0]}–${window[1]} eV`,
        mark: "fill",
        colour: "var(--theme-foreground-faintest)"
      }
    ]);
    picture.replaceChildren(
      h("div", { class: "map-legend" }, bar),
      chart(plot, o.alt),
      chart(profile, `Counts in the band of emission against the excitation energy. ${o.alt}`, legend)
    );
    const point = own[range.valueAsNumber];
    said.textContent = `Excitation ${energy.toFixed(2)} eV: ${point.counts.toFixed(0)} ± ${point.error.toFixed(0)} counts in ${band[0]}–${band[1]} eV.`;
    range.setAttribute("aria-valuetext", `${energy.toFixed(2)} eV`);
  };
  const slider = h("div", { class: "map-slider" }, h("label", { for: id }, "Excitation"), range);
  const root = h("div", { class: "rixs-view", role: "group", "aria-label": o.alt }, picture, slider, said);
  range.addEventListener("input", draw);
  void o.invalidation?.then(onDark(draw));
  draw();
  return Object.defineProperties(root, {
    value: {
      get: () => range.valueAsNumber,
      set: (to: number) => {
        range.value = String(to);
        draw();
      }
    },
    update: {
      value: (next: RixsMap) => {
        checkRixs(next);
        now = next;
        range.max = String(next.excitation.length - 1);
        draw();
      }
    }
  }) as unknown as RixsView;
}
