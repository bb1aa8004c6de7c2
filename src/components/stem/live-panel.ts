// The microscope in the reader's hands: the lattice is bent, turned and thinned, and image and strain follow.
import { distortedLatticeParameters } from "../../science/particle/lattice-models-parameters.js";
import { defaultStemInstrument, doseOf } from "../../science/stem/instrument.js";
import type { Parameter } from "../../science/parameters.js";
import { parameterForm, segmented, select } from "../controls.js";
import { h } from "../element.js";
import { errorNote } from "../error-note.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import type { PackedFile } from "../packed-arrays.js";
import { numberField, urlState } from "../url-state.js";
import type { LatticeValues, LiveAnswer } from "./live-request.js";
import { liveMicroscope } from "./live-run.js";
import { legendOf } from "./legend.js";
import { patternPlot, sayFrequency } from "./pattern-plot.js";
import { rangeOf, rasterOf, strainNames, valueAt, type StrainName } from "./raster.js";
import { inShownUnits, strainColours, strainLabels, strainUnit } from "./strain-panel.js";
import type { TileSpec } from "./tile.js";
import { sayNumber, sayPlace, tiles, type Tiles } from "./tiles.js";

const { bendAmplitude, twist, deficit, thickness } = distortedLatticeParameters;
export const liveParameters: Record<keyof LatticeValues, Parameter> = {
  ...{ bendAmplitude, twist, deficit, thickness },
  dose: {
    ...{
      symbol: "D",
      label: "dose",
      value: doseOf(defaultStemInstrument()),
      unit: "e/Å²",
      min: 50,
      max: 20_000,
      scale: "log"
    },
    status: "assumed",
    source: "the study gives a rate of 35 e/Å²/s; how long it lasts is assumed"
  },
  mask: {
    ...{ symbol: "m", label: "mask, share of the distance to the nearest peak", value: 0.2, unit: "" },
    ...{ min: 0.06, max: 0.45, status: "assumed" },
    source: "not given in the study; a choice of the analysis"
  }
};
const names = Object.keys(liveParameters) as (keyof LatticeValues)[];
const inLink = (name: string) => `lattice-${name}`;

const references = [
  { label: "most of the image", area: null },
  { label: "calm corner", area: [8, 70, 26, 24] },
  { label: "the turned patch", area: [60, 58, 24, 24] }
] as const;

type Vector = readonly [number, number];
const automatic = "by the analysis";

