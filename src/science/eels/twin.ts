// Twin of the spectrometer: the losses expected of a sample in three exposures, and a run with its noise,
//   N_i = (1 + g η_i) Poisson(n_i) + σ_r ξ_i, η and ξ normal deviates, cut off where a channel is full.

import { poisson } from "../numerics/poisson.js";
import { normal } from "../numerics/normal.js";
import { random, type Random } from "../numerics/rng.js";
import { checkInstrument, electronsIn, type EelsInstrument } from "./instrument.js";
import { convolveWith, pluralTransform, unroll } from "./plural.js";
import { type EelsRaw, lossGrids } from "./raw.js";
import { checkSample, type EelsSample } from "./samples.js";
import { singleCoreLoss, singleLowLoss } from "./single-scattering.js";
import type { LossSpectrum } from "./spectrum.js";

const circle = 4096;
/** eV: losses between this and the core range still reach it by a further plasmon */
const coreFrom = 300;

/** Electrons expected in every channel. */
export function expectedSpectra(sample: EelsSample, instrument: EelsInstrument): EelsRaw {
  checkInstrument(instrument);
  checkSample(sample);
  const { resolution, drift, readout, saturation, beamEnergy, beta } = instrument;
  const times = {
    lowLoss: instrument.lowTime,
    lithium: instrument.lithiumTime,
    core: instrument.coreTime
  };
  const spectrum = (name: keyof typeof lossGrids, shares: Float64Array): LossSpectrum => ({
    start: lossGrids[name].start,
    step: lossGrids[name].step,
    counts: shares.map((share) => Math.max(0, share) * electronsIn(instrument, times[name])),
    readoutVariance: readout ** 2,
    saturation
  });
  const { lowLoss: low, lithium, core } = lossGrids;
  const single = singleLowLoss(sample, instrument, circle, low.step);
  // the short exposures do not see the drift of the long one
  const losses = pluralTransform(single, low.step, { resolution, drift: 0 });
  const wide = singleLowLoss(sample, instrument, circle, core.step);
  const spread = pluralTransform(wide, core.step, { resolution, drift });
  const before = Math.round((core.start - coreFrom) / core.step);
  const energies = Float64Array.from({ length: before + core.channels }, (_, i) => coreFrom + i * core.step);
  const coreSingle = singleCoreLoss(sample, instrument, energies).map((v) => v * core.step);
  return {
    lowLoss: spectrum("lowLoss", unroll(losses, low.start, low.step, low.channels)),
    lithium: spectrum("lithium", unroll(losses, lithium.start, lithium.step, lithium.channels)),
    core: spectrum("core", convolveWith(coreSingle, spread).slice(before)),
    times,
    beamEnergy,
    beta
  };
}

/** One run over expected spectra. @param seed the same seed gives the same bytes */
export function recordSpectra(
  expected: EelsRaw,
  { gainVariation, readout }: Pick<EelsInstrument, "gainVariation" | "readout">,
  seed: number
): EelsRaw {
  const uniform = random(seed);
  const record = (s: LossSpectrum): LossSpectrum => ({
    ...s,
    counts: s.counts.map((n) => Math.min(s.saturation, channel(n, gainVariation, readout, uniform)))
  });
  return {
    ...expected,
    lowLoss: record(expected.lowLoss),
    lithium: record(expected.lithium),
    core: record(expected.core)
  };
}

function channel(expected: number, gain: number, readout: number, uniform: Random): number {
  const electrons = poisson(expected, uniform);
  return Math.round(electrons * (1 + gain * normal(uniform)) + readout * normal(uniform));
}

/** The twin's door: a sample, an instrument, a seed. */
export const measureSpectra = (sample: EelsSample, instrument: EelsInstrument, seed: number): EelsRaw =>
  recordSpectra(expectedSpectra(sample, instrument), instrument, seed);
