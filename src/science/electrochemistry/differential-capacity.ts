// dQ/dV of a stretch of a record, as a density of charge over voltage: the charge of each interval is spread evenly between
// the voltages of its two rows, and the sum is smoothed by a Gaussian of standard deviation w:
//   dQ/dV(V) = ∫ dq g_w(V − V(q)).
// Nothing is divided by a difference of voltages, so noise and flat stretches do no harm, the area is the charge whatever w
// is, and what is shown is the true density smoothed by w (full width at half height 2.35 w).

import { gaussianKernel } from "../numerics/gaussian-blur.js";
import { hour } from "../material/constants.js";

export interface DifferentialCapacity {
  /** V, evenly spaced, at the middle of the bins */
  voltage: Float64Array;
  /** Ah/V, positive */
  density: Float64Array;
  /** V, standard deviation of the smoothing */
  smoothing: number;
}

export interface DifferentialSettings {
  /** V, standard deviation of the Gaussian */
  smoothing: number;
  /** V, width of the bins; at most a third of the smoothing is advised */
  bin: number;
}

export const defaultDifferentialSettings: DifferentialSettings = { smoothing: 0.015, bin: 0.004 };

/**
 * @param time s  @param current A, of one sign  @param voltage V; rows [from, to) of each are read
 * @throws where the settings are not positive
 */
export function differentialCapacity(
  {
    time,
    current,
    voltage
  }: { time: ArrayLike<number>; current: ArrayLike<number>; voltage: ArrayLike<number> },
  from = 0,
  to = time.length,
  settings: Partial<DifferentialSettings> = {}
): DifferentialCapacity {
  const { smoothing, bin } = { ...defaultDifferentialSettings, ...settings };
  if (!(smoothing > 0 && bin > 0 && Number.isFinite(smoothing / bin)))
    throw new Error(`invalid smoothing: ${smoothing} V with bins of ${bin} V; both must be positive`);
  let [least, most] = [Infinity, -Infinity];
  for (let i = from; i < to; ++i) {
    least = Math.min(least, voltage[i]);
    most = Math.max(most, voltage[i]);
  }
  const kernel = gaussianKernel(smoothing / bin);
  const reach = (kernel.length - 1) / 2;
  const low = (Math.floor(least / bin) - reach) * bin;
  const bins = Math.floor((most - low) / bin) + 1 + reach;
  const charge = new Float64Array(bins);
  for (let i = from + 1; i < to; ++i) {
    const dq = (0.5 * Math.abs(current[i] + current[i - 1]) * (time[i] - time[i - 1])) / hour;
    const a = (Math.min(voltage[i], voltage[i - 1]) - low) / bin;
    const b = (Math.max(voltage[i], voltage[i - 1]) - low) / bin;
    if (b - a < 1e-9) charge[Math.floor(a)] += dq;
    else
      for (let k = Math.floor(a); k < b; ++k)
        charge[k] += (dq * (Math.min(b, k + 1) - Math.max(a, k))) / (b - a);
  }
  const density = new Float64Array(bins);
  for (let k = 0; k < bins; ++k)
    for (let r = -reach; r <= reach; ++r) density[k] += (charge[k + r] ?? 0) * (kernel[r + reach] / bin);
  return { voltage: Float64Array.from(density, (_, k) => low + (k + 0.5) * bin), density, smoothing };
}
