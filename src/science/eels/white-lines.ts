// The valence of Mn from its L edges, in two ways. The ratio of the white lines: counts around L3 over those around L2, less a
// background and a step of 2 : 1 scaled to the counts beyond; read off a curve of the same ratio of reference spectra, seen
// through the same low losses. And a fit of the references themselves, v = Σ z_k N_k/Σ N_k. Ratio after Pearson, Ahn & Fultz,
// Phys. Rev. B 47 (1993) 8471, doi 10.1103/PhysRevB.47.8471; Rask, Miner & Buseck, Ultramicroscopy 21 (1987) 321.

import { edgeCrossSection } from "../material/eels-edge-shapes.js";
import { kinematics } from "../material/eels-kinematics.js";
import { speciesOf } from "../material/xanes-references.js";
import { fitBackground } from "./background.js";
import { windowModel, type WindowModel } from "./blur.js";
import type { EelsRaw } from "./raw.js";
import type { EelsSettings } from "./settings.js";
import { channelsIn, checkSpectrum, type LossSpectrum, type LossWindow } from "./spectrum.js";
import { fitTerms, powerLawTerm, shapeTerm, type TermsFit } from "./terms.js";

/** eV */
export const whiteLineWindows = { l3: [636, 648.5], l2: [648.5, 660], beyond: [666, 682] } as const;
const steps = { l3: 643, l2: 654.2 };
const references = ["Mn2+", "Mn3+", "Mn4+"] as const;

export interface WhiteLines {
  /** counts of L3 over those of L2 */
  ratio: { value: number; error: number };
  /** the ratio of mixtures of neighbouring references, by valence */
  curve: { valence: number; ratio: number }[];
  /** valence read off the curve; NaN where the ratio lies well outside it */
  valence: { value: number; error: number };
  /** eV [channel], counts over the background, and the step */
  energies: Float64Array;
  counts: Float64Array;
  step: Float64Array;
}

/** L3 and L2 over a step that is scaled beyond them. */
function ratioOf(energies: Float64Array, counts: Float64Array, s: Pick<LossSpectrum, "step">) {
  const rise = (e: number, at: number) => 0.5 + Math.atan((e - at) / 1) / Math.PI;
  const shape = energies.map((e) => (2 * rise(e, steps.l3) + rise(e, steps.l2)) / 3);
  const sums = (values: Float64Array, [from, to]: LossWindow) =>
    values.reduce((sum, v, i) => (energies[i] >= from && energies[i] < to ? sum + v : sum), 0);
  const { l3, l2, beyond } = whiteLineWindows;
  const scale = sums(counts, beyond) / sums(shape, beyond);
  const lines = [l3, l2].map((window) => sums(counts, window) - scale * sums(shape, window));
  return { ratio: lines[0] / lines[1], lines, step: shape.map((v) => v * scale), shape, sums, width: s.step };
}

type Input = Pick<EelsRaw, "core" | "lowLoss" | "times" | "beamEnergy" | "beta">;

const modelOf = ({ core, lowLoss, times }: Input, window: LossWindow, plural: boolean): WindowModel =>
  windowModel(core, lowLoss, { window, what: "Mn L", plural, times: times.core / times.lowLoss });

/** One atom in a nm² of a reference, as counts. */
function referenceCounts(
  { beta, beamEnergy, core }: Input,
  { wide, blur, electrons }: WindowModel,
  id: string
) {
  const shape = edgeCrossSection("Mn L", wide, beta, kinematics(beamEnergy), { [id]: 1 });
  return blur(shape.map((v) => v * 1e18 * electrons * core.step));
}

/** @throws where the windows are not covered */
export function whiteLines(
  raw: Input,
  { windows, plural }: Pick<EelsSettings, "windows" | "plural">
): WhiteLines {
  const { core } = raw;
  checkSpectrum(core, "the core losses");
  const background = fitBackground(core, windows.manganese.background, "background of Mn L");
  const range: LossWindow = [630, whiteLineWindows.beyond[1]];
  const [first] = channelsIn(core, range, "range of the white lines");
  const model = modelOf(raw, range, plural);
  const { energies } = model;
  const counts = Float64Array.from(energies, (e, i) => core.counts[first + i] - background.at(e));
  const found = ratioOf(energies, counts, core);
  const pure = references.map((id) => referenceCounts(raw, model, id));
  const curve = Array.from({ length: 21 }, (_, i) => {
    const valence = 2 + i / 10;
    const k = Math.min(1, Math.floor(valence - 2));
    const share = valence - 2 - k;
    const mixed = pure[k].map((v, c) => (1 - share) * v + share * pure[k + 1][c]);
    return { valence, ratio: ratioOf(energies, mixed, core).ratio };
  });
  const error = ratioError(core, first, energies, found, background.variance);
  const at = readOff(curve, found.ratio);
  return {
    ...{ curve, energies, counts, step: found.step },
    ratio: { value: found.ratio, error },
    valence: { value: at.valence, error: error * Math.abs(at.slope) }
  };
}

