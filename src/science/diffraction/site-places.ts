// The geometric part of structure factors, G(hkl) = Σ exp 2πi h·r over the positions that symmetry makes of a site, and its
// derivatives by the coordinates. Sites at one place share it; images that the lattice's centring makes alike count as one,
// which is right for reflections that it does not extinguish.

import { expandSites, type Crystal } from "../material/crystal.js";
import { applyOperation } from "../material/symmetry.js";
import type { Reflections } from "./reflections.js";

/** Positions that one or more sites share: W x + w of each image, as rows of h·W and h·w. */
export interface Place {
  sites: number[];
  /** x, y, z that the geometry was computed for */
  at: Float64Array;
  /** x' = W x + w of one image for each that the lattice's centring makes alike; `slope` is the mean of W over all
   *  operations that make this image: a move that the site's own symmetry forbids averages out */
  images: { rotation: Float64Array; translation: Float64Array; slope: Float64Array }[];
  /** images that the centring makes of each */
  alike: number;
  /** G, real and imaginary [reflection] */
  real: Float64Array;
  imaginary: Float64Array;
}

/** The places of a crystal's sites, for `count` reflections. */
export function placesOf(crystal: Crystal, count: number): Place[] {
  const { sites, operations } = crystal;
  const centring = operations
    .filter(({ rotation }) => rotation.every((value, e) => value === (e % 4 === 0 ? 1 : 0)))
    .map(({ translation }) => translation);
  const places: Place[] = [];
  sites.forEach((site, s) => {
    const shared = places.find(({ sites: [first] }) => {
      const { x, y, z } = sites[first];
      return x === site.x && y === site.y && z === site.z;
    });
    if (shared) {
      shared.sites.push(s);
      return;
    }
    const images: Place["images"] = [];
    const taken: (readonly number[])[] = [];
    const points = expandSites({ ...crystal, sites: [site] });
    for (const point of points) {
      const here = [point.x, point.y, point.z];
      if (taken.some((other) => centring.some((t) => same(here, other, t)))) continue;
      taken.push(here);
      const makers = operations.filter((operation) =>
        same(applyOperation(operation, site.x, site.y, site.z), here, [0, 0, 0])
      );
      const slope = new Float64Array(9);
      for (const { rotation } of makers) rotation.forEach((value, e) => (slope[e] += value / makers.length));
      const [{ rotation, translation }] = makers;
      images.push({
        rotation: Float64Array.from(rotation),
        translation: Float64Array.from(translation),
        slope
      });
    }
    places.push({
      ...{ sites: [s], at: Float64Array.of(NaN, NaN, NaN), images, alike: points.length / images.length },
      ...{ real: new Float64Array(count), imaginary: new Float64Array(count) }
    });
  });
  return places;
}

/** G for a place at x, unless it stands there already. */
export function moveTo(place: Place, [x, y, z]: Float64Array, { count, h, k, l }: Reflections): void {
  const { at, images, alike, real, imaginary } = place;
  if (at[0] === x && at[1] === y && at[2] === z) return;
  at.set([x, y, z]);
  real.fill(0);
  imaginary.fill(0);
  for (const { rotation: w, translation: t } of images) {
    const [u, v, q] = image(w, t, at);
    for (let r = 0; r < count; ++r) {
      const phase = 2 * Math.PI * (h[r] * u + k[r] * v + l[r] * q);
      real[r] += alike * Math.cos(phase);
      imaginary[r] += alike * Math.sin(phase);
    }
  }
}

/** ∂G by x, y or z where the place stands. */
export function slopeOf(
  place: Place,
  axis: number,
  { count, h, k, l }: Reflections
): [Float64Array, Float64Array] {
  const { at, images, alike } = place;
  const [real, imaginary] = [new Float64Array(count), new Float64Array(count)];
  for (const { rotation: w, translation: t, slope } of images) {
    const [u, v, q] = image(w, t, at);
    for (let r = 0; r < count; ++r) {
      const phase = 2 * Math.PI * (h[r] * u + k[r] * v + l[r] * q);
      const p = 2 * Math.PI * alike * (h[r] * slope[axis] + k[r] * slope[3 + axis] + l[r] * slope[6 + axis]);
      real[r] -= p * Math.sin(phase);
      imaginary[r] += p * Math.cos(phase);
    }
  }
  return [real, imaginary];
}

const image = (w: Float64Array, t: Float64Array, [x, y, z]: Float64Array): [number, number, number] => [
  w[0] * x + w[1] * y + w[2] * z + t[0],
  w[3] * x + w[4] * y + w[5] * z + t[1],
  w[6] * x + w[7] * y + w[8] * z + t[2]
];

/** Whether p is q + t in some cell. */
const same = (p: readonly number[], q: readonly number[], t: readonly number[]) =>
  p.every((value, i) => {
    const difference = value - q[i] - t[i];
    return Math.abs(difference - Math.round(difference)) < 1e-3;
  });
