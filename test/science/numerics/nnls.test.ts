import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitPlan, type FitPlan } from "../../../src/science/numerics/nnls-plan.js";
import { fitErrors, stackErrors } from "../../../src/science/numerics/nnls-errors.js";
import { fitted, nnls } from "../../../src/science/numerics/nnls.js";
import { nnlsStack } from "../../../src/science/numerics/nnls-stack.js";
import { random } from "../../../src/science/numerics/rng.js";
import { weightedLeastSquares } from "../../../src/science/numerics/weighted-least-squares.js";
import { lawsonHanson } from "./lawson-hanson.js";
import { normal } from "./normal.js";

const at = (a: ArrayLike<number>, i: number) => a[i] ?? NaN;

/** A random problem: references [energy][reference] that overlap, a spectrum that is no mixture of them. */
function problem(seed: number, energies: number, count: number) {
  const draw = normal(seed);
  const common = Array.from({ length: energies }, draw);
  const references = Float64Array.from(
    { length: energies * count },
    (_, i) => 1 + 2 * at(common, Math.floor(i / count)) + draw()
  );
  const weights = Array.from({ length: count }, draw);
  const y = Float64Array.from({ length: energies }, (_, e) =>
    weights.reduce((sum, w, k) => sum + w * at(references, e * count + k), 0.7 * draw())
  );
  return { references, y };
}

/** −½ of the gradient of the sum of squares with each reference's weight. */
function gradient(plan: FitPlan, y: ArrayLike<number>, weights: ArrayLike<number>): number[] {
  const model = fitted(plan, weights);
  return Array.from({ length: plan.columns }, (_, k) =>
    model.reduce(
      (sum, m, e) => sum + at(plan.weights, e) * at(plan.design, e * plan.columns + k) * (at(y, e) - m),
      0
    )
  );
}

describe("nnls", () => {
  test("agrees with the method of Lawson and Hanson", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 5 }), (seed, count) => {
        const { references, y } = problem(seed, 12, count);
        const rows = Array.from({ length: 12 }, (_, e) => [
          ...references.subarray(e * count, (e + 1) * count)
        ]);
        const fit = nnls(fitPlan(references, count), y);
        lawsonHanson(rows, [...y]).forEach((x, k) => expect(fit.weights[k]).toBeCloseTo(x, 8));
      }),
      { numRuns: 500 }
    );
  });

  test.each([false, true])(
    "satisfies the conditions of Karush, Kuhn and Tucker, sum to one: %s",
    (sumToOne) => {
      fc.assert(
        fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 5 }), fc.boolean(), (seed, count, withFree) => {
          const { references, y } = problem(seed, 15, count);
          const draw = random(seed);
          const free = withFree
            ? [new Float64Array(15).fill(1), Float64Array.from({ length: 15 }, (_, e) => e - 7)]
            : [];
          const plan = fitPlan(references, count, {
            sumToOne,
            free,
            weights: Float64Array.from({ length: 15 }, () => 0.2 + draw())
          });
          const { weights, set } = nnls(plan, y);
          const g = gradient(plan, y, weights);
          const inside = [...weights.subarray(0, count)].flatMap((w, k) => (w > 0 ? [k] : []));
          const scale = 1e-8 * Math.hypot(...y) * Math.hypot(...plan.design);
          // the multiplier of the sum is the common gradient of what is left in
          const level = sumToOne ? Math.max(...inside.map((k) => at(g, k))) : 0;
          for (let k = 0; k < count; ++k) {
            expect(weights[k]).toBeGreaterThanOrEqual(0);
            expect(at(g, k) - level).toBeLessThan(scale);
            if ((set.mask >> k) & 1) expect(Math.abs(at(g, k) - level)).toBeLessThan(scale);
            else expect(weights[k]).toBe(0);
          }
          for (let k = count; k < plan.columns; ++k) expect(Math.abs(at(g, k))).toBeLessThan(scale);
          if (sumToOne) expect(weights.subarray(0, count).reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 9);
        }),
        { numRuns: 300 }
      );
    }
  );

  test("without bounds is ordinary least squares, and an energy of no weight may hold anything", () => {
    const references = Float64Array.of(1, 0, 1, 1, 1, 2, 1, 3);
    const fit = nnls(fitPlan(references, 2, { nonNegative: false }), [3, 1, -1, -3]);
    expect([...fit.weights]).toEqual([expect.closeTo(3, 12), expect.closeTo(-2, 12)]);
    const masked = nnls(fitPlan(references, 2, { nonNegative: false, weights: [1, 0, 1, 1] }), [
      3,
      NaN,
      -1,
      -3
    ]);
    expect(masked.weights[1]).toBeCloseTo(-2, 12);
    expect(masked.residualSumOfSquares).toBeCloseTo(0, 12);
  });

  test("says what is wrong with a problem", () => {
    const two = Float64Array.of(1, 2, 2, 4, 3, 6, 4, 8);
    expect(() => fitPlan(two, 2)).toThrow(
      "ambiguous fit: column 1 is a combination of the columns before it"
    );
    expect(() => fitPlan(new Float64Array(12), 6)).toThrow("invalid number of references: 6; must be 1 to 5");
    expect(() => fitPlan(Float64Array.of(1, 2), 2)).toThrow("missing points: 1 for 2 unknowns");
    expect(() => fitPlan(Float64Array.of(1, NaN, 2), 1)).toThrow("invalid reference 0 at energy 1: NaN");
    expect(() => fitPlan(Float64Array.of(1, 2, 3), 1, { weights: [1, -1, 1] })).toThrow(
      "invalid weight at energy 1: -1"
    );
    expect(() => nnls(fitPlan(Float64Array.of(1, 2, 3), 1), [1, 2])).toThrow("invalid spectrum: 2 values");
  });
});