/** Of the counts in three windows and of the background under them, which moves all three together. */
function ratioError(
  core: LossSpectrum,
  first: number,
  energies: Float64Array,
  { lines, ratio, shape, sums }: ReturnType<typeof ratioOf>,
  background: (over: ArrayLike<number>) => number
): number {
  const { l3, l2, beyond } = whiteLineWindows;
  const all = energies.map((_, i) => Math.max(core.counts[first + i], 0) + core.readoutVariance);
  const [s3, s2] = [l3, l2].map((window) => sums(shape, window) / sums(shape, beyond));
  const within = ([from, to]: LossWindow) => energies.filter((e) => e >= from && e < to);
  const size = (window: LossWindow) => Math.sqrt(background(within(window)));
  // d ratio = (dI3 − ratio dI2)/I2 with dI = dN − s dN_beyond
  const byBeyond = -s3 + ratio * s2;
  const counted = sums(all, l3) + ratio ** 2 * sums(all, l2) + byBeyond ** 2 * sums(all, beyond);
  const moved = size(l3) - ratio * size(l2) + byBeyond * size(beyond);
  return Math.sqrt(counted + moved ** 2) / Math.abs(lines[1]);
}

/** valences beyond the curve's ends that noise may lead to */
const allowedBeyond = 0.25;

/** Valence at a ratio on a falling curve, and its slope there. */
function readOff(curve: readonly { valence: number; ratio: number }[], ratio: number) {
  for (let i = 1; i < curve.length; ++i) {
    const [a, b] = [curve[i - 1], curve[i]];
    if ((ratio - a.ratio) * (ratio - b.ratio) > 0) continue;
    const slope = (b.valence - a.valence) / (b.ratio - a.ratio);
    return { valence: a.valence + (ratio - a.ratio) * slope, slope };
  }
  // a little beyond the ends the last piece goes on
  const [near, next] =
    Math.abs(ratio - curve[0].ratio) < Math.abs(ratio - curve[curve.length - 1].ratio)
      ? [curve[0], curve[1]]
      : [curve[curve.length - 1], curve[curve.length - 2]];
  const slope = (next.valence - near.valence) / (next.ratio - near.ratio);
  const beyond = (ratio - near.ratio) * slope;
  return { valence: Math.abs(beyond) <= allowedBeyond ? near.valence + beyond : NaN, slope };
}

export interface ReferenceFit {
  energies: Float64Array;
  counts: Float64Array;
  fit: TermsFit;
  /** atoms in a nm² of each reference */
  amounts: { species: string; value: number; error: number }[];
  valence: { value: number; error: number };
}

/** Mn L as a sum of the references on a power law. @throws where the window is not covered */
export function fitManganese(
  raw: Input,
  { windows, plural }: Pick<EelsSettings, "windows" | "plural">
): ReferenceFit {
  const { core } = raw;
  checkSpectrum(core, "the core losses");
  const range: LossWindow = [windows.manganese.background[0], windows.manganese.signal[1]];
  const model = modelOf(raw, range, plural);
  const { energies, counts } = model;
  const fit = fitTerms({
    terms: [
      powerLawTerm(energies, 610, {
        amplitude: counts[Math.round((610 - energies[0]) / core.step)],
        exponent: 3
      }),
      ...references.map((id) => shapeTerm(id, referenceCounts(raw, model, id), 250))
    ],
    counts,
    readoutVariance: core.readoutVariance
  });
  const amounts = references.map((id) => ({ species: id, ...fit.of(id) }));
  const total = amounts.reduce((sum, a) => sum + a.value, 0);
  const valences = references.map((id) => speciesOf(id).valence);
  const valence = amounts.reduce((sum, a, k) => sum + a.value * valences[k], 0) / total;
  const n = fit.names.length;
  let variance = 0;
  for (let a = 0; a < 3; ++a)
    for (let b = 0; b < 3; ++b)
      variance +=
        ((valences[a] - valence) * (valences[b] - valence) * fit.covariance[(a + 2) * n + b + 2]) /
        total ** 2;
  return { energies, counts, fit, amounts, valence: { value: valence, error: Math.sqrt(variance) } };
}
