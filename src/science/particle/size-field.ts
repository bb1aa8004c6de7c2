/**
 * Wanted edge length h(r, z) in a particle of radius 1: the least of
 *   h_max,
 *   hₖ + g dₖ                          for each boundary curve k, dₖ the distance to it,
 *   G/n + g (dᵢ + dⱼ − G)/2            for each pair of curves with the gap G between them, n elements across it.
 * Each term has a slope of at most g, so neighbouring elements differ little. dᵢ + dⱼ is the gap at the point itself, and
 * g/2 < 1/n: h ≤ (gap here)/n all along a bridge.
 */
import type { ParticleGeometry } from "./geometry.js";
import { cutCircles } from "./signed-distance.js";

const growth = 0.2;
const largest = 0.09;
/** along the outer surface, where lithium's diffusion layer starts */
const outer = 0.032;
/** elements around half a circle */
const aroundVoid = 32;
const aroundPore = 28;
/** elements across a gap where it is narrowest */
const acrossGap = 6;

/** @param geometry in units of the particle's radius; @param resolution 2 halves h everywhere */
export function sizeField(geometry: ParticleGeometry, resolution: number): (r: number, z: number) => number {
  const circles = cutCircles(geometry);
  const n = circles.length / 3;
  const atCircle = new Float64Array(n);
  for (let k = 0; k < n; ++k) {
    const around = k === 0 && geometry.voidRadius > 0 ? aroundVoid : aroundPore;
    atCircle[k] = Math.min((Math.PI * circles[3 * k + 2]) / around, largest);
  }
  // curves beyond the circles: n is the outer surface, n + 1 the axis, which asks for nothing by itself
  const own = [...atCircle, outer, largest];
  const pairs: { i: number; j: number; base: number; gap: number }[] = [];
  for (let i = 0; i < n; ++i) {
    for (let j = i + 1; j < n + 2; ++j) {
      if (j === n + 1 && circles[3 * i] === 0) continue;
      const gap = gapBetween(circles, i, j, n);
      // a wide gap cannot bind: h of the two curves is below the pair's term everywhere
      if (gap * (1 / acrossGap - growth / 2) < 0.5 * (own[i] + own[j])) {
        pairs.push({ i, j, gap, base: gap / acrossGap });
      }
    }
  }
  const d = new Float64Array(n + 2);
  return (r, z) => {
    d[n] = 1 - Math.sqrt(r * r + z * z);
    d[n + 1] = r;
    let h = Math.min(largest, outer + growth * Math.max(d[n], 0));
    for (let k = 0; k < n; ++k) {
      const dr = r - circles[3 * k];
      const dz = z - circles[3 * k + 1];
      d[k] = Math.sqrt(dr * dr + dz * dz) - circles[3 * k + 2];
      h = Math.min(h, atCircle[k] + growth * Math.max(d[k], 0));
    }
    for (const { i, j, base, gap } of pairs) {
      h = Math.min(h, base + 0.5 * growth * Math.max(d[i] + d[j] - gap, 0));
    }
    return h / resolution;
  };
}

/** Gap between the circle i and the curve j: another circle, the outer surface (j = n) or the axis (j = n + 1). */
function gapBetween(circles: Float64Array, i: number, j: number, n: number): number {
  const [r, z, radius] = circles.subarray(3 * i, 3 * i + 3);
  if (j === n) return 1 - Math.hypot(r, z) - radius;
  if (j === n + 1) return r - radius;
  return Math.hypot(r - circles[3 * j], z - circles[3 * j + 1]) - radius - circles[3 * j + 2];
}