describe("nnlsStack", () => {
  const cases = fc.record({
    seed: fc.nat(1e6),
    count: fc.integer({ min: 1, max: 5 }),
    energies: fc.integer({ min: 9, max: 40 }),
    pixels: fc.constantFrom(1, 5, 256, 300, 1024, 1300),
    free: fc.boolean(),
    sumToOne: fc.boolean(),
    fastest: fc.constantFrom("energy" as const, "pixel" as const)
  });

  test("gives every pixel the fit of its spectrum, in either order of the data", () => {
    fc.assert(
      fc.property(cases, ({ seed, count, energies, pixels, free, sumToOne, fastest }) => {
        const { references } = problem(seed, energies, count);
        const draw = normal(seed + 1);
        const plan = fitPlan(references, count, {
          sumToOne,
          free: free ? [new Float64Array(energies).fill(1)] : [],
          weights: Float64Array.from({ length: energies }, (_, e) => 1 + (e % 3))
        });
        const spectra = Array.from({ length: pixels }, () => Float32Array.from({ length: energies }, draw));
        const data = new Float32Array(pixels * energies);
        spectra.forEach((y, p) =>
          y.forEach((v, e) => (data[fastest === "energy" ? p * energies + e : e * pixels + p] = v))
        );
        const stack = nnlsStack(plan, data, { fastest });
        const errors = stackErrors(plan, stack, "residual");
        for (let p = 0; p < pixels; p += 1 + Math.floor(pixels / 40)) {
          const fit = nnls(plan, spectra[p] ?? []);
          const single = fitErrors(plan, fit, "residual");
          for (let k = 0; k < plan.columns; ++k) {
            expect(stack.weights[k * pixels + p]).toBeCloseTo(at(fit.weights, k), 4);
            if (stack.masks[p] === fit.set.mask) expect(errors[k * pixels + p]).toBeCloseTo(at(single, k), 3);
          }
          expect(at(stack.residualSumOfSquares, p) / fit.residualSumOfSquares).toBeCloseTo(1, 4);
        }
      }),
      { numRuns: 60 }
    );
  });

  test("leaves a pixel without a number as such, and its neighbours alone", () => {
    const { references } = problem(3, 10, 3);
    const plan = fitPlan(references, 3);
    const data = new Float32Array(50).map((_, i) => Math.sin(i));
    const whole = nnlsStack(plan, data, { fastest: "energy" });
    data[23] = NaN;
    const fit = nnlsStack(plan, data, { fastest: "energy" });
    for (let p = 0; p < 5; ++p)
      for (let k = 0; k < 3; ++k)
        expect(fit.weights[k * 5 + p]).toBe(p === 2 ? NaN : whole.weights[k * 5 + p]);
  });

  test("can be stopped, and refuses what is no whole number of spectra", () => {
    const plan = fitPlan(problem(3, 10, 3).references, 3);
    const data = new Float32Array(100);
    expect(() => nnlsStack(plan, data, { fastest: "pixel", signal: AbortSignal.abort() })).toThrow("aborted");
    expect(() => nnlsStack(plan, new Float32Array(101), { fastest: "pixel" })).toThrow(
      "invalid stack: 101 values"
    );
  });
});

