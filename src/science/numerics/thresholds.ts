// Thresholds of grey values: that of Otsu, which makes the variance between the two classes greatest,
//   σ²(t) = ω₀(t) ω₁(t) (μ₁(t) − μ₀(t))²,
// the valley's middle between the two commonest values, and hysteresis: what passes the loose threshold counts where it
// hangs together with something that passes the strict one.
// Otsu, IEEE Trans. Syst. Man Cybern. 9 (1979) 62, doi 10.1109/TSMC.1979.4310076; Canny, IEEE TPAMI 8 (1986) 679,
// doi 10.1109/TPAMI.1986.4767851.

import { connectedComponents, type Neighbours } from "./labels.js";
import type { Shape } from "./volume-shape.js";

/** Counts of grey values in bins of equal width. */
export interface Histogram {
  counts: Float64Array;
  /** lower edge of the first bin and upper edge of the last */
  min: number;
  max: number;
}

/**
 * @param within counts only where this is not 0; everything unless given
 * Values beyond the range go to its first and last bin.
 */
export function histogram(
  values: ArrayLike<number>,
  { min, max, bins, within }: { min: number; max: number; bins: number; within?: Uint8Array }
): Histogram {
  if (!(max > min) || !(Number.isInteger(bins) && bins >= 2))
    throw new Error(
      `invalid histogram: ${bins} bins from ${min} to ${max}; must be 2 or more, and the range must rise`
    );
  const counts = new Float64Array(bins);
  const scale = bins / (max - min);
  for (let p = 0; p < values.length; ++p) {
    if (within && within[p] === 0) continue;
    const bin = Math.floor((values[p] - min) * scale);
    if (bin === bin) ++counts[Math.min(bins - 1, Math.max(0, bin))];
  }
  return { counts, min, max };
}

const centreOf = ({ counts, min, max }: Histogram, bin: number) =>
  min + ((bin + 0.5) * (max - min)) / counts.length;

/**
 * The threshold of Otsu: the middle of all edges between bins that are equally good.
 * @throws where all values are in one bin: there are not two classes to part
 */
export function otsuThreshold(of: Histogram): number {
  const { counts, min, max } = of;
  const bins = counts.length;
  let [total, sum] = [0, 0];
  counts.forEach((n, k) => {
    total += n;
    sum += n * k;
  });
  if (counts.filter((n) => n > 0).length < 2)
    throw new Error(
      "invalid volume: all its grey values are alike; a threshold needs two classes: choose a region that holds both"
    );
  let [below, first, best] = [0, 0, -1];
  let [from, to] = [0, 0];
  for (let k = 0; k < bins - 1; ++k) {
    below += counts[k];
    first += counts[k] * k;
    if (below === 0 || below === total) continue;
    const between = (sum * below - first * total) ** 2 / (below * (total - below));
    if (between > best * (1 + 1e-12)) {
      best = between;
      from = k;
    }
    if (between >= best * (1 - 1e-12)) to = k;
  }
  return min + ((0.5 * (from + to) + 1) * (max - min)) / bins;
}

/** Commonest grey values below and above a threshold, and the value halfway between: another estimate of the threshold. */
export function modesAbout(of: Histogram, threshold: number): { low: number; high: number; middle: number } {
  const split = Math.round(((threshold - of.min) / (of.max - of.min)) * of.counts.length);
  const mode = (from: number, to: number) => {
    let best = from;
    for (let k = from; k < to; ++k) if (of.counts[k] > of.counts[best]) best = k;
    return centreOf(of, best);
  };
  const [low, high] = [mode(0, split), mode(split, of.counts.length)];
  return { low, high, middle: 0.5 * (low + high) };
}

/**
 * Voxels that are 1 in `loose` and hang together with one that is 1 in `strict`.
 * @throws where the arrays do not have the shape
 */
export function hysteresis(
  loose: Uint8Array,
  strict: Uint8Array,
  shape: Shape,
  neighbours: Neighbours = 26
): Uint8Array {
  const { labels, count } = connectedComponents(loose, shape, { neighbours });
  if (strict.length !== loose.length)
    throw new Error(`invalid strict voxels: ${strict.length}; must be ${loose.length}`);
  const kept = new Uint8Array(count + 1);
  for (let p = 0; p < labels.length; ++p) if (strict[p] !== 0) kept[labels[p]] = 1;
  kept[0] = 0;
  const out = new Uint8Array(labels.length);
  for (let p = 0; p < out.length; ++p) out[p] = kept[labels[p]];
  return out;
}
