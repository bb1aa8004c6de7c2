import { describe, expect, it } from "vitest";
import { voxelContents } from "../../../src/science/composition/voxel-contents.js";

const nm = 1e-9;

describe("a voxel of pristine material", () => {
  it("holds as many formula units as its cells of three do", () => {
    // a = 2.853 Å, c = 14.24 Å: 3 formula units in a² c sin 60°
    const cell = 0.2853 ** 2 * 1.424 * Math.sin(Math.PI / 3);
    expect(voxelContents(25 * nm).formulaUnits).toBeCloseTo((3 * 25 ** 3) / cell, -1);
  });

  // By hand from Chantler's tables at ρ = 4.23 g/cm³ for the steps O 526 → 545, Mn 635 → 660, Co 770 → 805, Ni 845 → 880 eV:
  // (19346 − 1199) cm²/g × 0.3756 × 4.23 g/cm³ × 25 nm, and so on
  it.each([
    ["O", 0.0721],
    ["Mn", 0.0614],
    ["Co", 0.00724],
    ["Ni", 0.0133]
  ])("%s takes a step of %d in optical density over 25 nm", (element, step) => {
    const found = voxelContents(25 * nm).elements.find((e) => e.element === element);
    expect(Math.abs((found?.edgeStep ?? 0) / step - 1)).toBeLessThan(0.01);
  });

  it("shows less the smaller it is, and needs photons by the square of that", () => {
    const [large, small] = [voxelContents(25 * nm).elements[0], voxelContents(12.5 * nm).elements[0]];
    expect((large?.edgeStep ?? 0) / (small?.edgeStep ?? 1)).toBeCloseTo(2, 10);
    expect((small?.photons ?? 0) / (large?.photons ?? 1)).toBeCloseTo(4, 10);
  });

  it("refuses a width of nothing", () => {
    expect(() => voxelContents(0)).toThrow("invalid voxel width: 0 m; must be positive");
  });
});
