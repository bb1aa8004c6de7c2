import { describe, expect, it } from "vitest";
import { composition } from "../../../src/science/material/composition.js";
import { crossSection } from "../../../src/science/particle/cross-section.js";
import { defaultSimsInstrument, ionsPerPixel } from "../../../src/science/sims/instrument.js";
import { planted } from "../../../src/science/sims/limits-detection.js";
import { ions } from "../../../src/science/sims/raw.js";
import { expectedCounts, measure } from "../../../src/science/sims/twin.js";

const size = 64;
const instrument = defaultSimsInstrument({ pixels: size });
const flat = (li = 0, mn = 0, o = 0, diameter = 30e-6) => planted(diameter, { Li: li, Mn: mn, O: o }, size);
const centre = (size * size) / 2 + size / 2;

describe("the twin of the ion maps", () => {
  it("gives the ions of the study's current, and counts by yields and atomic fractions", () => {
    // 11 pA for 30 s over 64² pixels
    expect(ionsPerPixel(instrument)).toBeCloseTo((11e-12 * 30) / 1.602176634e-19 / 4096, 3);
    const section = flat();
    const { Li, Mn, O } = expectedCounts(section, instrument);
    const { lithium } = section.content;
    const atoms = lithium + composition.Mn + composition.O + composition.Ni + composition.Co;
    const ions = ionsPerPixel(instrument) * 3;
    expect(Li[centre] / ((ions * lithium * 2e-3) / atoms)).toBeCloseTo(1, 5);
    expect(Mn[centre] / ((ions * composition.Mn * 6e-4) / atoms)).toBeCloseTo(1, 5);
    expect(O[centre] / ((ions * composition.O * 7e-4) / atoms)).toBeCloseTo(1, 5);
  });
  it("raises positive ions by the power of oxygen over its mean, and dilutes what is not in excess", () => {
    const half = (matrix: number) =>
      expectedCounts(flat(0, 0, 0.2, 6e-6), { ...instrument, matrix, blur: 0 });
    const corner = size + 1;
    const ratio = (map: Float32Array) => map[centre] / map[corner];
    const [plain, strong] = [half(0), half(2)];
    // both places have the same mean in the denominator
    expect(ratio(strong.Mn) / ratio(plain.Mn)).toBeCloseTo(1.2 ** 2, 4);
    expect(ratio(strong.O)).toBeCloseTo(ratio(plain.O), 6);
    expect(ratio(plain.Mn)).toBeLessThan(1);
  });
  it("blurs by the beam without losing counts", () => {
    const section = crossSection("10C-20cycles", { size: 128, content: { cracks: 0, pores: 0 } });
    const sum = (blur: number) =>
      expectedCounts(section, { ...instrument, blur, shadow: 0 }).Li.reduce((s, v) => s + v, 0);
    expect(sum(500e-9) / sum(0)).toBeCloseTo(1, 4);
  });
  it("loses ions on one side of a crack, and keeps a floor in it", () => {
    const section = flat();
    for (let y = 0; y < size; ++y) section.voids[y * size + size / 2] = 1;
    const { Li } = expectedCounts(section, { ...instrument, blur: 0 });
    expect(Li[centre] / Li[centre - 10]).toBeCloseTo(0.05, 3);
    expect(Li[centre + 1]).toBeLessThan(0.95 * Li[centre - 10]);
  });
  it("moves the negative run aside, and nothing else", () => {
    const section = crossSection("10C-20cycles", { size: 128 });
    const step = section.step;
    const [here, aside] = [[0, 0] as const, [2 * step, 0] as const].map((shift) =>
      expectedCounts(section, { ...instrument, pixels: 128 }, shift)
    );
    expect(aside.Li).toEqual(here.Li);
    const row = 64 * 128;
    for (const x of [40, 70, 100]) expect(aside.O[row + x]).toBeCloseTo(here.O[row + x - 2], 3);
  });
  it("counts as Poisson does: mean and variance over seeds", () => {
    const section = flat();
    const expected = expectedCounts(section, instrument);
    for (const ion of ions) {
      const counts = measure(section, { ...instrument, drift: 0 }, 4).counts[ion];
      const inner = Array.from(
        { length: 40 * 40 },
        (_, k) => counts[(12 + Math.floor(k / 40)) * size + 12 + (k % 40)]
      );
      const mean = inner.reduce((s, v) => s + v, 0) / inner.length;
      const variance = inner.reduce((s, v) => s + (v - mean) ** 2, 0) / inner.length;
      const truth = expected[ion][centre];
      expect(Math.abs(mean - truth)).toBeLessThan(4 * Math.sqrt(truth / inner.length));
      expect(Math.abs(variance / truth - 1)).toBeLessThan(4 * Math.sqrt(2 / inner.length));
    }
  });
  it("is the same for the same seed, and says which pixels it cannot make", () => {
    const section = crossSection("pristine", { size });
    expect(measure(section, instrument, 3)).toEqual(measure(section, instrument, 3));
    expect(() => measure(section, { ...instrument, pixels: 48 }, 1)).toThrow(
      /unsupported pixels of a map: 48; must divide the 64/
    );
  });
});
