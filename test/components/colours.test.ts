import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import {
  background,
  classColour,
  diverging,
  elementColour,
  provenanceColour,
  rateColour,
  sequential,
  signedColour
} from "../../src/components/colours.js";
import { formatHex, oklch, parseHex, ramp } from "../../src/components/colour-space.js";
import { provenanceMeaning } from "../../src/science/provenance.js";
import type { Provenance } from "../../src/science/provenance.js";
import { contrast, distance, lab } from "./colour-vision.js";
import type { Vision } from "./colour-vision.js";

const visions: Vision[] = ["normal", "deuteranopia", "protanopia"];
const themes = [
  { dark: false, grounds: background.light },
  { dark: true, grounds: background.dark }
];

/** The smallest distance between any two of the colours, with any of the three kinds of sight. */
function closest(colours: string[]): number {
  let least = Infinity;
  for (const vision of visions)
    colours.forEach((a, i) =>
      colours.slice(0, i).forEach((b) => (least = Math.min(least, distance(a, b, vision))))
    );
  return least;
}

function leastContrast(colours: string[], grounds: readonly string[]): number {
  return Math.min(...colours.flatMap((c) => grounds.map((g) => contrast(c, g))));
}

describe.each(themes)("colours, dark: $dark", ({ dark, grounds }) => {
  const provenances = (Object.keys(provenanceMeaning) as Provenance[]).map((p) => provenanceColour(p, dark));
  const classes = (["target", "oxygen-poor", "oxygen-rich"] as const).map((c) => classColour(c, dark));
  const elements = (["Li", "O", "Mn", "Co", "Ni"] as const).map((e) => elementColour(e, dark));

  it("provenances can carry text", () => expect(leastContrast(provenances, grounds)).toBeGreaterThan(4.5));
  it("provenances can be told apart by any eye", () => expect(closest(provenances)).toBeGreaterThan(20));
  it("classes and elements stand out as graphics", () =>
    expect(leastContrast([...classes, ...elements], grounds)).toBeGreaterThan(3));
  it("classes can be told apart by any eye", () => expect(closest(classes)).toBeGreaterThan(20));
  it("elements can be told apart by any eye", () => expect(closest(elements)).toBeGreaterThan(20));
  it("0.1, 1 and 10 C can be told apart by any eye, and carry text", () => {
    const rates = [0.1, 1, 10].map((r) => rateColour(r, dark));
    expect(closest(rates)).toBeGreaterThan(20);
    expect(leastContrast(rates, grounds.slice(0, 1))).toBeGreaterThan(4.5);
  });
  it("1, 3 and 5 C differ", () =>
    expect(closest([1, 3, 5].map((r) => rateColour(r, dark)))).toBeGreaterThan(8));
});

describe("rateColour", () => {
  it("is cool at 0.1 C and warm at 10 C", () => {
    expect(lab(rateColour(0.1))[2]).toBeLessThan(-20);
    expect(lab(rateColour(10))[2]).toBeGreaterThan(20);
  });
  it("clamps, and refuses what is no rate", () => {
    expect(rateColour(0.001)).toBe(rateColour(0.1));
    expect(rateColour(50)).toBe(rateColour(10));
    expect(() => rateColour(0)).toThrow("invalid rate: 0; must be a positive number of C");
    expect(() => rateColour(NaN)).toThrow("invalid rate: NaN");
  });
  it("warms steadily with the rate", () =>
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 8, noNaN: true }), (rate) => {
        expect(lab(rateColour(rate * 1.25))[2]).toBeGreaterThan(lab(rateColour(rate))[2]);
      })
    ));
});

describe("colour maps", () => {
  it("sequential rises steadily in lightness for any eye", () => {
    for (const vision of visions)
      for (let i = 1; i <= 64; ++i)
        expect(lab(sequential(i / 64), vision)[0]).toBeGreaterThan(lab(sequential((i - 1) / 64), vision)[0]);
  });
  it("diverging is centred: lightest at zero, cool below, warm above, for any eye", () => {
    for (const vision of visions)
      for (const x of [0.1, 0.25, 0.4]) {
        const [low, middle, high] = [0.5 - x, 0.5, 0.5 + x].map((t) => lab(diverging(t), vision));
        expect(low?.[0]).toBeLessThan(middle?.[0] ?? 0);
        expect(high?.[0]).toBeLessThan(middle?.[0] ?? 0);
        expect(low?.[2]).toBeLessThan(0);
        expect(high?.[2]).toBeGreaterThan(0);
      }
  });
  it("signedColour makes tension warm and zero neutral", () => {
    expect(signedColour(0, 300)).toBe(diverging(0.5));
    expect(lab(signedColour(150, 300))[2]).toBeGreaterThan(20);
    expect(lab(signedColour(-150, 300))[2]).toBeLessThan(-10);
    expect(() => signedColour(1, 0)).toThrow("invalid colour limit: 0");
  });
  it("clamps and never fails on NaN", () => {
    expect(sequential(-1)).toBe(sequential(0));
    expect(sequential(2)).toBe("#fde725");
    expect(sequential(NaN)).toBe(sequential(0));
  });
});

describe("colour space", () => {
  it("parse and format are inverse", () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (n) => {
        const hex = `#${n.toString(16).padStart(6, "0")}`;
        expect(formatHex(parseHex(hex))).toBe(hex);
      })
    ));
  it("oklch agrees with reference colours", () => {
    expect(oklch(0.62796, 0.25768, 29.234)).toBe("#ff0000");
    expect(oklch(0.45201, 0.31321, 264.052)).toBe("#0000ff");
    expect(oklch(1, 0, 0)).toBe("#ffffff");
  });
  it("refuses bad colours by name", () => {
    expect(() => parseHex("red")).toThrow("invalid colour: red; must look like #1a2b3c");
    expect(() => ramp(["#000000"])).toThrow("invalid colour stops: 1; must be at least two");
  });
});
