// Figure 4a–c and Supplementary Figure 26: electron image and ion maps with one cursor, and areas that follow the settings.
import { sectionField } from "../../science/particle/cross-section.js";
import type { SectionState } from "../../science/particle/cross-section-states.js";
import type { Ion } from "../../science/sims/raw.js";
import { defaultSimsSettings, normalisations } from "../../science/sims/settings.js";
import { segmented, select } from "../controls.js";
import { isDark } from "../dark.js";
import { h, uniqueId } from "../element.js";
import { errorNote } from "../error-note.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import type { PackedFile } from "../packed-arrays.js";
import { packedRaster, rasterOf, valueAt, type Raster } from "../stem/raster.js";
import { tiles } from "../stem/tiles.js";
import { contrastOf, domainOf, ionBar, ionNames, ionTile, shownIons } from "./ion-paint.js";
import type { LiveSims, SimsAnswer } from "./live-request.js";
import { outline } from "./outline.js";
import { overlapsTable } from "./overlaps-table.js";
import { factsOf } from "./states.js";

export interface MapsPanelOptions {
  id: string;
  label: string;
  width: number;
  states: readonly SectionState[];
  /** the state that is shown first */
  state: string;
  files: ReadonlyMap<string, PackedFile>;
  live: LiveSims;
}

/** Å: the tiles are those of the atomic images */
const field = sectionField * 1e10;
const layers = ["counts", "normalised", "truth"] as const;
const layerNames = { counts: "as counted", normalised: "smoothed and normalised", truth: "the sample" };

const slider = (label: string, input: HTMLInputElement, said: HTMLElement) =>
  h("div", { class: "stem-slider" }, h("label", { for: input.id }, label, " ", said), input);

