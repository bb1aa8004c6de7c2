/** Where pores lie around the central void: the study gives their size only, so number, gap and places are ours. */
import type { Pore } from "./geometry.js";

/** Equal pores around the void; lengths in metres. */
export interface PoreArrangement {
  count: number;
  /** between the void's surface and each pore's */
  gap: number;
  radius: number;
  /** polar angle, rad, by which the outermost pores stand off the poles, and a single pore off the equator; default 0 */
  tilt?: number;
}

/**
 * One pore lies at the equator (a torus), two at the poles (spheres), three and more at even polar angles from pole
 * to pole.
 * @param voidRadius metres, 0 without a void
 * @throws RangeError where the count is no whole number from 0 to 64
 */
export function arrangePores(voidRadius: number, { count, gap, radius, tilt = 0 }: PoreArrangement): Pore[] {
  if (!Number.isInteger(count) || count < 0 || count > 64) {
    throw new RangeError(`invalid pore count: ${count}; must be a whole number from 0 to 64`);
  }
  if (!(tilt >= 0 && tilt <= Math.PI / 2)) {
    throw new RangeError(`invalid tilt of the pores: ${tilt} rad; must be from 0 to π/2`);
  }
  const distance = voidRadius + gap + radius;
  const t = tilt / Math.PI;
  if (count === 1) return [poreAt(distance, 0.5 - t, radius)];
  return Array.from({ length: count }, (_, k) =>
    poreAt(distance, t + (k / (count - 1)) * (1 - 2 * t), radius)
  );
}

/** Pore at the fraction t of the way from the upper pole to the lower one; r is exactly 0 at the poles, z at the equator. */
function poreAt(distance: number, t: number, radius: number): Pore {
  if (t === 0) return { radius, r: 0, z: distance };
  if (t === 1) return { radius, r: 0, z: -distance };
  if (t === 0.5) return { radius, r: distance, z: 0 };
  return { radius, r: distance * Math.sin(Math.PI * t), z: distance * Math.cos(Math.PI * t) };
}

/** Shells of pores between the void and the outer surface, for particles whose porosity varies with depth. */
export interface PoreGradation {
  /** distance of each shell's pore centres from the particle's centre, metres */
  distances: number[];
  /** radius of the pores at a distance, metres */
  radius: (distance: number) => number;
  /** number of pores in a shell, in the half-plane */
  count: (distance: number) => number;
}

/** Pores whose radius and number vary with the distance from the centre; shells of one pore lie at the equator. */
export function gradedPores({ distances, radius, count }: PoreGradation): Pore[] {
  return distances.flatMap((distance) => {
    const size = radius(distance);
    return arrangePores(0, { count: count(distance), gap: distance - size, radius: size });
  });
}
