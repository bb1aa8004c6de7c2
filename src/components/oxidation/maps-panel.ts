// Figure 3a: every state in small, the four maps of the chosen one, the switches of the analysis, and the spectra behind.
import { edgeElements, type EdgeElement } from "../../science/xanes/windows.js";
import { segmented } from "../controls.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import type { PackedFile } from "../packed-arrays.js";
import { progressBar } from "../progress.js";
import { sayPlace } from "../xanes/map-grid.js";
import { mapGallery } from "../xanes/map-gallery.js";
import { mapsView } from "../xanes/maps-view.js";
import { settingsForm } from "../xanes/settings-form.js";
import { spectrumView, type SpectrumView } from "../xanes/spectrum-view.js";
import type { LiveMicroscope } from "./live-run.js";
import type { OwnReferences } from "./live-settings.js";
import { fittedOf, gridOf, layersOf, valenceLayer } from "./map-layers.js";
import { mapsTable } from "./shown-tables.js";

export interface MappedState {
  id: string;
  label: string;
  rate: number | null;
}

export interface MapsPanelOptions {
  id: string;
  label: string;
  width: number;
  /** state shown first */
  state: string;
  states: readonly MappedState[];
  files: ReadonlyMap<string, PackedFile>;
  live: LiveMicroscope;
  invalidation: Promise<void>;
}

export interface MapsPanel extends FigureFrame {
  /** Fits with the reader's own references from now on. */
  useReferences: (own: OwnReferences) => void;
}

/** Layers that need more than the fit itself. */
const ofErrors: readonly string[] = ["standard error", "pull", "reduced χ²"];

const caption =
  "Effective valence in every pixel, from counts of the twin, over a fragment that is 0.1 µm thick. The maps come with the page; spectra and other settings are computed in your browser, with the same camera and the same noise, which takes some seconds for a state and a moment for a setting. True valences are those of the pathway model, calibrated at both rates: the study prints none.";

export function mapsPanel(o: MapsPanelOptions): MapsPanel {
  const fileOf = (state: string): PackedFile => {
    const file = o.files.get(state);
    if (!file) throw new Error(`missing maps of state ${state}; build the data anew with npm run data`);
    return file;
  };
  const grid = gridOf(fileOf(o.state));
  const alt = "Maps of the effective valence of Mn, Co, Ni and O of the chosen state, with one cursor.";
  let shown = fittedOf(fileOf(o.state));
  const maps = mapsView(grid, layersOf(shown.elements), {
    ...{ width: o.width, alt, zones: shown.zones, invalidation: o.invalidation }
  });
  const form = settingsForm();
  const progress = progressBar({ label: "Measuring this state in your browser" });
  const behind = h("div", { class: "oxidation-spectra" }, "The spectra follow when the state is measured.");
  const element = segmented<EdgeElement>({
    label: "Element of the small maps",
    options: ["Mn", "Co", "Ni", "O"],
    value: "Ni"
  });
  const small = h("div");
  let own: OwnReferences = {};
  let state = o.state;
  let running: AbortController | null = null;
  let view: SpectrumView | null = null;
  let ready = false;
  let [waiting, refitting] = [false, false];
  let wanted = 0;

  const drawGallery = () => {
    const gallery = mapGallery(
      o.states.map(({ id, label, rate }) => {
        const { elements } = fittedOf(fileOf(id));
        const { valence } = elements[edgeElements.indexOf(element.value)];
        return {
          ...{ id, grid, caption: label.replace(/^[\d.]+ C, /, "") },
          row: rate === null ? "before" : `${rate} C`,
          layer: valenceLayer(element.value, valence)
        };
      }),
      { label: `Valence of ${element.value} found: choose a state`, value: state }
    );
    gallery.addEventListener("input", (event) => {
      event.stopPropagation();
      void choose(gallery.value);
    });
    small.replaceChildren(gallery);
  };

  const subject = () => {
    const { x, y, mode, zone, mask } = maps.value;
    const pixels = mask ? Array.from(mask.keys()).filter((p) => mask[p] > 0) : [x * grid.ny + y];
    const where =
      mode === "zone"
        ? `zone ${zone ?? 1}`
        : mode === "lasso" && mask
          ? "lasso"
          : `the pixel at ${sayPlace(grid, x, y)}`;
    return { pixels, words: `${where}${mask ? `, mean of ${pixels.length} pixels` : ""}` };
  };
  const showSpectra = async () => {
    const turn = ++wanted;
    if (!ready) return;
    const { pixels, words } = subject();
    const answer = await o.live.ask({ ask: "spectra", pixels }).catch((error: unknown) => ({
      ...{ spectra: [], fault: error instanceof Error ? error.message : String(error) }
    }));
    if (turn !== wanted) return;
    const said = answer.fault ? `${words}: ${answer.fault}` : words;
    if (view) view.update(answer.spectra, said);
    else if (answer.spectra.length > 0) {
      view = spectrumView(answer.spectra, {
        ...{ width: o.width, subject: said, invalidation: o.invalidation },
        yLabel: "optical density / edge step"
      });
      behind.replaceChildren(view);
    }
  };
  const fit = async (errors: boolean) => {
    const mine = (running = new AbortController());
    // before the first answer the maps are those of the data, which are as they should be
    if (!ready || errors) frame.setState(ready ? "busy" : "idle");
    try {
      const request = { ask: "fit", state, choices: form.value, own, errors } as const;
      const answer = await o.live.ask(request, { signal: mine.signal, onProgress: progress.update });
      if (mine !== running) return;
      ready = true;
      shown = answer;
      maps.update(layersOf(answer.elements), answer.zones);
      if (errors)
        frame.setState("idle", `Prepared and fitted in your browser in ${answer.seconds.toFixed(2)} s.`);
      else frame.setState("idle", `Refitted in ${Math.round(1e3 * answer.seconds)} ms; errors follow.`);
      progress.done();
      if (errors) await showSpectra();
    } catch (error) {
      if (mine !== running) return;
      progress.done();
      frame.setState("error", error instanceof Error ? error.message : String(error));
    }
  };
  // a change is fitted and drawn at once without errors, which follow when no other change waits; of changes that come
  // while one is fitted only the last is
  const refit = async () => {
    waiting = true;
    if (refitting) return;
    refitting = true;
    for (let whole = false; waiting || !whole;) {
      whole = !waiting || !ready || ofErrors.includes(maps.layer);
      waiting = false;
      await fit(whole);
    }
    refitting = false;
  };
  const choose = async (next: string) => {
    if (next === state) return;
    running?.abort();
    running = null;
    ready = false;
    state = next;
    shown = fittedOf(fileOf(state));
    maps.update(layersOf(shown.elements), shown.zones);
    frame.update({ meta: fileOf(state).meta });
    await refit();
  };

  element.addEventListener("input", (event) => {
    event.stopPropagation();
    drawGallery();
  });
  form.addEventListener("input", () => void refit());
  maps.addEventListener("input", () => void showSpectra());
  const frame = figureFrame({
    ...{ id: o.id, label: o.label, title: "Oxidation states, pixel by pixel", caption, alt },
    content: h("div", { class: "oxidation-maps" }, element, small, maps, progress, form, behind),
    interactive: true,
    provenance: "recovered",
    table: () => mapsTable(`${o.id}-${state}`, grid, shown),
    meta: fileOf(o.state).meta,
    code: ["src/components/oxidation/live-work.ts", "src/science/xanes/fit-element.ts"]
  });
  drawGallery();
  void refit();
  return Object.assign(frame, {
    useReferences: (next: OwnReferences) => {
      own = next;
      void refit();
    }
  });
}
