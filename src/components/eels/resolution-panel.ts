// The same edges at three energy resolutions, as they are expected without noise, less the power law or tail: what is left of
// the structure that is spoken of.
import * as Plot from "npm:@observablehq/plot";
import { comparedResolutions } from "../../science/eels/instrument.js";
import { eelsSample } from "../../science/eels/samples.js";
import { energiesOf, type LossSpectrum } from "../../science/eels/spectrum.js";
import { expectedSpectra } from "../../science/eels/twin.js";
import { isDark } from "../dark.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { chart, keys, seriesStyle } from "../tomography/chart.js";
import { instrumentFor } from "./live-spectra.js";

const ranges = [
  { title: "Li K beside the metals' M edges", of: "lithium", window: [42, 78] },
  { title: "O K", of: "core", window: [522, 552] },
  { title: "Mn L", of: "core", window: [632, 666] }
] as const;

const valueAt = ({ start, step, counts }: LossSpectrum, e: number) => counts[Math.round((e - start) / step)];

export function resolutionPanel({
  id,
  label,
  width
}: {
  id: string;
  label: string;
  width: number;
}): FigureFrame {
  const dark = isDark();
  const across = width >= 900 ? 3 : width >= 620 ? 2 : 1;
  const own = Math.floor((width - 24 * (across - 1)) / across);
  const runs = comparedResolutions.map((resolution, k) => ({
    resolution,
    style: seriesStyle(k, comparedResolutions.length, dark),
    raw: expectedSpectra(eelsSample("A"), instrumentFor(resolution, 1))
  }));
  const alt = "The Li K, O K and Mn L edges expected at 4.7, 1 and 0.5 eV.";
  const rows: { edge: string; resolution: number; energy: number; value: number }[] = [];
  const plots = ranges.map(({ title, of, window: [from, to] }) => {
    const lines = runs.map(({ resolution, raw, style }) => {
      const s = raw[of];
      // one level for all three: the spectrum at the beginning of the range
      const level = valueAt(s, from);
      const points = Array.from(energiesOf(s), (energy, i) => ({
        energy,
        value: s.counts[i] / level
      })).filter(({ energy }) => energy >= from && energy <= to);
      rows.push(...points.map((point) => ({ edge: title, resolution, ...point })));
      return Plot.line(points, {
        x: "energy",
        y: "value",
        stroke: style.colour,
        strokeDasharray: style.dash,
        strokeWidth: 1.7
      });
    });
    const plot = Plot.plot({
      width: own,
      height: 250,
      marginLeft: 44,
      x: { label: "energy loss (eV)", ticks: 6 },
      y: { label: `counts, over those at ${from} eV`, grid: true, ticks: 5 },
      marks: lines
    });
    return h("div", {}, h("p", { class: "map-name" }, title), chart(plot, `${title}. ${alt}`));
  });
  const style = `grid-template-columns: repeat(${across}, minmax(0, 1fr))`;
  return figureFrame({
    ...{ id, label, title: "The same spectra at three energy resolutions", alt },
    content: h(
      "div",
      {},
      keys(runs.map(({ resolution, style: s }) => ({ label: `${resolution} eV`, ...s }))),
      h("div", { class: "spectra", style }, ...plots)
    ),
    caption:
      "Region A without noise. At 4.7 eV, the width printed, the pre-peak is one low hump instead of two lines; Mn L3 and L2 still part, and Li K is a bend in the slope of the M edges. At 1 eV all that was put in can be seen; 0.5 eV adds little, since the lines themselves are as wide.",
    interactive: true,
    provenance: "predicted",
    table: () => ({
      name: "electron-spectra-resolutions",
      columns: [
        { name: "edge", unit: "", description: "range", values: rows.map((r) => r.edge) },
        {
          name: "resolution",
          unit: "eV",
          description: "full width at half height",
          values: rows.map((r) => r.resolution)
        },
        {
          name: "energy_loss",
          unit: "eV",
          description: "centre of the channel",
          values: rows.map((r) => r.energy)
        },
        {
          name: "value",
          unit: "",
          description: "counts over those at the beginning",
          values: rows.map((r) => r.value)
        }
      ]
    }),
    code: ["src/science/eels/twin.ts", "src/science/eels/plural.ts"]
  });
}
