// The pre-peak of the O K edge: Gaussian lines below 534 eV beside the edge's main part, all convolved with the low losses,
// on a power law; fitted from before the edge to beyond it. Of the main part either the reference's shape is taken and its
// amount fitted, or step and two broad lines are free. The area is told as the oxygen atoms of the lattice that would give it.

import { avogadro } from "../material/constants.js";
import { prePeakEnd } from "../material/eels-edges.js";
import { dipoleCrossSection, kinematics } from "../material/eels-kinematics.js";
import { continuum, referenceSpectrum, speciesOf, whiteLineArea } from "../material/xanes-references.js";
import { windowModel } from "./blur.js";
import type { EelsRaw } from "./raw.js";
import type { EelsSettings } from "./settings.js";
import { checkSpectrum, type LossWindow } from "./spectrum.js";
import { fitTerms, lineTerm, powerLawTerm, shapeTerm, type Term, type TermsFit } from "./terms.js";

export interface PrePeakFit {
  window: LossWindow;
  energies: Float64Array;
  counts: Float64Array;
  fit: TermsFit;
  /** of each part of the model, in the order of `fit.parts` */
  labels: readonly string[];
  /** eV, mean of the lines by their area, and its standard error */
  energy: { value: number; error: number };
  /** oxygen atoms of the lattice in a nm² that would give the lines' area */
  area: { value: number; error: number };
  /** area over its error */
  significance: number;
}

const lattice = speciesOf("O-lattice");
const [before, beyond] = [true, false].map((early) =>
  lattice.lines.filter(({ energy }) => energy < prePeakEnd === early)
);

/** Photoabsorption of the O K edge with some of the lattice's lines, Mb an atom. */
function absorption(energies: Float64Array, lines: typeof before): Float64Array {
  const { below } = continuum("O");
  const spectrum = referenceSpectrum({ ...lattice, lines }, energies, { resolution: 0 });
  // m²/mol to Mb an atom
  return spectrum.map((v, i) => ((v - below(energies[i])) * 1e22) / avogadro);
}

/** @throws where the exposures do not fit each other or the window is not covered */
export function fitPrePeak(
  raw: Pick<EelsRaw, "lowLoss" | "core" | "times" | "beamEnergy" | "beta">,
  {
    windows,
    plural,
    mainEdge,
    prePeakLines
  }: Pick<EelsSettings, "windows" | "plural" | "mainEdge" | "prePeakLines">
): PrePeakFit {
  const { core: s, lowLoss, times, beta } = raw;
  checkSpectrum(s, "the core losses");
  if (windows.prePeak[0] > 522)
    throw new Error(
      `unsupported window of the pre-peak: it starts at ${windows.prePeak[0]} eV, on the edge; begin at 522 eV or below`
    );
  const { energies, wide, counts, blur, electrons } = windowModel(s, lowLoss, {
    ...{ window: windows.prePeak, what: "the pre-peak", plural, times: times.core / times.lowLoss }
  });
  const k = kinematics(raw.beamEnergy);
  /** counts of one atom in a nm² that absorbs so */
  const perAtom = (mb: Float64Array) =>
    mb.map((v, i) => dipoleCrossSection(wide[i], v, beta, k) * 1e18 * electrons * s.step);
  /** counts of the pre-peak of one oxygen atom of the lattice in a nm² */
  const unit =
    dipoleCrossSection(530.5, whiteLineArea({ ...lattice, lines: before }), beta, k) *
    1e18 *
    electrons *
    s.step;
  const line = (
    name: string,
    from: number,
    at: number,
    to: number,
    sigma: [number, number, number],
    area = 1
  ) =>
    scaled(
      lineTerm(name, wide, blur, {
        area,
        energy: { name, value: at, min: from, max: to },
        sigma: { name, value: sigma[1], min: sigma[0], max: sigma[2] }
      }),
      unit
    );
  // atoms in a nm² of a lamella as a start
  const guess = 1000;
  const lines =
    prePeakLines === 1
      ? [line("pre-peak", 526.5, 530.4, 533.9, [0.15, 1.2, 2.5], guess)]
      : [
          line("pre-peak", 527, 529.5, 530.7, [0.15, 0.6, 1.5], guess / 2),
          line("second line", 530.8, 531.8, 533.9, [0.15, 0.6, 1.5], guess / 2)
        ];
  const rest: Term[] =
    mainEdge === "reference"
      ? [shapeTerm("oxygen", blur(perAtom(absorption(wide, beyond))), guess)]
      : [
          shapeTerm("oxygen", blur(perAtom(absorption(wide, []))), guess),
          line("band", 535, 538, 540.5, [0.5, 1.3, 2.5], guess),
          line("upper band", 540.5, 542, 546, [0.8, 1.8, 3], guess)
        ];
  const middle = 515;
  const atMiddle = Math.min(counts.length - 1, Math.max(0, Math.round((middle - energies[0]) / s.step)));
  const fit = fitTerms({
    terms: [powerLawTerm(energies, middle, { amplitude: counts[atMiddle], exponent: 3 }), ...lines, ...rest],
    counts,
    readoutVariance: s.readoutVariance
  });
  const names = lines.map(({ parameters }) => parameters[0].name.replace(/ area$/, ""));
  const area = combine(
    fit,
    names.map((name) => [`${name} area`, 1])
  );
  const areas = names.map((name) => fit.of(`${name} area`).value);
  const energy = areas.reduce((sum, a, i) => sum + a * fit.of(`${names[i]} energy`).value, 0) / area.value;
  const gradient = names.flatMap((name, i): [string, number][] => [
    [`${name} area`, (fit.of(`${name} energy`).value - energy) / area.value],
    [`${name} energy`, areas[i] / area.value]
  ]);
  return {
    ...{ window: windows.prePeak, energies, counts, fit, area },
    labels: [
      "background",
      ...names,
      ...(mainEdge === "reference" ? ["main edge"] : ["step", "band", "upper band"])
    ],
    energy: { value: energy, error: combine(fit, gradient).error },
    significance: area.value / area.error
  };
}

/** A line whose area is told in atoms. */
function scaled({ parameters, evaluate }: Term, unit: number): Term {
  return {
    parameters,
    evaluate(p, value, gradient) {
      evaluate([p[0] * unit, p[1], p[2]], value, gradient);
      if (gradient) for (let i = 0; i < gradient[0].length; ++i) gradient[0][i] = gradient[0][i] * unit;
    }
  };
}

/** Σ w p with the error from the covariance; NaN where a parameter has none. */
function combine(fit: TermsFit, weights: readonly [name: string, weight: number][]) {
  const n = fit.names.length;
  const at = weights.map(([name]) => fit.names.indexOf(name));
  let [value, variance] = [0, 0];
  weights.forEach(([, w], i) => {
    value += w * fit.values[at[i]];
    weights.forEach(([, v], j) => (variance += w * v * fit.covariance[at[i] * n + at[j]]));
  });
  const known = weights.every(([, w], i) => w === 0 || Number.isFinite(fit.standardErrors[at[i]]));
  return { value, error: known ? Math.sqrt(variance) : NaN };
}
