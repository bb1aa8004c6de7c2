// What a beam at tilt 0 meets on its way: n = ∫ c ds of each species and element, mol/m², in every pixel.

import { type FragmentElement, fragmentElements } from "../particle/fragment.js";
import { type OxidationField, speciesOfElement } from "../particle/oxidation.js";
import { valenceLimits } from "../particle/oxidation-states.js";
import { edgeElements, type EdgeElement } from "./windows.js";

export interface Amounts {
  /** pixels along an edge of the square field */
  size: number;
  /** m */
  pixel: number;
  /** mol/m² [x][y], by id of the species */
  species: Record<string, Float32Array>;
  /** mol/m² [x][y] */
  elements: Record<FragmentElement, Float32Array>;
}

/** Sums along z. @param thickness scales the fragment along the beam */
export function projectedAmounts(
  { fragment: { size, voxel, densities }, index, fractions }: OxidationField,
  thickness = 1
): Amounts {
  if (!(thickness > 0 && thickness < Infinity))
    throw new Error(`invalid thickness: ${thickness}; must be a positive share of the fragment's own`);
  const path = voxel * thickness;
  const pixels = size * size;
  const add = (density: Float32Array, share?: Float32Array) => {
    const sum = new Float64Array(pixels);
    for (let i = 0; i < index.length; ++i)
      sum[index[i] % pixels] += density[index[i]] * (share ? share[i] : 1) * path;
    return Float32Array.from(sum);
  };
  const [Li, O, Mn, Co, Ni] = fragmentElements.map((element) => add(densities[element]));
  const species: Record<string, Float32Array> = {};
  for (const element of edgeElements)
    for (const id of speciesOfElement[element]) species[id] = add(densities[element], fractions[id]);
  return { size, pixel: voxel, species, elements: { Li, O, Mn, Co, Ni } };
}

/** Means over squares of `factor`² pixels. */
export function binAmounts({ size, pixel, species, elements }: Amounts, factor: number): Amounts {
  if (factor === 1) return { size, pixel, species, elements };
  if (!(Number.isInteger(factor) && factor > 1 && size % factor === 0))
    throw new Error(`invalid binning: ${factor}; must be a whole number that divides ${size} pixels`);
  const bin = (image: Float32Array) => binImage(image, size, factor);
  const { Li, O, Mn, Co, Ni } = elements;
  return {
    size: size / factor,
    pixel: pixel * factor,
    species: Object.fromEntries(Object.entries(species).map(([id, image]) => [id, bin(image)])),
    elements: { Li: bin(Li), O: bin(O), Mn: bin(Mn), Co: bin(Co), Ni: bin(Ni) }
  };
}

/** Mean over squares of `factor`² pixels of a square image. */
export function binImage(image: Float32Array, size: number, factor: number): Float32Array {
  if (factor === 1) return image;
  const coarse = size / factor;
  const sum = new Float64Array(coarse * coarse);
  for (let x = 0, at = 0; x < size; ++x) {
    const row = Math.floor(x / factor) * coarse;
    for (let y = 0; y < size; ++y) sum[row + Math.floor(y / factor)] += image[at++];
  }
  return Float32Array.from(sum, (total) => total / factor ** 2);
}

/** Mean valence of all atoms along the beam [x][y]; NaN where there are none. */
export function projectedValence({ species }: Amounts, element: EdgeElement): Float32Array {
  const images = speciesOfElement[element].map((id) => species[id]);
  const [least] = valenceLimits[element];
  return images[0].map((_, p) => {
    const total = images.reduce((sum, image) => sum + image[p], 0);
    const moment = images.reduce((sum, image, k) => sum + image[p] * (least + k), 0);
    return total > 0 ? moment / total : NaN;
  });
}
