// What the low losses tell: the zero-loss peak, its width, and the thickness by Poisson's law, t/λ = ln(I_t/I_0), with I_0 up
// to where the peak mirrored at its maximum leaves the spectrum. Egerton (2011), section 5.1, doi 10.1007/978-1-4419-9583-4.

import { checkSpectrum, energiesOf, type LossSpectrum } from "./spectrum.js";

export interface ZeroLoss {
  /** eV */
  energy: number;
  /** full width at half height, eV */
  width: number;
  /** electrons in the peak */
  counts: number;
  /** the peak alone [channel] */
  peak: Float64Array;
}

/** @throws where there is no peak at zero, or the range ends before the losses */
export function zeroLoss(s: LossSpectrum): ZeroLoss {
  checkSpectrum(s, "the low losses");
  const { start, step, counts } = s;
  const last = start + (counts.length - 1) * step;
  if (start > -2 * step || last < 20)
    throw new Error(
      `missing zero-loss peak: the spectrum goes from ${start.toFixed(1)} to ${last.toFixed(1)} eV; record the low losses from below 0 to above 20 eV`
    );
  const end = Math.floor((15 - start) / step);
  let top = 0;
  for (let i = 1; i < end; ++i) if (counts[i] > counts[top]) top = i;
  const highest = counts[top];
  const median = [...counts].sort((a, b) => a - b)[counts.length >> 1];
  if (top === 0 || top === end - 1 || !(highest > 3 * median + 10))
    throw new Error(
      "missing zero-loss peak: no maximum below 15 eV that stands out; deconvolution and thickness need the low losses with the peak"
    );
  const cross = (direction: 1 | -1) => {
    let i = top;
    while (i > 0 && i < counts.length - 1 && counts[i] > highest / 2) i += direction;
    const [inner, outer] = [counts[i - direction], counts[i]];
    return i - direction * ((highest / 2 - outer) / Math.max(inner - outer, 1e-300));
  };
  const [left, right] = [cross(-1), cross(1)];
  const width = (right - left) * step;
  const middle = centroid(counts, (left + right) / 2, 0.6 * (right - left));
  // mirrored: what stands right of the middle is the peak's only as far as it stands left of it
  const peak = counts.map((n, i) => {
    if (i <= middle) return n;
    const mirror = 2 * middle - i;
    const j = Math.floor(mirror);
    if (j < 0 || (i - middle) * step > 3 * width) return 0;
    return Math.min(n, counts[j] + (mirror - j) * (counts[j + 1] - counts[j]));
  });
  const floor = (middle * step - 3 * width) / step;
  const kept = peak.map((n, i) => (i >= floor ? n : 0));
  return { energy: start + middle * step, width, counts: kept.reduce((sum, n) => sum + n, 0), peak: kept };
}

/** Mean channel within `reach` channels of itself: far less noisy than the crossings at half height. */
function centroid(counts: Float64Array, start: number, reach: number): number {
  let middle = start;
  for (let k = 0; k < 8; ++k) {
    let [sum, moment] = [0, 0];
    for (let i = Math.max(0, Math.floor(middle - reach)); i <= middle + reach + 1 && i < counts.length; ++i) {
      // channels at the ends count by the part that lies inside
      const share = Math.min(1, Math.max(0, reach + 0.5 - Math.abs(i - middle)));
      sum += share * counts[i];
      moment += share * counts[i] * i;
    }
    middle = moment / sum;
  }
  return middle;
}

export interface Thickness {
  /** t/λ, and its standard error from the counts */
  ratio: number;
  error: number;
  zeroLoss: ZeroLoss;
}

/** @throws as `zeroLoss` does */
export function thicknessRatio(s: LossSpectrum): Thickness {
  const zero = zeroLoss(s);
  const floor = zero.energy - 3 * zero.width;
  const energies = energiesOf(s);
  const total = s.counts.reduce((sum, n, i) => (energies[i] >= floor ? sum + n : sum), 0);
  const readout = s.readoutVariance * s.counts.length;
  const ratio = Math.log(total / zero.counts);
  // I_0 is twice what was counted on one side of the middle, and the middle is uncertain by about 1.3 standard errors of a mean
  const half = 2 / zero.counts - 1 / total;
  const middle = 1.3 ** 2 / zero.counts / (2 * Math.PI) / 0.25;
  const variance = half + middle + readout / total ** 2;
  return { ratio, error: Math.sqrt(variance), zeroLoss: zero };
}