export function mapsPanel(o: MapsPanelOptions): FigureFrame {
  const fileOf = (state: SectionState): PackedFile => {
    const file = o.files.get(state.id);
    if (!file) throw new Error(`missing ion maps of ${state.id}; build the data with npm run data`);
    return file;
  };
  const first = o.states.find(({ id }) => id === o.state) ?? o.states[0];
  const chosen = segmented({
    label: "Particle",
    options: o.states,
    value: first,
    format: ({ label }) => label
  });
  const layer = select({ label: "Show", options: layers, format: (l) => layerNames[l] });
  const normalisation = segmented({ label: "Normalise to", options: normalisations, format: (n) => n });
  const range = (min: number, max: number, step: number, value: number) =>
    h("input", { type: "range", id: uniqueId("sims"), min, max, step, value });
  const share = range(10, 50, 5, 100 * defaultSimsSettings.share);
  const smoothing = range(0, 800, 100, 1e9 * defaultSimsSettings.smoothing);
  const [shareSaid, smoothSaid] = [h("span"), h("span")];
  const [legends, overlaps] = [h("div", { class: "stem-tiles" }), h("div")];
  const note = errorNote();
  let answer: SimsAnswer | null = null;
  const across = o.width >= 700 ? 4 : 2;
  const each = Math.floor((o.width - 10 * (across - 1)) / across);

  const rasters = (): { electrons: Raster; ions: Record<Ion, Raster> } => {
    const file = fileOf(chosen.value);
    const step = (name: string) => field / file.array(name).shape[0];
    const of = (name: string) => packedRaster(file, name, step(name));
    const ion = (name: Ion): Raster => {
      if (layer.value === "truth") return of(`true ${name}`);
      if (layer.value === "counts" || !answer) return of(name);
      const n = file.array(name).shape[0];
      return rasterOf(n, n, step(name), answer.maps[name]);
    };
    return { electrons: of("electrons"), ions: { Li: ion("Li"), Mn: ion("Mn"), O: ion("O") } };
  };
  let now = rasters();
  const limits = (ion: Ion) => (layer.value === "counts" ? domainOf : contrastOf)(now.ions[ion].values);
  const unit = () =>
    layer.value === "truth"
      ? "atoms per formula unit"
      : layer.value === "counts" || normalisation.value === "counts"
        ? "counts"
        : `over ${normalisation.value}`;
  const specs = () => {
    now = rasters();
    const n = fileOf(chosen.value).array("Li").shape[0];
    const found = answer;
    return [
      {
        ...{ name: "electron image", raster: now.electrons },
        colours: { kind: "grey" as const, domain: [0, 1.2] as const, label: "" }
      },
      ...shownIons.map((ion) => ({
        ...ionTile(ionNames[ion], now.ions[ion], ion, limits(ion), isDark()),
        ...(found && { marks: outline(found.areas[ion], n, field / n) })
      }))
    ];
  };
  const group = tiles(specs(), {
    ...{ width: o.width, across, widest: 420, at: [field / 2, field / 2], field: [field, field] },
    say: (x, y) =>
      `x ${(x / 1e4).toFixed(2)} µm, y ${(y / 1e4).toFixed(2)} µm: ${shownIons
        .map((ion) => {
          const value = valueAt(now.ions[ion], x, y);
          return `${ionNames[ion]} ${Number.isNaN(value) ? "–" : +value.toPrecision(3)}`;
        })
        .join(", ")} (${unit()}).`
  });
  const show = () => {
    group.update(specs());
    legends.style.gridTemplateColumns = `repeat(${across}, ${Math.min(420, each)}px)`;
    legends.replaceChildren(
      h("div"),
      ...shownIons.map((ion) =>
        ionBar(ion, limits(ion), unit(), { dark: isDark(), width: Math.min(420, each) })
      )
    );
    const facts = factsOf(fileOf(chosen.value));
    const rows = answer?.overlaps ?? facts.overlaps.filter((r) => r.normalisation === "counts");
    const usual = Number(share.value) === 100 * defaultSimsSettings.share;
    const truth = (pair: string) => (usual ? facts.overlaps.find((r) => r.pair === pair)?.truth : null);
    overlaps.replaceChildren(
      overlapsTable(
        rows.filter(({ pair }) => pair !== "Li–O–Mn").map((r) => ({ ...r, truth: truth(r.pair) })),
        "Overlap of the outlined areas; 1 is chance"
      )
    );
  };
  const ask = async () => {
    shareSaid.textContent = `${share.value} %`;
    smoothSaid.textContent = `${smoothing.value} nm`;
    const file = fileOf(chosen.value);
    const counts = (ion: Ion) => Float32Array.from(file.array(ion).bytes);
    const width = file.array("Li").shape[0];
    frame.setState("busy");
    try {
      const found = await o.live.ask({
        ...{ state: chosen.value.id, width, pixel: sectionField / width },
        counts: { Li: counts("Li"), Mn: counts("Mn"), O: counts("O") },
        ...{ normalisation: normalisation.value, smoothing: Number(smoothing.value) * 1e-9 },
        share: Number(share.value) / 100
      });
      // overtaken by a later choice
      if (!found) return;
      answer = found;
      note.show([]);
      frame.setState("idle");
      show();
    } catch (error) {
      frame.setState("stale");
      note.show(error instanceof Error ? error.message : String(error));
    }
  };
  const frame = figureFrame({
    ...{ id: o.id, label: o.label, title: "Where lithium, manganese and oxygen are" },
    content: h(
      "div",
      { class: "stem-panel" },
      h("div", { class: "stem-controls" }, chosen, layer),
      group,
      legends,
      h("div", { class: "stem-controls" }, normalisation),
      h(
        "div",
        { class: "stem-contrast", role: "group", "aria-label": "Areas" },
        slider("Rich (Mn: poor) share", share, shareSaid),
        slider("Smoothing", smoothing, smoothSaid)
      ),
      note,
      overlaps
    ),
    caption:
      "Electron image and counts over 17.2 × 17.2 µm. White lines enclose the share of the measured area that is richest in lithium or oxygen, or poorest in manganese. Nothing within 0.2 µm of an edge, pore or crack is analysed.",
    alt: "Electron image and maps of lithium, manganese and oxygen of a cut particle.",
    interactive: true,
    provenance: "recovered",
    table: () => mapTable(o.id, now.ions),
    meta: fileOf(first).meta
  });
  chosen.addEventListener("input", () => {
    answer = null;
    show();
    void ask();
  });
  layer.addEventListener("input", show);
  for (const control of [normalisation, share, smoothing])
    control.addEventListener("input", () => void ask());
  show();
  void ask();
  return frame;
}

function mapTable(name: string, shown: Record<Ion, Raster>) {
  const { columns, rows, step } = shown.Li;
  const points = Array.from({ length: columns * rows }, (_, p) => p);
  const place = (index: number) => +((index + 0.5) * step * 1e-4).toFixed(4);
  return {
    name,
    columns: [
      { name: "x", unit: "µm", values: points.map((p) => place(p % columns)) },
      { name: "y", unit: "µm", values: points.map((p) => place(Math.floor(p / columns))) },
      ...shownIons.map((ion) => ({ name: ion, unit: "", values: shown[ion].values }))
    ]
  };
}
