import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { principalComponents, scores } from "../../../src/science/numerics/principal-components.js";
import { singularValues } from "../../../src/science/numerics/singular-values.js";
import { symmetricEigen } from "../../../src/science/numerics/symmetric-eigen.js";
import { normal } from "./normal.js";

const dot = (a: Float64Array, i: number, j: number, n: number) => {
  let sum = 0;
  for (let e = 0; e < n; ++e) sum += a[i * n + e] * a[j * n + e];
  return sum;
};

/** Mixtures of `rank` Gaussian lines with noise: [pixel][energy]. */
function mixtures(seed: number, pixels: number, energies: number, rank: number, noise: number) {
  const draw = normal(seed);
  const data = new Float32Array(pixels * energies);
  for (let p = 0; p < pixels; ++p) {
    const w = Array.from({ length: rank }, draw);
    for (let e = 0; e < energies; ++e)
      data[p * energies + e] =
        w.reduce((s, x, k) => s + x * Math.exp(-(((e - 5 - 8 * k) / 4) ** 2)), 0.5) + noise * draw();
  }
  return data;
}

describe("symmetricEigen", () => {
  test("puts a matrix back together from orthonormal vectors", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 12 }), (seed, n) => {
        const draw = normal(seed);
        const a = new Float64Array(n * n);
        for (let i = 0; i < n; ++i) for (let j = i; j < n; ++j) a[i * n + j] = a[j * n + i] = draw();
        const { values, vectors } = symmetricEigen(a, n);
        for (let i = 0; i < n; ++i)
          for (let j = 0; j < n; ++j) {
            expect(dot(vectors, i, j, n)).toBeCloseTo(i === j ? 1 : 0, 12);
            let sum = 0;
            for (let k = 0; k < n; ++k) sum += values[k] * vectors[k * n + i] * vectors[k * n + j];
            expect(sum).toBeCloseTo(a[i * n + j], 11);
          }
        for (let k = 1; k < n; ++k) expect(values[k - 1]).toBeGreaterThanOrEqual(values[k]);
      }),
      { numRuns: 50 }
    );
  });

  test("knows the second difference matrix", () => {
    const n = 20;
    const a = new Float64Array(n * n);
    for (let i = 0; i < n; ++i) {
      a[i * n + i] = 2;
      if (i + 1 < n) a[i * n + i + 1] = -1;
    }
    symmetricEigen(a, n).values.forEach((v, k) =>
      expect(v).toBeCloseTo(2 - 2 * Math.cos((Math.PI * (n - k)) / (n + 1)), 12)
    );
  });
});

describe("singularValues", () => {
  test("keeps the digits of small ones", () => {
    const d = 1e-7;
    // columns (1, 1, 0) and (1, 1, d): the product of the values is √2 d, the sum of their squares 4 + d²
    const [s1, s2] = singularValues(Float64Array.of(1, 1, 1, 1, 0, d), 2);
    expect((s1 * s2) / (Math.SQRT2 * d)).toBeCloseTo(1, 12);
    expect(s1 ** 2 + s2 ** 2).toBeCloseTo(4, 12);
  });
});

describe("principalComponents", () => {
  test.each([1, 2, 3])("finds that %d lines vary", (rank) => {
    const data = mixtures(rank, 500, 36, rank, 0.02);
    const found = principalComponents(data, 36);
    expect(found.components).toBe(rank);
    expect(found.variances[rank] / 0.02 ** 2).toBeGreaterThan(0.8);
    expect(found.variances[rank] / 0.02 ** 2).toBeLessThan(2);
    expect(principalComponents(data, 36, { centred: false }).components).toBe(rank + 1);
  });

  test("has orthonormal loadings, uncorrelated scores, and variances that add to the whole", () => {
    const energies = 20;
    const data = mixtures(9, 300, energies, 2, 0.1);
    const found = principalComponents(data, energies);
    const s = scores(data, found, energies);
    let whole = 0;
    for (let i = 0; i < data.length; ++i) whole += (data[i] - found.mean[i % energies]) ** 2 / 299;
    expect(found.variances.reduce((sum, v) => sum + v, 0)).toBeCloseTo(whole, 6);
    for (let i = 0; i < energies; ++i)
      for (let j = 0; j < energies; ++j) {
        expect(dot(found.loadings, i, j, energies)).toBeCloseTo(i === j ? 1 : 0, 12);
        expect(dot(Float64Array.from(s), i, j, 300) / 299).toBeCloseTo(i === j ? found.variances[i] : 0, 5);
      }
    for (let k = 0; k < energies; ++k) {
      const row = [...found.loadings.subarray(k * energies, (k + 1) * energies)];
      expect(Math.max(...row)).toBeGreaterThanOrEqual(-Math.min(...row) * (1 - 1e-8));
    }
  });

  test("has Malinowski's indicator", () => {
    const { variances: v, indicator } = principalComponents(mixtures(6, 80, 6, 2, 0.1), 6);
    // real error sqrt(Σ/(c − n)), divided by (c − n)²
    expect(indicator).toHaveLength(5);
    expect(indicator[1] / (Math.sqrt((v[2] + v[3] + v[4] + v[5]) / 4) / 16)).toBeCloseTo(1, 10);
    expect(indicator[4] / Math.sqrt(v[5])).toBeCloseTo(1, 10);
  });

  test("leaves out what is outside the mask, and says when nothing is left", () => {
    const data = mixtures(4, 100, 12, 1, 0.01);
    const mask = Uint8Array.from({ length: 100 }, (_, p) => (p < 50 ? 1 : 0));
    const half = principalComponents(data, 12, { mask });
    expect([...half.variances]).toEqual([...principalComponents(data.subarray(0, 600), 12).variances]);
    expect(() => principalComponents(data, 12, { mask: new Uint8Array(100) })).toThrow(
      "missing pixels: 0 inside the mask"
    );
    expect(() => principalComponents(data, 11)).toThrow("invalid stack: 1200 values");
  });
});
