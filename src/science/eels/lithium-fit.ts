// Li K (55 eV) out of the M2,3 edges of Mn (51), Co (59) and Ni (68 eV) and the plasmons' tail, by least squares with all of
// them at once: n(E) = tail + Σ_k N_k N_e (dσ_k/dE ∗ low losses) ΔE, N_k atoms in a nm², N_e electrons. The tail is a plasmon's
// with its plural scattering, or A E^(−r), which it is far from.

import { type EelsEdge, edgeFacts } from "../material/eels-edges.js";
import { edgeCrossSection } from "../material/eels-edge-shapes.js";
import { kinematics } from "../material/eels-kinematics.js";
import { composition } from "../material/composition.js";
import { symmetricEigen } from "../numerics/symmetric-eigen.js";
import { windowModel } from "./blur.js";
import { zeroLoss } from "./low-loss.js";
import { plasmonTerm } from "./plasmon-term.js";
import type { EelsRaw } from "./raw.js";
import type { EelsSettings } from "./settings.js";
import { checkSpectrum, type LossWindow } from "./spectrum.js";
import { fitTerms, powerLawTerm, shapeTerm, type TermsFit } from "./terms.js";

const edges = ["Li K", "Mn M", "Co M", "Ni M"] as const;

export interface LithiumFit {
  window: LossWindow;
  /** eV [channel] */
  energies: Float64Array;
  counts: Float64Array;
  fit: TermsFit;
  /** atoms in a nm², Li, and the metals as one or one by one */
  amounts: { name: string; value: number; error: number }[];
  /** Li over Mn, by atoms */
  ratio: { value: number; error: number };
  /** between the amounts of Li and Mn */
  correlation: number;
  /** of the columns, each of length one in standard errors */
  conditionNumber: number;
  /** the change of Li over Mn that is three standard errors */
  smallestChange: number;
}

/** @throws where the exposures do not fit each other or the window is not covered */
export function fitLithium(
  raw: Pick<EelsRaw, "lowLoss" | "lithium" | "times" | "beamEnergy" | "beta">,
  { windows, plural, tail, tieMetals }: Pick<EelsSettings, "windows" | "plural" | "tail" | "tieMetals">
): LithiumFit {
  const { lowLoss, lithium: s, times } = raw;
  checkSpectrum(s, "the range of the Li K edge");
  // from no loss at all, so that what plural scattering brings up is there
  const { energies, wide, counts, blur, electrons } = windowModel(s, lowLoss, {
    ...{ window: windows.lithium, what: "the Li K edge", plural, times: times.lithium / times.lowLoss },
    below: windows.lithium[0] - 5
  });
  const k = kinematics(raw.beamEnergy);
  const shape = (edge: EelsEdge) =>
    blur(edgeCrossSection(edge, wide, raw.beta, k).map((v) => v * 1e18 * electrons * s.step));
  const columns = new Map(edges.map((edge) => [edgeFacts[edge].element as string, shape(edge)]));
  const column = (element: string) => {
    const found = columns.get(element);
    if (!found) throw new Error(`unknown element: ${element}`);
    return found;
  };
  const metals = column("Mn").map(
    (v, i) =>
      v +
      (composition.Co / composition.Mn) * column("Co")[i] +
      (composition.Ni / composition.Mn) * column("Ni")[i]
  );
  const shapes = tieMetals
    ? [shapeTerm("Li", column("Li")), shapeTerm("Mn", metals)]
    : [...columns].map(([element, values]) => shapeTerm(element, values));
  const middle = (windows.lithium[0] + windows.lithium[1]) / 2;
  const below =
    tail === "plasmon"
      ? plasmonTerm(energies, s.step, electrons, zeroLoss(lowLoss).width, raw)
      : powerLawTerm(energies, middle, { amplitude: counts[counts.length >> 1], exponent: 3 });
  const fit = fitTerms({ terms: [below, ...shapes], counts, readoutVariance: s.readoutVariance });
  const index = (name: string) => fit.names.indexOf(name);
  const [li, mn] = [fit.of("Li"), fit.of("Mn")];
  const correlation = fit.correlation[index("Li") * fit.names.length + index("Mn")];
  const ratio = li.value / mn.value;
  const relative = (li.error / li.value) ** 2 + (mn.error / mn.value) ** 2;
  const together = (2 * correlation * li.error * mn.error) / (li.value * mn.value);
  const error = Math.abs(ratio) * Math.sqrt(Math.max(0, relative - together));
  return {
    ...{ window: windows.lithium, energies, counts, fit, correlation },
    amounts: fit.names.slice(below.parameters.length).map((name) => ({ name, ...fit.of(name) })),
    ratio: { value: ratio, error },
    conditionNumber: conditionOf(fit),
    smallestChange: 3 * error
  };
}

/** Root of the ratio of the extreme eigenvalues of the inverse correlation: that of the scaled normal matrix. */
function conditionOf({ covariance, names }: TermsFit): number {
  const n = names.length;
  const sigma = names.map((_, i) => Math.sqrt(covariance[i * n + i]));
  if (sigma.some((v) => !(v > 0))) return Infinity;
  const { values } = symmetricEigen(
    Float64Array.from(covariance, (v, e) => v / (sigma[Math.floor(e / n)] * sigma[e % n])),
    n
  );
  const [most, least] = [Math.max(...values), Math.min(...values)];
  return least > 0 ? Math.sqrt(most / least) : Infinity;
}
