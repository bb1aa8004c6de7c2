// Maps of lithium and stress over the particle's section at a chosen moment: time, field and view are the reader's.
import { streamlines } from "../../science/mechanics/streamlines.js";
import { sequential, signedColour } from "../colours.js";
import { segmented, timeSlider } from "../controls.js";
import { h } from "../element.js";
import { fieldMap } from "./field-map.js";
import { pieces, type Section, type SectionFrame } from "./section.js";
import { stressHistogram, volumeAbove } from "./stress-histogram.js";

export interface SectionViewOptions {
  width: number;
  /** first shown: the frame nearest to this depth of discharge */
  depthOfDischarge?: number;
  /** whole particle, or the core around the bridge */
  view?: "particle" | "core";
  stress?: "hoop" | "vonMises";
  alt: string;
}

const stressNames = { hoop: "hoop stress", vonMises: "von Mises stress" };

const largest = (frames: SectionFrame[], values: (frame: SectionFrame) => ArrayLike<number>) =>
  frames.reduce((most, frame) => {
    const list = values(frame);
    for (let i = 0; i < list.length; ++i) most = Math.max(most, Math.abs(list[i]));
    return most;
  }, 1e-12);

export function sectionView(section: Section, o: SectionViewOptions): HTMLElement {
  const { frames } = section;
  const cut = pieces(section);
  const mean = frames.map(({ lithium }) => meanOver(lithium, cut.triangles, cut.volumes));
  const deviation = frames.map(({ lithium }, f) => Float32Array.from(lithium, (x) => x - mean[f]));
  const spread = deviation.reduce((most, d) => Math.max(most, ...extent(d).map(Math.abs)), 1e-9);
  const wanted = o.depthOfDischarge ?? 0.2;
  const start = frames.reduce(
    (best, frame, i) =>
      Math.abs(frame.depthOfDischarge - wanted) < Math.abs(frames[best].depthOfDischarge - wanted) ? i : best,
    0
  );
  const time = timeSlider({
    label: "Moment",
    labels: frames.map((f) => `${f.phase}, ${(100 * f.depthOfDischarge).toFixed(0)} % depth of discharge`),
    value: start,
    perSecond: 4
  });
  const stress = segmented({
    label: "Right half",
    options: ["hoop", "vonMises"] as const,
    value: o.stress ?? "hoop",
    format: (name) => stressNames[name]
  });
  const view = segmented({
    label: "View",
    options: ["particle", "core"] as const,
    value: o.view ?? "particle"
  });
  const lines = segmented({ label: "Overlay", options: ["streamlines", "mesh", "none"] as const });
  const threshold = h("input", {
    type: "range",
    min: 0,
    max: 100,
    value: 50,
    "aria-label": "Stress threshold"
  });
  const said = h("p", { class: "figure-readout" });
  const readout = h("p", { class: "figure-readout", "aria-live": "polite" });
  const map = h("div", { role: "group", "aria-label": o.alt });
  const histogram = h("div");
  const idle = "Point at the map, or focus it and use the arrow keys, to read values.";

  const draw = () => {
    const frame = frames[time.value];
    const values = frame[stress.value];
    const limit = largest(frames, (f) => f[stress.value]);
    const signed = stress.value === "hoop";
    map.replaceChildren(
      fieldMap({
        coordinates: section.coordinates,
        triangles: cut.triangles,
        width: o.width,
        extent: view.value === "core" ? 1.6 : 1.04 * section.radius,
        centre: view.value === "core" ? [0, section.bridge.z] : [0, 0],
        showMesh: lines.value === "mesh",
        streamlines: lines.value === "streamlines" ? fluxLines(section, frame) : [],
        marks: [{ label: "A", ...section.bridge }],
        halves: [
          {
            side: "left",
            label: "left: lithium less its mean (Li/f.u.)",
            values: deviation[time.value],
            domain: [-spread, spread],
            colour: (v) => signedColour(v, spread)
          },
          {
            side: "right",
            label: `right: ${stressNames[stress.value]} (MPa)`,
            values,
            domain: signed ? [-limit, limit] : [0, limit],
            colour: (v) => (signed ? signedColour(v, limit) : sequential(Math.min(1, v / limit)))
          }
        ],
        onCursor: (at) => (readout.textContent = at ? say(section, frame, at) : idle)
      })
    );
    const level = (Number(threshold.value) / 100) * limit;
    const mean3 = pieceMeans(values, cut.triangles);
    const share = volumeAbove(mean3, cut.volumes, level);
    said.textContent = `${(100 * share).toPrecision(2)} % of the volume is above ${level.toPrecision(3)} MPa.`;
    histogram.replaceChildren(
      stressHistogram(mean3, cut.volumes, {
        width: Math.min(o.width, 480),
        label: `${stressNames[stress.value]} (MPa)`,
        threshold: level,
        colour: "var(--theme-foreground-focus)",
        ariaLabel: `Distribution of the ${stressNames[stress.value]} over the volume`
      })
    );
    readout.textContent = idle;
  };
  for (const control of [time, stress, view, lines, threshold]) control.addEventListener("input", draw);
  draw();
  const switches = h("div", { class: "figure-switches" }, stress, view, lines);
  const level = h("label", { class: "control" }, "Threshold", threshold);
  return h("div", { class: "section-view" }, time, switches, map, readout, histogram, level, said);
}

function fluxLines({ coordinates, triangles }: Section, { lithium }: SectionFrame): Float64Array[] {
  const count = coordinates.length / 2;
  const mesh = {
    nodeCount: count,
    vertexCount: count,
    coordinates,
    triangles,
    triangleCount: triangles.length / 6,
    boundaryEdges: new Int32Array(0),
    boundaryTags: new Uint8Array(0),
    boundaryEdgeCount: 0
  };
  return streamlines(mesh, lithium, { count: 24 });
}

function say(section: Section, frame: SectionFrame, at: { r: number; z: number }): string {
  let nearest = 0;
  let least = Infinity;
  for (let i = 0; i < section.coordinates.length / 2; ++i) {
    const d = (section.coordinates[2 * i] - at.r) ** 2 + (section.coordinates[2 * i + 1] - at.z) ** 2;
    if (d < least) [least, nearest] = [d, i];
  }
  const value = (v: number) => v.toPrecision(3);
  const place = `r ${at.r.toFixed(2)} µm, z ${at.z.toFixed(2)} µm`;
  return `${place}: lithium ${value(frame.lithium[nearest])}, hoop stress ${value(frame.hoop[nearest])} MPa, von Mises ${value(frame.vonMises[nearest])} MPa`;
}

function pieceMeans(values: ArrayLike<number>, triangles: Int32Array): Float64Array {
  return Float64Array.from(
    { length: triangles.length / 3 },
    (_, i) => (values[triangles[3 * i]] + values[triangles[3 * i + 1]] + values[triangles[3 * i + 2]]) / 3
  );
}

function meanOver(values: ArrayLike<number>, triangles: Int32Array, volumes: Float64Array): number {
  const means = pieceMeans(values, triangles);
  let [sum, all] = [0, 0];
  means.forEach((v, i) => {
    sum += v * volumes[i];
    all += volumes[i];
  });
  return sum / all;
}

function extent(values: Float32Array): [number, number] {
  return values.reduce<[number, number]>(
    ([a, b], v) => [Math.min(a, v), Math.max(b, v)],
    [Infinity, -Infinity]
  );
}
