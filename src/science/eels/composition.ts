// Atoms in a nm² from the counts of an edge, N_k = I_k(Δ)/(N_e f(Δ) σ_k(Δ, β)), N_e electrons; f is the share of them whose
// further losses stay within Δ, which the low losses tell, or one where plural scattering was taken out. Ratios to Mn need
// neither N_e nor the thickness. Egerton (2011), section 4.5, doi 10.1007/978-1-4419-9583-4.

import { edgeFacts, type EelsEdge } from "../material/eels-edges.js";
import { edgeCrossSection } from "../material/eels-edge-shapes.js";
import { partialCrossSection } from "../material/eels-hydrogenic.js";
import { kinematics } from "../material/eels-kinematics.js";
import { edgeIntegral, type EdgeIntegral } from "./background.js";
import { fourierRatio } from "./deconvolve.js";
import { zeroLoss } from "./low-loss.js";
import type { EelsRaw } from "./raw.js";
import type { EelsSettings } from "./settings.js";
import {
  binned,
  channelsIn,
  checkSpectrum,
  energiesOf,
  type LossSpectrum,
  type LossWindow
} from "./spectrum.js";

export interface Amount {
  edge: EelsEdge;
  element: "O" | "Mn" | "Co" | "Ni";
  integral: EdgeIntegral;
  /** m² an atom */
  crossSection: number;
  /** atoms in a nm², and the standard error of the counts */
  atoms: number;
  error: number;
}

export interface Composition {
  amounts: Amount[];
  /** atoms of an element for one of Mn, with the standard error of the counts */
  ratios: { element: "O" | "Co" | "Ni"; value: number; error: number }[];
}

const quantified = [
  ["O K", "oxygen"],
  ["Mn L", "manganese"],
  ["Co L", "cobalt"],
  ["Ni L", "nickel"]
] as const;

/** σ(Δ), m²: losses of the edge inside a window. */
export function windowCrossSection(
  edge: (typeof quantified)[number][0],
  [from, to]: LossWindow,
  { beta, beamEnergy }: Pick<EelsRaw, "beta" | "beamEnergy">,
  model: EelsSettings["crossSections"]
): number {
  if (model === "hydrogenic") {
    const [atomicNumber, onset] = {
      "O K": [8, 532],
      "Mn L": [25, 641],
      "Co L": [27, 779],
      "Ni L": [28, 855]
    }[edge];
    return partialCrossSection(
      { atomicNumber, onset, shell: edge === "O K" ? "K" : "L" },
      to - onset,
      beta,
      beamEnergy
    );
  }
  const step = 0.05;
  const energies = Float64Array.from(
    { length: Math.round((to - from) / step) },
    (_, i) => from + (i + 0.5) * step
  );
  const values = edgeCrossSection(edge, energies, beta, kinematics(beamEnergy));
  return values.reduce((sum, v) => sum + v, 0) * step;
}

/** Share of the electrons whose low losses end below `window` eV. */
function shareBelow(low: LossSpectrum, window: number): number {
  const { energy } = zeroLoss(low);
  const energies = energiesOf(low);
  let [inside, all] = [0, 0];
  low.counts.forEach((n, i) => {
    all += n;
    if (energies[i] <= energy + window) inside += n;
  });
  return inside / all;
}

/** @throws where a window is not covered, or the low losses are needed and have no zero-loss peak */
export function quantify(
  raw: EelsRaw,
  settings: Pick<EelsSettings, "windows" | "crossSections" | "deconvolution">
): Composition {
  const { core, lowLoss, times } = raw;
  checkSpectrum(core, "the core losses");
  const electrons = lowLoss.counts.reduce((sum, n) => sum + n, 0) * (times.core / times.lowLoss);
  const by = Math.round(core.step / lowLoss.step);
  const amounts = quantified.map(([edge, name]): Amount => {
    const { background, signal } = settings.windows[name];
    const integral = edgeIntegral(core, background, signal, edge);
    const crossSection = windowCrossSection(edge, signal, raw, settings.crossSections);
    const ratioed = settings.deconvolution === "fourier-ratio";
    const counts = ratioed ? singleCounts(core, binned(lowLoss, by), integral) : integral.counts;
    const share = ratioed ? 1 : shareBelow(lowLoss, signal[1] - edgeFacts[edge].onset);
    const perAtom = electrons * share * crossSection * 1e18;
    const { element } = edgeFacts[edge];
    if (element === "Li") throw new Error(`unknown core edge: ${edge}`);
    return {
      ...{ edge, element, integral, crossSection },
      atoms: counts / perAtom,
      // noise that deconvolution moves about within the window is left out
      error: (integral.error / perAtom) * Math.abs(counts / integral.counts)
    };
  });
  const manganese = amounts[1];
  const ratios = amounts.flatMap(({ element, atoms, error }) =>
    element === "Mn"
      ? []
      : [
          {
            element,
            value: atoms / manganese.atoms,
            error:
              Math.abs(atoms / manganese.atoms) * Math.hypot(error / atoms, manganese.error / manganese.atoms)
          }
        ]
  );
  return { amounts, ratios };
}

/** Counts of single scattering in the signal window. */
function singleCounts(core: LossSpectrum, low: LossSpectrum, { background, window }: EdgeIntegral): number {
  const energies = energiesOf(core);
  const over = core.counts.map((n, i) =>
    energies[i] >= background.window[1] ? n - background.at(energies[i]) : 0
  );
  const single = fourierRatio(core, over, low);
  const [first, end] = channelsIn(core, window, "signal window");
  return single.subarray(first, end).reduce((sum, n) => sum + n, 0);
}
