/** Random particles that can be, for property tests. */
import fc from "fast-check";
import { checkGeometry } from "../../../src/science/particle/geometry.js";
import type { ParticleGeometry } from "../../../src/science/particle/geometry.js";
import { arrangePores } from "../../../src/science/particle/pores.js";

export function isPossible(geometry: ParticleGeometry): boolean {
  try {
    checkGeometry(geometry);
    return true;
  } catch {
    return false;
  }
}

/** Even on a logarithmic scale, in metres for micrometres. */
const length = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map((x) => Math.exp(x) * 1e-6);

/** Pores around a void, as the pages arrange them. */
const arranged = fc
  .record({
    radius: length(2, 20),
    voidRadius: fc.oneof(fc.constant(0), length(0.05, 4)),
    count: fc.integer({ min: 0, max: 5 }),
    gap: length(0.02, 2),
    poreRadius: length(0.05, 2)
  })
  .map(({ radius, voidRadius, count, gap, poreRadius }) => ({
    radius,
    voidRadius,
    pores: arrangePores(voidRadius, { count, gap, radius: poreRadius })
  }));

/** Up to four pores anywhere; those that do not fit are left out. */
const scattered = fc
  .record({
    voidRadius: fc.oneof(fc.constant(0), length(0.05, 4)),
    candidates: fc.array(
      fc.record({
        radius: length(0.05, 2),
        r: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 8e-6, noNaN: true })),
        z: fc.double({ min: -8e-6, max: 8e-6, noNaN: true })
      }),
      { maxLength: 4 }
    )
  })
  .map(({ voidRadius, candidates }) => {
    const geometry: ParticleGeometry = { radius: 8e-6, voidRadius, pores: [] };
    for (const pore of candidates) {
      const more = { ...geometry, pores: [...geometry.pores, pore] };
      if (isPossible(more)) geometry.pores = more.pores;
    }
    return geometry;
  });

export const possibleGeometry = fc.oneof(arranged, scattered).filter(isPossible);
