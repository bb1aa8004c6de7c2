import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atomicMass, xRayDensity } from "../../../src/science/material/composition.js";
import { avogadro } from "../../../src/science/material/constants.js";
import {
  type Cell,
  cellContents,
  cellVolume,
  type Crystal,
  distance,
  dSpacing,
  expandSites,
  reciprocalMetric,
  toCartesian
} from "../../../src/science/material/crystal.js";
import {
  layeredOxide,
  lithiumManganite,
  rockSalt,
  spinel
} from "../../../src/science/material/structures.js";

/** g/cm³ */
function density(crystal: Crystal): number {
  const mass = Object.entries(cellContents(crystal)).reduce(
    (sum, [element, count]) => sum + count * (atomicMass as Record<string, number>)[element],
    0
  );
  return mass / avogadro / (cellVolume(crystal.cell) * 1e-24);
}

const byLabel = (crystal: Crystal, label: string) =>
  expandSites(crystal)
    .filter(({ site }) => site.label === label)
    .map(({ x, y, z }) => [x, y, z]);

/** The shortest distance from the first position of one site to those of another. */
function shortest(crystal: Crystal, from: string, to: string): number {
  const [first] = byLabel(crystal, from);
  return Math.min(...byLabel(crystal, to).map((other) => distance(crystal.cell, first, other)));
}

/** |Σ occ exp 2πi h·r|² of one site */
function siteSum(crystal: Crystal, label: string, [h, k, l]: number[]): number {
  let [re, im] = [0, 0];
  for (const [x, y, z] of byLabel(crystal, label)) {
    const phase = 2 * Math.PI * (h * x + k * y + l * z);
    re += Math.cos(phase);
    im += Math.sin(phase);
  }
  return re * re + im * im;
}

const triclinic = fc.record({
  a: fc.double({ min: 2, max: 20, noNaN: true }),
  b: fc.double({ min: 2, max: 20, noNaN: true }),
  c: fc.double({ min: 2, max: 20, noNaN: true }),
  alpha: fc.double({ min: 70, max: 110, noNaN: true }),
  beta: fc.double({ min: 70, max: 110, noNaN: true }),
  gamma: fc.double({ min: 70, max: 110, noNaN: true })
});

describe("the lattice", () => {
  it("has the spacings that are solved by hand", () => {
    const hexagonal: Cell = { a: 2.853, b: 2.853, c: 14.24, alpha: 90, beta: 90, gamma: 120 };
    expect(dSpacing(hexagonal, 0, 0, 3)).toBeCloseTo(14.24 / 3, 12);
    // 1/d² = 4/3 (h² + hk + k²)/a² + l²/c²
    expect(dSpacing(hexagonal, 1, 0, 4)).toBeCloseTo(1 / Math.sqrt(4 / 3 / 2.853 ** 2 + 16 / 14.24 ** 2), 12);
    const cubic: Cell = { a: 5, b: 5, c: 5, alpha: 90, beta: 90, gamma: 90 };
    expect(dSpacing(cubic, 1, 2, 2)).toBeCloseTo(5 / 3, 12);
    // monoclinic: 1/d² = (h²/a² + l²/c² − 2hl cos β/(ac))/sin² β + k²/b²
    const { cell } = lithiumManganite();
    const beta = (cell.beta * Math.PI) / 180;
    const byHand =
      (1 / cell.a ** 2 + 4 / cell.c ** 2 + (4 * Math.cos(beta)) / (cell.a * cell.c)) / Math.sin(beta) ** 2 +
      1 / cell.b ** 2;
    expect(dSpacing(cell, 1, 1, -2)).toBeCloseTo(1 / Math.sqrt(byHand), 12);
  });

  it("is the same by metric and by Cartesian vectors", () => {
    fc.assert(
      fc.property(triclinic, fc.tuple(fc.integer(), fc.integer(), fc.integer()), (cell, seeds) => {
        const m = toCartesian(cell);
        const [p, q] = [0, 1].map((n) => seeds.map((s, i) => ((Math.abs(s) % 97) / 97) * (n + 1) - 0.3 * i));
        const apart = [0, 1, 2].map((i) =>
          [0, 1, 2].reduce((sum, j) => sum + m[3 * i + j] * (q[j] - p[j]), 0)
        );
        expect(distance(cell, p, q, false)).toBeCloseTo(Math.hypot(...apart), 8);
        // volume is the determinant of a triangular matrix
        expect(cellVolume(cell) / (m[0] * m[4] * m[8])).toBeCloseTo(1, 10);
        // and the reciprocal lattice has the inverse of it
        const g = reciprocalMetric(cell);
        const star =
          g[0] * g[1] * g[2] +
          2 * g[3] * g[4] * g[5] -
          g[0] * g[3] ** 2 -
          g[1] * g[4] ** 2 -
          g[2] * g[5] ** 2;
        expect(Math.sqrt(star) * cellVolume(cell)).toBeCloseTo(1, 8);
      })
    );
  });

  it("refuses angles that enclose nothing", () => {
    const flat: Cell = { a: 3, b: 3, c: 3, alpha: 40, beta: 40, gamma: 120 };
    expect(() => cellVolume(flat)).toThrow(/invalid cell: .*must enclose a volume/);
    expect(() => cellVolume({ ...flat, alpha: 90, beta: 90, a: -3, b: -3 })).toThrow(/invalid cell/);
  });
});

