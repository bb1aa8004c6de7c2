// Where a field holds matter that can be compared: the three maps, each over its mean, are summed, smoothed and parted in two by
// Otsu's threshold; the particle's centre and radius are those of the disc of equal area; what lies within a margin of an
// edge, a pore or a crack is left out, as the yield is not that of flat matter there.

import { distanceTransform } from "../numerics/distance-transform.js";
import { gaussianBlur, widthOverSigma } from "../numerics/gaussian-blur.js";
import { histogram, otsuThreshold } from "../numerics/thresholds.js";
import { ions, type IonMaps } from "./raw.js";

export interface MeasuredArea {
  /** 1 where maps are compared, [y][x] */
  mask: Uint8Array;
  /** 1 where there is matter, the margin included */
  matter: Uint8Array;
  /** pixels */
  centre: [x: number, y: number];
  radius: number;
  /** distance from the centre over the radius, [y][x] */
  radial: Float32Array;
}

/** full width of the smoothing before the threshold, pixels */
const smoothing = 2.5;

/** @param margin m @throws where nothing is left */
export function measuredArea({ width, height, pixel, counts }: IonMaps, margin: number): MeasuredArea {
  const sum = new Float32Array(width * height);
  for (const ion of ions) {
    const map = counts[ion];
    let total = 0;
    for (let p = 0; p < map.length; ++p) total += map[p];
    for (let p = 0; p < map.length; ++p) sum[p] += (map[p] * map.length) / total;
  }
  const sigma = smoothing / widthOverSigma;
  const smooth = gaussianBlur(sum, [height, width], [sigma, sigma]);
  const most = smooth.reduce((high, v) => Math.max(high, v), 0);
  const threshold = otsuThreshold(histogram(smooth, { min: 0, max: most, bins: 128 }));
  const matter = Uint8Array.from(smooth, (v) => (v > threshold ? 1 : 0));
  let [n, sx, sy] = [0, 0, 0];
  matter.forEach((inside, p) => {
    n += inside;
    sx += inside * (p % width);
    sy += inside * Math.floor(p / width);
  });
  const centre: [number, number] = [sx / n, sy / n];
  const radius = Math.sqrt(n / Math.PI);
  const distance = distanceTransform(matter, [1, height, width]);
  const mask = Uint8Array.from(distance, (d) => (d * pixel > Math.max(margin, pixel) ? 1 : 0));
  if (!mask.includes(1))
    throw new Error("invalid maps: no area is far enough from edges and pores; choose a smaller margin");
  const radial = Float32Array.from(
    mask,
    (_, p) => Math.hypot((p % width) - centre[0], Math.floor(p / width) - centre[1]) / radius
  );
  return { mask, matter, centre, radius, radial };
}
