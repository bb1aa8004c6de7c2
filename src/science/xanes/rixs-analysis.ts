// Is oxidised oxygen in a map of resonant inelastic scattering? The emission from 523 to 524 eV against the excitation, and
// in it what stands at 531–532 eV over the tail of the lattice's emission. With A = Σ counts at 523–524 eV and B those at
// 525–526 eV, both less the background, which is the mean of the bins at 518–520 eV, the tail is r B, r = A₀/B₀ at excitations
// beside the feature, and the feature F = A₁ − r B₁ with, for counts before the background is taken away in the numerators,
//   var F = var A₁ + r² var B₁ + B₁² r² (var A₀/A₀² + var B₀/B₀²).

import { expectedRixs, type RixsMap } from "./rixs.js";
import type { RixsInstrument } from "./rixs-instrument.js";
import { checkRising } from "./resample.js";
import type { EnergyWindow } from "./windows.js";

/** eV; emission and excitation of the feature as the study integrates them, the others assumed */
export const rixsWindows = {
  emission: [523, 524],
  lattice: [525, 526],
  background: [518, 520],
  feature: [531, 532],
  beside: [
    [527.5, 529.5],
    [533.5, 536]
  ]
} as const satisfies Record<string, EnergyWindow | readonly EnergyWindow[]>;

export interface RixsResult {
  /** eV */
  excitation: Float64Array;
  /** counts with emission at 523–524 eV less the background, and their standard error [excitation] */
  profile: Float64Array;
  profileError: Float64Array;
  /** r B: what the lattice's emission alone would give [excitation] */
  tail: Float64Array;
  /** counts of the feature over the tail, and the standard error */
  feature: number;
  featureError: number;
  /** feature/error */
  significance: number;
}

/** @param map counts, not yet scaled or smoothed @throws where the windows are not covered, or hold no counts */
export function analyseRixs({ excitation, emission, counts }: RixsMap): RixsResult {
  checkRising(excitation, "the excitation");
  checkRising(emission, "the emission");
  if (counts.length !== excitation.length * emission.length)
    throw new Error(
      `invalid map: ${counts.length} counts; must be ${excitation.length} excitations × ${emission.length} emissions`
    );
  const bad = counts.findIndex((n) => !(n >= 0 && n < Infinity));
  if (bad >= 0) throw new Error(`invalid counts: ${counts[bad]} in bin ${bad}; must be zero or positive`);
  const inWindow = (window: EnergyWindow) => {
    const inside = indices(emission, window, "emission");
    const sums = Float64Array.from(excitation, (_, i) =>
      inside.reduce((sum, j) => sum + counts[i * emission.length + j], 0)
    );
    return { bins: inside.length, sums };
  };
  const empty = inWindow(rixsWindows.background);
  const perBin = empty.sums.reduce((sum, n) => sum + n, 0) / (empty.bins * excitation.length);
  const [profile, lattice] = [rixsWindows.emission, rixsWindows.lattice].map((window) => {
    const { bins, sums } = inWindow(window);
    return { counts: sums, net: sums.map((n) => n - bins * perBin) };
  });
  const total = (values: Float64Array, at: number[]) => at.reduce((sum, i) => sum + values[i], 0);
  const beside = rixsWindows.beside.flatMap((window) => indices(excitation, window, "excitation"));
  const inside = indices(excitation, rixsWindows.feature, "excitation");
  const [a0, b0] = [profile, lattice].map(({ net }) => total(net, beside));
  const [a1, b1] = [profile, lattice].map(({ net }) => total(net, inside));
  const [varA0, varB0] = [profile, lattice].map((band) => total(band.counts, beside));
  const [varA1, varB1] = [profile, lattice].map((band) => total(band.counts, inside));
  if (!(a0 > 0 && b0 > 0))
    throw new Error(
      "missing counts: none beside the feature, from 523 to 526 eV of emission; count longer, or check the order of the map"
    );
  const r = a0 / b0;
  const feature = a1 - r * b1;
  const featureError = Math.sqrt(varA1 + r * r * varB1 + (b1 * r) ** 2 * (varA0 / a0 ** 2 + varB0 / b0 ** 2));
  return {
    excitation,
    profile: profile.net,
    profileError: profile.counts.map(Math.sqrt),
    tail: lattice.net.map((b) => r * b),
    feature,
    featureError,
    significance: feature / featureError
  };
}

function indices(energies: Float64Array, [from, to]: EnergyWindow, what: string): number[] {
  const slack = 1e-9;
  if (!(energies[0] <= from + slack && energies[energies.length - 1] >= to - slack))
    throw new Error(
      `invalid range of ${what}: ${energies[0]} to ${energies[energies.length - 1]} eV; must cover ${from} to ${to} eV`
    );
  return Array.from(energies.keys()).filter((i) => energies[i] >= from - slack && energies[i] <= to + slack);
}

/** Smallest share of oxidised oxygen whose feature is expected at `sigmas` standard errors of a map without any. */
export function rixsDetectionLimit(instrument: RixsInstrument, sigmas = 3): number {
  const probe = 0.01;
  const none = analyseRixs(expectedRixs(0, instrument));
  const little = analyseRixs(expectedRixs(probe, instrument));
  return (sigmas * none.featureError) / ((little.feature - none.feature) / probe);
}

/** Share of oxidised oxygen and its error that a feature stands for, at a known strength of the feature. */
export function oxidisedShare(
  { feature, featureError }: RixsResult,
  instrument: RixsInstrument
): { share: number; error: number } {
  const none = analyseRixs(expectedRixs(0, instrument)).feature;
  const slope = (analyseRixs(expectedRixs(0.01, instrument)).feature - none) / 0.01;
  return { share: (feature - none) / slope, error: featureError / slope };
}
