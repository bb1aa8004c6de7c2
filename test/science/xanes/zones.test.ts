import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oxidation } from "../../../src/science/particle/oxidation.js";
import { keptContrast, layerInFragment, layerInSphere } from "../../../src/science/xanes/depth-bias.js";
import { equalAreaZones, zoneStatistics } from "../../../src/science/xanes/zones.js";

const discMask = (size: number, radius: number) =>
  Uint8Array.from({ length: size * size }, (_, p) =>
    Math.hypot(Math.floor(p / size) - size / 2, (p % size) - size / 2) < radius ? 1 : 0
  );

describe("zones", () => {
  test("are of equal area to one pixel, whatever the shape, and nest from the edge inwards", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 400, maxLength: 400, max: 1 }),
        fc.integer({ min: 1, max: 9 }),
        (mask, count) => {
          mask[0] = 0;
          mask.fill(1, 100, 120);
          const { zones, pixels, distances } = equalAreaZones(mask, { columns: 20, rows: 20 }, count);
          expect(Math.max(...pixels) - Math.min(...pixels)).toBeLessThanOrEqual(1);
          pixels.forEach((n, k) => expect(zones.filter((z) => z === k + 1).length).toBe(n));
          zones.forEach((zone, p) => expect(zone > 0).toBe(mask[p] !== 0));
          for (let k = 1; k < count; ++k) expect(distances[k][0]).toBeGreaterThanOrEqual(distances[k - 1][1]);
        }
      ),
      { numRuns: 50 }
    );
  });

  test("of a disc end at the radii that cut its area in fifths", () => {
    const { distances } = equalAreaZones(discMask(200, 90), { columns: 200, rows: 200 });
    distances.forEach(([, far], k) =>
      expect(Math.abs(90 - far - (k < 4 ? 90 * Math.sqrt(1 - (k + 1) / 5) : 0))).toBeLessThan(1.5)
    );
  });

  test("have means and errors of their pixels, leaving out those without a valence", () => {
    const zones = { zones: Uint8Array.of(1, 1, 2, 2, 2, 0), pixels: [2, 3], distances: [] };
    const [edge, centre] = zoneStatistics(
      {
        valence: Float32Array.of(3, 4, 2, NaN, 4, 9),
        valenceError: Float32Array.of(0.3, 0.4, 0.6, NaN, 0.8, 9)
      },
      zones
    );
    expect(edge).toEqual({
      zone: 1,
      pixels: 2,
      mean: 3.5,
      standardError: expect.closeTo(0.25, 6) as number,
      deviation: 0.5
    });
    expect(centre).toEqual({
      zone: 2,
      pixels: 2,
      mean: 3,
      standardError: expect.closeTo(0.5, 6) as number,
      deviation: 1
    });
  });

  test("refuse a particle that is not there, or fills the field", () => {
    const size = { columns: 4, rows: 4 };
    expect(() => equalAreaZones(new Uint8Array(16), size)).toThrow(/^missing particle: 0 pixels in the mask/);
    expect(() => equalAreaZones(new Uint8Array(16).fill(1), size)).toThrow(
      /^missing edge: the particle fills/
    );
    expect(() => equalAreaZones(new Uint8Array(15), size)).toThrow(/^invalid mask/);
    expect(() => equalAreaZones(new Uint8Array(16), size, 0)).toThrow(/^invalid number of zones/);
  });
});

describe("a surface layer in projection", () => {
  test("of a sphere is what an integral over its chords gives", () => {
    for (const layer of [0.01, 0.1, 0.4, 0.9])
      layerInSphere(layer).forEach(({ zone, projected, slice }) => {
        const [from, to] = [1 - zone / 5, 1 - (zone - 1) / 5];
        let [sum, inSlice] = [0, 0];
        const n = 20000;
        for (let i = 0; i < n; ++i) {
          const u = from + ((i + 0.5) * (to - from)) / n;
          sum += 1 - Math.sqrt(Math.max(0, (1 - layer) ** 2 - u) / (1 - u));
          if (u > (1 - layer) ** 2) ++inSlice;
        }
        expect(projected).toBeCloseTo(sum / n, 4);
        expect(slice).toBeCloseTo(inSlice / n, 3);
      });
  });

  test("is nothing without a layer and everything where it is the sphere; between, thin layers stand out and thick ones are diluted", () => {
    layerInSphere(0).forEach(({ projected, slice }) => expect([projected, slice]).toEqual([0, 0]));
    layerInSphere(1).forEach(({ projected, slice }) => {
      expect(projected).toBeCloseTo(1, 12);
      expect(slice).toBeCloseTo(1, 12);
    });
    fc.assert(
      fc.property(fc.double({ min: 0.005, max: 0.5, noNaN: true }), (layer) => {
        const zones = layerInSphere(layer);
        expect(keptContrast(zones)).toBeGreaterThan(0);
        for (let k = 1; k < 5; ++k)
          expect(zones[k].projected).toBeLessThanOrEqual(zones[k - 1].projected + 1e-12);
      })
    );
    expect(keptContrast(layerInSphere(0.01))).toBeGreaterThan(1);
    expect(keptContrast(layerInSphere(0.3))).toBeLessThan(0.8);
    expect(() => layerInSphere(1.2)).toThrow(/^invalid layer: 1.2/);
  });

  test("of a fragment has the same trend", () => {
    const zones = layerInFragment(oxidation("pristine", { size: 64 }), "Mn", 60e-9);
    const sphere = layerInSphere(60 / 420);
    zones.forEach(({ projected }, k) => expect(Math.abs(projected - sphere[k].projected)).toBeLessThan(0.15));
    expect(keptContrast(zones)).toBeLessThan(0.9);
    layerInFragment(oxidation("pristine", { size: 32 }), "Mn", 0).forEach(({ projected }) =>
      expect(projected).toBe(0)
    );
  });
});
