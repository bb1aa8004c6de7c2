import { describe, expect, it } from "vitest";
import { checkGeometry, outerArea, solidVolume } from "../../../src/science/particle/geometry.js";

const um = 1e-6;
const pore = (radius: number, r: number, z: number) => ({ radius: radius * um, r: r * um, z: z * um });
const check = (radius: number, voidRadius: number, ...pores: ReturnType<typeof pore>[]) =>
  checkGeometry({ radius: radius * um, voidRadius: voidRadius * um, pores });

describe("checkGeometry", () => {
  it.each([
    ["a void alone", () => check(8, 0.5)],
    ["no void", () => check(8, 0)],
    ["poles and equator", () => check(8, 0.5, pore(0.2, 0, 0.9), pore(0.2, 0.9, 0), pore(0.2, 0, -0.9))],
    ["the narrowest gap", () => check(8, 0.5, pore(0.2, 0, 0.72))],
    ["the thinnest shell", () => check(8, 7.84)]
  ])("accepts %s", (_, run) => expect(run).not.toThrow());

  it.each([
    [() => check(NaN, 0.5), "invalid particle radius: NaN; must be a finite number"],
    [() => check(0, 0.5), "invalid particle radius: 0 µm; must be larger than 0"],
    [() => check(8, Infinity), "invalid void radius: Infinity; must be a finite number"],
    [() => check(8, -1), "invalid void radius: -1 µm; must be 0 (no void) or larger"],
    [() => check(8, 9), "invalid void radius: 9 µm; must be smaller than the particle radius (8 µm)"],
    [
      () => check(8, 7.9),
      "invalid void radius: 7.9 µm; must be at most 7.84 µm, which leaves the thinnest shell that the mesh resolves"
    ],
    [
      () => check(8, 0.01),
      "invalid void radius: 0.01 µm; must be 0 (no void) or at least 0.02 µm, the smallest that the mesh resolves"
    ],
    [() => check(8, 0.5, pore(0.2, 3, NaN)), "invalid height of pore 1: NaN; must be a finite number"],
    [() => check(8, 0.5, pore(-0.2, 0, 3)), "invalid radius of pore 1: -0.2 µm; must be larger than 0"],
    [
      () => check(8, 0.5, pore(0.01, 0, 3)),
      "invalid radius of pore 1: 0.01 µm; must be at least 0.02 µm, the smallest that the mesh resolves"
    ],
    [
      () => check(8, 0, pore(9, 0, 3)),
      "invalid radius of pore 1: 9 µm; must be at most 7.98 µm to lie inside the particle"
    ],
    [
      () => check(8, 0.5, pore(0.2, -1, 3)),
      "invalid distance from the axis of pore 1: -1 µm; must be 0 (a sphere) or larger (a torus)"
    ],
    [
      () => check(8, 0.5, pore(0.2, 0.1, 3)),
      "invalid distance from the axis of pore 1: 0.1 µm, which makes it cross the axis; must be 0 (a sphere) or at least 0.22 µm (a torus)"
    ],
    [
      () => check(8, 0.5, pore(0.2, 0.21, 3)),
      "invalid gap between pore 1 and the axis: 0.01 µm; must be at least 0.02 µm, the narrowest that the mesh resolves"
    ],
    [
      () => check(8, 0.5, pore(0.2, 9, 0)),
      "invalid distance from the centre of pore 1: 9 µm, outside the particle; must be at most 7.78 µm"
    ],
    [
      () => check(8, 0.5, pore(0.2, 0, 7.9)),
      "invalid distance from the centre of pore 1: 7.9 µm, which makes it cross the outer surface; must be at most 7.78 µm"
    ],
    [
      () => check(8, 0.5, pore(0.2, 0, 7.79)),
      "invalid gap between pore 1 and the outer surface: 0.01 µm; must be at least 0.02 µm, the narrowest that the mesh resolves"
    ],
    [
      () => check(8, 0.5, pore(0.2, 0, 0.6)),
      "invalid position of pore 1: overlaps the void by 0.1 µm; must be at least 0.02 µm away from it"
    ],
    [
      () => check(8, 0.5, pore(0.2, 0, 0.7)),
      "invalid position of pore 1: touches the void; must be at least 0.02 µm away from it"
    ],
    [
      () => check(8, 0.5, pore(0.2, 0, 0.71)),
      "invalid gap between pore 1 and the void: 0.01 µm; must be at least 0.02 µm, the narrowest that the mesh resolves"
    ],
    [
      () => check(8, 0.5, pore(0.2, 2, 3), pore(0.2, 2.1, 3)),
      "invalid position of pore 2: overlaps pore 1 by 0.3 µm; must be at least 0.02 µm away from it"
    ],
    [
      () => check(8, 0, ...Array.from({ length: 65 }, (_, k) => pore(0.02, 0, k / 10))),
      "invalid pore count: 65; must be at most 64"
    ]
  ])("refuses geometry %#", (run, message) => expect(run).toThrow(new RangeError(message)));
});

it("knows the volume of balls and rings", () => {
  const unitBall = (4 / 3) * Math.PI;
  expect(solidVolume({ radius: 2, voidRadius: 1, pores: [] })).toBeCloseTo(7 * unitBall, 12);
  const pores = [
    { radius: 0.5, r: 0, z: 5 },
    { radius: 0.5, r: 3, z: 1 }
  ];
  const torus = 2 * Math.PI * 3 * Math.PI * 0.25;
  expect(solidVolume({ radius: 10, voidRadius: 0, pores })).toBeCloseTo(999.875 * unitBall - torus, 9);
  expect(outerArea({ radius: 2, voidRadius: 1, pores })).toBeCloseTo(16 * Math.PI, 12);
});
