import { describe, expect, it } from "vitest";
import {
  decide,
  improveFirst,
  settingText,
  stepsFrom
} from "../../../src/science/experiment-design/decide.js";
import { predict, type Question } from "../../../src/science/experiment-design/predict.js";
import {
  checkDesign,
  knobNames,
  knobs,
  presetDesign,
  presetNames,
  studyDesign
} from "../../../src/science/experiment-design/settings.js";
import { surfaceOf } from "../../../src/science/experiment-design/surface.js";

/** Oxygen by neutrons: noise 1 at 3 h, a bias of 5 that only X-rays take away, and a range that costs a little noise. */
const hours = surfaceOf(
  ["neutronHours", "neutronPartner"],
  [0.75, 3, 12, 48].flatMap((h) =>
    [0, 1].map((x) => ({
      ...{ at: [h, x], noise: (x ? 0.5 : 1) * Math.sqrt(3 / h), bias: x ? 0.5 : 5, difference: 4 }
    }))
  )
);
const range = surfaceOf(
  ["neutronLargest", "neutronPartner"],
  [2, 2.5].flatMap((d) =>
    [0, 1].map((x) => ({ at: [d, x], noise: (x ? 0.5 : 1) * (4.5 - d), bias: x ? 0.5 : 5, difference: 4 }))
  )
);
const question: Question = {
  ...{ id: "C04a", effect: 4, alternative: 0, unit: "%" },
  base: { noise: 1, bias: 5, difference: 4 },
  surfaces: [hours, range]
};
const design = (changes: Partial<ReturnType<typeof studyDesign>>) => ({ ...studyDesign(), ...changes });

describe("the rule", () => {
  it("counts a bias like a standard error", () => {
    const { significance, decidable, limitedBy } = decide(question, studyDesign());
    expect(significance).toBeCloseTo(4 / Math.hypot(1, 5), 12);
    expect(decidable).toBe(false);
    expect(limitedBy).toBe("bias");
  });

  it("moves a knob that two surfaces share once only", () => {
    expect(predict(question, design({ neutronPartner: 1 }))).toMatchObject({
      noise: expect.closeTo(0.5, 12) as number,
      bias: expect.closeTo(0.5, 12) as number
    });
    // 12 h with X-rays and half an Å less: the factors of noise multiply
    const both = predict(question, design({ neutronPartner: 1, neutronHours: 12, neutronLargest: 2 }));
    expect(both.noise).toBeCloseTo(0.5 * 0.5 * (2.5 / 2), 12);
  });

  it("takes no bias away twice", () => {
    const drop = (knob: "txmTilt" | "txmVoxel") =>
      surfaceOf(
        [knob],
        [knobs[knob].value, knobs[knob].max].map((at, i) => ({
          at: [at],
          noise: 1,
          bias: i ? 1 : 5,
          difference: 4
        }))
      );
    const twice = { ...question, surfaces: [drop("txmTilt"), drop("txmVoxel")] };
    const { bias } = predict(twice, design({ txmTilt: knobs.txmTilt.max, txmVoxel: knobs.txmVoxel.max }));
    expect(bias).toBe(1);
  });

  it("does not let a difference with the wrong sign decide", () => {
    const hidden = { ...question, base: { noise: 0.01, bias: 0, difference: -2 }, surfaces: [] };
    expect(decide(hidden, studyDesign())).toMatchObject({ significance: 0, decidable: false });
    expect(decide({ ...hidden, effect: -4 }, studyDesign()).decidable).toBe(true);
  });

  it("widens by the stated error of the law, and not where the very sample was run", () => {
    const proxy = surfaceOf(
      ["txmPhotons"],
      [
        { at: [5000], noise: 1, bias: 5, difference: 4 },
        { at: [30000], noise: 1, bias: 3, difference: 5 }
      ],
      0.5
    );
    const far = decide({ ...question, surfaces: [proxy] }, design({ txmPhotons: 30000 }));
    expect(far.significance).toBeCloseTo(5 / Math.hypot(1, 3), 12);
    expect(far.least).toBeCloseTo(4.5 / Math.hypot(1, 4), 12);
    expect(far.most).toBeCloseTo(5.5 / Math.hypot(1, 2), 12);
    const near = decide(question, design({ neutronHours: 12 }));
    expect([near.least, near.most]).toEqual([near.significance, near.significance]);
  });
});

describe("the advice", () => {
  it("names the one step that gains most, and what it comes to", () => {
    const advice = improveFirst(question, studyDesign());
    expect(advice).toMatchObject({ knob: "neutronPartner", value: 1, enough: true });
    expect(advice?.significance).toBeCloseTo(4 / Math.hypot(0.5, 0.5), 12);
  });

  it("names none where no step gains a twentieth", () => {
    const floor = surfaceOf(
      ["neutronHours"],
      [1, 100].map((h) => ({ at: [h], noise: 1e-3, bias: 5, difference: 4 }))
    );
    expect(improveFirst({ ...question, surfaces: [floor] }, studyDesign())).toBeNull();
    expect(improveFirst({ ...question, surfaces: [] }, studyDesign())).toBeNull();
  });

  it("steps by factors on a logarithm, by differences else, and stays in range", () => {
    expect(stepsFrom("txmPhotons", 5000)).toEqual([15000]);
    expect(stepsFrom("txmPhotons", 20000)).toEqual([30000]);
    expect(stepsFrom("txmPhotons", 30000)).toEqual([]);
    expect(stepsFrom("txmThreshold", 3)).toEqual([5, 2]);
    expect(stepsFrom("neutronPartner", 0)).toEqual([1]);
  });

  it("writes a setting as a reader would", () => {
    expect(settingText("txmTilt", 75)).toBe("±75°");
    expect(settingText("mapPhotons", 3)).toBe("3 ×");
    expect(settingText("neutronPartner", 1)).toBe("with X-rays");
    expect(settingText("eelsResolution", 4.7 / 3)).toBe("1.57 eV");
  });
});

describe("the experiments to start from", () => {
  it("lie within what was run, and the study's differs from none of its own settings", () => {
    for (const name of presetNames) expect(() => checkDesign(presetDesign(name))).not.toThrow();
    expect(presetDesign("study")).toEqual(studyDesign());
    expect(presetDesign("tilt")).toEqual(design({ txmTilt: 75 }));
    for (const name of knobNames)
      expect(presetDesign("dose")[name]).toBeGreaterThanOrEqual(studyDesign()[name]);
  });

  it("are refused beyond it, with the range", () => {
    expect(() => checkDesign(design({ txmTilt: 95 }))).toThrow("must be from 45 to 90 °, the range");
    expect(() => checkDesign(design({ simsTime: NaN }))).toThrow(
      "invalid time of the ion beam on the field: NaN"
    );
  });
});
