// Counts to what is compared. Smoothing within the mask, v = (g * m N)/(g * m), comes first; then
//   counts: v;  total: v_X/Σ_Y v_Y in each pixel;  maximum: v/max v;  median: v/median v.
// All but "total" only change a map's scale, so that no threshold by rank, no correlation and no ratio moves. Shares of a total
// do: where one ion gives most of the counts the others fall as it rises, whatever the matter (Aitchison, The Statistical
// Analysis of Compositional Data, 1986).

import { gaussianBlur, widthOverSigma } from "../numerics/gaussian-blur.js";
import { ions, type Ion, type IonMaps } from "./raw.js";
import type { Normalisation } from "./settings.js";

/** Maps that may be compared, NaN outside the mask, [y][x]. */
export type NormalisedMaps = Record<Ion, Float32Array>;

/** @param smoothing m, full width at half height */
export function normalise(
  { width, height, pixel, counts }: IonMaps,
  mask: Uint8Array,
  { normalisation, smoothing }: { normalisation: Normalisation; smoothing: number }
): NormalisedMaps {
  const sigma = smoothing / widthOverSigma / pixel;
  const blur = (values: Float32Array) => gaussianBlur(values, [height, width], [sigma, sigma], "zero");
  const weight = sigma > 0 ? blur(Float32Array.from(mask)) : null;
  const smooth = (map: ArrayLike<number>): Float32Array => {
    const inside = Float32Array.from(mask, (m, p) => (m ? map[p] : 0));
    const blurred = weight ? blur(inside) : inside;
    return blurred.map((v, p) => (mask[p] ? v / (weight ? weight[p] : 1) : NaN));
  };
  const out = { Li: smooth(counts.Li), Mn: smooth(counts.Mn), O: smooth(counts.O) };
  if (normalisation === "counts") return out;
  if (normalisation === "total") {
    const total = out.Li.map((v, p) => v + out.Mn[p] + out.O[p]);
    for (const ion of ions) out[ion] = out[ion].map((v, p) => (total[p] > 0 ? v / total[p] : NaN));
    return out;
  }
  for (const ion of ions) {
    const sorted = out[ion].filter((v) => !Number.isNaN(v)).sort();
    const scale = normalisation === "median" ? sorted[sorted.length >> 1] : sorted[sorted.length - 1];
    out[ion] = out[ion].map((v) => v / (scale || 1));
  }
  return out;
}
