import { describe, expect, test } from "vitest";
import { stepper, tableau, type StiffProblem } from "../../../src/science/mechanics/esdirk.js";

const { γ, stages, nodes, embedded } = tableau;
const A = [[0, 0, 0, 0], ...stages.map((row) => [...row, 0, 0, 0].slice(0, 4))];
const c = [0, ...nodes];
const b = A[3];
const dot = (x: number[], y: number[]) => x.reduce((sum, v, i) => sum + v * y[i], 0);

describe("tableau", () => {
  test("rows add up to the nodes, and the diagonal is γ", () => {
    A.forEach((row, i) => expect(dot(row, [1, 1, 1, 1])).toBeCloseTo(c[i], 12));
    stages.forEach((row, i) => expect(row[i + 1]).toBe(γ));
  });

  test("third order, with an embedded solution of second order only", () => {
    const square = c.map((v) => v * v);
    const inner = A.map((row) => dot(row, c));
    expect(dot(b, c)).toBeCloseTo(1 / 2, 12);
    expect(dot(b, square)).toBeCloseTo(1 / 3, 12);
    expect(dot(b, inner)).toBeCloseTo(1 / 6, 12);
    expect(dot(embedded, [1, 1, 1, 1])).toBeCloseTo(1, 12);
    expect(dot(embedded, c)).toBeCloseTo(1 / 2, 12);
    expect(Math.abs(dot(embedded, square) - 1 / 3)).toBeGreaterThan(1e-3);
  });
});

/** y' = −rate (y − cos t) − sin t, whose solution from y(0) = 1 is cos t, and K = rate, M = 1. */
function relaxation(rate: number): StiffProblem {
  const force = (t: number) => rate * Math.cos(t) - Math.sin(t);
  return {
    size: 1,
    derivative: (t, y, k) => void (k[0] = force(t) - rate * y[0]),
    stage: (t, shift, base, y) => void (y[0] = (base[0] + shift * force(t)) / (1 + shift * rate))
  };
}

/** Runs y' = −rate y (no force) or the relaxation to t = 1 and returns the error. */
function errorAtOne(rate: number, tolerance: number) {
  const run = stepper(relaxation(rate), { tolerance, unitStep: 1, firstStep: 1e-3 });
  run.restart(0, Float64Array.from([1]));
  while (run.time < 1) run.advance(1);
  const y = new Float64Array(1);
  run.at(1, y);
  return { error: Math.abs(y[0] - Math.cos(1)), steps: run.accepted };
}

describe("steps", () => {
  test.each([1, 1e3, 1e8])("keep the error near the tolerance, stiff or not (rate %d)", (rate) => {
    for (const tolerance of [1e-4, 1e-7]) {
      const { error, steps } = errorAtOne(rate, tolerance);
      expect(error).toBeLessThan(5 * tolerance);
      expect(steps).toBeLessThan(tolerance === 1e-4 ? 40 : 400);
    }
  });

  test("third order: 1000 times the accuracy for 10 times the steps, not for 30", () => {
    const [coarse, fine] = [errorAtOne(1, 1e-5), errorAtOne(1, 1e-9)];
    expect(Math.log(coarse.error / fine.error) / Math.log(fine.steps / coarse.steps)).toBeGreaterThan(2.5);
  });

  test("a component that is infinitely stiff is gone after one step (L-stable)", () => {
    const rate = 1e12;
    const decay: StiffProblem = {
      size: 1,
      derivative: (_t, y, k) => void (k[0] = -rate * y[0]),
      stage: (_t, shift, base, y) => void (y[0] = base[0] / (1 + shift * rate))
    };
    const run = stepper(decay, { tolerance: 1e6, unitStep: 1, firstStep: 1 });
    run.restart(0, Float64Array.from([1]));
    run.advance(1);
    expect(Math.abs(run.step.y1[0])).toBeLessThan(1e-9);
  });

  test("a jump to another state begins a new course", () => {
    const run = stepper(relaxation(1), { tolerance: 1e-6, unitStep: 1, firstStep: 1e-2 });
    run.restart(0, Float64Array.from([1]));
    run.advance(1);
    run.restart(Math.PI, Float64Array.from([-1]));
    expect(run.time).toBe(Math.PI);
    while (run.time < 4) run.advance(4);
    const y = new Float64Array(1);
    run.at(4, y);
    expect(y[0]).toBeCloseTo(Math.cos(4), 5);
  });

  test("a problem that gives no number is reported", () => {
    const run = stepper(
      { size: 1, derivative: (_t, _y, k) => void (k[0] = NaN), stage: (_t, _s, _b, y) => void (y[0] = NaN) },
      { tolerance: 1e-3, unitStep: 1, firstStep: 1 }
    );
    run.restart(0, new Float64Array(1));
    expect(() => run.advance(1)).toThrow("invalid tolerance: 0.001; no step after t = 0 s meets it");
  });
});
