// Where the stress is read: point A in the bridge between the central void and the first pore, and the radial line
// through it from the void's surface to the outer surface.

import type { Location } from "../numerics/mesh-locate.js";
import { makeLocator } from "../numerics/mesh-locate.js";
import type { TriangleMesh } from "../numerics/triangle-mesh.js";
import type { ParticleGeometry } from "../particle/geometry.js";

/** Lengths in the unit of the geometry. */
export interface ReadingLine {
  /** polar angle from the axis, rad */
  polarAngle: number;
  /** distances from the centre, ascending, ends of every solid piece included */
  radius: Float64Array;
  /** place in the mesh of each; null within a pore */
  places: (Location | null)[];
  bridge: { r: number; z: number; place: Location };
}

/** Polar angle of the first pore; 0 (the pole) where there is none. */
export function bridgeAngle({ pores }: ParticleGeometry): number {
  return pores.length ? Math.atan2(pores[0].r, pores[0].z) : 0;
}

/** Distance of point A from the centre: the middle of the gap, or the void's surface where there is no pore. */
export function bridgeRadius({ voidRadius, pores }: ParticleGeometry): number {
  if (!pores.length) return voidRadius;
  return 0.5 * (voidRadius + Math.hypot(pores[0].r, pores[0].z) - pores[0].radius);
}

/** Pieces of the line at a polar angle that lie in the solid. */
function solidPieces({ radius, voidRadius, pores }: ParticleGeometry, angle: number): [number, number][] {
  const [s, c] = [Math.sin(angle), Math.cos(angle)];
  const cuts = pores
    .map((pore) => {
      const along = pore.r * s + pore.z * c;
      const across = pore.r * c - pore.z * s;
      return { along, half: Math.sqrt(Math.max(0, pore.radius ** 2 - across ** 2)) };
    })
    .filter(({ along, half }) => half > 0 && along > 0)
    .sort((a, b) => a.along - b.along);
  const pieces: [number, number][] = [];
  let from = voidRadius;
  for (const { along, half } of cuts) {
    pieces.push([from, along - half]);
    from = along + half;
  }
  pieces.push([from, radius]);
  return pieces;
}

/** @param pointsPerPiece points on each piece between two surfaces; they lie closer at its inner end */
export function readingLine(
  mesh: TriangleMesh,
  geometry: ParticleGeometry,
  pointsPerPiece = 61
): ReadingLine {
  const locate = makeLocator(mesh);
  const angle = bridgeAngle(geometry);
  const [s, c] = [Math.sin(angle), Math.cos(angle)];
  // on a surface the mesh's parabolas leave the circle by a hair, so a point just inside stands for it
  const inwards = (rho: number, middle: number): Location | null => {
    for (const nudge of [0, 1e-6, 1e-5, 1e-4, 1e-3]) {
      const moved = rho + nudge * (middle - rho);
      const place = locate(s < 1e-12 ? 0 : moved * s, Math.abs(c) < 1e-12 ? 0 : moved * c);
      if (place) return place;
    }
    return null;
  };
  const radius: number[] = [];
  const places: (Location | null)[] = [];
  solidPieces(geometry, angle).forEach(([from, to], k) => {
    if (k > 0) {
      radius.push(0.5 * (radius[radius.length - 1] + from));
      places.push(null);
    }
    const count = to - from < 0.1 * geometry.radius ? Math.ceil(pointsPerPiece / 3) : 2 * pointsPerPiece;
    for (let i = 0; i < count; ++i) {
      const u = i / (count - 1);
      const rho = from + (to - from) * (count > pointsPerPiece ? u * (0.2 + 0.8 * u) : u);
      radius.push(rho);
      places.push(inwards(rho, 0.5 * (from + to)));
    }
  });
  const rho = bridgeRadius(geometry);
  const place = inwards(rho, geometry.pores.length ? rho : 0.5 * (rho + geometry.radius));
  if (!place)
    throw new Error("missing bridge point: the mesh does not hold it; use the mesh of the same geometry");
  return {
    polarAngle: angle,
    radius: Float64Array.from(radius),
    places,
    bridge: { r: rho * s, z: rho * c, place }
  };
}
