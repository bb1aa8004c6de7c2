import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composition } from "../../../src/science/material/composition.js";
import { shellsOf } from "../../../src/science/pathways/grid.js";
import { defaultPathwayParameters } from "../../../src/science/pathways/parameters.js";
import { ladderOf, valencesAt } from "../../../src/science/pathways/redox.js";
import { hoopRange } from "../../../src/science/pathways/stress.js";

const p = defaultPathwayParameters();
const elastic = { youngsModulus: 80e9, poissonRatio: 0.25, volumeSlope: 0.03 };

describe("hoop stress", () => {
  it("of a parabola is the analytic one, at the surface and at the centre", () => {
    const shells = shellsOf(8e-6, 200, 0);
    const height = 0.06;
    const c = Float64Array.from(shells.middles, (r) => height * (1 - (r / 8e-6) ** 2));
    const { most, least } = hoopRange(shells, c, 0, elastic);
    const factor = (80e9 * 0.03) / (3 * 0.75);
    // mean of 1 − ρ² over the sphere is 2/5; at the centre 2/3 of the mean plus a third of c(0), less c(0)
    expect(most / (factor * height * 0.4)).toBeCloseTo(1, 3);
    expect(least / (factor * height * ((2 / 3) * 0.4 + 1 / 3 - 1))).toBeCloseTo(1, 3);
  });

  it("is nought where lithium is even", () => {
    const shells = shellsOf(8e-6, 30);
    const { most, least } = hoopRange(shells, new Float64Array(30).fill(0.7), 0.7, elastic);
    expect(Math.abs(most)).toBeLessThan(1e-4);
    expect(Math.abs(least)).toBeLessThan(1e-4);
  });
});

describe("the redox ladder", () => {
  it("gives the pristine valences where no charge has left", () => {
    const valences = valencesAt(ladderOf(p, 0), 0);
    expect(valences.Mn).toBeCloseTo(3.96, 9);
    expect(valences.Ni).toBeCloseTo(2.1, 9);
    expect(valences.Co).toBeCloseTo(3, 9);
    expect(valences.O).toBeCloseTo(-1.995, 9);
  });

  it("shares out every electron, and within the limits of each element", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.9, max: 1.2, noNaN: true }),
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        (h, polarisation) => {
          const ladder = ladderOf(p, polarisation);
          const v = valencesAt(ladder, h);
          const given = (["Mn", "Co", "Ni", "O"] as const).reduce(
            (sum, element) => sum + composition[element] * (v[element] - ladder.pristine[element]),
            0
          );
          expect(given).toBeCloseTo(h, 9);
          expect(v.Mn).toBeLessThanOrEqual(4.0001);
          expect(v.Ni).toBeLessThanOrEqual(4.0001);
          expect(v.Co).toBeLessThanOrEqual(4.0001);
          expect(v.O).toBeGreaterThanOrEqual(-2.0001);
        }
      ),
      { numRuns: 200, seed: 3 }
    );
  });

  it("rises with the charge that leaves, element by element", () => {
    const ladder = ladderOf(p, 0);
    const rows = Array.from({ length: 40 }, (_, k) => valencesAt(ladder, -0.8 + k / 20));
    for (const element of ["Mn", "Co", "Ni", "O"] as const)
      for (let k = 1; k < rows.length; ++k)
        expect(rows[k][element]).toBeGreaterThanOrEqual(rows[k - 1][element]);
  });
});
