import fc from "fast-check";
import { expect, it } from "vitest";
import { signedDistance } from "../../../src/science/particle/signed-distance.js";
import { sizeField } from "../../../src/science/particle/size-field.js";
import type { ParticleGeometry } from "../../../src/science/particle/geometry.js";
import { possibleGeometry } from "./geometries.js";

function normalised({ radius, voidRadius, pores }: ParticleGeometry): ParticleGeometry {
  const share = (pore: ParticleGeometry["pores"][number]) => ({
    radius: pore.radius / radius,
    r: pore.r / radius,
    z: pore.z / radius
  });
  return { radius: 1, voidRadius: voidRadius / radius, pores: pores.map(share) };
}

const place = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: -1, max: 1, noNaN: true })
);

it("has a slope of at most a quarter", () => {
  fc.assert(
    fc.property(possibleGeometry, place, place, (geometry, [r, z], [dr, dz]) => {
      const h = sizeField(normalised(geometry), 1);
      const step = Math.hypot(1e-3 * dr, 1e-3 * dz);
      expect(Math.abs(h(r + 1e-3 * dr, z + 1e-3 * dz) - h(r, z))).toBeLessThanOrEqual(0.25 * step + 1e-15);
    }),
    { numRuns: 300 }
  );
});

it("puts at least four elements across each gap, measured along the line of centres", () => {
  fc.assert(
    fc.property(possibleGeometry, (geometry) => {
      const unit = normalised(geometry);
      const h = sizeField(unit, 1);
      const holes =
        unit.voidRadius > 0 ? [{ radius: unit.voidRadius, r: 0, z: 0 }, ...unit.pores] : unit.pores;
      holes.forEach((a, i) => {
        for (const b of holes.slice(i + 1)) {
          const apart = Math.hypot(a.r - b.r, a.z - b.z);
          const gap = apart - a.radius - b.radius;
          for (const t of [0, 0.25, 0.5, 0.75, 1]) {
            const s = (a.radius + t * gap) / apart;
            expect(h(a.r + s * (b.r - a.r), a.z + s * (b.z - a.z))).toBeLessThanOrEqual(gap / 4);
          }
        }
      });
    })
  );
});

it("puts at least four elements between a ring and the axis, or the outer surface", () => {
  const gap = 0.004;
  const pores = [
    { radius: 0.1, r: 0.1 + gap, z: 0 },
    { radius: 0.1, r: 0.9 - gap, z: 0 }
  ];
  const h = sizeField({ radius: 1, voidRadius: 0, pores }, 1);
  for (const r of [0, gap, 1 - gap, 1]) expect(h(r, 0)).toBeLessThanOrEqual(gap / 4);
});

it("puts at least 24 elements around half a hole and resolves the outer surface", () => {
  const geometry = { radius: 1, voidRadius: 0.0625, pores: [{ radius: 0.025, r: 0.5, z: 0 }] };
  const h = sizeField(geometry, 1);
  expect((Math.PI * 0.0625) / h(0.0625, 0)).toBeGreaterThanOrEqual(24);
  expect((Math.PI * 0.025) / h(0.525, 0)).toBeGreaterThanOrEqual(24);
  expect(h(1, 0)).toBeLessThanOrEqual(0.04);
});

it("halves everywhere with twice the resolution", () => {
  fc.assert(
    fc.property(possibleGeometry, place, (geometry, [r, z]) => {
      const unit = normalised(geometry);
      expect(sizeField(unit, 2)(r, z)).toBe(sizeField(unit, 1)(r, z) / 2);
    })
  );
});

it("knows the distance to the nearest curve inside the solid", () => {
  const d = signedDistance({ radius: 8, voidRadius: 1, pores: [{ radius: 1, r: 4, z: 0 }] });
  expect(d(2.5, 0)).toBe(-0.5);
  expect(d(0.25, 4)).toBe(-0.25);
  expect(d(0, -7)).toBeCloseTo(0, 15);
  expect(d(7, 0)).toBe(-1);
  expect(d(0.5, 0)).toBe(0.5);
  expect(d(4, 0.25)).toBe(0.75);
  expect(d(0, 9)).toBe(1);
});
