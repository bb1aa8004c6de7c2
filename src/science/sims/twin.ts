// The twin of the ion maps. Atoms of element X that one gallium ion sends to the detector from a point,
//   k_X = Y x_X τ_X (1 − s h) · (x_O/x̄_O)^κ for ⁷Li⁺ and ⁵⁵Mn⁺, · (x_Li/x̄_Li)^κ⁻ for ¹⁶O⁻,   x_X the atomic fraction,
// b k_X of flat matter in voids, nothing beyond the particle; h is the neighbourhood of voids towards the detector. Blurred by
// the beam, summed over pixels, counted: N ~ Poisson(I T/(e n²) k_X). ⁷Li⁺ and ⁵⁵Mn⁺ are of one run, ¹⁶O⁻ of another, which
// lies a little aside. Matrix effect and ranges of yields: Benninghoven, Rüdenauer & Werner, Secondary Ion Mass Spectrometry
// (Wiley, 1987).

import { composition } from "../material/composition.js";
import { gaussianBlur, widthOverSigma } from "../numerics/gaussian-blur.js";
import { normal } from "../numerics/normal.js";
import { poisson } from "../numerics/poisson.js";
import { random, type Random } from "../numerics/rng.js";
import { mappedElements, type CrossSection } from "../particle/cross-section.js";
import { ionsPerPixel, type SimsInstrument } from "./instrument.js";
import { ions, type Ion, type IonMaps } from "./raw.js";

/** Maps from the twin: counts are whole numbers. */
export interface MeasuredMaps extends IonMaps {
  counts: Record<Ion, Float32Array>;
  electrons: Float32Array;
}

/** Atoms of a formula unit that are neither Li, Mn nor O. */
const others = composition.Ni + composition.Co;

/**
 * Mean counts a pixel, before they are drawn.
 * @param shift m by which the run of negative ions lies to the right and down
 * @throws where the section's points do not divide into the pixels
 */
export function expectedCounts(
  section: CrossSection,
  instrument: SimsInstrument,
  shift: readonly [number, number] = [0, 0]
): Record<Ion, Float32Array> {
  const { size, step, contents, voids } = section;
  const { pixels, blur, sputterYield, matrix, matrixNegative, floor, shadow } = instrument;
  if (!(Number.isInteger(pixels) && pixels >= 8 && size % pixels === 0))
    throw new Error(`unsupported pixels of a map: ${pixels}; must divide the ${size} points of the section`);
  const perPixel = ionsPerPixel(instrument);
  const means = Object.fromEntries(mappedElements.map((e) => [e, meanWithin(contents[e], section.solid)]));
  const atomsOf = (p: number) => contents.Li[p] + contents.Mn[p] + contents.O[p] + others;
  const shade = shadowOf(section, instrument);
  const useful = { Li: instrument.usefulLi, Mn: instrument.usefulMn, O: instrument.usefulO };
  const boost = (ion: Ion, p: number) =>
    ion === "O"
      ? (contents.Li[p] / (means["Li"] || 1)) ** matrixNegative
      : (contents.O[p] / (means["O"] || 1)) ** matrix;
  const meanAtoms = others + means["Li"] + means["Mn"] + means["O"];
  const of = (ion: Ion): Float32Array => {
    const scale = perPixel * sputterYield * useful[ion];
    const flat = (floor * scale * means[ion]) / meanAtoms;
    const emitted = contents[ion].map((content, p) => {
      if (voids[p]) return flat;
      return content > 0 ? (scale * content * boost(ion, p) * (1 - shadow * shade[p])) / atomsOf(p) : 0;
    });
    const sigma = blur / widthOverSigma / step;
    const blurred = gaussianBlur(emitted, [size, size], [sigma, sigma], "zero");
    const [dx, dy] = ion === "O" ? [shift[0] / step, shift[1] / step] : [0, 0];
    return binMean(dx === 0 && dy === 0 ? blurred : shifted(blurred, size, dx, dy), size, pixels);
  };
  return { Li: of("Li"), Mn: of("Mn"), O: of("O") };
}

/** One field, both runs. @param seed of drift and counts @throws as `expectedCounts` does */
export function measure(section: CrossSection, instrument: SimsInstrument, seed: number): MeasuredMaps {
  const uniform = random(seed);
  const shift = [instrument.drift * normal(uniform), instrument.drift * normal(uniform)] as const;
  const expected = expectedCounts(section, instrument, shift);
  const counts = {} as Record<Ion, Float32Array>;
  for (const ion of ions) counts[ion] = expected[ion].map((mean) => poisson(mean, uniform));
  const { pixels, field } = instrument;
  return {
    ...{ width: pixels, height: pixels, pixel: field / pixels, counts },
    electrons: electronImage(section, instrument, uniform)
  };
}

/** Brightness of matter is 1, edges are brighter, pores dark; arbitrary units with noise. */
function electronImage(section: CrossSection, { pixels }: SimsInstrument, uniform: Random): Float32Array {
  const { size, step, solid } = section;
  const sigma = 60e-9 / step;
  const near = gaussianBlur(Float32Array.from(solid), [size, size], [sigma, sigma], "zero");
  const bright = near.map((n, p) => (solid[p] ? 0.8 + 0.7 * (1 - n) : 0.12 + 0.25 * n));
  return binMean(bright, size, pixels).map((v) => Math.max(0, v + 0.05 * normal(uniform)));
}

/** Share of voids in the neighbourhood of each point, looked for on the side of the detector (to the left). */
function shadowOf({ voids, size, step }: CrossSection, { shadowLength }: SimsInstrument): Float32Array {
  const sigma = shadowLength / 2 / step;
  const near = gaussianBlur(Float32Array.from(voids), [size, size], [sigma, sigma], "zero");
  return shifted(near, size, sigma, 0).map((v) => Math.min(1, 2 * v));
}

/** image(x − dx, y − dy), linear between points, 0 beyond. */
function shifted(image: Float32Array, size: number, dx: number, dy: number): Float32Array {
  const at = (x: number, y: number) => (x < 0 || y < 0 || x >= size || y >= size ? 0 : image[y * size + x]);
  const [ix, iy] = [Math.floor(-dx), Math.floor(-dy)];
  const [fx, fy] = [-dx - ix, -dy - iy];
  const out = new Float32Array(image.length);
  for (let y = 0; y < size; ++y)
    for (let x = 0; x < size; ++x) {
      const [a, b] = [x + ix, y + iy];
      out[y * size + x] =
        (1 - fy) * ((1 - fx) * at(a, b) + fx * at(a + 1, b)) +
        fy * ((1 - fx) * at(a, b + 1) + fx * at(a + 1, b + 1));
    }
  return out;
}

/** Mean over squares of size/pixels points. */
export function binMean(image: ArrayLike<number>, size: number, pixels: number): Float32Array {
  const side = size / pixels;
  const out = new Float32Array(pixels * pixels);
  for (let y = 0; y < size; ++y) {
    const row = Math.floor(y / side) * pixels;
    for (let x = 0; x < size; ++x) out[row + Math.floor(x / side)] += image[y * size + x];
  }
  return out.map((sum) => sum / (side * side));
}

function meanWithin(values: Float32Array, within: Uint8Array): number {
  let [sum, count] = [0, 0];
  for (let p = 0; p < values.length; ++p)
    if (within[p]) {
      sum += values[p];
      ++count;
    }
  return count > 0 ? sum / count : 0;
}
