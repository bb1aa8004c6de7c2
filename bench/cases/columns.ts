// Round Gaussians fitted to 2000 columns in windows of 11 × 11 pixels of a noisy image.

import { fitGaussianPeaks } from "../../src/science/numerics/gaussian-peak.js";
import { normal } from "../../src/science/numerics/normal.js";
import { random } from "../../src/science/numerics/rng.js";

export const name = "columns";

export function run(): { case: string; size: Record<string, number>; times: number[]; error: number }[] {
  const n = 1024;
  const count = 2000;
  const uniform = random(5);
  const image = new Float64Array(n * n).fill(0.2);
  const x = Float64Array.from({ length: count }, (_, i) => 12 + 20 * (i % 50) + 2 * uniform() - 1);
  const y = Float64Array.from({ length: count }, (_, i) => 12 + 20 * Math.floor(i / 50) + 2 * uniform() - 1);
  for (let i = 0; i < count; ++i) {
    const [height, width] = [0.6 + 0.8 * uniform(), 1.6 + 0.6 * uniform()];
    for (let v = Math.floor(y[i]) - 9; v <= y[i] + 9; ++v)
      for (let u = Math.floor(x[i]) - 9; u <= x[i] + 9; ++u)
        image[v * n + u] += height * Math.exp(-((u - x[i]) ** 2 + (v - y[i]) ** 2) / (2 * width * width));
  }
  for (let p = 0; p < n * n; ++p) image[p] += 0.02 * normal(uniform);
  const starts = { x: x.map(Math.round), y: y.map(Math.round) };
  const work = () => fitGaussianPeaks(image, n, n, starts);
  const peaks = work();
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  });
  let sum = 0;
  for (let i = 0; i < count; ++i) sum += (peaks.x[i] - x[i]) ** 2 + (peaks.y[i] - y[i]) ** 2;
  return [
    { case: "2-D Gaussian fits", size: { columns: count, window: 11 }, times, error: Math.sqrt(sum / count) }
  ];
}
