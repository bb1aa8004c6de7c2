import { describe, expect, it } from "vitest";
import { largestRadius, reachableDepth } from "../../../src/science/mechanics/saturation-map.js";
import { reachedDepths } from "../../../src/science/mechanics/saturation-runs.js";

describe("the depth that a discharge reaches", () => {
  const reach = reachableDepth(0.5 / 8);

  it("is 1 − P/15 for a solid sphere in the quasi-steady state", () => {
    const solid = reachableDepth(0);
    for (const P of [0.01, 0.1, 0.5]) expect(solid(P)).toBeCloseTo(1 - P / 15, 5);
  });

  it("falls with P, smoothly where the short-time expansion hands over to the series", () => {
    let last = reach(0.99);
    for (let P = 1; P < 500; P *= 1.02) {
      const now = reach(P);
      expect(now).toBeLessThan(last);
      expect(last - now).toBeLessThan(0.02);
      last = now;
    }
    // Fo = d/P = 2e-3 lies between these two
    expect(reach(55) / reach(56)).toBeCloseTo(1 + 1 / 55, 2);
  });

  it("tends to that of a half-space, d = (3/2)² π/(4 P) · 4/π …: Fo = π (3/(2P))²", () => {
    const P = 1e5;
    expect(reach(P)).toBeCloseTo((Math.PI * 9) / (4 * P) / (1 - (0.5 / 8) ** 3) ** 2, 7);
  });

  it("is that of finite elements", async () => {
    const rows = await reachedDepths([1, 10], [5e-13, 1e-14], { resolution: 0.5 });
    for (const { computed, expected } of rows)
      expect(Math.abs((computed ?? NaN) - expected)).toBeLessThan(2e-3);
    const [none] = await reachedDepths([10], [1e-16]);
    expect(none.computed).toBeNull();
    expect(none.expected).toBeLessThan(0.01);
  }, 60_000);

  it("turns round into the largest radius", () => {
    const radius = largestRadius(0.9, 10, 1e-14);
    expect(reach((10 * radius ** 2) / (1e-14 * 3600))).toBeCloseTo(0.9, 8);
    expect(largestRadius(0.9, 10, 4e-14)).toBeCloseTo(2 * radius, 12);
  });
});
