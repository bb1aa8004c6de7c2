// What a projection makes of a surface layer. In a sphere of radius 1 whose outer layer of thickness t has a valence that
// differs by Δ, a beam at the distance ρ from the centre has the share w = 1 − √((a − u)/(1 − u)) of its path in the layer,
// u = ρ², a = (1 − t)². Zones of equal area are equal ranges of u, so that the mean over u₀ … u₁ follows from
//   ∫ √((a − u)/(1 − u)) du = −F(a − u),   F(p) = √(p (p + b)) − b asinh √(p/b),   b = 1 − a.
// A slice through the centre, in the same zones, has the layer where u > a: this is what a depth profile would show.

import type { OxidationField } from "../particle/oxidation.js";
import { equalAreaZones } from "./zones.js";
import type { EdgeElement } from "./windows.js";

export interface LayerZone {
  /** from 1 at the edge */
  zone: number;
  /** share of the layer along the beams of the zone: times Δ it is what a projected map shows */
  projected: number;
  /** the same in a slice through the centre */
  slice: number;
}

/** Zones of a sphere. @param layer thickness over the radius, 0 to 1 */
export function layerInSphere(layer: number, count = 5): LayerZone[] {
  if (!(layer >= 0 && layer <= 1))
    throw new Error(`invalid layer: ${layer}; must be a share of the radius from 0 to 1`);
  const a = (1 - layer) ** 2;
  const b = 1 - a;
  const antiderivative = (p: number) =>
    p <= 0 ? 0 : Math.sqrt(p * (p + b)) - (b > 0 ? b * Math.asinh(Math.sqrt(p / b)) : 0);
  return Array.from({ length: count }, (_, k) => {
    const [from, to] = [1 - (k + 1) / count, 1 - k / count];
    const below = antiderivative(a - from) - antiderivative(a - to);
    return {
      zone: k + 1,
      projected: layer === 0 ? 0 : 1 - below * count,
      slice: Math.max(0, to - Math.max(from, a)) * count
    };
  });
}

/**
 * Contrast between edge and centre in projection over that in a slice: above 1 for a layer much thinner than the outermost
 * zone, as beams near the edge run along it, below 1 for thick ones, as all beams cross it twice.
 */
export function keptContrast(zones: readonly LayerZone[]): number {
  const [edge, centre] = [zones[0], zones[zones.length - 1]];
  const inSlice = edge.slice - centre.slice;
  return inSlice > 0 ? (edge.projected - centre.projected) / inSlice : NaN;
}

/** The same zones of a fragment, whose layer is what lies less than `layer` (m) below its surface; the slice is that at half its height in z. */
export function layerInFragment(
  { fragment: { size, densities }, index, depth }: OxidationField,
  element: EdgeElement,
  layer: number,
  count = 5
): LayerZone[] {
  if (!(layer >= 0 && layer < Infinity))
    throw new Error(`invalid layer: ${layer} m; must be a depth of zero or more`);
  const pixels = size * size;
  const density = densities[element];
  const middle = size >> 1;
  const sums = () => ({ all: new Float64Array(pixels), inLayer: new Float64Array(pixels) });
  const [beam, slice] = [sums(), sums()];
  for (let i = 0; i < index.length; ++i) {
    const p = index[i] % pixels;
    const amount = density[index[i]];
    for (const sum of Math.floor(index[i] / pixels) === middle ? [beam, slice] : [beam]) {
      sum.all[p] += amount;
      if (depth[i] < layer) sum.inLayer[p] += amount;
    }
  }
  const shares = ({ all, inLayer }: ReturnType<typeof sums>) => {
    const mask = Uint8Array.from(all, (total) => (total > 0 ? 1 : 0));
    const { zones } = equalAreaZones(mask, { columns: size, rows: size }, count);
    const [sum, n] = [new Float64Array(count), new Float64Array(count)];
    zones.forEach((zone, p) => {
      if (zone === 0) return;
      sum[zone - 1] += inLayer[p] / all[p];
      ++n[zone - 1];
    });
    return sum.map((total, k) => total / n[k]);
  };
  const [projected, inSlice] = [shares(beam), shares(slice)];
  return Array.from(projected, (share, k) => ({ zone: k + 1, projected: share, slice: inSlice[k] }));
}
