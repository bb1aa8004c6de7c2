// Standard normal deviates by the ziggurat of Marsaglia & Tsang, J. Stat. Softw. 5 (2000) 8, doi 10.18637/jss.v005.i08:
// the area under exp(−x²/2) cut into 128 layers of equal area, so that most deviates cost one draw and one product.

import type { Random } from "./rng.js";

const layers = 128;
/** where the tail begins, and the area of a layer, for 128 layers */
const tail = 3.442619855899;
const area = 9.91256303526217e-3;

const edge = new Float64Array(layers + 1);
const height = new Float64Array(layers + 1);
edge[0] = area / Math.exp(-0.5 * tail * tail);
edge[1] = tail;
for (let k = 2; k < layers; ++k) {
  const previous = edge[k - 1] ?? 0;
  edge[k] = Math.sqrt(-2 * Math.log(area / previous + Math.exp(-0.5 * previous * previous)));
}
edge.forEach((x, k) => (height[k] = Math.exp(-0.5 * x * x)));

/** One deviate of mean 0 and variance 1. */
export function normal(uniform: Random): number {
  for (;;) {
    // the layer and the sign from one draw, the place in the layer from another: one draw for both correlates them
    const bits = Math.floor(uniform() * 256);
    const layer = bits >> 1;
    const sign = bits & 1 ? 1 : -1;
    const x = uniform() * edge[layer];
    if (x < edge[layer + 1]) return sign * x;
    if (layer === 0) return sign * beyondTail(uniform);
    const low = height[layer];
    if (low + uniform() * (height[layer + 1] - low) < Math.exp(-0.5 * x * x)) return sign * x;
  }
}

/** A deviate larger than `tail`, by Marsaglia's exponential rejection. */
function beyondTail(uniform: Random): number {
  for (;;) {
    const x = -Math.log(1 - uniform()) / tail;
    const y = -Math.log(1 - uniform());
    if (2 * y > x * x) return tail + x;
  }
}
