import { describe, expect, it } from "vitest";
import { limitRows, separation, visibility } from "../../../src/science/stem/limits.js";
import { defaultStemInstrument, fieldOf } from "../../../src/science/stem/instrument.js";
import { lithiumPlace, multisliceReference } from "../../../src/science/stem/reference.js";
import { pristineLattice } from "../../../src/science/particle/lattice-models.js";

describe("limits", () => {
  it("count in standard deviations", () => expect(separation([4, 6, 5], [1, 3, 2])).toBeCloseTo(3, 10));

  it("let lithium be seen in phase contrast before the dark field, and both better with dose", () => {
    const instrument = defaultStemInstrument(128);
    const sample = pristineLattice(fieldOf(instrument));
    const seen = (signal: "haadf" | "idpc", dose: number) =>
      visibility(sample, { ...instrument, frameTime: dose / instrument.doseRate }, signal, "Li", 1);
    expect(seen("idpc", 5000)).toBeGreaterThan(3);
    expect(seen("idpc", 5000)).toBeGreaterThan(2 * seen("haadf", 5000));
    expect(seen("idpc", 5000)).toBeGreaterThan(2 * seen("idpc", 500));
  });

  it("find no strain where nothing is moved, and some at a surface and by distorted scans", () => {
    const rows = limitRows({
      ...{ doses: [], thicknesses: [], drifts: [2], jitters: [], wedges: [0.6], depths: [0, 16] },
      distortions: [0, 0.1]
    });
    const strain = (sweep: string, x: number) =>
      rows.find((row) => row.sweep === sweep && row.x === x && row.quantity === "strain")?.value;
    expect(strain("slow distortion", 0)).toBeLessThan(2e-4);
    // 0.1 Å over three periods in 51.2 Å: a slope of 0.037, less what the mask averages over, in root mean square
    expect(strain("slow distortion", 0.1)).toBeGreaterThan(0.005);
    // the reference drifts as well: the whole lattice is sheared, and nothing varies
    expect(strain("drift", 2)).toBeLessThan(2e-4);
    expect(strain("wedge", 0.6)).toBeLessThan(1e-3);
    expect(strain("surface", 0)).toBeGreaterThan(0.003);
    expect(strain("surface", 16)).toBeLessThan(4e-4);
  });
});

describe("quick model beside multislice", () => {
  it("agree in the order of the columns, and part with depth", () => {
    const coarse = { size: 128, places: [0] };
    expect(() => multisliceReference(defaultStemInstrument(), coarse)).toThrow(
      "invalid grid: 128 pixels carry the wave to 59 mrad; must reach beyond the inner edge of the dark field (62 mrad)"
    );
    const { points, outer } = multisliceReference(
      defaultStemInstrument(16, 16, { haadfInner: 40, attenuation: Infinity }),
      {
        ...{ size: 128, places: [0, lithiumPlace], depths: [2.853, 57, 114], variants: 4 }
      }
    );
    expect(outer).toBeGreaterThan(55);
    expect(points).toHaveLength(6);
    const at = (depth: number, place: number) =>
      points.find((p) => Math.abs(p.depth - depth) < 2 && Math.abs(p.place - place) < 1e-9);
    for (const depth of [57, 114])
      expect(at(depth, 0)?.haadf).toBeGreaterThan(at(depth, lithiumPlace)?.haadf ?? NaN);
    for (const p of points) expect(p.lost).toBeLessThan(0.1);
    // without attenuation the model goes on growing, the crystal does not: electrons leave the column
    const ratio = (depth: number) => {
      const p = at(depth, 0);
      return p ? p.haadf / p.haadfModel : NaN;
    };
    expect(ratio(114)).toBeLessThan(ratio(57));
  });
});