describe("standard errors", () => {
  test("of every set come from the inverse of the normal matrix of what is left in", () => {
    const { references: columns } = problem(11, 14, 4);
    const weights = Float64Array.from({ length: 14 }, (_, e) => 1 + (e % 4));
    const { sets } = fitPlan(columns, 4, { weights, free: [new Float64Array(14).fill(1)] });
    expect(sets).toHaveLength(16);
    for (const { mask, covariance } of sets) {
      const inside = [0, 1, 2, 3].filter((k) => (mask >> k) & 1).concat(4);
      const part = Float64Array.from(
        Array.from({ length: 14 }, (_, e) => inside.map((k) => (k === 4 ? 1 : columns[e * 4 + k]))).flat()
      );
      const direct = weightedLeastSquares(part, inside.length, new Float64Array(14), weights).covariance;
      for (let i = 0; i < 5; ++i)
        for (let j = 0; j < 5; ++j) {
          const [a, b] = [inside.indexOf(i), inside.indexOf(j)];
          const wanted = a < 0 || b < 0 ? 0 : direct[a * inside.length + b];
          expect(covariance[i * 5 + j]).toBeCloseTo(wanted, 10);
        }
    }
  });

  test("of weights that add to one are those of the differences", () => {
    // with x0 = 1 − x1 the fit is that of y − r0 to r1 − r0
    const { references: columns } = problem(12, 10, 2);
    const [set] = fitPlan(columns, 2, { sumToOne: true }).sets;
    let sum = 0;
    for (let e = 0; e < 10; ++e) sum += (columns[e * 2 + 1] - columns[e * 2]) ** 2;
    [1, -1, -1, 1].forEach((sign, i) => expect(set.covariance[i]).toBeCloseTo(sign / sum, 10));
  });

  const energies = 40;
  const noise = 0.03;
  const references = Float64Array.from({ length: energies * 3 }, (_, i) => {
    const [e, k] = [Math.floor(i / 3), i % 3];
    return Math.exp(-(((e - 14 - 6 * k) / 6) ** 2)) + 0.5 * (1 + Math.tanh((e - 12 - 3 * k) / 3));
  });
  const plan = fitPlan(references, 3);
  const smallest = () => noise * Math.sqrt(at(plan.sets[0]?.covariance ?? [], 8));
  /** Share of seeds in which the true weights lie within 1.96 errors; first with the variance from the residual, then with the known one. */
  function coverage(truth: number[], seeds: number) {
    const data = new Float32Array(seeds * energies);
    const clean = fitted(plan, truth);
    const draw = normal(20);
    for (let i = 0; i < data.length; ++i) data[i] = at(clean, i % energies) + noise * draw();
    const fit = nnlsStack(plan, data, { fastest: "energy" });
    return (["residual", noise ** 2] as const).map((variance) => {
      const errors = stackErrors(plan, fit, variance);
      return truth.map((w, k) => {
        let inside = 0;
        for (let p = k * seeds; p < (k + 1) * seeds; ++p)
          inside += Math.abs(at(fit.weights, p) - w) <= 1.96 * at(errors, p) ? 1 : 0;
        return inside / seeds;
      });
    });
  }

  test("cover 95 % where all weights are far from zero", () => {
    for (const share of coverage([0.5, 0.6, 0.4], 2000).flat()) {
      expect(share).toBeGreaterThan(0.93);
      expect(share).toBeLessThan(0.97);
    }
  });

  test("fail near the boundary as they must: an estimate of zero claims no error", () => {
    // Of a weight of half an error, 31 % of estimates are zero with error zero, and 2.5 % are too high; a true zero is
    // covered by all estimates but those 2.5 %.
    const half = coverage([0.5, 0.6, 0.5 * smallest()], 4000)[1]?.[2];
    expect(half).toBeGreaterThan(1 - 0.309 - 0.025 - 0.03);
    expect(half).toBeLessThan(1 - 0.309 - 0.025 + 0.03);
    const zero = coverage([0.5, 0.6, 0], 4000)[1]?.[2];
    expect(zero).toBeGreaterThan(0.965);
    expect(zero).toBeLessThan(0.985);
  });
});
