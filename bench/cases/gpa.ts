// Geometrical phase analysis of a lattice of 1024² pixels with a known displacement and noise: maps at every pixel.

import { transformRows } from "../../src/science/numerics/fft-2d.js";
import { gpa } from "../../src/science/numerics/gpa.js";
import { normal } from "../../src/science/numerics/normal.js";
import { random } from "../../src/science/numerics/rng.js";
import { upsample } from "../../src/science/numerics/upsample.js";

export const name = "gpa";

const period = 16;
const amplitude = 0.6;
const wave = (2 * Math.PI) / 256;

function lattice(n: number): Float64Array {
  const uniform = random(3);
  const image = new Float64Array(n * n);
  for (let y = 0; y < n; ++y)
    for (let x = 0; x < n; ++x) {
      const ux = amplitude * Math.sin(wave * x) * Math.cos(wave * y);
      const uy = -0.4 * amplitude * Math.cos(wave * x);
      const [a, b] = [(2 * Math.PI * (x - ux)) / period, (2 * Math.PI * (y - uy)) / period];
      image[y * n + x] = 2 + Math.cos(a) + Math.cos(b) + 0.3 * Math.cos(a + b) + 0.05 * normal(uniform);
    }
  return image;
}

export function run(): { case: string; size: Record<string, number>; times: number[]; error: number }[] {
  const n = 1024;
  const image = lattice(n);
  const g = [
    [1 / period, 0],
    [0, 1 / period]
  ] as const;
  const work = (full: boolean) => {
    const maps = gpa(transformRows(image, n, n, 2), { g, sigma: 0.35 / period / 2, measure: "eulerian" });
    if (!full) return maps.exx;
    const [exx] = [maps.exx, maps.eyy, maps.exy, maps.rotation].map((map) =>
      upsample(map, maps.columns, maps.rows, n, n)
    );
    return exx;
  };
  const time = (full: boolean): number[] => {
    work(full);
    return Array.from({ length: 7 }, () => {
      const start = performance.now();
      work(full);
      return (performance.now() - start) / 1000;
    });
  };
  const exx = work(true);
  let [sum, count] = [0, 0];
  for (let y = 64; y < n - 64; ++y)
    for (let x = 64; x < n - 64; ++x, ++count)
      sum += (exx[y * n + x] - amplitude * wave * Math.cos(wave * x) * Math.cos(wave * y)) ** 2;
  const error = Math.sqrt(sum / count);
  return [
    { case: "strain and rotation at every pixel", size: { pixels: n * n }, times: time(true), error },
    { case: "on the grid that the mask resolves", size: { pixels: n * n }, times: time(false), error }
  ];
}
