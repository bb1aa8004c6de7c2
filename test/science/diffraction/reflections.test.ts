import { describe, expect, it } from "vitest";
import { isAbsent, reflectionList } from "../../../src/science/diffraction/reflections.js";
import {
  cube,
  hexagonal,
  layeredOxide,
  lithiumManganite,
  rockSalt,
  spinel
} from "../../../src/science/material/structures.js";
import { spaceGroup } from "../../../src/science/material/symmetry.js";

const indices = (list: ReturnType<typeof reflectionList>) =>
  Array.from({ length: list.count }, (_, r) => [list.h[r], list.k[r], list.l[r]] as const);

/** Every lattice point in the range that the symmetry does not extinguish, counted one by one. */
function pointsOf(crystal: Parameters<typeof reflectionList>[0], dMin: number): number {
  const { count, multiplicity } = reflectionList(crystal, { dMin });
  let sum = 0;
  for (let r = 0; r < count; ++r) sum += multiplicity[r];
  return sum;
}

describe("reflections of a powder", () => {
  it("have the multiplicities of the cubic Laue class", () => {
    const crystal = { operations: spaceGroup("Pm-3m").operations, cell: cube(4) };
    const list = reflectionList(crystal, { dMin: 1.06 });
    const found = Object.fromEntries(indices(list).map((hkl, r) => [hkl.join(""), list.multiplicity[r]]));
    expect(found).toEqual({
      ...{ "100": 6, "110": 12, "111": 8, "200": 6, "210": 24, "211": 24, "220": 12, "300": 6, "221": 24 },
      ...{ "310": 24, "311": 24, "222": 8, "320": 24, "321": 48 }
    });
  });

  it("have spacings that are exact for a hexagonal cell", () => {
    const list = reflectionList(layeredOxide(), { dMin: 0.5, dMax: 5 });
    const [a, c] = [2.853, 14.24];
    indices(list).forEach(([h, k, l], r) =>
      expect(list.d[r]).toBeCloseTo(
        1 / Math.sqrt((4 / 3) * ((h * h + h * k + k * k) / a ** 2) + (l / c) ** 2),
        12
      )
    );
    expect(list.d[0]).toBeCloseTo(14.24 / 3, 12);
    expect(indices(list).slice(0, 6).map(String)).toEqual([
      "0,0,3",
      "1,0,1",
      "0,0,6",
      "0,1,2",
      "1,0,4",
      "0,1,5"
    ]);
  });

  it.each([
    ["R-3m, obverse", layeredOxide(), ([h, k, l]: readonly number[]) => (-h + k + l) % 3 === 0],
    ["Fm-3m", rockSalt(), ([h, k, l]: readonly number[]) => (h + k) % 2 === 0 && (k + l) % 2 === 0],
    ["C2/m", lithiumManganite(), ([h, k]: readonly number[]) => (h + k) % 2 === 0],
    [
      "Fd-3m",
      spinel(),
      ([h, k, l]: readonly number[]) =>
        (h + k) % 2 === 0 &&
        (k + l) % 2 === 0 &&
        (h !== 0 || (k + l) % 4 === 0) &&
        (k !== 0 || (h + l) % 4 === 0) &&
        (l !== 0 || (h + k) % 4 === 0)
    ]
  ] as const)("of %s are those that its conditions allow, none more and none less", (_, crystal, allowed) => {
    const dMin = 1.1;
    const list = reflectionList(crystal, { dMin });
    indices(list).forEach((hkl) => expect(allowed(hkl), hkl.join(" ")).toBe(true));
    // all lattice points inside the sphere, by brute force
    const { cell } = crystal;
    const reach = 16;
    let points = 0;
    const whole = reflectionList({ cell, operations: spaceGroup("P1").operations }, { dMin });
    for (let r = 0; r < whole.count; ++r) {
      const hkl = [whole.h[r], whole.k[r], whole.l[r]];
      expect(Math.max(...hkl.map(Math.abs))).toBeLessThan(reach);
      if (allowed(hkl)) points += whole.multiplicity[r];
    }
    expect(pointsOf(crystal, dMin)).toBe(points);
  });

  it("lack what a glide extinguishes", () => {
    const { operations } = spaceGroup("P2_1/c");
    expect(isAbsent(operations, [0, 1, 0])).toBe(true);
    expect(isAbsent(operations, [1, 0, 1])).toBe(true);
    expect(isAbsent(operations, [1, 0, 2])).toBe(false);
    expect(isAbsent(operations, [1, 1, 1])).toBe(false);
  });

  it("refuse a range that is none", () => {
    const crystal = { operations: spaceGroup("R-3m").operations, cell: hexagonal(2.85, 14.2) };
    expect(() => reflectionList(crystal, { dMin: 2, dMax: 1 })).toThrow("invalid range of d: 2 to 1 Å");
    expect(() => reflectionList(crystal, { dMin: 0 })).toThrow("must ascend from above 0");
    expect(() => reflectionList(crystal, { dMin: 0.01 })).toThrow("too many reflections");
  });
});
