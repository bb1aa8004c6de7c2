import { describe, expect, it } from "vitest";
import { designFields, fromLink, linkNames, toLink } from "../../../src/components/design-experiment/link.js";
import {
  adviceText,
  againstText,
  errorsText,
  summaryText
} from "../../../src/components/design-experiment/words.js";
import { readLink, writeLink } from "../../../src/components/url-fields.js";
import { decide } from "../../../src/science/experiment-design/decide.js";
import type { Question } from "../../../src/science/experiment-design/predict.js";
import {
  knobNames,
  presetDesign,
  presetNames,
  studyDesign
} from "../../../src/science/experiment-design/settings.js";

describe("the experiment in a link", () => {
  it("comes back as it was, and the study's leaves the link empty", () => {
    for (const name of presetNames) {
      const query = writeLink(designFields, toLink(presetDesign(name)));
      const { values, problems } = readLink(designFields, query);
      expect(problems).toEqual([]);
      expect(fromLink(values)).toEqual(presetDesign(name));
    }
    expect(writeLink(designFields, toLink(studyDesign()))).toBe("");
    expect(writeLink(designFields, toLink(presetDesign("tilt")))).toBe("tilt=75");
  });

  it("gives every knob a name of its own", () => {
    expect(new Set(Object.values(linkNames)).size).toBe(knobNames.length);
  });

  it("takes the study's value for what lies beyond the runs, and says so", () => {
    const { values, problems } = readLink(designFields, "?tilt=120&xrays=0.5&hours=12");
    expect(fromLink(values)).toEqual({ ...studyDesign(), neutronHours: 12 });
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain("must be a number from 45 to 90 °");
  });
});

describe("decisions in words", () => {
  const question = (id: string, noise: number): Question => ({
    ...{ id, effect: 4, alternative: 0, unit: "%", surfaces: [] },
    base: { noise, bias: 0, difference: 4 }
  });
  const at = (id: string, noise: number) => decide(question(id, noise), studyDesign());

  it("name both values, and no more digits than are known", () => {
    expect(againstText(at("C04a", 1))).toBe("4 against 0 %");
    expect([0, 0.744, 2.35, 11.3, 147].map(errorsText)).toEqual(["0", "0.74", "2.4", "11", "> 100"]);
  });

  it("say which questions are won and lost", () => {
    const study = [at("C04a", 2), at("C06", 1), at("C07", 1)];
    const design = [at("C04a", 1), at("C06", 2), at("C07", 1)];
    expect(summaryText(study, design)).toBe(
      "This experiment decides 2 of 3 questions; the study's settings decide 2. Won: C04a. Lost: C06."
    );
  });

  it("say what a step comes to, and whether it is enough", () => {
    const decision = at("C04a", 2);
    expect(adviceText({ knob: "neutronHours", value: 9, significance: 2.9, enough: false }, decision)).toBe(
      "counting time: 9 h (2.9, not enough)"
    );
    expect(adviceText(null, decision)).toBe("no step of these settings: what is left is noise");
  });
});
