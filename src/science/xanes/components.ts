// Principal components of the optical densities of the particle's pixels, as a look that knows no references: how many
// spectra the stack holds above its noise, and where. Thickness, saturation and a drift that is left are components too.

import { principalComponents, type PrincipalComponents, scores } from "../numerics/principal-components.js";
import type { PreparedStack } from "./prepare.js";

export interface StackComponents extends PrincipalComponents {
  /** eV */
  energies: Float64Array;
  /** [component][x][y], NaN outside the mask */
  scores: Float32Array;
  /** of all variance [component] */
  shares: Float64Array;
}

/** @param mask ≠ 0 on the particle @param count components whose scores are wanted */
export function stackComponents(
  { energies, opticalDensity, columns, rows }: PreparedStack,
  mask: Uint8Array,
  count = 4
): StackComponents {
  const pixels = columns * rows;
  const inside = Array.from(mask.keys()).filter((p) => mask[p] !== 0);
  const data = new Float32Array(inside.length * energies.length);
  inside.forEach((p, i) => {
    for (let e = 0; e < energies.length; ++e) data[i * energies.length + e] = opticalDensity[e * pixels + p];
  });
  const found = principalComponents(data, energies.length);
  const wanted = Math.min(count, energies.length);
  const own = scores(data, found, wanted);
  const images = new Float32Array(wanted * pixels).fill(NaN);
  inside.forEach((p, i) => {
    for (let k = 0; k < wanted; ++k) images[k * pixels + p] = own[k * inside.length + i];
  });
  const total = found.variances.reduce((sum, v) => sum + v, 0);
  return { ...found, energies, scores: images, shares: found.variances.map((v) => v / total) };
}
