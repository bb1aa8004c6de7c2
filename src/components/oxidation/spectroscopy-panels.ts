// Supplementary Figures 24 and 25: resonant inelastic scattering and averaged absorption edges, as the methods describe them.
import type { Table } from "npm:apache-arrow";
import { valenceLimits } from "../../science/particle/oxidation-states.js";
import { hardGrid, hardSpectrum, softSpectrum, type HardElement } from "../../science/xanes/xas.js";
import { energyGrid, measuredRanges, type EdgeElement } from "../../science/xanes/windows.js";
import { energyAtHeight } from "../../science/xanes/edge-energy.js";
import { analyseRixs, rixsDetectionLimit } from "../../science/xanes/rixs-analysis.js";
import { defaultRixsInstrument, rixsStates } from "../../science/xanes/rixs-instrument.js";
import { expectedRixs, recordRixs, valleyBetween } from "../../science/xanes/rixs.js";
import { segmented, select } from "../controls.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { edgesPlot } from "../xanes/edges-plot.js";
import { rixsView } from "../xanes/rixs-map.js";
import { tableMeta } from "../table-meta.js";
import { curvesTable, type Curve } from "./shown-tables.js";
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
    said.textContent = `Over the lattice's tail at 531–532 eV: ${feature.toFixed(0).replace("-", "−")} ± ${featureError.toFixed(0)} counts, ${significance.toFixed(1).replace("-", "−")} standard errors. Smallest share of oxidised oxygen seen at these counts: ${(100 * limit).toFixed(1)} %; in the sample: ${(100 * state.value.oxidised.value).toFixed(1)} %.`;
  };
  for (const control of [state, counts]) control.addEventListener("input", show);
  show();
  const [near, far] = [0.15, 0.3].map((spacing) => (100 * valleyBetween(spacing, 0.15)).toFixed(0));
  return figureFrame({
    ...{ id, label, title: "Resonant inelastic scattering: is oxidised oxygen there?", alt },
    content: h("div", {}, h("div", { class: "map-controls" }, state, counts), holder, said),
    caption: `A twin of the map after 20 cycles: emission of the lattice, an elastic line, and where oxygen is oxidised a feature at 531 eV of excitation and 523.7 eV of emission. How much is oxidised follows from the oxygen of the pathway model, a hundredth of it still at 2.0 V; the feature's strength is assumed. At 0.15 eV of resolution two lines 0.15 eV apart show a valley of ${near} %, two 0.3 eV apart one of ${far} %: the feature is far wider than that, and the resolution does not limit it.`,
    interactive: true,
    provenance: "recovered",
    table: () => {
      const { excitation, emission, counts: found } = record(rixsStates.indexOf(state.value));
      const bins = Array.from(found, (_, k) => k);
      const across = emission.length;
      return {
        name: `${id}-${state.value.id}`,
        columns: [
          { name: "excitation", unit: "eV", values: bins.map((k) => excitation[Math.floor(k / across)]) },
          { name: "emission", unit: "eV", values: bins.map((k) => emission[k % across]) },
          { name: "counts", unit: "", values: found }
        ]
      };
    },
    code: ["src/science/xanes/rixs.ts", "src/science/xanes/rixs-analysis.ts"]
  });
}

interface Edge {
  label: string;
  element: EdgeElement;
  /** eV */
  energies: Float64Array;
  /** eV shown */
  range: readonly [number, number];
  /** absorption, 0 below the edge and 1 at a height to which half of it refers [energy] */
  spectrum: (valence: number) => Float64Array;
}

/** Hard X-rays at the K edges of the metals, soft ones at their L edges and at the K edge of oxygen. */
function edges(): Edge[] {
  const hard = (["Mn", "Co", "Ni"] as const).map((element: HardElement): Edge => {
    const energies = hardGrid(element);
    const centre = energies[Math.floor(energies.length / 3)];
    return {
      ...{ label: `${element} K`, element, energies, range: [centre - 10, centre + 25] },
      spectrum: (valence) => hardSpectrum(element, valence, energies)
    };
  });
  const soft = (["Mn", "Co", "Ni", "O"] as const).map((element): Edge => {
    const energies = energyGrid(element, 0.1);
    return {
      ...{ label: `${element} ${element === "O" ? "K" : "L"}`, element, energies },
      range: measuredRanges[element],
      spectrum: (valence) => overMaximum(softSpectrum(element, valence, energies))
    };
  });
  return [...hard, ...soft];
}

/** Less what is there before the edge, over the rest at the highest line. */
function overMaximum(values: Float64Array): Float64Array {
  const [below] = values;
  const top = values.reduce((most, value) => Math.max(most, value), 0) - below;
  return values.map((value) => (value - below) / top);
}

/** Supplementary Figure 25. @param table oxidation-means */
export function edgesPanel(table: Table, { id, label, width }: SpectroscopyOptions): FigureFrame {
  const all = edges();
  const names = all.map((edge) => edge.label);
  const choice = segmented<string>({ label: "Edge", options: names, value: "Ni K" });
  const rows = rowsOf(table);
  const holder = h("div");
  let shown: Curve[] = [];
  const alt = "Averaged absorption at an edge in every state, with the place of the edge at half height.";
  const show = () => {
    const edge = all.find((each) => each.label === choice.value) ?? all[0];
    const { element, energies, range, spectrum } = edge;
    const [least, most] = valenceLimits[element];
    const spectra = rows
      .filter((row) => row["element"] === element)
      .map((row) => {
        const values = spectrum(Math.min(most, Math.max(least, Number(row["true_valence"]))));
        const state = String(row["label"]);
        return {
          ...{ state, energies, values, rate: row["rate_C"] as number | null },
          stage: state.replace(/^[\d.]+ C, /, ""),
          edge: { energy: energyAtHeight(energies, values, 0.5), height: 0.5 }
        };
      });
    shown = spectra.map(({ state, values, edge: { energy } }) => ({
      ...{ of: { edge: edge.label, state, half_height: energy }, energies, values }
    }));
    holder.replaceChildren(edgesPlot(spectra, { width: Math.min(width, 900), alt, range }));
  };
  choice.addEventListener("input", show);
  show();
  return figureFrame({
    ...{ id, label, title: "Absorption of whole states, hard and soft edges", alt },
    table: () =>
      curvesTable(
        id,
        shown,
        { name: "absorption", description: "0 below the edge; soft edges over their highest line" },
        { half_height: "eV" }
      ),
    meta: {
      ...tableMeta(table),
      provenance: "calibrated",
      title: "Absorption edges of whole states",
      description: "Spectra of the sample's mean valences, and where each edge rises through half.",
      method:
        "Spectra with assumed positions, shifts and shapes, for the sample's mean valence in every state."
    },
    content: h("div", {}, choice, holder),
    caption:
      "Content of the original not known: the study cites this figure nowhere, and its methods only say how the edges were measured: the metals' K edges with hard X-rays, and the L edges and the K edge of oxygen with soft ones at a resolution of 0.15 eV. Shown is what such edges would look like for the valences of the twin's sample, soft ones over their highest line; positions, shifts and shapes are assumed. Marks: where an edge rises through half.",
    interactive: true,
    provenance: "calibrated",
    code: ["src/science/xanes/xas.ts"]
  });
}
