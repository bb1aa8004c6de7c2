// Which valences the atoms of a fragment have, place by place. With the depth d below the surface, f the mean of exp(−d/ℓ)
// over a voxel, for ℓ may be smaller than that, and two smooth random fields of the place, n₁ of domains some 120 nm wide
// and n₂ of nanodomains some 50 nm wide,
//   v = v₀ + s f max(0, 1 + n₂/2) + σ b(n₁),
// cut off at the limits of the element; v₀ is what makes the mean over all atoms that of the state. b makes two kinds of domain
// of n₁, see domain-levels.ts. A valence is a mixture of the two species on either side of it. In the nanodomains of a
// discharged surface, m = f_D S(n₂ − ½) exp(−d/25 nm) of Mn turns to Mn²⁺ and the valence of Ni goes to 3 as m/f_D goes to 1.
// All fields are functions of the place in metres.

import { random } from "../numerics/rng.js";
import { species } from "../material/xanes-lines.js";
import { type Fragment, fragment } from "./fragment.js";
import { domainLevels } from "./domain-levels.js";
import { distanceRow, fragmentShape } from "./fragment-shape.js";
import { noiseRow, noiseWaves } from "./noise-field.js";
import {
  type OxidationElement,
  oxidationElements,
  type OxidationState,
  oxidationState,
  valenceLimits
} from "./oxidation-states.js";

const nm = 1e-9;
const domainWavelengths = [180 * nm, 320 * nm] as const;
const nanodomainWavelengths = [70 * nm, 140 * nm] as const;
const waves = 64;
const nanodomainDepth = 25 * nm;

/** Species of an element, in the order of their valence: ids of the reference spectra. */
export const speciesOfElement: Record<OxidationElement, readonly string[]> = {
  O: ids("O"),
  Mn: ids("Mn"),
  Co: ids("Co"),
  Ni: ids("Ni")
};

function ids(element: OxidationElement): string[] {
  return species.filter((s) => s.element === element).map(({ id }) => id);
}

export interface OxidationField {
  /** the fragment it belongs to */
  fragment: Fragment;
  /** places in [z][x][y] that hold some oxide */
  index: Int32Array;
  /** m below the surface [place] */
  depth: Float32Array;
  /** share of the element's atoms [place], by id of the species */
  fractions: Record<string, Float32Array>;
}

interface Places {
  index: Int32Array;
  depth: Float32Array;
  domains: Float32Array;
  nanodomains: Float32Array;
}

/**
 * Fractions of the species in a fragment.
 * @param stateId one of `sampledStates`, or a state of one's own
 * @param sample the fragment of that state, by `fragment(stateId, { size, seed })` unless given; its seed is that of the fields
 */
export function oxidation(
  stateId: string | OxidationState,
  { size, seed = 1 }: { size: number; seed?: number },
  sample?: Fragment
): OxidationField {
  const state = typeof stateId === "string" ? oxidationState(stateId) : stateId;
  const solid = sample ?? fragment(state.id, { size, seed });
  if (solid.size !== size)
    throw new Error(`invalid fragment: ${solid.size} voxels along an edge; must be ${size}`);
  const places = placesOf(solid, seed);
  const fractions: Record<string, Float32Array> = {};
  for (const element of oxidationElements) Object.assign(fractions, mixtures(element, state, places, solid));
  return { fragment: solid, index: places.index, depth: places.depth, fractions };
}

function placesOf({ size, voxel, densities }: Fragment, seed: number): Places {
  const shape = fragmentShape(seed);
  const large = noiseWaves(random((seed * 8 + 5) >>> 0), domainWavelengths, waves);
  const small = noiseWaves(random((seed * 8 + 6) >>> 0), nanodomainWavelengths, waves);
  const place = (i: number) => (i - (size - 1) / 2) * voxel;
  const rows = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const count = densities.O.reduce((sum, density) => sum + (density > 0 ? 1 : 0), 0);
  const index = new Int32Array(count);
  const [depth, domains, nanodomains] = rows.map(() => new Float32Array(count));
  let at = 0;
  for (let z = 0; z < size; ++z)
    for (let x = 0; x < size; ++x) {
      const start = (z * size + x) * size;
      const line = densities.O.subarray(start, start + size);
      const first = line.findIndex((density) => density > 0);
      if (first < 0) continue;
      const last = line.findLastIndex((density) => density > 0);
      const [distance, broad, fine] = rows.map((row) => row.subarray(0, last + 1 - first));
      distanceRow(shape, place(x), place(z), place(first), voxel, distance);
      noiseRow(large, place(x), place(z), place(first), voxel, broad);
      noiseRow(small, place(x), place(z), place(first), voxel, fine);
      for (let j = 0; j < distance.length; ++j) {
        if (!(line[first + j] > 0)) continue;
        index[at] = start + first + j;
        depth[at] = Math.max(0, -distance[j]);
        domains[at] = broad[j];
        nanodomains[at++] = fine[j];
      }
    }
  return { index, depth, domains, nanodomains };
}

