/**
 * Signed distance to the boundary of a particle's half-plane: d(r, z) = max(|x| − R, ρ₀ − |x|, ρₖ − |x − cₖ|, −r),
 * negative in the solid. Inside it is exact, outside a lower bound of the distance.
 */
import type { ParticleGeometry } from "./geometry.js";

/** Circles that are cut out of the particle, the void first where there is one; interleaved r, z, radius. */
export function cutCircles({ voidRadius, pores }: ParticleGeometry): Float64Array {
  const circles = pores.flatMap(({ r, z, radius }) => [r, z, radius]);
  return Float64Array.from(voidRadius > 0 ? [0, 0, voidRadius, ...circles] : circles);
}

/** @returns a function of (r, z) in the geometry's own unit of length */
export function signedDistance(geometry: ParticleGeometry): (r: number, z: number) => number {
  const { radius } = geometry;
  const circles = cutCircles(geometry);
  return (r, z) => {
    let d = Math.max(Math.sqrt(r * r + z * z) - radius, -r);
    for (let k = 0; k < circles.length; k += 3) {
      const dr = r - circles[k];
      const dz = z - circles[k + 1];
      d = Math.max(d, circles[k + 2] - Math.sqrt(dr * dr + dz * dz));
    }
    return d;
  };
}
