import { describe, expect, it } from "vitest";
import { crossSection, mappedElements, sectionField } from "../../../src/science/particle/cross-section.js";
import {
  agedSectionParameters,
  madeUpSection,
  sectionState,
  sectionStates
} from "../../../src/science/particle/cross-section-states.js";
import { correlation } from "../../../src/science/sims/compare.js";
import { agedSample } from "../../../src/science/particle/aged-samples.js";
import { composition } from "../../../src/science/material/composition.js";

const mean = (values: Float32Array, solid: Uint8Array) =>
  values.reduce((s, v) => s + v, 0) / solid.reduce((n, v) => n + v, 0);

describe("a cross-section", () => {
  it.each(sectionStates.map(({ id }) => id))("%s holds on the mean what was set, in matter only", (id) => {
    const { solid, contents, voids, radial } = crossSection(id, { size: 128 });
    expect(mean(contents.Li, solid)).toBeCloseTo(sectionState(id).content.lithium, 4);
    expect(mean(contents.O, solid)).toBeCloseTo(composition.O, 3);
    expect(mean(contents.Mn, solid)).toBeCloseTo(composition.Mn, 4);
    solid.forEach((inside, p) => {
      if (inside && (voids[p] || radial[p] > 1)) throw new Error(`matter where there is none: ${p}`);
      for (const element of mappedElements)
        if (contents[element][p] > 0 !== (inside === 1)) throw new Error(element);
    });
  });
  it("covers the share of the area that was set with domains, and covers more with cracks than without", () => {
    const { solid, domains } = crossSection("10C-20cycles", { size: 128, content: madeUpSection });
    const shares = Array.from({ length: 8 }, (_, seed) => {
      const own = crossSection("10C-20cycles", { size: 96, seed, content: madeUpSection });
      return (
        own.domains.O.reduce((s, v, p) => s + (own.solid[p] && v > 0.5 ? 1 : 0), 0) /
        own.solid.reduce((n, v) => n + v, 0)
      );
    });
    expect(Math.abs(shares.reduce((a, b) => a + b, 0) / 8 - madeUpSection.coverage)).toBeLessThan(0.06);
    const masked = (v: Float32Array) => v.map((x, p) => (solid[p] ? x : NaN));
    expect(correlation(masked(domains.Li), masked(domains.O))).toBeGreaterThan(0.6);
    const area = (cracks: number) =>
      crossSection("10C-20cycles", { size: 128, content: { ...madeUpSection, cracks } }).voids.reduce(
        (n, v) => n + v,
        0
      );
    expect(area(6)).toBeGreaterThan(2 * area(0));
  });
  it("is Fickian with a gradient alone", () => {
    const content = { lithiumExcess: 0, gradient: 0.5, pores: 0, cracks: 0 };
    const { solid, contents, radial } = crossSection("0.1C-20cycles", { size: 128, content });
    const [a, b] = [contents.Li, radial.map((r) => r * r)].map((v) => v.map((x, p) => (solid[p] ? x : NaN)));
    expect(correlation(a, b)).toBeCloseTo(-1, 6);
  });
  it("is the same field at every size, and the same for the same seed", () => {
    const [fine, coarse] = [256, 128].map((size) => crossSection("10C-20cycles", { size }));
    expect(fine.step * 256).toBeCloseTo(sectionField, 12);
    const at = (of: typeof fine, x: number, y: number) =>
      of.domains.Li[Math.floor(y * of.size) * of.size + Math.floor(x * of.size)];
    for (const [x, y] of [
      [0.3, 0.4],
      [0.61, 0.5],
      [0.5, 0.7]
    ])
      expect(Math.abs(at(fine, x, y) - at(coarse, x, y))).toBeLessThan(0.15);
    expect(crossSection("10C-20cycles", { size: 64 })).toEqual(crossSection("10C-20cycles", { size: 64 }));
  });
  it("is the aged particle of the other techniques: domains and cracks at 10 C, voids alone at 0.1 C", () => {
    const fast = agedSample("10C-20cycles-4.8V");
    const { content } = sectionState("10C-20cycles");
    expect(content.coverage).toBe(fast.distorted);
    expect(content.lithiumExcess).toBeCloseTo(fast.lithiumOfDomains / fast.lithiumElsewhere - 1, 12);
    // nine tenths of the metal that is missing are Mn, which is 0.56 of 0.8
    expect(content.manganeseDeficit).toBeCloseTo((0.9 * 0.8 * fast.metalLost) / 0.56, 12);
    expect(content.cracks).toBeGreaterThan(4);
    const slow = sectionState("0.1C-20cycles").content;
    expect(slow.cracks).toBe(0);
    expect(slow.pores).toBeGreaterThan(5 * content.pores);
    for (const name of ["lithiumExcess", "oxygenExcess", "manganeseDeficit"] as const)
      expect(slow[name]).toBe(sectionState("pristine").content[name]);
    for (const [name, { value, min, max }] of Object.entries(agedSectionParameters)) {
      expect(content[name as keyof typeof content]).toBe(value);
      expect(value, name).toBeGreaterThanOrEqual(min);
      expect(value, name).toBeLessThanOrEqual(max);
    }
  });
  it("does not have the gradient at 0.1 C that Fick's law leaves in the study's words: 0.3 % at most", () => {
    for (const id of ["0.1C-first", "0.1C-20cycles"])
      expect(sectionState(id).content.gradient).toBeLessThan(0.005);
    expect(sectionState("10C-20cycles").content.gradient).toBeGreaterThan(0.05);
  });
  it("says what it does not know", () => {
    expect(() => crossSection("5C")).toThrow(/unknown cross-section: 5C; there are pristine/);
    expect(() => crossSection("pristine", { size: 3 })).toThrow(/invalid size of a cross-section: 3/);
  });
});
