import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { studyDesign } from "../../../src/science/experiment-design/settings.js";
import { surfaceOf, valueAt } from "../../../src/science/experiment-design/surface.js";

const doses = [1, 3, 10, 100];
/** counting: noise ∝ 1/√dose, a bias that no dose moves */
const counting = surfaceOf(
  ["neutronHours"],
  doses.map((hours) => ({ at: [hours], noise: 2 / Math.sqrt(hours), bias: 0.3, difference: 4 }))
);
const at = (neutronHours: number) => valueAt(counting, { ...studyDesign(), neutronHours });

describe("a response surface", () => {
  it("meets the law of counting exactly between its points, and keeps a bias that is a floor", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 100, noNaN: true }), (hours) => {
        const { noise, bias, beyond } = at(hours);
        expect(noise).toBeCloseTo(2 / Math.sqrt(hours), 10);
        expect(bias).toBeCloseTo(0.3, 12);
        expect(beyond).toEqual([]);
      })
    );
  });

  it("goes through its points on a grid of two knobs; difference and logarithm of the bias are linear in each between them", () => {
    const plane = (tilt: number, threshold: number) =>
      1 + 0.1 * tilt - 2 * threshold + 0.03 * tilt * threshold;
    const runs = [45, 60, 90].flatMap((tilt) =>
      [2, 5, 10].map((t) => ({
        at: [tilt, t],
        noise: 1,
        bias: Math.exp(0.1 * plane(tilt, t)),
        difference: -plane(tilt, t)
      }))
    );
    const surface = surfaceOf(["txmTilt", "txmThreshold"], [...runs].reverse());
    fc.assert(
      fc.property(
        fc.double({ min: 45, max: 90, noNaN: true }),
        fc.double({ min: 2, max: 10, noNaN: true }),
        (txmTilt, txmThreshold) => {
          const value = valueAt(surface, { ...studyDesign(), txmTilt, txmThreshold });
          expect(Math.log(value.bias)).toBeCloseTo(0.1 * plane(txmTilt, txmThreshold), 9);
          expect(value.difference).toBeCloseTo(-plane(txmTilt, txmThreshold), 9);
        }
      )
    );
  });

  it("takes a bias as linear where one of the points has none", () => {
    const runs = [45, 90].map((tilt, i) => ({ at: [tilt], noise: 1, bias: i, difference: 1 }));
    const { bias } = valueAt(surfaceOf(["txmTilt"], runs), { ...studyDesign(), txmTilt: 60 });
    expect(bias).toBeCloseTo(1 / 3, 12);
  });

  it("takes the edge beyond its grid, and says so", () => {
    expect(at(0.25)).toMatchObject({ noise: expect.closeTo(2, 10) as number, beyond: ["neutronHours"] });
    expect(at(1000)).toMatchObject({ noise: expect.closeTo(0.2, 10) as number, beyond: ["neutronHours"] });
  });

  it("refuses a grid with holes or with a point twice", () => {
    const run = (a: number, b: number) => ({ at: [a, b], noise: 1, bias: 0, difference: 1 });
    expect(() => surfaceOf(["txmTilt", "txmThreshold"], [run(1, 1), run(2, 2)])).toThrow(
      "invalid surface of txmTilt and txmThreshold: 2 runs on 2 of 4 points; must be a full grid"
    );
    expect(() => surfaceOf(["txmTilt"], [run(1, 0), run(1, 0)])).toThrow("2 runs on 1 of 1 points");
  });
});
