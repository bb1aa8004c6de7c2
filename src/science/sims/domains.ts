// Areas rich in Li and O and poor in Mn: a fixed share of the measured area, by rank. What is found is where such areas lie and
// how far they stand out, not how large they are.

import type { MappedElement } from "../particle/cross-section.js";

export interface Domain {
  /** 1 inside, [y][x] */
  area: Uint8Array;
  /** value at the edge, in units of the normalised map */
  threshold: number;
  /** mean inside over mean outside, less 1 */
  contrast: number;
}

/** Mn is looked for where it lacks. */
export const isPoor = (element: MappedElement): boolean => element === "Mn";
export const domainNames: Record<MappedElement, string> = { Li: "Li-rich", Mn: "Mn-poor", O: "O-rich" };

/** @param values NaN where nothing is measured @param share of the measured pixels @throws where all values are alike */
export function findDomain(values: Float32Array, share: number, poor: boolean): Domain {
  const sorted = values.filter((v) => !Number.isNaN(v)).sort();
  const rank = poor ? share : 1 - share;
  const threshold = sorted[Math.min(sorted.length - 1, Math.floor(rank * sorted.length))];
  if (!(sorted[sorted.length - 1] > sorted[0]))
    throw new Error(
      "invalid map: all its values are alike; there is nothing to part: count longer, or smooth more"
    );
  const area = Uint8Array.from(values, (v) => ((poor ? v < threshold : v >= threshold) ? 1 : 0));
  let [inside, outside, n] = [0, 0, 0];
  values.forEach((v, p) => {
    if (Number.isNaN(v)) return;
    if (area[p]) {
      inside += v;
      ++n;
    } else outside += v;
  });
  return { area, threshold, contrast: inside / n / (outside / (sorted.length - n)) - 1 };
}

/** The pixels of the largest and of the smallest value, −1 where there is none. */
export function richestAndPoorest(values: Float32Array): [most: number, least: number] {
  let [most, least] = [-1, -1];
  values.forEach((v, p) => {
    if (Number.isNaN(v)) return;
    if (most < 0 || v > values[most]) most = p;
    if (least < 0 || v < values[least]) least = p;
  });
  return [most, least];
}
