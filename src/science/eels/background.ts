// The background below an edge, A (E/E_m)^(−r), fitted in a window before it and carried on under it, with the error of the
// extrapolated sum from the covariance of the two. Egerton (2011), section 4.4.

import { powerLawTerm, fitTerms } from "./terms.js";
import { channelsIn, checkApart, energiesOf, type LossSpectrum, type LossWindow } from "./spectrum.js";

export interface Background {
  window: LossWindow;
  /** counts at the middle of the window, and the exponent, with standard errors */
  amplitude: number;
  exponent: number;
  amplitudeError: number;
  exponentError: number;
  /** eV, middle of the window */
  middle: number;
  /** between amplitude and exponent [2][2] */
  covariance: Float64Array;
  reducedChiSquared: number;
  /** counts expected at an energy (eV) */
  at: (energy: number) => number;
  /** variance of the sum of the background over energies */
  variance: (energies: ArrayLike<number>) => number;
}

/** @throws where the window is not covered, or holds no counts */
export function fitBackground(s: LossSpectrum, window: LossWindow, what = "background"): Background {
  const [first, end] = channelsIn(s, window, `window of the ${what}`);
  const counts = s.counts.subarray(first, end);
  const energies = energiesOf(s).subarray(first, end);
  const middle = (window[0] + window[1]) / 2;
  if (!(energies[0] > 0))
    throw new Error(`invalid window of the ${what}: from ${window[0]} eV; a power law needs positive losses`);
  const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length;
  if (!(mean > 0))
    throw new Error(`missing counts: none in the window of the ${what}; expose longer, or move the window`);
  const fit = fitTerms({
    terms: [powerLawTerm(energies, middle, { amplitude: mean, exponent: 3 })],
    counts,
    readoutVariance: s.readoutVariance
  });
  const [amplitude, exponent] = fit.values;
  const at = (energy: number) => amplitude * (energy / middle) ** -exponent;
  return {
    ...{ window, amplitude, exponent, middle, covariance: fit.covariance, at },
    amplitudeError: fit.standardErrors[0],
    exponentError: fit.standardErrors[1],
    reducedChiSquared: fit.reducedChiSquared,
    variance(over) {
      let [byAmplitude, byExponent] = [0, 0];
      for (let i = 0; i < over.length; ++i) {
        const value = at(over[i]);
        byAmplitude += value / amplitude;
        byExponent -= value * Math.log(over[i] / middle);
      }
      const [aa, ar, , rr] = fit.covariance;
      return byAmplitude ** 2 * aa + 2 * byAmplitude * byExponent * ar + byExponent ** 2 * rr;
    }
  };
}

export interface EdgeIntegral {
  /** counts over the background, and the standard error of counts and background together */
  counts: number;
  error: number;
  /** of these, the error by the background alone */
  backgroundError: number;
  background: Background;
  window: LossWindow;
}

/** Counts of an edge over its background. @throws where windows overlap or are not covered */
export function edgeIntegral(
  s: LossSpectrum,
  before: LossWindow,
  window: LossWindow,
  what: string
): EdgeIntegral {
  checkApart(before, window, `background and signal of ${what}`);
  if (s.start > before[0])
    throw new Error(
      `unsupported spectrum: it starts at ${s.start.toFixed(1)} eV, above the beginning of the background of ${what} (${before[0]} eV); record it from below the edge`
    );
  const background = fitBackground(s, before, `background of ${what}`);
  const [first, end] = channelsIn(s, window, `signal window of ${what}`);
  const energies = energiesOf(s).subarray(first, end);
  let [sum, all] = [0, 0];
  for (let i = first; i < end; ++i) {
    sum += s.counts[i] - background.at(energies[i - first]);
    all += Math.max(s.counts[i], 0) + s.readoutVariance;
  }
  const extrapolated = background.variance(energies);
  return {
    ...{ counts: sum, background, window },
    error: Math.sqrt(all + extrapolated),
    backgroundError: Math.sqrt(extrapolated)
  };
}
