import { describe, expect, it } from "vitest";
import { sharesIn } from "../../src/data/lib/design-composition.js";
import { eelsPart } from "../../src/data/lib/design-microscopy.js";
import { porosityPart, simsPart } from "../../src/data/lib/design-particles.js";
import { excess, only, responseOf } from "../../src/data/lib/design-rows.js";
import type { ComputedClaim } from "../../src/science/claims/claim.js";
import type { EelsResultRow } from "../../src/data/lib/eels-claims.js";

describe("numbers of a question", () => {
  it("take the noise of a single run off what it is wrong by, in squares", () => {
    expect(excess(5, 0, 3)).toBeCloseTo(4, 12);
    expect(excess(-5, 0, 3)).toBeCloseTo(4, 12);
    expect(excess(1, 0, 3)).toBe(0);
  });

  it("come from a claim's value, error and truth", () => {
    const claim: ComputedClaim = {
      ...({ id: "C12", kind: "recovered", value: 0.9, unit: "", error: 0.02, note: "" } as const),
      set: { value: 0.8, what: "set" }
    };
    expect(responseOf(claim, 0.5)).toMatchObject({
      ...{ noise: 0.01, difference: expect.closeTo(0.3, 12) as number },
      bias: expect.closeTo(Math.sqrt(0.01 - 0.0001), 12) as number
    });
    expect(responseOf(claim, 0.5, 0.1).difference).toBe(0.1);
    expect(() => responseOf({ ...claim, error: null }, 0)).toThrow(
      "missing number, error or truth of claim C12"
    );
    expect(() => only(undefined, "bias of mixing")).toThrow("missing bias of mixing; build the data anew");
  });

  it("are means and spreads over the seeds of a state and class", () => {
    const row = (found: number) => ({
      state: "pristine",
      class: "target",
      true_percent: 90,
      recovered_percent: found
    });
    const { truth, found, deviation } = sharesIn([row(91), row(93)])("pristine", "target");
    expect([truth, found]).toEqual([90, 92]);
    expect(deviation).toBeCloseTo(Math.SQRT2, 12);
    expect(sharesIn([row(91)])("pristine", "target").deviation).toBe(0);
    expect(() => sharesIn([row(91)])("pristine", "oxygen-rich")).toThrow(
      "missing shares of oxygen-rich in pristine"
    );
  });
});

describe("void fractions", () => {
  const row = (state: string, quantity: string, found: number, truth: number) => ({
    ...{ state, quantity, found, truth, error: 0.3 }
  });
  const numbers = [
    row("0.1C", "porosity", 2.2, 2.9),
    row("10C", "porosity", 1.7, 1.8),
    row("0.1C", "porosity, pores of any size", 2.2, 3.1),
    row("10C", "porosity, pores of any size", 1.7, 1.9)
  ];
  const size = (state: string, value: number, found: number) => ({
    ...{ sweep: "size", state, value, porosity_percent: found }
  });
  const limits = [size("0.1C", 275, 0.64), size("10C", 275, 1.07)];

  it("lose a bias and an error with the voxel below the finest that was run, and keep what was found above it", () => {
    const { questions, runs } = porosityPart(numbers, limits, 137.5, 20);
    const at = (voxel: number) => runs.find((run) => run.at[0] === voxel);
    // 3.1 − 1.9 = 1.2 true, 0.5 found
    expect(at(137.5)).toMatchObject({ bias: expect.closeTo(0.7, 12) as number, doubt: 0.5 });
    expect(at(20)?.bias).toBeCloseTo((0.7 * 20) / 137.5, 12);
    expect(at(20)?.noise).toBeCloseTo((0.3 * Math.SQRT2 * 20) / 137.5, 12);
    expect(at(275)?.bias).toBeCloseTo(1.2 + 0.43, 12);
    expect(questions[0]?.base.difference).toBeCloseTo(1.2, 12);
  });
});

describe("ion maps", () => {
  const run = (state: string, more: Record<string, number>) => ({
    ...{ state, time_s: 30, blur_nm: 50, residual: 0.14, chi_squared: 21, blocks: 800 },
    ...{ overlap: 2, chance: 1, spread: 0.2, ...more }
  });
  const { questions, runs } = simsPart({
    runs: [run("10C-first", {}), run("10C-20cycles", {}), run("10C-20cycles", { time_s: 3, overlap: 1.2 })],
    fickian: [{ state: "10C-first", ion: "Li", true_residual: 0.15 }],
    overlaps: [
      { state: "10C-20cycles", normalisation: "counts", pair: "Li–O", true_overlap: 2.3 },
      { state: "10C-20cycles", normalisation: "counts", pair: "O–Mn", true_overlap: 2.2 },
      { state: "10C-20cycles", normalisation: "total", pair: "O–Mn", true_overlap: 1 }
    ],
    falseFickian: [
      { residual: 0.03, residual_deviation: 0.02 },
      { residual: 0.05, residual_deviation: 0.004 }
    ]
  });

  it("are held against the largest rest that a Fickian particle leaves, and against chance", () => {
    expect(questions.map(({ question, effect, alternative }) => [question, effect, alternative])).toEqual([
      ["Q5", 0.15, 0.05],
      ["Q6", 2.2, 1]
    ]);
    // the variance beyond counts has the relative error √(2/blocks) of the whole variance
    // and the rest of Fickian particles differs between them
    expect(questions[0]?.base.noise).toBeCloseTo(Math.hypot((0.14 * 21) / 20 / Math.sqrt(1600), 0.004), 12);
    expect(questions[1]?.base).toMatchObject({ noise: 0.2, bias: expect.closeTo(0.2, 12) as number });
    expect(runs.find((r) => r.question === "Q6" && r.at[0] === 3)?.bias).toBeCloseTo(1, 12);
  });
});

describe("electron spectra", () => {
  const limit = (more: Record<string, unknown>) => ({
    ...{
      quantity: "prePeakEnergy",
      resolution_eV: 4.7,
      sweep: "dose",
      value: 1,
      standard_error: 0.08,
      bias: -0.02
    },
    ...more
  });
  const result = (region: string, found: number, truth: number): EelsResultRow => ({
    ...{ region, resolution: 4.7, quantity: "O over Mn, edge integrals", found, truth, error: 0.1 }
  });

  it("take the largest bias of the ways of the analysis, and errors that go with the counts", () => {
    const { questions, runs } = eelsPart(
      [
        limit({}),
        limit({ value: 10, standard_error: 0.025 }),
        limit({ sweep: "analysis", value: null, bias: -0.06 }),
        limit({ quantity: "prePeakArea", standard_error: 150 }),
        limit({ quantity: "prePeakArea", value: 10, standard_error: 50 })
      ],
      [result("void", 1.8, 1.5), result("around", 2.9, 3.1)]
    );
    expect(questions[0]).toMatchObject({ question: "C22", base: { noise: 0.08, bias: 0.06, difference: 1 } });
    const voids = (dose: number) =>
      runs.find((r) => r.question === "Q3" && r.knobs[0] === "eelsDose" && r.at[0] === dose)?.noise ?? NaN;
    expect(voids(10) / voids(1)).toBeCloseTo(1 / 3, 12);
  });
});
