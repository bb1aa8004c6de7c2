// How a spectrum of single losses is seen: convolved with the measured low losses, which hold plural scattering and the width
// of the zero-loss peak. So a model of edges needs neither deconvolution nor a guess of the resolution. Manoubi, Tencé, Walls
// & Colliex, Microsc. Microanal. Microstruct. 1 (1990) 23, doi 10.1051/mmm:019900010102300.

import { nextPowerOfTwo } from "../numerics/fft.js";
import { onCircle } from "./deconvolve.js";
import { zeroLoss } from "./low-loss.js";
import { convolveWith } from "./plural.js";
import { binned, channelsIn, energiesOf, type LossSpectrum, type LossWindow } from "./spectrum.js";

/** values on the wide grid → those of the window, convolved */
export type Blur = (values: Float64Array) => Float64Array;

export interface WindowModel {
  /** eV, of the window's channels */
  energies: Float64Array;
  /** eV, from `below` under the window to beyond it: what the spectrometer's width brings into the window from either side */
  wide: Float64Array;
  counts: Float64Array;
  blur: Blur;
  /** electrons of the exposure, as the low losses count them */
  electrons: number;
}

/** eV beyond a window that a broad zero-loss peak still reaches over */
const margin = 20;

/**
 * A window of a spectrum, and how a model of single losses is brought into it.
 * @param plural false: with the zero-loss peak alone @param below eV under the window
 * @throws where the window is not covered, the steps do not fit, or there is no zero-loss peak
 */
export function windowModel(
  s: LossSpectrum,
  low: LossSpectrum,
  {
    window,
    what,
    plural,
    times,
    below = margin
  }: {
    window: LossWindow;
    what: string;
    plural: boolean;
    /** of the exposure over that of the low losses */
    times: number;
    below?: number;
  }
): WindowModel {
  const [first, end] = channelsIn(s, window, `window of ${what}`);
  const by = Math.round(s.step / low.step);
  const binnedLow = by >= 1 ? binned(low, by) : low;
  if (Math.abs(binnedLow.step / s.step - 1) > 1e-6)
    throw new Error(
      `invalid low losses: ${low.step} eV a channel, ${what} ${s.step}; the second must be a multiple of the first`
    );
  const energies = energiesOf(s).subarray(first, end);
  const before = Math.round(below / s.step);
  const after = Math.round(margin / s.step);
  const wide = Float64Array.from(
    { length: before + energies.length + after },
    (_, i) => energies[0] + (i - before) * s.step
  );
  const zero = zeroLoss(low);
  const size = nextPowerOfTwo(wide.length + binnedLow.counts.length);
  const total = low.counts.reduce((sum, n) => sum + n, 0);
  const kernel = plural
    ? binnedLow.counts.map((n) => n / total)
    : binned({ ...low, counts: zero.peak }, by).counts.map((n) => n / zero.counts);
  const transform = onCircle(binnedLow, kernel, zero.energy, size);
  return {
    ...{ energies, wide, electrons: total * times },
    counts: Float64Array.from(s.counts.subarray(first, end)),
    blur: (values) => convolveWith(values, transform).slice(before, before + energies.length)
  };
}
