// How much of the particle's volume stands under which stress, with a threshold that the reader moves.
import * as Plot from "npm:@observablehq/plot";

/** Share of `weights` (volumes of revolution) at which `values` exceed `threshold`. */
export function volumeAbove(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  threshold: number
): number {
  let above = 0;
  let all = 0;
  for (let i = 0; i < values.length; ++i) {
    all += weights[i];
    if (values[i] > threshold) above += weights[i];
  }
  return all > 0 ? above / all : 0;
}

/** Share of the volume, in %, in equal bins from the least value to the greatest. */
export function volumeBins(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  count: number
): { from: number; to: number; percent: number }[] {
  let [low, high, all] = [Infinity, -Infinity, 0];
  for (let i = 0; i < values.length; ++i) {
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
    all += weights[i];
  }
  const step = (high - low) / count || 1;
  const bins = Array.from({ length: count }, (_, k) => ({
    from: low + k * step,
    to: low + (k + 1) * step,
    percent: 0
  }));
  for (let i = 0; i < values.length; ++i) {
    const k = Math.min(count - 1, Math.floor((values[i] - low) / step));
    bins[k].percent += (100 * weights[i]) / all;
  }
  return bins;
}

export interface StressHistogramOptions {
  width: number;
  label: string;
  threshold: number;
  colour: string;
  ariaLabel: string;
}

export function stressHistogram(
  values: Float64Array,
  weights: Float64Array,
  o: StressHistogramOptions
): SVGElement | HTMLElement {
  const bins = volumeBins(values, weights, 60);
  return Plot.plot({
    width: o.width,
    height: 180,
    marginLeft: 48,
    ariaLabel: o.ariaLabel,
    x: { label: o.label },
    y: { label: "volume (%)", grid: true },
    marks: [
      Plot.rectY(bins, { x1: "from", x2: "to", y: "percent", fill: o.colour }),
      Plot.ruleX([o.threshold], { strokeWidth: 2, strokeDasharray: "4,3" }),
      Plot.ruleY([0])
    ]
  });
}
