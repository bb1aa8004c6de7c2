// Supplementary Figures 24 and 25: resonant inelastic scattering and averaged absorption edges, as the methods describe them.
import type { Table } from "npm:apache-arrow";
import { hardGrid, hardSpectrum, type HardElement } from "../../science/xanes/xas.js";
import { energyAtHeight } from "../../science/xanes/edge-energy.js";
import { analyseRixs, rixsDetectionLimit } from "../../science/xanes/rixs-analysis.js";
import { defaultRixsInstrument, rixsStates } from "../../science/xanes/rixs-instrument.js";
import { expectedRixs, recordRixs, valleyBetween } from "../../science/xanes/rixs.js";
import { segmented, select } from "../controls.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { edgesPlot } from "../xanes/edges-plot.js";
import { rixsView } from "../xanes/rixs-map.js";
import { rowsOf } from "./zones-panel.js";

export interface SpectroscopyOptions {
  id: string;
  label: string;
  width: number;
  invalidation: Promise<void>;
}

/** Supplementary Figure 24. */
export function rixsPanel({ id, label, width, invalidation }: SpectroscopyOptions): FigureFrame {
  const state = select({ label: "State", options: rixsStates, format: (each) => each.label });
  const counts = segmented({
    label: "Counts at the strongest emission",
    options: [10, 30, 100, 400, 1500, 5000],
    value: 400
  });
  const instrumentOf = () => ({ ...defaultRixsInstrument, counts: counts.value });
  const record = (k: number) => recordRixs(expectedRixs(rixsStates[k].oxidised.value, instrumentOf()), k + 1);
  const partner = (k: number) =>
    rixsStates.findIndex((each) => each.rate === rixsStates[k].rate && each !== rixsStates[k]);
  const holder = h("div");
  const said = h("p", { class: "figure-readout", role: "status" });
  const alt =
    "Counts over excitation and emission energy at the oxygen K edge, with the band and the window of the feature.";
  const show = () => {
    const k = rixsStates.indexOf(state.value);
    const map = record(k);
    const other = partner(k);
    holder.replaceChildren(
      rixsView(map, {
        width: Math.min(width, 760),
        alt,
        beside: [{ label: rixsStates[other].label, map: record(other) }],
        invalidation
      })
    );
    const { feature, featureError, significance } = analyseRixs(map);
    const limit = rixsDetectionLimit(instrumentOf());
    said.textContent = `Over the lattice's tail at 531–532 eV: ${feature.toFixed(0).replace("-", "−")} ± ${featureError.toFixed(0)} counts, ${significance.toFixed(1).replace("-", "−")} standard errors. Smallest share of oxidised oxygen seen at these counts: ${(100 * limit).toFixed(1)} %; in the sample: ${(100 * state.value.oxidised.value).toFixed(0)} %.`;
  };
  for (const control of [state, counts]) control.addEventListener("input", show);
  show();
  const [near, far] = [0.15, 0.3].map((spacing) => (100 * valleyBetween(spacing, 0.15)).toFixed(0));
  return figureFrame({
    ...{ id, label, title: "Resonant inelastic scattering: is oxidised oxygen there?", alt },
    content: h("div", {}, h("div", { class: "map-controls" }, state, counts), holder, said),
    caption: `A twin of the map after 20 cycles: emission of the lattice, an elastic line, and where oxygen is oxidised a feature at 531 eV of excitation and 523.7 eV of emission. How much is oxidised was set: something at 4.8 V, nothing at 2.0 V, as the study says; its strength is assumed. At 0.15 eV of resolution two lines 0.15 eV apart show a valley of ${near} %, two 0.3 eV apart one of ${far} %: the feature is far wider than that, and the resolution does not limit it.`,
    interactive: true,
    provenance: "recovered",
    code: ["src/science/xanes/rixs.ts", "src/science/xanes/rixs-analysis.ts"]
  });
}

const hardElements: readonly HardElement[] = ["Mn", "Co", "Ni"];

/** Supplementary Figure 25. @param table oxidation-means */
export function edgesPanel(table: Table, { id, label, width }: SpectroscopyOptions): FigureFrame {
  const element = segmented<HardElement>({ label: "K edge", options: hardElements, value: "Ni" });
  const rows = rowsOf(table);
  const holder = h("div");
  const alt =
    "Averaged absorption at a metal's K edge in every state, with the place of the edge at half height.";
  const show = () => {
    const energies = hardGrid(element.value);
    const spectra = rows
      .filter((row) => row["element"] === element.value)
      .map((row) => {
        const values = hardSpectrum(
          element.value,
          Math.min(4, Math.max(2, Number(row["true_valence"]))),
          energies
        );
        const edge = { energy: energyAtHeight(energies, values, 0.5), height: 0.5 };
        const state = String(row["label"]);
        return {
          state,
          rate: row["rate_C"] as number | null,
          stage: state.replace(/^[\d.]+ C, /, ""),
          energies,
          values,
          edge
        };
      });
    const centre = energies[Math.floor(energies.length / 3)];
    holder.replaceChildren(
      edgesPlot(spectra, { width: Math.min(width, 900), alt, range: [centre - 10, centre + 25] })
    );
  };
  element.addEventListener("input", show);
  show();
  return figureFrame({
    ...{ id, label, title: "Absorption of whole states at the K edges", alt, table },
    content: h("div", {}, element, holder),
    caption:
      "Content of the original not known: the study cites this figure nowhere, and its methods only say how the edges were measured. Shown is what such edges would look like for the valences of the twin's sample, with positions, shifts and shape all assumed.",
    interactive: true,
    provenance: "calibrated",
    code: ["src/science/xanes/xas.ts"]
  });
}
