// The slips: their computations against hand-made ones, and verdicts that follow the numbers they are given.
import { describe, expect, it } from "vitest";
import { say } from "../../src/data/lib/slips.js";
import { citations, supplementaryFigures, timesCited } from "../../src/data/lib/slips-citations.js";
import { directionRows } from "../../src/data/lib/slips-direction.js";
import { edgeRows, maximaOf, resolutionRows } from "../../src/data/lib/slips-electrons.js";
import { fickianFacts, restedLithium } from "../../src/data/lib/slips-lithium.js";
import { absoluteRatio, absorptionRows, oxygenFacts } from "../../src/data/lib/slips-oxygen.js";
import { migrationFacts, ownWeight, transientRows } from "../../src/data/lib/slips-transient.js";
import { alone, oxygen, resolution } from "../../src/data/lib/slips-verdicts-measured.js";
import {
  balance,
  direction,
  exponential,
  gravity,
  migration,
  volume
} from "../../src/data/lib/slips-verdicts-model.js";
import { salts, schemes, uncited } from "../../src/data/lib/slips-verdicts-text.js";
import { voxelReading } from "../../src/data/lib/slips-voxels.js";

describe("with and without a time derivative", () => {
  it("tends to the parabola of the solid sphere but for the small void, and conserves nothing that it should not", () => {
    const [early, late] = transientRows([0.001, 1]);
    // (dx/dt) R²/(6 D): 250/314.6 Li in 360 s
    const parabola = ((250 / 314.577 / 360) * 8e-6 ** 2) / (6 * 5e-13);
    expect((late?.spread ?? 0) / parabola).toBeCloseTo(1, 1);
    expect((late?.hoop ?? 0) / (late?.steadyHoop ?? 1)).toBeCloseTo(1, 9);
    expect(early?.hoop ?? 1).toBeLessThan(0.05 * (early?.steadyHoop ?? 0));
  });
  it("weighs the potential by RT/F", () => {
    const [row] = transientRows([0.2]);
    const mean = 1.2 - 250 / 314.577 + (0.2 * 250) / 314.577;
    expect(migrationFacts().equalPotential).toBeCloseTo(
      (8.314463 * 298 * (row?.spread ?? 0)) / 96485.33 / mean,
      6
    );
    expect(ownWeight()).toBeCloseTo(4228 * 9.80665 * 16e-6, 3);
  });
});

describe("two voxels", () => {
  it("lose certainty with the square of the width, and step with the width", () => {
    const [wide, narrow] = [25e-9, 5e-9].map((width) => voxelReading("", width));
    expect((narrow?.ratioNoise ?? 0) / (wide?.ratioNoise ?? 1)).toBeCloseTo(25, 6);
    expect(wide?.contents.elements[0]?.edgeStep ?? 0).toBeCloseTo(
      5 * (narrow?.contents.elements[0]?.edgeStep ?? 0),
      12
    );
  });
  it("takes the noise of the ramp filter: its squared kernel sums to a twelfth", () => {
    let sum = 1 / 16;
    for (let n = 1; n < 2001; n += 2) sum += 2 / (Math.PI * n) ** 4;
    expect(sum).toBeCloseTo(1 / 12, 9);
  });
});

describe("both directions", () => {
  it("mirror each other, and pull where the lithium goes", async () => {
    const rows = await directionRows(0.5);
    const of = (phase: string) => rows.filter((row) => row.phase === phase);
    of("discharge").forEach((row, i) => {
      const other = of("charge")[i];
      expect(other?.atA).toBeCloseTo(-row.atA, -2);
      expect(other?.passed).toBeCloseTo(row.passed, 9);
    });
    expect(direction(rows).consequence).toBe("changes the sign");
    // the same sign both ways is no matter
    const same = rows.map((row) => ({ ...row, atA: Math.abs(row.atA) }));
    expect(direction(same).consequence).toBe("no effect");
  });
});

describe("energy resolution", () => {
  it("merges the pre-peak's maxima and never shows one of Li K", () => {
    const rows = resolutionRows([0.47, 4.7]);
    expect(rows.map(({ prePeakMaxima }) => prePeakMaxima)).toEqual([2, 1]);
    expect(rows[1]?.separation).toBeCloseTo(4 / 4.7, 12);
    const lithium = edgeRows([0.47]).filter(({ edge }) => edge === "Li K");
    expect(maximaOf(lithium, 53, 66)).toEqual([]);
    expect(resolution(rows).consequence).toBe("limits the claim");
    const sharp = rows.map((row) => ({ ...row, separation: 3, prePeakMaxima: 2 }));
    expect(resolution(sharp).consequence).toBe("no effect");
  });
});

