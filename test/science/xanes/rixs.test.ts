import { describe, expect, test } from "vitest";
import { analyseRixs, oxidisedShare, rixsDetectionLimit } from "../../../src/science/xanes/rixs-analysis.js";
import { defaultRixsInstrument, rixsStates } from "../../../src/science/xanes/rixs-instrument.js";
import { expectedRixs, recordRixs, valleyBetween } from "../../../src/science/xanes/rixs.js";

describe("a map of resonant inelastic scattering", () => {
  test("has its feature at 531.0 and 523.7 eV, the lattice's emission at 525.5 eV, and the elastic line where ε = E", () => {
    const [none, some] = [0, 1].map((f) => expectedRixs(f, defaultRixsInstrument));
    const more = some.counts.map((n, i) => n - none.counts[i]);
    const top = more.indexOf(Math.max(...more));
    expect(some.excitation[Math.floor(top / some.emission.length)]).toBeCloseTo(531, 6);
    expect(some.emission[top % some.emission.length]).toBeCloseTo(523.7, 6);
    const elastic = expectedRixs(0, { ...defaultRixsInstrument, elastic: 2 });
    const line = elastic.counts.map((n, i) => n - none.counts[i]);
    const i = 10;
    const row = line.subarray(i * none.emission.length, (i + 1) * none.emission.length);
    expect(none.emission[row.indexOf(Math.max(...row))]).toBeCloseTo(none.excitation[i], 6);
  });

  test("shows the feature at 4.8 V and not at 2.0 V, at both rates", () => {
    for (const [k, { voltage, oxidised }] of rixsStates.entries()) {
      const map = recordRixs(expectedRixs(oxidised.value, defaultRixsInstrument), 11 + k);
      const { significance, feature, featureError } = analyseRixs(map);
      if (voltage === 4.8) expect(significance).toBeGreaterThan(5);
      else expect(Math.abs(significance)).toBeLessThan(3);
      const { share, error } = oxidisedShare(analyseRixs(map), defaultRixsInstrument);
      expect(Math.abs(share - oxidised.value)).toBeLessThan(4 * error);
      expect(featureError).toBeGreaterThan(0);
      expect(Number.isFinite(feature)).toBe(true);
    }
  });

  test("finds nothing where nothing is, however long it counts", () => {
    for (const counts of [100, 1e5]) {
      const { feature, significance } = analyseRixs(expectedRixs(0, { ...defaultRixsInstrument, counts }));
      expect(Math.abs(feature) / counts).toBeLessThan(0.05);
      expect(Math.abs(significance)).toBeLessThan(0.5);
    }
  });

  test("has errors that repeated maps bear out", () => {
    const expected = expectedRixs(0.1, { ...defaultRixsInstrument, counts: 50 });
    const truth = analyseRixs(expected);
    const runs = Array.from({ length: 400 }, (_, seed) => analyseRixs(recordRixs(expected, seed)));
    const mean = runs.reduce((sum, r) => sum + r.feature, 0) / runs.length;
    const spread = Math.sqrt(runs.reduce((sum, r) => sum + (r.feature - mean) ** 2, 0) / (runs.length - 1));
    expect(Math.abs(spread / truth.featureError - 1)).toBeLessThan(0.12);
    expect(Math.abs(mean - truth.feature)).toBeLessThan((4 * spread) / 20);
  });

  test("finds less the longer it counts, by the root of the counts", () => {
    const limit = (counts: number) => rixsDetectionLimit({ ...defaultRixsInstrument, counts });
    expect(limit(100) / limit(10000)).toBeCloseTo(10, 1);
    const at = rixsDetectionLimit(defaultRixsInstrument);
    const found = analyseRixs(expectedRixs(at, defaultRixsInstrument)).feature;
    const none = analyseRixs(expectedRixs(0, defaultRixsInstrument));
    expect((found - none.feature) / none.featureError).toBeCloseTo(3, 2);
  });

  test("separates lines 0.19 eV apart only where its own width is below about that", () => {
    expect(valleyBetween(0.19, 0.03)).toBeGreaterThan(0.99);
    expect(valleyBetween(0.19, 0.15)).toBeGreaterThan(0);
    expect(valleyBetween(0.19, 0.3)).toBe(0);
    // two Gaussians merge at a spacing of two standard deviations
    expect(valleyBetween((1.98 * 0.3) / 2.3548, 0.3)).toBe(0);
    expect(valleyBetween((2.1 * 0.3) / 2.3548, 0.3)).toBeGreaterThan(0);
  });

  test("refuses what makes no sense, in a sentence", () => {
    expect(() => expectedRixs(2, defaultRixsInstrument)).toThrow(/^invalid share of oxidised oxygen: 2;/);
    expect(() => expectedRixs(0, { ...defaultRixsInstrument, counts: 0 })).toThrow(/^invalid counts: 0/);
    expect(() => expectedRixs(0, { ...defaultRixsInstrument, emissionStep: -1 })).toThrow(
      /^invalid step: -1 eV/
    );
    const map = expectedRixs(0, defaultRixsInstrument);
    expect(() => analyseRixs({ ...map, counts: map.counts.subarray(1) })).toThrow(/^invalid map/);
    expect(() => analyseRixs({ ...map, counts: map.counts.map(() => 0) })).toThrow(/^missing counts/);
    expect(() => analyseRixs({ ...map, counts: map.counts.map((n) => -n) })).toThrow(/^invalid counts/);
    expect(() => analyseRixs({ ...map, excitation: map.excitation.map((e) => e + 50) })).toThrow(
      /^invalid range of excitation/
    );
  });
});
