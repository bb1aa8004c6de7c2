// Strain and rotation of an image by geometrical phase analysis: peaks of its pattern, choice of two, maps.

import { transformRows } from "../numerics/fft-2d.js";
import { gpa, type GpaMaps } from "../numerics/gpa.js";
import { phaseWindow } from "../numerics/phase-window.js";
import { type PowerPeak, powerPeaks } from "../numerics/power-peaks.js";
import { checkImage, paddedValues } from "./check-image.js";
import type { AtomicImage } from "./raw.js";
import { defaultAnalysisSettings, type StrainSettings } from "./settings.js";

type Vector = readonly [number, number];

export interface StrainMaps extends GpaMaps {
  /** chosen pair, cycles a pixel */
  g: readonly [Vector, Vector];
  /** standard deviation of the mask, cycles a pixel */
  sigma: number;
  /** Å, standard deviation of the Gaussian over which the maps average */
  resolution: number;
  /** peaks of the pattern, the strongest first */
  peaks: PowerPeak[];
  /** Å */
  pixel: number;
}

/** Peaks of an image's pattern. @throws where there is no lattice */
export function latticePeaks(image: AtomicImage): PowerPeak[] {
  checkImage(image);
  const { width, height, padded } = paddedValues(image);
  const peaks = powerPeaks(padded, width, height);
  const first = peaks[0];
  if (!first || !peaks.some((peak) => sine([first.x, first.y], [peak.x, peak.y]) > 0.3))
    throw new Error(
      "missing lattice: the pattern of the image has no two peaks in different directions that stand 40 times over their surroundings; give an image with resolved columns"
    );
  return peaks;
}

const sine = ([a, b]: Vector, [c, d]: Vector): number =>
  Math.abs(a * d - b * c) / (Math.hypot(a, b) * Math.hypot(c, d));

/**
 * Distance from g to the nearest other peak, its own mirror image and the centre included. Peaks closer than 0.4 of the
 * shortest strong one are no neighbours in a lattice, but what strain and scan have split a peak into.
 */
function isolation(g: Vector, peaks: readonly PowerPeak[]): number {
  const lengths = peaks.filter(({ power }) => power > 0.05).map(({ x, y }) => Math.hypot(x, y));
  const own = 0.4 * Math.min(Math.hypot(...g), ...lengths);
  let least = Math.hypot(...g);
  for (const { x, y } of peaks)
    for (const sign of [1, -1]) {
      const distance = Math.hypot(sign * x - g[0], sign * y - g[1]);
      if (distance > own) least = Math.min(least, distance);
    }
  return least;
}

/**
 * Maps of an image. Peaks may be given, so that a change of mask or reference does not seek them anew.
 * @throws where there is no lattice, or the chosen g and mask do not fit the pattern
 */
export function strainMaps(
  image: AtomicImage,
  settings: StrainSettings = defaultAnalysisSettings.strain,
  peaks: PowerPeak[] = latticePeaks(image)
): StrainMaps {
  const { width, height, padded } = paddedValues(image);
  const spectrum = transformRows(padded, width, height);
  const { pixel } = image;
  const coarse = (g: Vector) => 0.2 * isolation(g, peaks);
  const g =
    settings.g === "auto"
      ? choosePair(peaks, (v) => phaseWindow(spectrum, v, coarse(v)).amplitude)
      : settings.g;
  const sigma = settings.mask * Math.min(isolation(g[0], peaks), isolation(g[1], peaks));
  const resolution = pixel / (2 * Math.PI * sigma);
  const [x, y, w, h] = settings.reference ?? innerArea(image, resolution);
  const maps = gpa(spectrum, {
    ...{ g, sigma, measure: settings.measure, centre: "median", floor: settings.floor },
    reference: { x: x / pixel, y: y / pixel, width: w / pixel, height: h / pixel }
  });
  return { ...maps, g, sigma, resolution, peaks, pixel };
}

/**
 * All of the image but a rim: the transform joins opposite edges, where the lattice in general does not fit itself, and the
 * mean of a gradient over all of a periodic image is a whole number of turns whatever the lattice.
 */
function innerArea(
  { columns, rows, pixel }: AtomicImage,
  resolution: number
): [number, number, number, number] {
  const [width, height] = [columns * pixel, rows * pixel];
  const rim = Math.min(3 * resolution, 0.25 * width, 0.25 * height);
  return [rim, rim, width - 2 * rim, height - 2 * rim];
}

/** How many of the strongest peaks are looked at. */
const candidates = 8;

/** The two that are present over most of the image: the larger share of places with
 * three tenths of the peak's usual amplitude (rock salt scatters twice as much into the common peaks as layers do). */
function choosePair(
  peaks: readonly PowerPeak[],
  amplitudeOf: (g: Vector) => Float64Array
): readonly [Vector, Vector] {
  const rated = peaks
    .slice(0, candidates)
    .map(({ x, y }) => {
      const amplitude = amplitudeOf([x, y]);
      const usual = amplitude.slice().sort()[Math.floor(0.9 * amplitude.length)];
      let present = 0;
      for (const value of amplitude) if (value > 0.3 * usual) ++present;
      // of peaks that are present alike, the strong ones and the short ones
      const share = Math.round((10 * present) / amplitude.length) / 10;
      return { g: [x, y] as Vector, share };
    })
    .sort((a, b) => b.share - a.share);
  const first = rated[0];
  const second =
    rated.find(({ g }) => sine(first.g, g) > 0.4) ?? rated.find(({ g }) => sine(first.g, g) > 0.1);
  if (!second)
    throw new Error(
      "missing lattice: the strongest peaks of the pattern lie on one line; give a pair of g by hand"
    );
  return [first.g, second.g];
}

/** Value of a map at a place of the image, Å, between its points; NaN without lattice. */
export function mapAt(
  map: ArrayLike<number>,
  { columns, rows, stepX, stepY, pixel }: Pick<StrainMaps, "columns" | "rows" | "stepX" | "stepY" | "pixel">,
  x: number,
  y: number
): number {
  const [u, v] = [x / pixel / stepX, y / pixel / stepY];
  const c = Math.min(columns - 2, Math.max(0, Math.floor(u)));
  const r = Math.min(rows - 2, Math.max(0, Math.floor(v)));
  const [s, t] = [Math.min(1, u - c), Math.min(1, v - r)];
  const at = r * columns + c;
  return (
    (1 - t) * ((1 - s) * map[at] + s * map[at + 1]) +
    t * ((1 - s) * map[at + columns] + s * map[at + columns + 1])
  );
}
