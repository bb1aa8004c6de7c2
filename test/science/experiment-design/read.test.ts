import { describe, expect, it } from "vitest";
import { claims } from "../../../src/science/claims/claims.js";
import { questionText, questionTexts } from "../../../src/science/experiment-design/questions.js";
import { questionsOf, runRows, type RunRow } from "../../../src/science/experiment-design/read.js";

const study: RunRow[] = questionTexts.map(({ id }) => ({
  ...{ question: id, effect: 2, alternative: 1, unit: "", knobs: ["", ""], at: [NaN, NaN] },
  ...{ noise: 1, bias: 0, difference: 1, doubt: 0 }
}));
const run = (question: string, knobs: [string, string], at: [number, number]): RunRow => ({
  ...{
    question,
    effect: 2,
    alternative: 1,
    unit: "",
    knobs,
    at,
    noise: 1,
    bias: 0,
    difference: 1,
    doubt: 0.5
  }
});

describe("the questions", () => {
  it("cover every claim with a measured counterpart: C04 to C20, C22, Q1 to Q10", () => {
    const numbered = Array.from({ length: 17 }, (_, i) => `C${String(i + 4).padStart(2, "0")}`);
    const wanted = [...numbered, "C22", ...Array.from({ length: 10 }, (_, i) => `Q${i + 1}`)];
    expect([...new Set(questionTexts.map(({ claim }) => claim))]).toEqual(wanted);
    for (const id of wanted) expect(claims.map((claim) => claim.id)).toContain(id);
    expect(new Set(questionTexts.map(({ id }) => id)).size).toBe(questionTexts.length);
  });

  it("name what would be true instead", () => {
    for (const { asks, instead, quantity } of questionTexts) {
      expect(asks).toMatch(/\?$/);
      expect(instead).not.toBe("");
      expect(quantity).not.toBe("");
    }
    expect(() => questionText("C99")).toThrow("unknown question: C99");
  });
});

describe("a table of runs", () => {
  it("becomes questions with surfaces, one for each pair of knobs", () => {
    const questions = questionsOf([
      ...study,
      ...[45, 90].map((tilt) => run("C06", ["txmTilt", ""], [tilt, NaN])),
      ...[1500, 5000].flatMap((n) => [3, 5].map((t) => run("C06", ["txmPhotons", "txmThreshold"], [n, t])))
    ]);
    const found = questions.find(({ id }) => id === "C06");
    expect(found?.surfaces.map((s) => [s.knobs, s.grid, s.doubt])).toEqual([
      [["txmTilt"], [[45, 90]], 0.5],
      [
        ["txmPhotons", "txmThreshold"],
        [
          [1500, 5000],
          [3, 5]
        ],
        0.5
      ]
    ]);
    expect(questions).toHaveLength(questionTexts.length);
  });

  it("is refused where a question lacks its own settings, or names what is not there", () => {
    expect(() => questionsOf(study.slice(1))).toThrow("missing study's settings of question C04a");
    expect(() => questionsOf([...study, run("C98", ["", ""], [0, 0])])).toThrow("unknown question: C98");
    expect(() => questionsOf([...study, run("C06", ["dose", ""], [1, NaN])])).toThrow("unknown knob: dose");
  });

  it("is read from rows with missing values", () => {
    const [row] = runRows([
      {
        ...{ question: "C06", effect: 1, alternative: 0, unit: "%", knob_1: "", value_1: null, knob_2: "" },
        ...{ value_2: null, noise: 0.1, bias: 0.2, difference: 1, doubt: 0 }
      }
    ]);
    expect(row).toMatchObject({ question: "C06", knobs: ["", ""], noise: 0.1, bias: 0.2 });
  });
});
