import { describe, expect, test } from "vitest";
import { species } from "../../../src/science/material/xanes-lines.js";
import { referenceSpectrum } from "../../../src/science/material/xanes-references.js";
import { fitPlan } from "../../../src/science/numerics/nnls-plan.js";
import { fitted } from "../../../src/science/numerics/nnls.js";
import { normal } from "../../../src/science/numerics/normal.js";
import { random } from "../../../src/science/numerics/rng.js";
import { capacityOf, chargeBalance, electronsOf } from "../../../src/science/xanes/charge-balance.js";
import { separability } from "../../../src/science/xanes/condition.js";
import { combine, combineStack } from "../../../src/science/xanes/linear-combination.js";
import {
  edgeElements,
  energyGrid,
  fitWindows,
  measuredRanges,
  pointsInside
} from "../../../src/science/xanes/windows.js";

/** Optical densities of 1 mol/m² … scaled so that the tabulated step is about one, in a window: [energy][species]. */
function design(element: (typeof edgeElements)[number], window: readonly [number, number], step = 0.25) {
  const grid = energyGrid(element, step);
  const [first, end] = pointsInside(grid, window);
  const some = species.filter((s) => s.element === element);
  const columns = some.map((s) => referenceSpectrum(s, grid.subarray(first, end)));
  const scale = { O: 27.6, Mn: 84, Co: 71, Ni: 65 }[element];
  const references = Float64Array.from(
    { length: (end - first) * some.length },
    (_, i) => columns[i % some.length][Math.floor(i / some.length)] / scale
  );
  return { references, valences: some.map((s) => s.valence), count: some.length };
}

describe("linear combination", () => {
  test("brings back known mixtures of every element in the study's windows", () => {
    for (const element of edgeElements) {
      const { references, valences, count } = design(element, fitWindows[element]);
      const plan = fitPlan(references, count);
      const shares = count === 3 ? [0.2, 0.3, 0.5] : [0.7, 0.3];
      const fit = combine(plan, fitted(plan, shares), valences);
      shares.forEach((w, k) => expect(fit.weights[k]).toBeCloseTo(w, 8));
      expect(fit.valence).toBeCloseTo(
        shares.reduce((sum, w, k) => sum + w * valences[k], 0),
        8
      );
      expect(fit.chiSquared).toBeLessThan(1e-15);
    }
  });

  test("covers the true valence with its standard error, alone and in a stack", () => {
    const { references, valences, count } = design("Mn", fitWindows.Mn);
    const plan = fitPlan(references, count);
    const shares = [0.3, 0.4, 0.6];
    const truth = (2 * 0.3 + 3 * 0.4 + 4 * 0.6) / 1.3;
    const clean = fitted(plan, shares);
    const draw = random(7);
    const pixels = 3000;
    const stack = new Float32Array(pixels * clean.length).map(
      (_, i) => clean[i % clean.length] + 0.05 * normal(draw)
    );
    const maps = combineStack(plan, stack, valences, "residual", { fastest: "energy" });
    let inside = 0;
    for (let p = 0; p < pixels; ++p)
      inside += Math.abs(maps.valence[p] - truth) <= 1.96 * maps.valenceError[p] ? 1 : 0;
    expect(inside / pixels).toBeGreaterThan(0.93);
    expect(inside / pixels).toBeLessThan(0.97);
    const single = combine(plan, stack.subarray(0, clean.length), valences);
    expect(maps.valence[0]).toBeCloseTo(single.valence, 4);
    expect(maps.valenceError[0]).toBeCloseTo(single.standardError, 4);
    single.errors.forEach((error, k) => expect(maps.errors[k * pixels]).toBeCloseTo(error, 4));
    expect(single.reducedChiSquared).toBeCloseTo(single.chiSquared / single.degreesOfFreedom, 12);
  });

  test("has no valence where nothing is left, and refuses valences that do not belong", () => {
    const plan = fitPlan(Float64Array.of(1, 1, 1, 1), 1);
    expect(combine(plan, [-1, -1, -1, -1], [2]).valence).toBeNaN();
    expect(
      combineStack(plan, Float32Array.of(-1, -1, -1, -1), [2], 1, { fastest: "energy" }).valence[0]
    ).toBeNaN();
    expect(() => combine(plan, [1, 1, 1, 1], [2, 3])).toThrow(
      "invalid valences: 2 of them; must be one for each of 1"
    );
  });
});

describe("separability", () => {
  test("is that of two columns at a known angle", () => {
    const c = Math.cos(0.2);
    const { conditionNumber, errors } = separability(Float64Array.of(1, c, 0, Math.sin(0.2)), 2, 0.01);
    expect(conditionNumber).toBeCloseTo(Math.sqrt((1 + c) / (1 - c)), 10);
    expect(errors[1]).toBeCloseTo(0.01 / Math.sin(0.2), 12);
  });

  test("never gains from a narrower window", () => {
    for (const element of edgeElements) {
      const of = (window: readonly [number, number]) => {
        const { references, count } = design(element, window);
        return separability(references, count, 0.02);
      };
      const [cut, whole] = [of(fitWindows[element]), of(measuredRanges[element])];
      cut.errors.forEach((error, k) => expect(error).toBeGreaterThan(whole.errors[k]));
    }
  });
});

describe("window of cobalt", () => {
  test("cut off at 782 eV costs Co⁴⁺ half its precision or more, once a background is fitted as well", () => {
    const [cut, whole] = [fitWindows.Co, measuredRanges.Co].map((window) => {
      const { references, count } = design("Co", window);
      const energies = references.length / count;
      const free = [
        new Float64Array(energies).fill(1),
        Float64Array.from({ length: energies }, (_, e) => e / 40)
      ];
      return separability(references, count, 0.02, { free });
    });
    expect(cut.errors[2]).toBeGreaterThan(2 * whole.errors[2]);
    expect(cut.conditionNumber).toBeGreaterThan(whole.conditionNumber);
  });
});

describe("charge balance", () => {
  test("turns valences into capacity", () => {
    expect(electronsOf(39)).toBeCloseTo(0.124, 3);
    expect(capacityOf(0.124)).toBeCloseTo(39, 0);
    const { capacity, electrons, elements } = chargeBalance({
      Ni: { before: 2, after: 4 },
      Co: { before: 3, after: 4 }
    });
    expect(electrons).toBeCloseTo(0.4, 12);
    expect(capacity).toBeCloseTo(125.8, 1);
    expect(elements.map((e) => e.element)).toEqual(["Co", "Ni"]);
  });

  test("adds errors of independent valences, and 4 % of oxygen as O2 is 50 mAh/g", () => {
    const balance = chargeBalance({
      Mn: { before: 4, after: 4, afterError: 0.03 },
      Ni: { before: 2, after: 4, beforeError: 0.04, afterError: 0.03 }
    });
    expect(balance.capacityError).toBeCloseTo(capacityOf(Math.hypot(0.56 * 0.03, 0.16 * 0.05)), 10);
    expect(chargeBalance({ O: { before: -2, after: -1.92 } }).capacity).toBeCloseTo(50, 0);
    expect(() => chargeBalance({ O: { before: NaN, after: -1 } })).toThrow("invalid valence of O: NaN to -1");
  });
});
