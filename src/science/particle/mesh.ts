/**
 * Mesh of a particle in the (r, z) half-plane: DistMesh on a size field that is graded towards voids, bridges and
 * the outer surface, then six-node triangles whose boundary edges follow the circles.
 */
import { boundaryPoints, pointOn } from "../numerics/boundary-points.js";
import type { Curve } from "../numerics/boundary-points.js";
import { relax } from "../numerics/distmesh.js";
import { frontPoints } from "../numerics/front-points.js";
import { repair } from "../numerics/mesh-repair.js";
import { quadraticMesh } from "../numerics/quadratic-mesh.js";
import type { TriangleMesh } from "../numerics/triangle-mesh.js";
import type { TaskOptions } from "../task.js";
import { boundary, checkGeometry } from "./geometry.js";
import type { ParticleGeometry } from "./geometry.js";
import { signedDistance } from "./signed-distance.js";
import { sizeField } from "./size-field.js";

export interface MeshOptions extends TaskOptions {
  /** 1 is the default mesh of about 1,400 corners, 2 halves every edge */
  resolution?: number;
}

/** Most corners at resolution 1: a geometry that needs more is refused rather than left to run for minutes. */
const mostVertices = 30_000;

/**
 * @param geometry in metres
 * @returns nodes in metres; tags as in `boundary`
 * @throws RangeError where the geometry cannot be, or where no mesh with angles of 20° and more was found
 */
export function meshParticle(geometry: ParticleGeometry, options: MeshOptions = {}): TriangleMesh {
  const { resolution = 1, signal, onProgress } = options;
  if (!(resolution >= 0.25 && resolution <= 16)) {
    throw new RangeError(`invalid resolution: ${resolution}; must be between 0.25 and 16`);
  }
  checkGeometry(geometry);
  const unit = inUnitsOf(geometry.radius, geometry);
  const distance = signedDistance(unit);
  const size = sizeField(unit, resolution);
  const curves = boundaryCurves(unit);

  const { points, segments, curveOf, fractions } = boundaryPoints(curves, size, 1e-9);
  const boundaryCount = points.length / 2;
  const limit = mostVertices * Math.max(1, resolution ** 2);
  const first = frontPoints(points, segments, distance, size, limit);
  const relaxed = relax(first, boundaryCount, distance, size, {
    signal,
    onProgress: onProgress && ((fraction, what) => onProgress(0.1 + 0.8 * fraction, what))
  });
  const mesh = repair(relaxed, boundaryCount, segments, distance, { signal });
  const result = quadraticMesh(mesh.points, mesh.triangles, {
    segments,
    tags: curveOf.map((i) => curves[i].tag),
    middle: (s) => pointOn(curves[curveOf[s]], fractions[s])
  });
  for (let i = 0; i < result.coordinates.length; ++i) result.coordinates[i] *= geometry.radius;
  onProgress?.(1, "mesh done");
  return result;
}

function inUnitsOf(length: number, { radius, voidRadius, pores }: ParticleGeometry): ParticleGeometry {
  return {
    radius: radius / length,
    voidRadius: voidRadius / length,
    pores: pores.map((pore) => ({ radius: pore.radius / length, r: pore.r / length, z: pore.z / length }))
  };
}

/** The outer surface counter-clockwise, holes clockwise, the axis downwards between them: the solid is always to the left. */
export function boundaryCurves({ radius, voidRadius, pores }: ParticleGeometry): Curve[] {
  const quarter = Math.PI / 2;
  const curves: Curve[] = [
    {
      kind: "arc",
      tag: boundary.outer,
      leastSegments: 16,
      centre: [0, 0],
      radius,
      from: -quarter,
      to: quarter
    }
  ];
  const holes = pores.map((pore, k) => ({ ...pore, tag: boundary.pore + k }));
  if (voidRadius > 0) holes.unshift({ radius: voidRadius, r: 0, z: 0, tag: boundary.void });
  for (const { radius, r, z, tag } of holes) {
    const [from, to] = r === 0 ? [quarter, -quarter] : [quarter, -3 * quarter];
    curves.push({ kind: "arc", tag, leastSegments: r === 0 ? 6 : 12, centre: [r, z], radius, from, to });
  }
  let top = radius;
  for (const hole of holes.filter(({ r }) => r === 0).sort((a, b) => b.z - a.z)) {
    curves.push(axisPiece(top, hole.z + hole.radius));
    top = hole.z - hole.radius;
  }
  curves.push(axisPiece(top, -radius));
  return curves;
}

function axisPiece(from: number, to: number): Curve {
  return { kind: "line", tag: boundary.axis, leastSegments: 2, from: [0, from], to: [0, to] };
}
