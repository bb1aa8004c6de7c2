// Analysis of an X-ray map: counts in a window for each line and pixel, as they are; spectra summed over regions, fitted with
// all families of lines on a continuum; and ratios of atoms by Cliff & Lorimer, N_a/N_b = k_ab I_a/I_b (J. Microsc. 103 (1975)
// 203, doi 10.1111/j.1365-2818.1975.tb03895.x), with k computed from the cross-sections, for which 10 to 20 % is usual.

import { emission, familyNames, type LineFamily } from "../material/x-ray-emission-lines.js";
import { efficiency, lineSigma, type EdsInstrument } from "./eds-instrument.js";
import type { EdsRaw } from "./eds-raw.js";
import { fitTerms, shapeTerm, type TermsFit } from "./terms.js";

/** eV, about the full width of the line at half its height on either side */
export const edsWindows = {
  "O K": [465, 585],
  "Mn K": [5760, 6040],
  "Co K": [6790, 7070],
  "Ni K": [7330, 7620],
  "Mn L": [585, 705]
} as const satisfies Partial<Record<LineFamily, readonly [number, number]>>;

export type MappedLine = keyof typeof edsWindows;

export interface EdsRegion {
  id: string;
  pixels: number;
  /** eV [channel], summed counts [channel] */
  energies: Float64Array;
  counts: Float64Array;
  fit: TermsFit;
  /** counts in the lines of a family */
  lines: { family: LineFamily; counts: number; error: number }[];
  /** O over Mn by atoms, with the counts' error alone */
  ratio: { value: number; error: number };
}

export interface EdsResult {
  size: number;
  pixel: number;
  /** counts in the windows [line][x][y] */
  maps: Record<MappedLine, Float32Array>;
  /** means over the map, and the sums */
  sums: Record<MappedLine, number>;
}

/** @throws where the counts make no map */
export function edsMaps(raw: EdsRaw): EdsResult {
  checkEds(raw);
  const { size, channels, start, step, counts } = raw;
  const names = Object.keys(edsWindows) as MappedLine[];
  const maps = {} as Record<MappedLine, Float32Array>;
  const sums = {} as Record<MappedLine, number>;
  for (const name of names) {
    const [from, to] = edsWindows[name].map((e) => Math.round((e - start) / step));
    if (from < 0 || to > channels)
      throw new Error(
        `invalid range of the detector: no channels at ${edsWindows[name].join(" to ")} eV for ${name}`
      );
    const map = new Float32Array(size * size);
    for (let p = 0; p < map.length; ++p) for (let i = from; i < to; ++i) map[p] += counts[p * channels + i];
    maps[name] = map;
    sums[name] = map.reduce((sum, n) => sum + n, 0);
  }
  return { size, pixel: raw.pixel, maps, sums };
}

/** @throws where lengths disagree or a count is none */
export function checkEds({ size, channels, counts }: EdsRaw): void {
  if (counts.length !== size * size * channels)
    throw new Error(
      `invalid map: ${counts.length} counts; must be ${size} × ${size} pixels of ${channels} channels`
    );
  const bad = counts.findIndex((n) => !(n >= 0 && n < Infinity));
  if (bad >= 0)
    throw new Error(
      `invalid counts: ${counts[bad]} in channel ${bad % channels} of pixel ${Math.floor(bad / channels)}; must be zero or positive`
    );
}

/** k_OMn for the K lines: atoms of O over Mn for one count each. */
export function cliffLorimer(instrument: EdsInstrument): number {
  const perAtom = (family: LineFamily) =>
    emission(family, instrument.beamEnergy).reduce(
      (sum, { energy, crossSection }) => sum + crossSection * efficiency(energy, instrument),
      0
    );
  return perAtom("Mn K") / perAtom("O K");
}

/**
 * A region's summed spectrum with all families of lines.
 * @param inside [x][y], true in the region @param detector what is known of the detector
 */
export function fitRegion(
  raw: EdsRaw,
  id: string,
  inside: (x: number, y: number) => boolean,
  detector: EdsInstrument
): EdsRegion {
  const { size, channels, start, step } = raw;
  const counts = new Float64Array(channels);
  let pixels = 0;
  for (let x = 0; x < size; ++x)
    for (let y = 0; y < size; ++y) {
      if (!inside(x, y)) continue;
      ++pixels;
      const at = (x * size + y) * channels;
      for (let i = 0; i < channels; ++i) counts[i] += raw.counts[at + i];
    }
  if (pixels === 0) throw new Error(`missing pixels: none in the region ${id}; make it larger`);
  const energies = Float64Array.from({ length: channels }, (_, i) => start + i * step);
  const shapes = familyNames.map((family) => {
    const lines = emission(family, raw.beamEnergy).map((line) => ({
      ...line,
      weight: line.crossSection * efficiency(line.energy, detector)
    }));
    const total = lines.reduce((sum, { weight }) => sum + weight, 0);
    return energies.map((e) =>
      lines.reduce((sum, { energy, weight }) => {
        const sigma = lineSigma(energy, detector);
        const unit = Math.exp(-0.5 * ((e - energy) / sigma) ** 2) / (sigma * Math.sqrt(2 * Math.PI));
        return sum + (weight / total) * step * unit;
      }, 0)
    );
  });
  const perElectronvolt = energies.map((e) => (efficiency(e, detector) * step) / e);
  const fit = fitTerms({
    terms: [
      shapeTerm("continuum", perElectronvolt, 1),
      shapeTerm(
        "slope of the continuum",
        perElectronvolt.map((v, i) => (v * energies[i]) / 5000),
        0
      ),
      ...familyNames.map((family, k) => shapeTerm(family, shapes[k], 10))
    ],
    counts,
    readoutVariance: 0,
    floor: 0.05
  });
  const lines = familyNames.map((family) => {
    const { value, error } = fit.of(family);
    return { family, counts: value, error };
  });
  const [o, mn] = [lines[familyNames.indexOf("O K")], lines[familyNames.indexOf("Mn K")]];
  const value = (cliffLorimer(detector) * o.counts) / mn.counts;
  return {
    ...{ id, pixels, energies, counts, fit, lines },
    ratio: { value, error: Math.abs(value) * Math.hypot(o.error / o.counts, mn.error / mn.counts) }
  };
}

/** Rings around the void's centre, each fitted. @param edges m, rising */
export function fitRings(raw: EdsRaw, edges: readonly number[], detector: EdsInstrument): EdsRegion[] {
  const middle = (raw.size - 1) / 2;
  const distance = (x: number, y: number) => Math.hypot(x - middle, y - middle) * raw.pixel;
  return edges
    .slice(1)
    .map((to, k) =>
      fitRegion(
        raw,
        `${edges[k] * 1e9}–${to * 1e9} nm`,
        (x, y) => distance(x, y) >= edges[k] && distance(x, y) < to,
        detector
      )
    );
}
