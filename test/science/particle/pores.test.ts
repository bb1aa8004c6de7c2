import { describe, expect, it } from "vitest";
import { checkGeometry } from "../../../src/science/particle/geometry.js";
import { arrangePores, gradedPores } from "../../../src/science/particle/pores.js";

const [voidRadius, gap, radius] = [0.5e-6, 0.2e-6, 0.1e-6];
const arrange = (count: number) => arrangePores(voidRadius, { count, gap, radius });

it("puts one pore at the equator, two at the poles, three at both", () => {
  expect(arrange(0)).toEqual([]);
  const distance = voidRadius + gap + radius;
  expect(arrange(1)).toEqual([{ radius, r: distance, z: 0 }]);
  expect(arrange(2)).toEqual([
    { radius, r: 0, z: distance },
    { radius, r: 0, z: -distance }
  ]);
  expect(arrange(3)).toEqual([
    { radius, r: 0, z: distance },
    { radius, r: distance, z: 0 },
    { radius, r: 0, z: -distance }
  ]);
});

it("spaces more pores evenly, each with the gap to the void", () => {
  const pores = arrange(6);
  const step = Math.PI / 5;
  pores.forEach((pore, k) => {
    expect(Math.atan2(pore.r, pore.z)).toBeCloseTo(k * step, 12);
    expect((Math.hypot(pore.r, pore.z) - voidRadius - pore.radius) / gap).toBeCloseTo(1, 12);
  });
});

it("refuses a count that is none", () => {
  for (const count of [-1, 1.5, NaN, 65])
    expect(() => arrange(count)).toThrow(`invalid pore count: ${count}`);
});

it("grades number and size with the distance from the centre", () => {
  const pores = gradedPores({
    distances: [2e-6, 4e-6, 6e-6],
    radius: (distance) => 0.05 * distance,
    count: (distance) => Math.round(distance / 2e-6)
  });
  expect(pores).toHaveLength(1 + 2 + 3);
  for (const pore of pores) expect(pore.radius / Math.hypot(pore.r, pore.z)).toBeCloseTo(0.05, 12);
  expect(() => checkGeometry({ radius: 8e-6, voidRadius, pores })).not.toThrow();
});

describe("tilted pores", () => {
  it("stand off the poles by the angle, mirrored about the equator", () => {
    const pores = arrangePores(voidRadius, { count: 2, gap, radius, tilt: Math.PI / 6 });
    const angles = pores.map(({ r, z }) => Math.atan2(r, z));
    expect(angles[0]).toBeCloseTo(Math.PI / 6, 12);
    expect(angles[1]).toBeCloseTo((5 * Math.PI) / 6, 12);
  });

  it("turn a single pore from the equator to the pole, where it is a sphere exactly on the axis", () => {
    expect(arrangePores(voidRadius, { count: 1, gap, radius, tilt: Math.PI / 2 })[0].r).toBe(0);
    expect(() => arrangePores(voidRadius, { count: 1, gap, radius, tilt: 2 })).toThrow("invalid tilt");
  });
});
