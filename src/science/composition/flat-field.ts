// From counts to optical density, pixel by pixel: with the dark level d and the flat field f, means over their frames,
//   T = (c − d)/(f − d),   OD = −ln T = Σ_e μ_e ∫ n_e dz   (Lambert and Beer).
// The logarithm of a Poisson count is low by 1/(2λ) on the mean. Half a count is added to c − d, which removes that
// bias up to order 1/λ² (Anscombe, Biometrika 43 (1956) 461, doi:10.1093/biomet/43.4.461), and the same half count is
// what stands in a pixel at or below the dark level, so that every pixel has a finite optical density.

import { frameCounts, pixelsOf, projectionOf, type RawTomograms } from "./raw.js";

export interface OpticalDensities {
  /** OD, [energy][tilt][x][y] */
  values: Float32Array;
  /** counts of the flat field above the dark level, mean over the pixels, per energy */
  flatLevels: Float64Array;
  /** pixels at or below the dark level, taken as half a count */
  emptyPixels: number;
  /** pixels at the camera's full well or above, left as they are: their OD is too low */
  saturatedPixels: number;
}

/** Mean of consecutive frames of `pixels` numbers, from frame `first` on. */
function meanFrame(frames: Float32Array, pixels: number, first: number, count: number): Float64Array {
  const mean = new Float64Array(pixels);
  for (let k = first; k < first + count; ++k)
    for (let p = 0; p < pixels; ++p) mean[p] += frames[k * pixels + p] / count;
  return mean;
}

/** @throws where the mean flat field is not above the mean dark level */
export function opticalDensities(raw: RawTomograms): OpticalDensities {
  const pixels = pixelsOf(raw);
  const frames = frameCounts(raw);
  const full = raw.fullWell ?? 65535;
  const dark = meanFrame(raw.darks, pixels, 0, frames.darks);
  const values = new Float32Array(raw.counts.length);
  const flatLevels = new Float64Array(raw.energies.length);
  let [emptyPixels, saturatedPixels, at] = [0, 0, 0];
  for (let e = 0; e < raw.energies.length; ++e) {
    const logFlat = meanFrame(raw.flats, pixels, e * frames.flats, frames.flats);
    for (let p = 0; p < pixels; ++p) {
      const flat = logFlat[p] - dark[p];
      if (!(flat > 0))
        throw new Error(
          `invalid flat field: ${flat} counts above dark at energy ${e}, pixel (${Math.floor(p / raw.rows)}, ` +
            `${p % raw.rows}); must be positive: record flats with the beam on`
        );
      flatLevels[e] += flat / pixels;
      logFlat[p] = Math.log(flat);
    }
    for (let a = 0; a < raw.tilts.length; ++a) {
      const counts = projectionOf(raw, e, a);
      for (let p = 0; p < pixels; ++p) {
        const net = counts[p] - dark[p];
        if (net <= 0) ++emptyPixels;
        if (counts[p] >= full) ++saturatedPixels;
        values[at++] = logFlat[p] - Math.log(Math.max(net, 0) + 0.5);
      }
    }
  }
  return { values, flatLevels, emptyPixels, saturatedPixels };
}