describe("lithium that rests", () => {
  it("keeps its mean, and its slowest mode falls in R²/(4.4934² D)", () => {
    const [stopped, rested] = [0, 1e4].map((rest) => restedLithium(10, rest));
    expect(rested?.(8e-6)).toBeCloseTo(rested?.(1e-6) ?? 0, 9);
    // the mean of a full charge
    expect(rested?.(4e-6)).toBeCloseTo(1.2 - 250 / 314.577, 4);
    expect(stopped?.(8e-6)).toBeLessThan(stopped?.(1e-6) ?? 0);
    const { relaxation } = fickianFacts();
    expect(relaxation).toBeCloseTo(8e-6 ** 2 / (4.493409 ** 2 * 5e-13), 3);
    const fall = (rest: number) => restedLithium(10, rest)(0.5e-6) - restedLithium(10, rest)(8e-6);
    // the small void slows the mode by less than a percent
    expect(fall(20) / fall(30)).toBeCloseTo(Math.exp(10 / relaxation), 0);
  });
});

describe("oxygen", () => {
  it("differs between two tables as their steps do", () => {
    const rows = absorptionRows();
    const at = (name: string) => 1 + (rows.find(({ element }) => element === name)?.difference ?? NaN);
    expect(absoluteRatio(rows)).toBeCloseTo((0.7 * at("Mn") + 0.1 * at("Co") + 0.2 * at("Ni")) / at("O"), 12);
    const same = rows.map((row) => ({ ...row, difference: 0 }));
    expect(absoluteRatio(same)).toBeCloseTo(1, 12);
  });
  it("has the shares that the sample was given, and lacks what they lack", () => {
    const facts = oxygenFacts("0.1C-4.8V", 32);
    expect(facts.poor).toBeCloseTo(0.24, 1);
    // 8 to 16 % in a quarter of the volume
    expect(facts.loss).toBeGreaterThan(0.01);
    expect(facts.loss).toBeLessThan(0.05);
    const verdict = oxygen({
      absorption: absorptionRows(),
      oxygen: [facts, { ...facts, state: "pristine" }]
    });
    expect(verdict.consequence).toBe("cannot be decided");
    expect(verdict.value).toBeCloseTo(84, 9);
  });
});

describe("one fragment", () => {
  const fragments = ["pristine", "10C-4.8V"].flatMap((state) =>
    [0.9, 0.94, 0.98].map((target, seed) => ({
      ...{ state, seed, target, width: 1 },
      ...{ oxygenPoor: 0, oxygenRich: 1 - target }
    }))
  );
  const repeats = (spread: number) => ({
    ...{ target: [0.94 - spread, 0.94 + spread], trueTarget: 0.936 },
    ...{ rich: [0.14, 0.14], trueRich: 0.17 }
  });
  it("limits where fragments differ more than noise does", () => {
    expect(alone({ fragments, repeats: repeats(0.001) })).toMatchObject({
      consequence: "limits the claim",
      unit: "%"
    });
    expect(alone({ fragments, repeats: repeats(0.001) }).value).toBeCloseTo(4, 9);
    expect(alone({ fragments, repeats: repeats(0.2) }).consequence).toBe("no effect");
  });
});

describe("what is named where", () => {
  it("reaches every supplementary figure but one", () => {
    expect(supplementaryFigures.filter((figure) => timesCited(figure) === 0)).toEqual([25]);
    expect(timesCited(3, { panel: "b" })).toBe(1);
    expect(timesCited(21, { role: "drawing" })).toBe(3);
    for (const { figures } of citations) expect(figures.every((f) => f >= 1 && f <= 28)).toBe(true);
  });
});

describe("verdicts", () => {
  it("say what the numbers say", () => {
    expect(exponential()).toMatchObject({ consequence: "cannot be meant", value: 0 });
    expect(volume().value).toBeCloseTo(14.24 / 2.853, 9);
    expect(migration().consequence).toBe("cannot be meant");
    expect(balance(transientRows([0.01, 0.2])).verdict).toContain("does not depend on it");
    expect(balance(transientRows([0.01, 0.2]).map((r) => ({ ...r, hoop: r.hoop / 2 }))).verdict).toContain(
      "the printed stress depends on it"
    );
    expect(gravity().consequence).toBe("no effect");
    expect(salts().value).toBeCloseTo(2 / 3.5, 12);
    expect(schemes().consequence).toBe("no effect");
    expect(uncited().consequence).toBe("cannot be decided");
  });
  it("write numbers as a person would", () => {
    expect([0, 625, 5e-13, -0.5, 5339.2, 1e-9, Infinity].map((v) => say(v))).toEqual([
      ...["0", "625", "5 × 10⁻¹³", "−0.5", "5340", "1 × 10⁻⁹", "∞"]
    ]);
  });
});
