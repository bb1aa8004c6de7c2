import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meshQuality } from "../../../src/science/numerics/mesh-quality.js";
import type { TriangleMesh } from "../../../src/science/numerics/triangle-mesh.js";
import { boundary, solidVolume } from "../../../src/science/particle/geometry.js";
import type { ParticleGeometry } from "../../../src/science/particle/geometry.js";
import { meshParticle } from "../../../src/science/particle/mesh.js";
import { arrangePores } from "../../../src/science/particle/pores.js";
import { possibleGeometry } from "./geometries.js";

const um = 1e-6;
const standard: ParticleGeometry = {
  radius: 8 * um,
  voidRadius: 0.5 * um,
  pores: arrangePores(0.5 * um, { count: 2, gap: 0.2 * um, radius: 0.2 * um })
};

/** How far from its boundary curve the worst node of a boundary edge is, in particle radii. */
function worstOffset({ radius, voidRadius, pores }: ParticleGeometry, mesh: TriangleMesh): number {
  let worst = 0;
  for (let e = 0; e < mesh.boundaryEdgeCount; ++e) {
    const tag = mesh.boundaryTags[e];
    for (const k of mesh.boundaryEdges.subarray(3 * e, 3 * e + 3)) {
      const [r, z] = mesh.coordinates.subarray(2 * k, 2 * k + 2);
      const pore = pores[tag - boundary.pore];
      let offset = Math.abs(r);
      if (tag === boundary.outer) offset = Math.abs(Math.hypot(r, z) - radius);
      if (tag === boundary.void) offset = Math.abs(Math.hypot(r, z) - voidRadius);
      if (pore) offset = Math.abs(Math.hypot(r - pore.r, z - pore.z) - pore.radius);
      worst = Math.max(worst, offset / radius);
    }
  }
  return worst;
}

/** Number of closed loops that the boundary's edges make; throws where they do not close. */
function loopCount({ boundaryEdges, boundaryEdgeCount }: TriangleMesh): number {
  const next = new Map<number, number>();
  for (let e = 0; e < boundaryEdgeCount; ++e) next.set(boundaryEdges[3 * e], boundaryEdges[3 * e + 1]);
  expect(next.size).toBe(boundaryEdgeCount);
  let loops = 0;
  for (const start of next.keys()) {
    if (!next.has(start)) continue;
    ++loops;
    for (let at: number | undefined = start; at !== undefined && next.has(at);) {
      const after = next.get(at);
      next.delete(at);
      at = after;
    }
  }
  return loops;
}

function countTags(mesh: TriangleMesh): Map<number, number> {
  const counts = new Map<number, number>();
  for (const tag of mesh.boundaryTags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}

/** ∮ r²/2 dz along the quadratic boundary edges, times 2π: positive only where the solid is to the left. */
function volumeInside({ boundaryEdges, boundaryEdgeCount, coordinates }: TriangleMesh): number {
  let volume = 0;
  for (let e = 0; e < boundaryEdgeCount; ++e) {
    const [a, b, m] = boundaryEdges.subarray(3 * e, 3 * e + 3);
    for (const [t, weight] of [
      [0.5 - Math.sqrt(0.15), 5 / 18],
      [0.5, 8 / 18],
      [0.5 + Math.sqrt(0.15), 5 / 18]
    ]) {
      const r =
        coordinates[2 * a] * (1 - t) * (1 - 2 * t) +
        coordinates[2 * b] * t * (2 * t - 1) +
        coordinates[2 * m] * 4 * t * (1 - t);
      const dz =
        coordinates[2 * a + 1] * (4 * t - 3) +
        coordinates[2 * b + 1] * (4 * t - 1) +
        coordinates[2 * m + 1] * (4 - 8 * t);
      volume += Math.PI * weight * r * r * dz;
    }
  }
  return volume;
}

describe("the mesh of any particle that can be", () => {
  it("is valid: angles, Jacobians, volume, boundary and topology", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(possibleGeometry, fc.constantFrom(0.5, 1), (geometry, resolution) => {
        const mesh = meshParticle(geometry, { resolution });
        const quality = meshQuality(mesh);
        expect(quality.smallestAngle).toBeGreaterThanOrEqual(20);
        expect(quality.leastJacobian).toBeGreaterThan(0.3);
        expect(Math.abs(quality.volume / solidVolume(geometry) - 1)).toBeLessThan(3e-5);
        expect(Math.abs(volumeInside(mesh) / quality.volume - 1)).toBeLessThan(1e-9);
        expect(worstOffset(geometry, mesh)).toBeLessThan(1e-12);

        // a disk with as many holes as there are rings: V − E + T = 1 − holes, and one loop more than holes
        const rings = geometry.pores.filter(({ r }) => r > 0).length;
        const edgeCount = mesh.nodeCount - mesh.vertexCount;
        expect(mesh.vertexCount - edgeCount + mesh.triangleCount).toBe(1 - rings);
        expect(loopCount(mesh)).toBe(1 + rings);

        const tags = countTags(mesh);
        expect(tags.size).toBe(2 + (geometry.voidRadius > 0 ? 1 : 0) + geometry.pores.length);
        geometry.pores.forEach((_, k) => expect(tags.get(boundary.pore + k)).toBeGreaterThanOrEqual(6));
        expect(new Set(mesh.triangles).size).toBe(mesh.nodeCount);
      }),
      { numRuns: 60 }
    );
  });
});

