import { describe, expect, it } from "vitest";
import { derived, halfWidth, least, less, most, over, sum, times } from "../../../src/data/lib/measured.js";

const a = derived({ found: 2, error: 0.03, truth: 2.04 });
const b = derived({ found: 1, error: 0.04, truth: 0.97 });

describe("numbers made of others", () => {
  it("carry what these are off by as they carry their errors, apart from them", () => {
    expect(a.off).toBeCloseTo(0.04, 12);
    const difference = less(a, b);
    expect([difference.found, difference.truth]).toEqual([1, expect.closeTo(1.07, 12)]);
    expect(difference.error).toBeCloseTo(0.05, 12);
    expect(difference.off).toBeCloseTo(0.05, 12);
    const ratio = over(a, b);
    expect(ratio.error).toBeCloseTo(2 * Math.hypot(0.015, 0.04), 12);
    expect(ratio.off).toBeCloseTo(2 * Math.hypot(0.02, 0.03), 12);
    expect(times(a, -3)).toMatchObject({ found: -6, error: expect.closeTo(0.09, 12) as number });
    expect(sum([a, b, b]).found).toBe(4);
    expect([most([b, a]), least([a, b])]).toEqual([a, b]);
  });

  it("do not pass for exact where two that are off alike are taken from one another", () => {
    const alike = derived({ found: 1, error: 0, truth: 0.99 });
    const nothing = less(alike, alike);
    expect(nothing.found - nothing.truth).toBe(0);
    expect(nothing.off).toBeCloseTo(0.01 * Math.SQRT2, 12);
  });

  it("are judged with twice both in squares", () => {
    expect(halfWidth(a)).toBeCloseTo(0.1, 12);
  });
});
