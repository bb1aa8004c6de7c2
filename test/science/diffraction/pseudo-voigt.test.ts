import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addPeak, firstAbove, peakShape, peakSlopes } from "../../../src/science/diffraction/pseudo-voigt.js";
import { voigt } from "../../../src/science/numerics/voigt.js";

const axis = (points: number, half: number) =>
  Float64Array.from({ length: points }, (_, i) => -half + (2 * half * i) / (points - 1));

function profile(x: Float64Array, G: number, L: number, centre = 0): Float64Array {
  const y = new Float64Array(x.length);
  addPeak(y, x, 0, x.length, centre, 1, peakShape(G, L));
  return y;
}

describe("pseudo-Voigt", () => {
  it("has unit area and the full width that it says", () => {
    const x = axis(400001, 400);
    const step = x[1] - x[0];
    for (const [G, L] of [
      [1, 0],
      [1, 0.2],
      [0.5, 1]
    ] as const) {
      const y = profile(x, G, L);
      const { width } = peakShape(G, L);
      // the Lorentzian's tails beyond ±400 hold its share × 2/π · atan(H/800)
      const lost = peakShape(G, L).mixing * (2 / Math.PI) * Math.atan(width / 800);
      expect(y.reduce((sum, value) => sum + value, 0) * step).toBeCloseTo(1 - lost, 5);
      const half = firstAbove(x, width / 2);
      expect(y[half] / y[200000]).toBeCloseTo(0.5, 2);
    }
  });

  it("is a Gaussian without Lorentzian width, and near the true Voigt profile with one", () => {
    const x = axis(2001, 5);
    const sigma = 1 / Math.sqrt(8 * Math.LN2);
    const plain = profile(x, 1, 0);
    x.forEach((at, i) =>
      expect(plain[i]).toBeCloseTo(
        Math.exp((-at * at) / (2 * sigma ** 2)) / (sigma * Math.sqrt(2 * Math.PI)),
        9
      )
    );
    const mixed = profile(x, 1, 0.5);
    const top = voigt(0, sigma, 0.25);
    // Thompson, Cox and Hastings: within 1.2 % of the top
    x.forEach((at, i) => expect(Math.abs(mixed[i] - voigt(at, sigma, 0.25)) / top).toBeLessThan(0.012));
  });

  it("changes as finite differences say, by centre and by both widths", () => {
    const x = axis(301, 3);
    const row = () => new Float64Array(x.length);
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 0.8, noNaN: true }),
        (G, L) => {
          const out = { value: row(), byCentre: row(), byGauss: row(), byLorentz: row() };
          peakSlopes(x, 0, x.length, 0.1, peakShape(G, L), out);
          const e = 1e-5;
          const difference = (above: Float64Array, below: Float64Array) =>
            above.map((value, i) => (value - below[i]) / (2 * e));
          const byCentre = difference(profile(x, G, L, 0.1 + e), profile(x, G, L, 0.1 - e));
          const byGauss = difference(profile(x, G + e, L, 0.1), profile(x, G - e, L, 0.1));
          const byLorentz = difference(profile(x, G, L + e, 0.1), profile(x, G, L - e, 0.1));
          const value = profile(x, G, L, 0.1);
          for (let i = 0; i < x.length; ++i) {
            expect(out.value[i]).toBeCloseTo(value[i], 10);
            expect(out.byCentre[i]).toBeCloseTo(byCentre[i], 3);
            expect(out.byGauss[i]).toBeCloseTo(byGauss[i], 3);
            expect(out.byLorentz[i]).toBeCloseTo(byLorentz[i], 3);
          }
        }
      ),
      { numRuns: 20 }
    );
  });
});