/** Mean of exp(−d/ℓ) over the part of a voxel that lies below the surface. @param d m, of its middle @param h m, its edge */
export function nearSurfaceShare(d: number, h: number, ℓ: number): number {
  const [from, to] = [Math.max(0, d - h / 2), d + h / 2];
  return (ℓ * (Math.exp(-from / ℓ) - Math.exp(-to / ℓ))) / (to - from);
}

/** 0 below 0, 1 above 1, smooth between. */
const smoothStep = (t: number) => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));

function mixtures(
  element: OxidationElement,
  { valences, depth, domains }: OxidationState,
  places: Places,
  { densities, voxel }: Fragment
): Record<string, Float32Array> {
  const { mean, surface, spread } = valences[element];
  const [least, most] = valenceLimits[element];
  const count = places.index.length;
  const [added, domain, amount] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < count; ++i) {
    const d = places.depth[i];
    const fine = places.nanodomains[i];
    added[i] = surface.value * nearSurfaceShare(d, voxel, depth.value) * Math.max(0, 1 + fine / 2);
    domain[i] =
      domains.value > 0 && (element === "Mn" || element === "Ni")
        ? smoothStep(fine - 0.5) * Math.exp(-d / nanodomainDepth)
        : 0;
    amount[i] = densities[element][places.index[i]];
  }
  const bulk = mean.value - meanOf(added, amount);
  const levels = domainLevels(bulk, spread.value, valenceLimits[element]);
  for (let i = 0; i < count; ++i) added[i] += spread.value * levels(places.domains[i]);
  // valence before the nanodomains, and after them
  const outside = (i: number, base: number) => Math.min(most, Math.max(least, base + added[i]));
  const inside = (v: number, m: number) =>
    element === "Mn" ? v + domains.value * m * (2 - v) : v + m * (3 - v);
  const meanAt = (base: number) => {
    let [sum, total] = [0, 0];
    for (let i = 0; i < count; ++i) {
      sum += amount[i] * inside(outside(i, base), domain[i]);
      total += amount[i];
    }
    return sum / total;
  };
  const base = rootOf((b) => meanAt(b) - mean.value, least - 1.5, most + 1.5);
  const names = speciesOfElement[element];
  const shares = names.map(() => new Float32Array(count));
  for (let i = 0; i < count; ++i) {
    const m = domain[i];
    const before = outside(i, base);
    const v = element === "Mn" ? before : inside(before, m);
    const lower = Math.min(names.length - 2, Math.floor(v - least));
    const left = element === "Mn" ? 1 - domains.value * m : 1;
    shares[lower][i] += left * (lower + 1 + least - v);
    shares[lower + 1][i] += left * (v - least - lower);
    if (element === "Mn") shares[0][i] += domains.value * m;
  }
  return Object.fromEntries(names.map((name, k) => [name, shares[k]]));
}

function meanOf(values: Float64Array, weights: Float64Array): number {
  let [sum, total] = [0, 0];
  values.forEach((value, i) => {
    sum += weights[i] * value;
    total += weights[i];
  });
  return sum / total;
}

/** Root of a rising function, by halving; the nearer end where it has none between them. */
function rootOf(f: (x: number) => number, low: number, high: number): number {
  for (let step = 0; step < 24; ++step) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Mean valence over all atoms of an element, or over those from one depth to another, m. */
export function meanValence(
  { fragment: { densities }, index, depth, fractions }: OxidationField,
  element: OxidationElement,
  [from, to]: readonly [number, number] = [-Infinity, Infinity]
): number {
  const [least] = valenceLimits[element];
  const shares = speciesOfElement[element].map((id) => fractions[id]);
  let [sum, total] = [0, 0];
  for (let i = 0; i < index.length; ++i) {
    if (!(depth[i] >= from && depth[i] < to)) continue;
    const amount = densities[element][index[i]];
    total += amount;
    for (let k = 0; k < shares.length; ++k) sum += amount * shares[k][i] * (least + k);
  }
  return sum / total;
}

/** Valence of an element in every voxel [z][x][y], NaN outside the fragment. */
export function valenceVolume(field: OxidationField, element: OxidationElement): Float32Array {
  const { index, fractions, fragment: solid } = field;
  const out = new Float32Array(solid.size ** 3).fill(NaN);
  const [least] = valenceLimits[element];
  const shares = speciesOfElement[element].map((id) => fractions[id]);
  for (let i = 0; i < index.length; ++i)
    out[index[i]] = shares.reduce((v, share, k) => v + share[i] * k, least);
  return out;
}
