import { describe, expect, it } from "vitest";
import {
  distortedLattice,
  fastSurfaceLattice,
  pristineLattice,
  surfaceLattice
} from "../../../src/science/particle/lattice-models.js";
import { analyse } from "../../../src/science/stem/analysis.js";
import { compare } from "../../../src/science/stem/compare.js";
import { defaultStemInstrument, fieldOf } from "../../../src/science/stem/instrument.js";
import { localPhases, surfaceSequence } from "../../../src/science/stem/local-phases.js";
import { measure } from "../../../src/science/stem/twin.js";

const instrument = defaultStemInstrument(512);
const field = fieldOf(instrument);

describe("images at the study's dose", () => {
  it("of distorted slabs give the regular, the metal-poor and the turned region", () => {
    // made up: metal enough is missing that most of the domain's columns stand out
    const sample = distortedLattice(field, { deficit: 0.3, tetrahedral: 0.15 });
    const result = analyse(measure(sample, instrument, 1));
    const kinds = result.regions.regions.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "regular")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "low intensity")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "twisted")).toHaveLength(1);
    const [, low, turned] = result.regions.regions;
    // where they are in the sample: shares 0.27, 0.28 and 0.7, 0.68 of 102.4 Å
    expect(Math.hypot(low.x - 27.6, low.y - 28.7)).toBeLessThan(3);
    expect(low.deficit).toBeCloseTo(-0.3, 1);
    expect(Math.hypot(turned.x - 71.7, turned.y - 69.6)).toBeLessThan(5);
    expect(turned.rotation).toBeGreaterThan(3);
    const { regions, match, strain } = compare(result, sample);
    expect(regions[0].found).toBeGreaterThan(0.8);
    expect(regions[0].pure).toBeGreaterThan(0.9);
    expect(match.metalFound / match.metalColumns).toBeGreaterThan(0.95);
    expect(match.rms).toBeLessThan(0.13);
    for (const { slope, component } of strain)
      if (component !== "exx") expect(Math.abs(slope - 1)).toBeLessThan(0.2);
  });

  it("of the aged particle's slabs show its metal-poor domain, but does not give all of it", () => {
    const sample = distortedLattice(field);
    const result = analyse(measure(sample, instrument, 1));
    const low = result.regions.regions.find(({ kind }) => kind === "low intensity");
    expect(low).toBeDefined();
    expect(Math.hypot((low?.x ?? NaN) - 27.6, (low?.y ?? NaN) - 28.7)).toBeLessThan(10);
    const [poor] = compare(result, sample).regions;
    expect(poor.found).toBeGreaterThan(0.25);
    expect(poor.found).toBeLessThan(0.8);
    expect(poor.pure).toBeGreaterThan(0.9);
  });

  it("of pristine layers give no region but a regular one", () => {
    for (const seed of [1, 2]) {
      const { regions } = analyse(measure(pristineLattice(field), instrument, seed));
      expect(regions.regions.map(({ kind }) => kind)).toEqual(["regular"]);
    }
  });

  it("of surfaces give rock salt, spinel, layered in order, thinner after fast cycling", () => {
    const [slow, fast] = [surfaceLattice(field), fastSurfaceLattice(field)].map((sample) => {
      const map = localPhases(measure(sample, instrument, 1));
      return surfaceSequence(map);
    });
    expect(slow.inOrder).toBeGreaterThan(0.9);
    // 38 Å of both, wider by 2 %, and half a window
    expect(slow.transformed).toBeGreaterThan(36);
    expect(slow.transformed).toBeLessThan(52);
    expect(fast.transformed / slow.transformed).toBeLessThan(0.65);
  });

  it("stop when told", () => {
    const controller = new AbortController();
    controller.abort();
    expect(() =>
      analyse(measure(pristineLattice(field), instrument, 1), {}, { signal: controller.signal })
    ).toThrow();
  });
});
