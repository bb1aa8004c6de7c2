// Five zones of a fifth of the projected particle's area each, from its edge inwards: pixels in the order of their distance
// from the nearest pixel outside, cut into equal numbers. Pixels at the same distance are spread evenly over the particle
// before they are cut, by a Weyl sequence of their index, so that areas are equal to one pixel and no side is preferred.

import { distanceTransform } from "../numerics/distance-transform.js";
import type { ElementMaps } from "./fit-element.js";

export interface ZoneMap {
  /** 0 outside, 1 at the edge … count in the middle [x][y] */
  zones: Uint8Array;
  /** pixels of each */
  pixels: number[];
  /** pixels, least and greatest distance from the outside of each */
  distances: (readonly [number, number])[];
}

const golden = (Math.sqrt(5) - 1) / 2;

/** @param mask ≠ 0 on the particle @throws where it has fewer pixels than zones, or fills the field */
export function equalAreaZones(
  mask: Uint8Array,
  { columns, rows }: { columns: number; rows: number },
  count = 5
): ZoneMap {
  if (!(Number.isInteger(count) && count >= 1 && count <= 255))
    throw new Error(`invalid number of zones: ${count}; must be a whole number from 1 to 255`);
  if (mask.length !== columns * rows)
    throw new Error(`invalid mask: ${mask.length} pixels; must be ${columns} × ${rows}`);
  const inside = Array.from(mask.keys()).filter((p) => mask[p] !== 0);
  if (inside.length < count)
    throw new Error(
      `missing particle: ${inside.length} pixels in the mask; ${count} zones need as many or more: lower the smallest edge step`
    );
  if (inside.length === mask.length)
    throw new Error("missing edge: the particle fills the field; leave some empty field around it");
  const distance = distanceTransform(mask, [1, columns, rows]);
  const spread = (p: number) => (p * golden) % 1;
  inside.sort((a, b) => distance[a] - distance[b] || spread(a) - spread(b));
  const zones = new Uint8Array(mask.length);
  const pixels: number[] = [];
  const distances: [number, number][] = [];
  for (let k = 0; k < count; ++k) {
    const members = inside.slice(
      Math.round((k * inside.length) / count),
      Math.round(((k + 1) * inside.length) / count)
    );
    for (const p of members) zones[p] = k + 1;
    pixels.push(members.length);
    distances.push([distance[members[0]], distance[members[members.length - 1]]]);
  }
  return { zones, pixels, distances };
}

export interface ZoneStatistics {
  /** from 1 at the edge */
  zone: number;
  /** pixels with a valence */
  pixels: number;
  /** mean over them; NaN where there are none */
  mean: number;
  /** of the mean, from the errors of the pixels taken as independent */
  standardError: number;
  /** between the pixels */
  deviation: number;
}

/** Mean valence of an element in each zone. */
export function zoneStatistics(
  { valence, valenceError }: Pick<ElementMaps, "valence" | "valenceError">,
  { zones, pixels }: ZoneMap
): ZoneStatistics[] {
  return pixels.map((_, k) => {
    let [n, sum, squares, errors] = [0, 0, 0, 0];
    zones.forEach((zone, p) => {
      if (zone !== k + 1 || !Number.isFinite(valence[p])) return;
      ++n;
      sum += valence[p];
      squares += valence[p] ** 2;
      errors += valenceError[p] ** 2;
    });
    const mean = sum / n;
    return {
      zone: k + 1,
      pixels: n,
      mean,
      standardError: Math.sqrt(errors) / n,
      deviation: Math.sqrt(Math.max(0, squares / n - mean ** 2))
    };
  });
}
