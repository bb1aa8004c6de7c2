// Photon noise of projected densities. A pixel that transmits f e^{−OD} counts has var(OD) = e^{OD}/f; the mean of b × b
// of them has 1/b² of that, and P_e = Σ_k w_ek OD_k has Σ_k w_ek² var(OD_k). The flat field, a mean of many frames, and
// the camera's read-out add a few per cent to it, which are left out.

import { byElement, type ByElement } from "./edge-difference.js";

/** Pixels below this share of the largest mean OD are taken as beside the particle. */
const particle = 0.2;

/**
 * Standard deviation of a pixel's projected density, root mean square over the pixels that the particle covers, mol/m².
 * @param values OD, [energy][…], `length` numbers an energy
 * @param flatLevels counts of the flat field above dark, per energy
 * @param b pixels to a bin along each side
 */
export function projectionNoise(
  values: Float32Array,
  length: number,
  flatLevels: Float64Array,
  weights: ByElement<Float64Array>,
  b: number
): ByElement<number> {
  const first = values.subarray(0, length);
  const least = particle * first.reduce((most, value) => Math.max(most, value), 0);
  let covered = 0;
  const variance = new Float64Array(flatLevels.length);
  for (let p = 0; p < length; ++p) {
    if (!(first[p] > least)) continue;
    ++covered;
    for (let k = 0; k < variance.length; ++k) variance[k] += Math.exp(values[k * length + p]);
  }
  for (let k = 0; k < variance.length; ++k) variance[k] /= Math.max(covered, 1) * flatLevels[k] * b * b;
  return byElement((element) =>
    Math.sqrt(weights[element].reduce((sum, w, k) => sum + w * w * variance[k], 0))
  );
}
