import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levenbergMarquardt, type FitProblem } from "../../../src/science/numerics/levenberg-marquardt.js";
import { normal } from "../../../src/science/numerics/normal.js";
import { random } from "../../../src/science/numerics/rng.js";
import { weightedLeastSquares } from "../../../src/science/numerics/weighted-least-squares.js";

/** Misra1a of the NIST Statistical Reference Datasets, https://www.itl.nist.gov/div898/strd/nls/data/misra1a.shtml */
const misra = {
  x: [77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0],
  y: [10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78]
};

function misraProblem(start: readonly [number, number]): FitProblem {
  return {
    parameters: [
      { name: "b1", value: start[0] },
      { name: "b2", value: start[1] }
    ],
    points: misra.x.length,
    evaluate([b1, b2], residuals, jacobian) {
      misra.x.forEach((x, i) => {
        const e = Math.exp(-b2 * x);
        residuals[i] = b1 * (1 - e) - misra.y[i];
        if (!jacobian) return;
        jacobian[i] = 1 - e;
        jacobian[misra.x.length + i] = b1 * x * e;
      });
    }
  };
}

/** f = Σ p_k x^k at points on [−1, 1], as a problem. */
function polynomial(y: readonly number[], degree: number, more: Partial<FitProblem> = {}): FitProblem {
  const points = y.length;
  return {
    parameters: Array.from({ length: degree + 1 }, (_, k) => ({ name: `p${k}`, value: 0 })),
    points,
    evaluate(p, residuals, jacobian, wanted) {
      for (let i = 0; i < points; ++i) {
        const x = -1 + (2 * i) / (points - 1);
        residuals[i] = p.reduce((sum, value, k) => sum + value * x ** k, 0) - y[i];
        if (jacobian) for (const k of wanted) jacobian[k * points + i] = x ** k;
      }
    },
    ...more
  };
}

