import { describe, expect, test } from "vitest";
import { finiteEquilibrium } from "../../../src/science/mechanics/finite-newton.js";
import { cauchyAtPoints, surfaceSlopes } from "../../../src/science/mechanics/finite-stress.js";
import { freeSurface, stencilWidth } from "../../../src/science/mechanics/free-surface.js";
import { radialReference } from "../../../src/science/mechanics/radial-reference.js";
import { sphericalStress } from "../../../src/science/mechanics/stress.js";
import { mapElement, p2Points } from "../../../src/science/numerics/p2.js";
import { triangleDegree2 } from "../../../src/science/numerics/quadrature.js";
import { polarMesh } from "../../../src/science/numerics/structured-disk.js";
import { meshParticle } from "../../../src/science/particle/mesh.js";
import { bodyOf, growthAlong, laws, nodalCauchy } from "./finite-fixtures.js";
import { material, particle, radiusOf, respond, symmetryLines } from "./fixtures.js";

/** ΔV/V0 from 2 % to 20 % outwards, and from 20 % to nothing. */
const strong = [(r: number) => 0.02 + 0.18 * r * r, (r: number) => 0.2 - 0.2 * r * r];

const meshOf = (inner: number, resolution: number) =>
  meshParticle({ radius: 1, voidRadius: inner, pores: [] }, { resolution });

describe.each(laws)("%s, against the radial solution", (law) => {
  /** Largest deviations at the nodes, as a share of the largest hoop stress; at the void, of the one there. */
  function errors(inner: number, resolution: number, profile: (r: number) => number) {
    const mesh = meshOf(inner, resolution);
    const growth = growthAlong(mesh, profile);
    const { displacement } = finiteEquilibrium(bodyOf(mesh, law), growth);
    const { stress } = nodalCauchy(mesh, law, displacement, growth);
    const exact = radialReference({ inner, outer: 1, ...material, law }, profile, 64);
    const x = mesh.coordinates;
    let [hoop, radial, atVoid, most] = [0, 0, 0, 0];
    for (let i = 0; i < mesh.nodeCount; ++i) {
      const r = Math.min(1, Math.max(inner, radiusOf(mesh, i)));
      const expected = exact.hoop(r);
      const along = sphericalStress(
        x[2 * i],
        x[2 * i + 1],
        stress.radial[i],
        stress.axial[i],
        stress.shear[i]
      ).radial;
      hoop = Math.max(hoop, Math.abs(stress.hoop[i] - expected));
      radial = Math.max(radial, Math.abs(along - exact.radial(r)));
      most = Math.max(most, Math.abs(expected));
      if (r < inner * (1 + 1e-9)) atVoid = Math.max(atVoid, Math.abs(stress.hoop[i] / expected - 1));
    }
    return { hoop: hoop / most, radial: radial / most, atVoid };
  }

  test.each([0, 0.0625, 0.2])(
    "a void of radius %d, default mesh: within 0.3 %, at the void 0.2 %",
    (inner) => {
      for (const profile of strong) {
        const { hoop, radial, atVoid } = errors(inner, 1, profile);
        expect(hoop).toBeLessThan(0.003);
        expect(radial).toBeLessThan(0.003);
        expect(atVoid).toBeLessThan(0.002);
      }
    }
  );

  test.each([0, 0.0625, 0.2])("a void of radius %d, twice as fine: within 0.1 % everywhere", (inner) => {
    for (const profile of strong) {
      const { hoop, radial, atVoid } = errors(inner, 2, profile);
      expect(hoop).toBeLessThan(0.001);
      expect(radial).toBeLessThan(0.001);
      expect(atVoid).toBeLessThan(0.0005);
    }
  });

  test("straight from the elements: second order in space", () => {
    const points = p2Points(triangleDegree2);
    const exact = radialReference({ inner: 0.5, outer: 1, ...material, law }, strong[0], 48);
    const error = [6, 12, 24].map((n) => {
      const mesh = polarMesh(0.5, 1, n, 2 * n);
      const growth = growthAlong(mesh, strong[0]);
      const { displacement } = finiteEquilibrium(bodyOf(mesh, law), growth);
      const stress = cauchyAtPoints(mesh, triangleDegree2, { law, ...material }, displacement, growth);
      let sum = 0;
      for (let t = 0; t < mesh.triangleCount; ++t) {
        mapElement(points, mesh.coordinates, mesh.triangles, t);
        for (let q = 0; q < points.count; ++q) {
          const rho = Math.hypot(points.r[q], points.z[q]);
          sum += points.weight[q] * (stress.hoop[t * points.count + q] - exact.hoop(rho)) ** 2;
        }
      }
      return Math.sqrt(sum);
    });
    expect(Math.log2(error[0] / error[1])).toBeGreaterThan(1.9);
    expect(Math.log2(error[1] / error[2])).toBeGreaterThan(1.9);
  });

  test("with pores: no traction on the deformed surfaces, and the small-strain stress as the growth vanishes", () => {
    const pores = [
      { radius: 0.05, r: 0, z: 0.2 },
      { radius: 0.05, r: 0.25, z: 0 }
    ];
    const mesh = meshParticle({ radius: 1, voidRadius: 0.1, pores }, { resolution: 0.5 });
    const deviation = [0.2, 1e-4].map((size) => {
      const growth = growthAlong(mesh, (r) => size * r * r);
      const { displacement } = finiteEquilibrium(bodyOf(mesh, law), growth);
      const { stress, slopes } = nodalCauchy(mesh, law, displacement, growth);
      const most = Math.max(...stress.hoop.map(Math.abs));
      for (const i of slopes.nodes) {
        // a plane stress of rank one in the meridian plane
        const det = stress.radial[i] * stress.axial[i] - stress.shear[i] ** 2;
        expect(Math.abs(det)).toBeLessThan(1e-12 * most * most);
      }
      const small = respond(
        mesh,
        growth.map((v) => v / 3)
      ).stress;
      let worst = 0;
      for (const key of ["hoop", "radial", "axial", "shear"] as const) {
        stress[key].forEach((s, i) => (worst = Math.max(worst, Math.abs(s - small[key][i]))));
      }
      return worst / most;
    });
    expect(deviation[0]).toBeGreaterThan(0.01);
    expect(deviation[1]).toBeLessThan(5e-4);
  });
});

test.each([
  ["a quarter that ends on axis and equator", polarMesh(0.3, 1, 4, 8)],
  ["a particle's mesh", particle(0.25)]
])("slopes along the surfaces of %s", (_, mesh) => {
  const { nodes, stencil, slopeR, slopeZ, tangent } = surfaceSlopes(freeSurface(mesh, symmetryLines));
  const x = mesh.coordinates;
  // a radial displacement odd in r and even in z, an axial one the other way round: ∂/∂s of r and of z
  for (let s = 0; s < nodes.length; ++s) {
    let [byR, byZ] = [0, 0];
    for (let k = stencilWidth * s; k < stencilWidth * (s + 1); ++k) {
      byR += slopeR[k] * x[2 * stencil[k]];
      byZ += slopeZ[k] * x[2 * stencil[k] + 1];
    }
    expect(byR).toBeCloseTo(tangent[2 * s], 11);
    expect(byZ).toBeCloseTo(tangent[2 * s + 1], 11);
  }
});