/** @param maps stem-maps, for the peaks that can be chosen */
export function livePanel(
  maps: PackedFile,
  o: {
    id: string;
    label: string;
    width: number;
    invalidation: Promise<unknown>;
    tolerated?: readonly string[];
  }
): FigureFrame {
  const { g_per_px: usual, peaks } = maps.facts["fast"] as {
    g_per_px: [Vector, Vector];
    peaks: { x: number; y: number }[];
  };
  const fields = Object.fromEntries(
    names.map((name) => {
      const { value, min, max, unit } = liveParameters[name];
      return [inLink(name), numberField({ default: value, min, max, unit })];
    })
  );
  const link = urlState(fields, o.tolerated);
  const values = Object.fromEntries(names.map((name) => [name, link.values[inLink(name)]])) as LatticeValues;
  const form = parameterForm<keyof LatticeValues>(liveParameters, { names, values, delay: 40 });
  const component = segmented<StrainName>({
    label: "Map",
    options: strainNames,
    value: "rotation",
    format: (name) => strainLabels[name]
  });
  const choices: readonly (Vector | null)[] = [null, ...peaks.slice(0, 8).map(({ x, y }): Vector => [x, y])];
  const pick = (label: string) =>
    select({
      label,
      options: choices,
      format: (g) => (g ? sayFrequency(g, 0.2) : automatic)
    });
  const [first, second] = [pick("g₁"), pick("g₂")];
  const reference = segmented({ label: "Reference", options: references, format: (r) => r.label });
  const problem = errorNote();
  const said = h("p", { class: "figure-readout", role: "status" });
  const holder = h("div", {}, h("p", {}, "The first image is being made."));
  const legends = h("div", { class: "stem-legends" });
  const pattern = h("div");
  const wide = o.width;
  let group: Tiles | null = null;
  let answer: LiveAnswer | null = null;

  const limitOf = (name: StrainName) => (name === "rotation" ? 8 : 5);
  const rasters = (a: LiveAnswer) => {
    const of = (map: Float32Array) =>
      inShownUnits(component.value, rasterOf(a.columns, a.columns, a.step, map));
    return {
      image: rasterOf(a.size, a.size, a.pixel, a.image),
      found: of(a.found[component.value]),
      truth: of(a.truth[component.value])
    };
  };
  const specs = (a: LiveAnswer): TileSpec[] => {
    const { image, found, truth } = rasters(a);
    const [, high] = rangeOf(image);
    const colours = strainColours(component.value, limitOf(component.value));
    const label = strainLabels[component.value];
    return [
      { name: "HAADF", raster: image, colours: { kind: "grey", domain: [0, 0.9 * high], label: "counts" } },
      { name: `${label} found`, raster: found, colours, crisp: true },
      { name: `${label} true`, raster: truth, colours, crisp: true }
    ];
  };
  const say = (x: number, y: number) => {
    if (!answer) return "";
    const { found, truth } = rasters(answer);
    const unit = strainUnit(component.value);
    return `${sayPlace(x, y)}: ${strainLabels[component.value]} found ${sayNumber(valueAt(found, x, y), 2)} ${unit}, true ${sayNumber(valueAt(truth, x, y), 2)} ${unit}.`;
  };
  const draw = () => {
    if (!answer) return;
    const a = answer;
    const side = a.size * a.pixel;
    if (group) group.update(specs(a));
    else {
      group = tiles(specs(a), {
        ...{ width: wide, across: wide >= 600 ? 3 : 1, widest: 340, at: [0.7 * side, 0.68 * side] },
        ...{ field: [side, side], say }
      });
      holder.replaceChildren(group);
    }
    legends.replaceChildren(legendOf(strainColours(component.value, limitOf(component.value)), wide));
    pattern.replaceChildren(patternPlot(a, 220));
    const name = component.value;
    const factor = name === "rotation" ? 180 / Math.PI : 100;
    said.textContent = `${strainLabels[name]} at the columns: ${sayNumber(factor * a.rms[name], 2)} ${strainUnit(name)} rms from the truth, slope ${sayNumber(a.slope[name], 2)}. Averages over ${a.resolution.toFixed(1)} Å. Sample ${a.took.sample.toFixed(0)} ms, image ${a.took.image.toFixed(0)} ms, strain ${a.took.strain.toFixed(0)} ms.`;
  };
  const live = liveMicroscope(
    (next) => {
      answer = next;
      problem.show([]);
      frame.setState("idle");
      draw();
    },
    (fault) => {
      problem.show(fault);
      frame.setState("stale", answer ? "What is shown is the last result." : "");
    }
  );
  void o.invalidation.then(() => live.dispose());
  const run = () => {
    // one chosen, the other is the usual pair's
    const g: [Vector, Vector] | null =
      first.value || second.value ? [first.value ?? usual[0], second.value ?? usual[1]] : null;
    frame.setState(answer ? "busy" : "idle");
    live.ask({ values: form.value, g, reference: reference.value.area });
  };
  const tableOf = () => {
    const a = answer;
    const place = (k: 0 | 1) =>
      Array.from(a?.found.exx ?? [], (_, p) =>
        a ? a.step * (k ? Math.floor(p / a.columns) : p % a.columns) : NaN
      );
    return {
      name: o.id,
      columns: [
        { name: "x", unit: "Å", description: "to the right", values: place(0) },
        { name: "y", unit: "Å", description: "down", values: place(1) },
        ...strainNames.flatMap((name) =>
          (["found", "truth"] as const).map((what) => ({
            ...{ name: `${name}_${what}`, unit: name === "rotation" ? "rad" : "" },
            ...{ description: `${strainLabels[name]}, ${what}`, values: Array.from(a?.[what][name] ?? []) }
          }))
        )
      ]
    };
  };
  const alt = "Dark-field image of a lattice as it is set, and a map of its strain, found and true.";
  const frame = figureFrame({
    ...{ id: o.id, label: o.label, title: "Bend a slab", alt },
    content: h(
      "div",
      { class: "stem-panel" },
      h("div", { class: "stem-controls" }, component, reference, first, second),
      ...[holder, said, problem],
      h("div", { class: "stem-side" }, legends, pattern),
      h("div", { class: "stem-form" }, form, errorNote(link.problems))
    ),
    caption:
      "Twin and analysis of the figures in your browser, 512 × 512 pixels. A wide mask sees small things and lets noise and other peaks in; a narrow one smooths. With the turned patch as the reference the rest of the crystal is turned. Circles in the pattern: the chosen pair with the masks’ standard deviation.",
    interactive: true,
    provenance: "recovered",
    table: tableOf,
    meta: { ...maps.meta, title: "Strain of the lattice as it was set" },
    code: ["src/components/stem/live-work.ts", "src/science/stem/strain.ts", "src/science/stem/twin.ts"],
    permalink: () => link.href()
  });
  form.addEventListener("input", (event) => {
    event.stopPropagation();
    link.set(Object.fromEntries(names.map((name) => [inLink(name), form.value[name]])));
    run();
  });
  for (const control of [first, second, reference])
    control.addEventListener("input", (event) => {
      event.stopPropagation();
      run();
    });
  component.addEventListener("input", (event) => {
    event.stopPropagation();
    draw();
  });
  run();
  return frame;
}