describe("Levenberg–Marquardt", () => {
  it.each([
    [500, 0.0001],
    [250, 0.0005]
  ] as const)("agrees with NIST's certified Misra1a from start %d, %d", (...start) => {
    const fit = levenbergMarquardt(misraProblem(start), { tolerance: 1e-7 });
    expect(fit.status).toBe("converged");
    expect(fit.fault).toBe("");
    expect(fit.chiSquared).toBeCloseTo(1.2455138894e-1, 9);
    expect(fit.values[0] / 2.3894212918e2).toBeCloseTo(1, 8);
    expect(fit.values[1] / 5.5015643181e-4).toBeCloseTo(1, 8);
    const s = Math.sqrt(fit.reducedChiSquared);
    expect((s * fit.standardErrors[0]) / 2.7070075241).toBeCloseTo(1, 7);
    expect((s * fit.standardErrors[1]) / 7.2668688436e-6).toBeCloseTo(1, 7);
  });

  it("solves linear problems as orthogonal factorisation does, errors and all", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 5 }), (seed, degree) => {
        const uniform = random(seed);
        const y = Array.from({ length: 30 }, () => 3 * normal(uniform));
        const fit = levenbergMarquardt(polynomial(y, degree), { tolerance: 1e-8 });
        const design = Float64Array.from({ length: 30 * (degree + 1) }, (_, e) => {
          const [i, k] = [Math.floor(e / (degree + 1)), e % (degree + 1)];
          return (-1 + (2 * i) / 29) ** k;
        });
        const exact = weightedLeastSquares(design, degree + 1, y);
        fit.values.forEach((value, k) => expect(value).toBeCloseTo(exact.coefficients[k], 5));
        fit.covariance.forEach((value, e) => expect(value).toBeCloseTo(exact.covariance[e], 9));
      }),
      { numRuns: 25 }
    );
  });

  it("ties parameters linearly, and carries their errors over", () => {
    const y = Array.from({ length: 21 }, (_, i) => 1 + 2 * (-1 + i / 10) + 0.01 * Math.sin(9 * i));
    const tied = levenbergMarquardt(
      polynomial(y, 2, { ties: [{ name: "p2", offset: 1, of: [{ name: "p0", factor: -1 }] }] })
    );
    expect(tied.values[2]).toBeCloseTo(1 - tied.values[0], 12);
    expect(tied.standardErrors[2]).toBeCloseTo(tied.standardErrors[0], 12);
    expect(tied.correlation[0 * 3 + 2]).toBeCloseTo(-1, 12);
    expect(tied.degreesOfFreedom).toBe(19);
    // the same by hand: f = p0 (1 − x²) + p1 x + x²
    const x = y.map((_, i) => -1 + i / 10);
    const exact = weightedLeastSquares(
      Float64Array.from(x.flatMap((at) => [1 - at * at, at])),
      2,
      y.map((value, i) => value - x[i] ** 2)
    );
    expect(tied.values[0]).toBeCloseTo(exact.coefficients[0], 10);
    expect(tied.standardErrors[0]).toBeCloseTo(Math.sqrt(exact.covariance[0]), 10);
  });

  it("keeps within bounds, finds the best there, and says which were reached", () => {
    const y = Array.from({ length: 21 }, (_, i) => 1 + 2 * (-1 + i / 10));
    const fit = levenbergMarquardt(
      polynomial(y, 1, {
        parameters: [
          { name: "offset", value: 0, max: 5 },
          { name: "slope", value: 0, min: -1, max: 1.5 }
        ]
      })
    );
    expect(fit.values[1]).toBe(1.5);
    expect(fit.values[0]).toBeCloseTo(1, 10);
    expect(fit.atBounds).toEqual(["slope"]);
    expect(fit.standardErrors[1]).toBeNaN();
    expect(fit.standardErrors[0]).toBeCloseTo(1 / Math.sqrt(21), 10);
    expect(fit.fault).toBe(
      "invalid refinement: slope ended at a bound: widen it, or fix what the data cannot tell"
    );
  });

  it("finds the best within bounds of parameters that depend on each other, from anywhere inside", () => {
    // columns 1 and 1 + x/5 are nearly one: an unbounded step goes far along their difference
    const points = 12;
    const column = (k: number, i: number) => 1 + (k * i) / 60;
    fc.assert(
      fc.property(
        fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
        fc.integer({ min: 0, max: 1000 }),
        ([a, b], seed) => {
          const uniform = random(seed);
          const y = Array.from({ length: points }, () => 2 * normal(uniform));
          const chi = (p: readonly number[]) =>
            y.reduce((sum, v, i) => sum + (p[0] * column(0, i) + p[1] * column(1, i) - v) ** 2, 0);
          const fit = levenbergMarquardt(
            {
              parameters: [
                { name: "a", value: a, min: -1, max: 1 },
                { name: "b", value: b, min: -1, max: 1 }
              ],
              points,
              evaluate(p, residuals, jacobian) {
                y.forEach((v, i) => {
                  residuals[i] = p[0] * column(0, i) + p[1] * column(1, i) - v;
                  jacobian?.set([column(0, i)], i);
                  jacobian?.set([column(1, i)], points + i);
                });
              }
            },
            { tolerance: 1e-7 }
          );
          // the best of a fine grid of the square is no better
          let best = Infinity;
          for (let i = 0; i <= 100; ++i)
            for (let j = 0; j <= 100; ++j) best = Math.min(best, chi([-1 + i / 50, -1 + j / 50]));
          expect(fit.chiSquared).toBeLessThan(best + 1e-9 * best);
        }
      ),
      { numRuns: 60 }
    );
  });

  it("leaves a bound again that it met on the way", () => {
    // Rosenbrock's valley, whose path from here runs along x = −1.3 first
    const fit = levenbergMarquardt(
      {
        parameters: [
          { name: "x", value: -1.2, min: -1.3, max: 2 },
          { name: "y", value: 1, min: -2, max: 1.05 }
        ],
        points: 2,
        evaluate([x, y], r, jacobian) {
          r.set([10 * (y - x * x), 1 - x]);
          jacobian?.set([-20 * x, -1, 10, 0]);
        }
      },
      { maximumIterations: 200 }
    );
    expect(fit.values[0]).toBeCloseTo(1, 6);
    expect(fit.values[1]).toBeCloseTo(1, 6);
    expect(fit.atBounds).toEqual([]);
  });

  it("names the parameters that cannot be told apart, and keeps the last good state", () => {
    const y = Array.from({ length: 11 }, (_, i) => 3 + i);
    const fit = levenbergMarquardt({
      parameters: ["scale", "occupancy", "slope"].map((name) => ({ name, value: 1 })),
      points: y.length,
      evaluate([scale, occupancy, slope], residuals, jacobian) {
        y.forEach((value, i) => {
          residuals[i] = scale * occupancy + slope * i - value;
          jacobian?.set([occupancy], i);
          jacobian?.set([scale], 11 + i);
          jacobian?.set([i], 22 + i);
        });
      }
    });
    expect(fit.status).toBe("singular");
    expect(fit.fault).toMatch(/cannot tell scale, occupancy apart/);
    expect(fit.values[0] * fit.values[1]).toBeCloseTo(3, 6);
    expect([...fit.standardErrors]).toEqual([NaN, NaN, NaN]);
  });

  it("names a parameter that moves nothing", () => {
    const straight = polynomial([1, 2, 3, 4], 1);
    const fit = levenbergMarquardt({
      ...straight,
      parameters: [...straight.parameters, { name: "nothing", value: 1 }],
      evaluate: (p, residuals, jacobian, wanted) =>
        straight.evaluate(
          p.subarray(0, 2),
          residuals,
          jacobian,
          wanted.filter((k) => k < 2)
        )
    });
    expect(fit.fault).toMatch(/cannot tell nothing apart/);
  });

  it("rejects steps into what is not finite", () => {
    // √p is steep at its start: the first full step leads below zero
    const fit = levenbergMarquardt({
      parameters: [{ name: "p", value: 4 }],
      points: 1,
      evaluate([p], r, jacobian) {
        r[0] = Math.log(p) - Math.log(1e-3);
        if (jacobian) jacobian[0] = 1 / p;
      }
    });
    expect(fit.values[0]).toBeCloseTo(1e-3, 9);
  });

  it("stops where told, with the last good state", () => {
    const stop = new AbortController();
    const fit = levenbergMarquardt(misraProblem([500, 0.0001]), {
      signal: stop.signal,
      onStep: () => stop.abort()
    });
    expect(fit.status).toBe("stopped");
    expect(fit.iterations).toBe(1);
    expect(fit.fault).toMatch(/^stopped refinement: after 1 steps/);
    const few = levenbergMarquardt(misraProblem([500, 0.0001]), { maximumIterations: 1, tolerance: 1e-9 });
    expect(few.status).toBe("unfinished");
    expect(few.chiSquared).toBe(fit.chiSquared);
  });

  it("refuses what is no fit in a sentence", () => {
    const y = [1, 2, 3];
    const with_ = (more: Partial<FitProblem>) => () => levenbergMarquardt(polynomial(y, 1, more));
    const p0 = { name: "p0", value: 0 };
    expect(with_({ parameters: [p0, p0] })).toThrow("ambiguous parameter: p0 stands twice");
    expect(with_({ parameters: [p0, { name: "p1", value: 2, max: 1 }] })).toThrow(
      "invalid start of parameter p1: 2; must be a number between -Infinity and 1"
    );
    expect(with_({ ties: [{ name: "q", of: [] }] })).toThrow("unknown parameter: q; must be one of p0, p1");
    expect(with_({ parameters: [{ ...p0, fixed: true }] })).toThrow("missing free parameter");
    expect(() => levenbergMarquardt(polynomial([1, NaN, 2], 1))).toThrow(/invalid start: .* p0 = 0, p1 = 0/);
    expect(() => levenbergMarquardt(polynomial([1], 1))).toThrow("invalid fit: 1 points for 2 free");
  });
});