describe("the default mesh", () => {
  const mesh = meshParticle(standard);

  it("has the size that a page can afford", () => {
    expect(mesh.vertexCount).toBeGreaterThan(1100);
    expect(mesh.vertexCount).toBeLessThan(1700);
  });

  it("has at least four elements across the bridges and 24 around half a hole", () => {
    let upper = 0;
    let lower = 0;
    for (let e = 0; e < mesh.boundaryEdgeCount; ++e) {
      const z = mesh.coordinates[2 * mesh.boundaryEdges[3 * e + 2] + 1] / um;
      if (mesh.boundaryTags[e] !== boundary.axis) continue;
      if (z > 0.5 && z < 0.7) ++upper;
      if (z < -0.5 && z > -0.7) ++lower;
    }
    expect(upper).toBeGreaterThanOrEqual(4);
    expect(lower).toBe(upper);
    const tags = countTags(mesh);
    for (const tag of [boundary.void, boundary.pore, boundary.pore + 1]) {
      expect(tags.get(tag)).toBeGreaterThanOrEqual(24);
    }
    expect(tags.get(boundary.pore)).toBe(tags.get(boundary.pore + 1));
  });

  it("is about as fine above the equator as below", () => {
    let above = 0;
    for (let k = 0; k < mesh.vertexCount; ++k) above += mesh.coordinates[2 * k + 1] > 0 ? 1 : 0;
    expect(above / mesh.vertexCount).toBeCloseTo(0.5, 1);
  });

  it("holds the corners of the domain and puts nodes of the axis exactly on it", () => {
    const corners = [8, 0.9 + 0.2, 0.9 - 0.2, 0.5].flatMap((z) => [z, -z]);
    for (const z of corners) {
      let nearest = Infinity;
      for (let k = 0; k < mesh.vertexCount; ++k) {
        nearest = Math.min(
          nearest,
          Math.hypot(mesh.coordinates[2 * k], mesh.coordinates[2 * k + 1] - z * um)
        );
      }
      expect(nearest).toBeLessThan(1e-12 * um);
    }
    for (let e = 0; e < mesh.boundaryEdgeCount; ++e) {
      if (mesh.boundaryTags[e] !== boundary.axis) continue;
      for (const k of mesh.boundaryEdges.subarray(3 * e, 3 * e + 3)) expect(mesh.coordinates[2 * k]).toBe(0);
    }
  });

  it("is the same, byte for byte, each time", () => {
    expect(meshParticle(standard)).toEqual(mesh);
  });

  it("has four times as many corners at twice the resolution, and a sixteenth of the error in volume", () => {
    const fine = meshParticle(standard, { resolution: 2 });
    expect(fine.vertexCount / mesh.vertexCount).toBeGreaterThan(3.5);
    expect(fine.vertexCount / mesh.vertexCount).toBeLessThan(4.5);
    const error = (m: TriangleMesh) => Math.abs(meshQuality(m).volume / solidVolume(standard) - 1);
    expect(error(mesh)).toBeLessThan(1e-7);
    expect(Math.log2(error(mesh) / error(fine))).toBeCloseTo(4, 0);
  });
});

describe("meshParticle refuses", () => {
  it("a geometry that cannot be, in the words of the check", () => {
    expect(() => meshParticle({ ...standard, voidRadius: 9 * um })).toThrow(
      "invalid void radius: 9 µm; must be smaller than the particle radius (8 µm)"
    );
  });

  it("a resolution out of range", () => {
    for (const resolution of [0, NaN, 100]) {
      expect(() => meshParticle(standard, { resolution })).toThrow(
        `invalid resolution: ${resolution}; must be between 0.25 and 16`
      );
    }
  });

  it("a geometry that needs too many elements", () => {
    const pores = [{ radius: 7.95 * um, r: 0, z: 0.02 * um }];
    expect(() => meshParticle({ radius: 8 * um, voidRadius: 0, pores })).toThrow(
      "unsupported mesh: it needs more than"
    );
  });

  it("to go on when it is told to stop", () => {
    expect(() => meshParticle(standard, { signal: AbortSignal.abort() })).toThrow(/abort/i);
  });
});

it("reports its progress from 0 to 1", () => {
  const seen: number[] = [];
  meshParticle(standard, { resolution: 0.5, onProgress: (fraction) => seen.push(fraction) });
  expect(seen.at(-1)).toBe(1);
  expect([...seen].sort((a, b) => a - b)).toEqual(seen);
});
