import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reflectionList } from "../../../src/science/diffraction/reflections.js";
import { structureFactors, type SiteSlope } from "../../../src/science/diffraction/structure-factor.js";
import { applyOperation } from "../../../src/science/material/symmetry.js";
import { expandSites, type Crystal } from "../../../src/science/material/crystal.js";
import { coherentLength, neutronScattering } from "../../../src/science/material/neutron-scattering.js";
import {
  layeredOxide,
  lithiumManganite,
  rockSalt,
  spinel
} from "../../../src/science/material/structures.js";

const neutrons = (element: string) => [coherentLength(element), 0] as const;
const kernelOf = (crystal: Crystal, dMin: number, dMax = Infinity) => {
  const list = reflectionList(crystal, { dMin, dMax });
  return { list, kernel: structureFactors(crystal, list, neutrons) };
};
const find = (list: ReturnType<typeof reflectionList>, hkl: readonly number[]) =>
  Array.from({ length: list.count }, (_, r) => r).findIndex(
    (r) => list.h[r] === hkl[0] && list.k[r] === hkl[1] && list.l[r] === hkl[2]
  );

describe("structure factors", () => {
  it("of rock salt are 4 (b₁ ± b₂), by hand", () => {
    const crystal = rockSalt({ a: 4.2, metals: { Ni: 1 } });
    for (const site of crystal.sites) site.bIso = 0;
    const { list, kernel } = kernelOf(crystal, 1.2);
    const { real, imaginary } = kernel.compute();
    expect(real[find(list, [1, 1, 1])]).toBeCloseTo(4 * (10.3 - 5.805), 10);
    expect(real[find(list, [2, 0, 0])]).toBeCloseTo(4 * (10.3 + 5.805), 10);
    expect(real[find(list, [2, 2, 0])]).toBeCloseTo(4 * (10.3 + 5.805), 10);
    expect(imaginary.every((f) => Math.abs(f) < 1e-10)).toBe(true);
  });

  it("of the layered oxide are 3 [b_a + (−1)^l b_b + 2 b_O n cos 2πlz + …], damped by B, by hand", () => {
    const { list, kernel } = kernelOf(layeredOxide({ mixing: 0.03, oxygen: 0.96, lithiumTet: 0.02 }), 0.5, 5);
    const { real } = kernel.compute();
    const bMetal = 0.56 * -3.75 + 0.13 * 10.3 + 0.08 * 2.49 + 0.23 * -1.9;
    const bLithium = 0.97 * -1.9 + 0.03 * 10.3;
    for (const [h, k, l] of [
      [0, 0, 3],
      [0, 0, 6],
      [1, 0, 4],
      [0, 1, 2],
      [1, 1, 0],
      [1, 0, 1]
    ] as const) {
      const r = find(list, [h, k, l]);
      const s2 = 1 / (4 * list.d[r] ** 2);
      const f =
        3 *
        (bMetal * Math.exp(-0.4 * s2) +
          (-1) ** l * bLithium * Math.exp(-s2) +
          2 * 0.02 * -1.9 * Math.cos(2 * Math.PI * l * 0.128) * Math.exp(-s2) +
          2 * 0.96 * 5.805 * Math.cos(2 * Math.PI * l * 0.2585) * Math.exp(-0.9 * s2));
      expect(real[r], `${h} ${k} ${l}`).toBeCloseTo(f, 9);
    }
  });

  it.each([
    ["layered oxide", layeredOxide({ lithiumTet: 0.03 }), 0.9],
    ["lithium manganite", lithiumManganite(), 1.1],
    ["spinel", spinel(), 1.2]
  ] as const)("of the %s equal the plain sum over all atoms of the cell", (_, crystal, dMin) => {
    const { list, kernel } = kernelOf(crystal, dMin);
    const { squared } = kernel.compute();
    const atoms = expandSites(crystal);
    for (let r = 0; r < list.count; ++r) {
      let [re, im] = [0, 0];
      for (const { site, x, y, z } of atoms) {
        const phase = 2 * Math.PI * (list.h[r] * x + list.k[r] * y + list.l[r] * z);
        const f = site.occupancy * coherentLength(site.element) * Math.exp(-site.bIso / (4 * list.d[r] ** 2));
        re += f * Math.cos(phase);
        im += f * Math.sin(phase);
      }
      expect(squared[r]).toBeCloseTo(re * re + im * im, 7);
    }
  });

  it("are the same for all that the symmetry makes equivalent", () => {
    const crystal = lithiumManganite();
    const f = (h: number, k: number, l: number) => {
      let [re, im] = [0, 0];
      for (const { site, x, y, z } of expandSites(crystal)) {
        const phase = 2 * Math.PI * (h * x + k * y + l * z);
        re += site.occupancy * coherentLength(site.element) * Math.cos(phase);
        im += site.occupancy * coherentLength(site.element) * Math.sin(phase);
      }
      return Math.hypot(re, im);
    };
    const small = fc.integer({ min: -5, max: 5 });
    fc.assert(
      fc.property(small, small, small, (h, k, l) => {
        for (const { rotation } of crystal.operations) {
          const image = applyOperation(
            { rotation: [0, 3, 6, 1, 4, 7, 2, 5, 8].map((i) => rotation[i]), translation: [0, 0, 0] },
            ...([h, k, l] as const)
          );
          expect(f(...image)).toBeCloseTo(f(h, k, l), 8);
        }
      }),
      { numRuns: 30 }
    );
  });

  it("change as finite differences say, for occupancy, B, coordinates and 1/d²", () => {
    const crystal = layeredOxide({ lithiumTet: 0.03, oxygen: 0.95 });
    const { list, kernel } = kernelOf(crystal, 0.6);
    const step = 1e-5;
    const slopes: [SiteSlope["of"], Float64Array, number, number][] = crystal.sites.flatMap((_, site) => [
      ["occupancy", kernel.occupancy, site, site],
      ["bIso", kernel.bIso, site, site]
    ]);
    const oxygen = crystal.sites.length - 1;
    slopes.push(["z", kernel.coordinates, oxygen, 3 * oxygen + 2]);
    for (const [of, array, site, at] of slopes) {
      kernel.compute();
      const analytic = kernel.slope({ site, of }).slice();
      const value = array[at];
      array[at] = value + step;
      const above = kernel.compute().squared.slice();
      array[at] = value - step;
      const below = kernel.compute().squared.slice();
      array[at] = value;
      const size = analytic.reduce((most, x) => Math.max(most, Math.abs(x)), 1);
      for (let r = 0; r < list.count; ++r)
        expect((above[r] - below[r]) / (2 * step) / size).toBeCloseTo(analytic[r] / size, 5);
    }
    kernel.compute();
    const bySquare = kernel.slopeBySquare().slice();
    const [first] = kernel.inverseSquare;
    kernel.inverseSquare[0] = first + step;
    const above = kernel.compute().squared[0];
    kernel.inverseSquare[0] = first - step;
    expect((above - kernel.compute().squared[0]) / (2 * step)).toBeCloseTo(bySquare[0], 4);
  });

  it("do not follow a move that the site's own symmetry forbids", () => {
    const crystal = layeredOxide();
    const { kernel } = kernelOf(crystal, 0.8);
    kernel.compute();
    const slope = kernel.slope({ site: crystal.sites.length - 1, of: "x" });
    expect(slope.every((value) => Math.abs(value) < 1e-6)).toBe(true);
  });
});

describe("scattering lengths", () => {
  it("leave the metal layer almost unseen", () => {
    const mean = 0.2 * -1.9 + 0.56 * -3.75 + 0.16 * 10.3 + 0.08 * 2.49;
    expect(mean).toBeCloseTo(-0.63, 2);
    expect(coherentLength("Li")).toBe(-1.9);
    expect(neutronScattering["O"]?.coherentLength).toBe(5.805);
  });

  it("refuse an element that is not tabulated", () => {
    expect(() => coherentLength("Xx")).toThrow("unknown element: Xx; scattering lengths are known of H, Li");
  });
});
