// The twin of the diffractometer: neutrons counted in each bin of d, Poisson numbers about
//   N(d) = R t φ(d)/φ₀ · Δd/Δd₀ · y(d),  y = background + s Σ m |F|² d⁴ P(d − d_r),
// y being 1000 at the top of (0 1 2) of the pristine sample, where φ₀ and Δd₀ are taken; and the pattern that the instrument
// hands out: the counts with the incident spectrum and the bins' widths divided out, with the errors of the counts.

import type { Crystal } from "../material/crystal.js";
import { coherentLength } from "../material/neutron-scattering.js";
import { poisson } from "../numerics/poisson.js";
import { random } from "../numerics/rng.js";
import { latticeCrystal } from "../particle/lattice-states.js";
import {
  checkNeutronInstrument,
  incidentSpectrum,
  spacings,
  type NeutronInstrument
} from "./neutron-instrument.js";
import type { PowderPattern } from "./powder-pattern.js";
import { timeOfFlight } from "./powder-geometry.js";
import { peakShape, topOf } from "./pseudo-voigt.js";
import { patternModel, type PatternModel } from "./rietveld-model.js";
import type { Amplitude } from "./structure-factor.js";

/** Terms of the background in ln d, and their size over the constant one: flat, rising a little to small d. */
export const backgroundTerms = 6;
const slopes = [0, -0.12, 0.05] as const;
/** d about which the background is written, so that it is the same whatever range is measured */
const middle = Math.sqrt(0.5 * 2.5);
const halfRange = Math.log(2.5 / middle);

/** y at the top of (0 1 2) of the pristine sample */
export const topIntensity = 1000;

export const neutronAmplitude: Amplitude = (element) => [coherentLength(element), 0];

export interface NeutronRaw {
  instrument: NeutronInstrument;
  /** d of each bin's centre, Å, ascending */
  d: Float64Array;
  /** neutrons counted */
  counts: Float64Array;
  /** counts per unit of intensity, from the vanadium run and the bins' widths */
  sensitivity: Float64Array;
  /** intensities with their errors, as handed to the analysis */
  pattern: PowderPattern;
}

/** s, so that y is `topIntensity` at the top of the pristine (0 1 2): one number for all samples. */
export function referenceScale({
  resolution,
  lorentz
}: Pick<NeutronInstrument, "resolution" | "lorentz">): number {
  const crystal = latticeCrystal("pristine");
  const model = patternModel({
    ...{ crystal, amplitude: neutronAmplitude, geometry: timeOfFlight({ gauss: resolution, lorentz }) },
    ...{ background: { kind: "chebyshev", count: 1 }, x: Float64Array.of(2.25, 2.33, 2.4) }
  });
  const { reflections } = model;
  const r = Array.from(reflections.h.keys()).find((i) => Math.abs(reflections.d[i] - 2.3342) < 0.001) ?? 0;
  const { area } = model.peaks(model.start);
  const shape = peakShape(resolution * reflections.d[r], lorentz * reflections.d[r]);
  return (topIntensity * shape.width) / (area[r] * topOf(shape.mixing));
}

/** The true model of a crystal in an instrument, at its starting values. */
export function neutronModel(crystal: Crystal, instrument: NeutronInstrument): PatternModel {
  checkNeutronInstrument(instrument);
  const { resolution, lorentz } = instrument;
  return patternModel({
    ...{ crystal, amplitude: neutronAmplitude, x: spacings(instrument) },
    geometry: timeOfFlight({ gauss: resolution, lorentz }),
    background: { kind: "chebyshev", count: backgroundTerms, coordinate: "logarithmic" },
    backgroundStart: [],
    scale: referenceScale(instrument)
  });
}

/** The background's intensity at each d. */
export function trueBackground({ background }: NeutronInstrument, d: Float64Array): Float64Array {
  return d.map((value) => {
    const t = Math.log(value / middle) / halfRange;
    return topIntensity * background * (1 + slopes[1] * t + slopes[2] * (2 * t * t - 1));
  });
}

/** y without noise [bin]. */
export function expectedIntensity(crystal: Crystal, instrument: NeutronInstrument): Float64Array {
  const model = neutronModel(crystal, instrument);
  const background = trueBackground(instrument, spacings(instrument));
  return model.pattern(model.start).map((y, i) => y + background[i]);
}

/** Counts per unit of intensity [bin]. */
export function sensitivity(instrument: NeutronInstrument): Float64Array {
  const { hours, countRate, dMin, dMax, points } = instrument;
  const d = spacings(instrument);
  const usual = spacings({ ...instrument, dMin: 0.5, dMax: 2.5, points: 5000 });
  const reference = 2.3342;
  // Δd/d of the bins against those of the default instrument, for which the rate is told
  const widths = Math.log(dMax / dMin) / (points - 1) / Math.log(usual[1] / usual[0]);
  const per = (countRate * hours * widths) / topIntensity;
  return d.map(
    (value) => (per * incidentSpectrum(value) * value) / (incidentSpectrum(reference) * reference)
  );
}

/** What many measurements of one sample share. */
export interface NeutronExpectation {
  instrument: NeutronInstrument;
  d: Float64Array;
  /** y without noise [bin] */
  intensity: Float64Array;
  /** counts per unit of y [bin] */
  sensitivity: Float64Array;
}

export function expectNeutrons(crystal: Crystal, instrument: NeutronInstrument): NeutronExpectation {
  return {
    ...{ instrument, d: spacings(instrument) },
    intensity: expectedIntensity(crystal, instrument),
    sensitivity: sensitivity(instrument)
  };
}

/** @param seed of the counts */
export function countNeutrons(expectation: NeutronExpectation, seed: number): NeutronRaw {
  const { instrument, d, intensity, sensitivity: perUnit } = expectation;
  const uniform = random(seed);
  const counts = intensity.map((y, i) => poisson(y * perUnit[i], uniform));
  return { instrument, d, counts, sensitivity: perUnit, pattern: patternOf(d, counts, perUnit) };
}

/** @param seed of the counts @throws where crystal or instrument are invalid */
export function measureNeutrons(crystal: Crystal, instrument: NeutronInstrument, seed: number): NeutronRaw {
  return countNeutrons(expectNeutrons(crystal, instrument), seed);
}

/** The pattern that endless counting would give, with the errors that the instrument's time leaves. */
export function noiselessPattern({ d, intensity, sensitivity: perUnit }: NeutronExpectation): PowderPattern {
  return {
    ...{ axis: "d", x: d, intensity },
    error: intensity.map((y, i) => Math.sqrt(Math.max(y * perUnit[i], 1)) / perUnit[i])
  };
}

/** Counts over sensitivity, errors from the counts; a bin without any has the error of one count. */
export function patternOf(d: Float64Array, counts: Float64Array, perUnit: Float64Array): PowderPattern {
  return {
    axis: "d",
    x: d,
    intensity: counts.map((n, i) => n / perUnit[i]),
    error: counts.map((n, i) => Math.sqrt(Math.max(n, 1)) / perUnit[i])
  };
}
