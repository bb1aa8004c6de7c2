import { describe, expect, it } from "vitest";
import { fitGaussianPeaks } from "../../../src/science/numerics/gaussian-peak.js";
import { normal } from "../../../src/science/numerics/normal.js";
import { random } from "../../../src/science/numerics/rng.js";

const [width, height] = [200, 200];

function image(noise: number, seed = 1) {
  const uniform = random(seed);
  const truth = Array.from({ length: 81 }, (_, i) => ({
    x: 12 + 21 * (i % 9) + 2 * uniform() - 1,
    y: 12 + 21 * Math.floor(i / 9) + 2 * uniform() - 1,
    sigma: 1.5 + uniform(),
    amplitude: 0.5 + uniform()
  }));
  const values = Float64Array.from({ length: width * height }, (_, p) => {
    const [x, y] = [p % width, Math.floor(p / width)];
    let sum = 0.3 + noise * normal(uniform);
    for (const t of truth) {
      const squared = (x - t.x) ** 2 + (y - t.y) ** 2;
      if (squared < 300) sum += t.amplitude * Math.exp(-squared / (2 * t.sigma ** 2));
    }
    return sum;
  });
  return { truth, values };
}

const starts = (truth: { x: number; y: number }[]) => ({
  x: truth.map(({ x }) => Math.round(x)),
  y: truth.map(({ y }) => Math.round(y))
});

describe("Gaussian fits", () => {
  it("find what was put in", () => {
    const { truth, values } = image(0);
    const peaks = fitGaussianPeaks(values, width, height, starts(truth));
    truth.forEach((t, i) => {
      expect(peaks.x[i]).toBeCloseTo(t.x, 6);
      expect(peaks.y[i]).toBeCloseTo(t.y, 6);
      expect(peaks.sigma[i]).toBeCloseTo(t.sigma, 6);
      expect(peaks.amplitude[i]).toBeCloseTo(t.amplitude, 6);
      expect(peaks.background[i]).toBeCloseTo(0.3, 6);
    });
  });

  it("state errors that the noise has, near the bound of Cramér and Rao", () => {
    let [pulls, count, ratio] = [0, 0, 0];
    const noise = 0.03;
    for (let seed = 1; seed <= 6; ++seed) {
      const { truth, values } = image(noise, seed);
      const peaks = fitGaussianPeaks(values, width, height, starts(truth), { radius: 6 });
      truth.forEach((t, i) => {
        pulls += ((peaks.x[i] - t.x) / peaks.error[i]) ** 2 + ((peaks.y[i] - t.y) / peaks.error[i]) ** 2;
        count += 2;
        // a Gaussian sampled finely in a wide window: σ_x = (noise/A) √(2/π)
        ratio += peaks.error[i] / ((noise / t.amplitude) * Math.sqrt(2 / Math.PI)) / truth.length / 6;
      });
    }
    // χ² of 972 pulls: standard deviation 4.5 %
    expect(pulls / count).toBeGreaterThan(0.86);
    expect(pulls / count).toBeLessThan(1.14);
    expect(ratio).toBeGreaterThan(0.97);
    expect(ratio).toBeLessThan(1.1);
  });

  it("work in windows that the edge cuts, and give NaN where there is nothing", () => {
    const { truth, values } = image(0);
    const { x, y } = truth[0];
    const shifted = Float64Array.from({ length: 60 * 60 }, (_, p) => {
      const [u, v] = [(p % 60) + 9, Math.floor(p / 60) + 9];
      return values[v * width + u];
    });
    const peaks = fitGaussianPeaks(shifted, 60, 60, { x: [3, 500], y: [3, 5] });
    expect(peaks.x[0]).toBeCloseTo(x - 9, 5);
    expect(peaks.y[0]).toBeCloseTo(y - 9, 5);
    expect(peaks.x[1]).toBeNaN();
    expect(() => fitGaussianPeaks(shifted, 60, 59, { x: [], y: [] })).toThrow("invalid image");
    expect(() => fitGaussianPeaks(shifted, 60, 60, { x: [], y: [] }, { radius: 1 })).toThrow(
      "invalid radius"
    );
  });
});