describe("the layered oxide", () => {
  const crystal = layeredOxide();

  it("has its sites' multiplicities: 3a 3, 3b 3, 6c 6", () => {
    const counts = Object.fromEntries(
      expandSites(crystal).map(({ site, multiplicity }) => [site.label, multiplicity])
    );
    expect(counts).toEqual({ Mn1: 3, Ni1: 3, Co1: 3, Li1: 3, Li2: 3, Ni2: 3, Li3: 6, O1: 6 });
  });

  it("holds three formula units and has the X-ray density, 4.23 g/cm³", () => {
    const contents = cellContents(crystal);
    expect(contents.Li).toBeCloseTo(3.6, 12);
    expect(contents.Mn).toBeCloseTo(1.68, 12);
    expect(contents.Ni).toBeCloseTo(0.48, 12);
    expect(contents.Co).toBeCloseTo(0.24, 12);
    expect(contents.O).toBeCloseTo(6, 12);
    expect(density(crystal)).toBeCloseTo(xRayDensity() / 1000, 6);
    expect(density(crystal)).toBeCloseTo(4.23, 2);
  });

  it("has metal–oxygen 1.96 Å and lithium–oxygen 2.10 Å", () => {
    expect(shortest(crystal, "Mn1", "O1")).toBeCloseTo(1.96, 2);
    expect(shortest(crystal, "Li2", "O1")).toBeCloseTo(2.1, 2);
  });

  it("puts tetrahedral lithium among four oxygen at about the same distance", () => {
    const [tetrahedral] = byLabel(crystal, "Li3");
    const near: number[] = [];
    for (const o of byLabel(crystal, "O1"))
      for (const i of [-1, 0, 1])
        for (const j of [-1, 0, 1])
          for (const k of [-1, 0, 1])
            near.push(distance(crystal.cell, tetrahedral, [o[0] + i, o[1] + j, o[2] + k], false));
    const four = near.toSorted((p, q) => p - q).slice(0, 5);
    expect(four[0]).toBeGreaterThan(1.7);
    expect(four[3]).toBeLessThan(2);
    expect(four[4]).toBeGreaterThan(2.5);
  });

  it("obeys −h + k + l = 3n", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -4, max: 4 }),
        fc.integer({ min: -4, max: 4 }),
        fc.integer({ min: -12, max: 12 }),
        (h, k, l) => {
          const allowed = (-h + k + l) % 3 === 0;
          const sum = siteSum(crystal, "Mn1", [h, k, l]);
          expect(sum).toBeCloseTo(allowed ? 9 : 0, 8);
          if (!allowed) expect(siteSum(crystal, "O1", [h, k, l])).toBeCloseTo(0, 8);
        }
      )
    );
  });

  it("refuses occupancies that cannot be", () => {
    expect(() => layeredOxide({ lithiumOct: 1.2 })).toThrow(
      /invalid occupancy of Li2: 1.2; must be from 0 to 1/
    );
    expect(() => layeredOxide({ lithiumOct: 1, mixing: 0.05 })).toThrow(
      /invalid occupancies of the lithium layer/
    );
  });
});

describe("the other structures", () => {
  it("Li2MnO3: four formula units, close to the published density 3.92 g/cm³ of Li1.99Mn1.01O3", () => {
    const crystal = lithiumManganite();
    expect(cellContents(crystal)).toEqual({ Mn: 4, Li: 8, O: 12 });
    expect(density(crystal)).toBeCloseTo(3.9, 1);
    expect(shortest(crystal, "Mn1", "O1")).toBeGreaterThan(1.8);
    expect(shortest(crystal, "Mn1", "O1")).toBeLessThan(2.0);
    // C centring
    expect(siteSum(crystal, "O2", [1, 0, 0])).toBeCloseTo(0, 8);
  });

  it("spinel: eight formula units; 8a alone is absent where h + k + l = 4n + 2", () => {
    const crystal = spinel();
    expect(cellContents(crystal)).toEqual({ Li: 8, Mn: 16, O: 32 });
    expect(siteSum(crystal, "Li1", [2, 0, 0])).toBeCloseTo(0, 8);
    expect(siteSum(crystal, "Mn1", [1, 1, 1])).toBeGreaterThan(1);
    expect(siteSum(crystal, "O1", [2, 1, 0])).toBeCloseTo(0, 8);
    expect(shortest(crystal, "Mn1", "O1")).toBeCloseTo(1.956, 2);
  });

  it("rock salt: four formula units, unmixed indices only", () => {
    const crystal = rockSalt();
    expect(cellContents(crystal).O).toBe(4);
    expect(siteSum(crystal, "O1", [1, 1, 0])).toBeCloseTo(0, 8);
    expect(shortest(crystal, "Mn1", "O1")).toBeCloseTo(4.15 / 2, 12);
  });
});
