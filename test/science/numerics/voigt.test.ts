import { describe, expect, test } from "vitest";
import { faddeevaReal, gaussianFwhm, voigt } from "../../../src/science/numerics/voigt.js";

describe("faddeevaReal", () => {
  // exp(−z²) erfc(−iz) by mpmath in 30 digits
  test.each([
    [0, 0, 1],
    [0.5, 0, 0.77880078307140487],
    [1, 0.1, 0.37317014831126741],
    [2, 0.001, 0.018547236370405553],
    [3, 0.5, 0.037126366054692345],
    [5, 0.01, 0.00024080339195117517],
    [10, 1, 0.0056699425669021785],
    [0, 3, 0.17900115118138995],
    [30, 0.2, 0.0001255794016952812],
    [6, 1e-6, 1.6375340765768394e-8],
    [4, 0, 1.1253517471925911e-7]
  ])("at %d + %di", (x, y, w) => {
    expect(Math.abs(faddeevaReal(x, y) - w)).toBeLessThan(1e-14);
    if (y > 0) expect(faddeevaReal(x, y) / w).toBeCloseTo(1, 7);
    expect(faddeevaReal(-x, y)).toBe(faddeevaReal(x, y));
  });
});

describe("voigt", () => {
  test("is the convolution of a Gaussian and a Lorentzian", () => {
    const [sigma, gamma] = [0.3, 0.2];
    const step = 1e-3;
    for (const x of [0, 0.1, 0.4, 1, 3]) {
      let sum = 0;
      for (let t = -3; t <= 3; t += step)
        sum +=
          (Math.exp((-t * t) / (2 * sigma * sigma)) / (sigma * Math.sqrt(2 * Math.PI))) *
          (gamma / (Math.PI * ((x - t) ** 2 + gamma * gamma))) *
          step;
      expect(voigt(x, sigma, gamma) / sum).toBeCloseTo(1, 10);
    }
  });

  test("has unit area, apart from the tails of the Lorentzian", () => {
    const [sigma, gamma, reach, step] = [0.4, 0.15, 400, 0.01];
    let area = 0;
    for (let x = -reach; x < reach; x += step) area += voigt(x, sigma, gamma) * step;
    expect(area + (2 * gamma) / (Math.PI * reach)).toBeCloseTo(1, 6);
  });

  test("has a Gaussian and a Lorentzian as limits", () => {
    expect(voigt(0, 0.5, 0)).toBeCloseTo(1 / (0.5 * Math.sqrt(2 * Math.PI)), 14);
    expect(voigt(gaussianFwhm / 2, 1, 0) / voigt(0, 1, 0)).toBeCloseTo(0.5, 12);
    expect(voigt(0.7, 0, 0.7) / voigt(0, 0, 0.7)).toBeCloseTo(0.5, 14);
    expect(voigt(0.3, 1e-8, 0.7) / voigt(0.3, 0, 0.7)).toBeCloseTo(1, 10);
  });

  test("refuses widths that make no line", () => {
    expect(() => voigt(0, 0, 0)).toThrow("invalid widths of a line: σ 0, γ 0");
    expect(() => voigt(0, -1, 1)).toThrow("invalid widths of a line");
  });
});
