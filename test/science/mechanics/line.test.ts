import { expect, test } from "vitest";
import { bridgeAngle, bridgeRadius, readingLine } from "../../../src/science/mechanics/line.js";
import { sampleP2 } from "../../../src/science/numerics/mesh-locate.js";
import { meshParticle } from "../../../src/science/particle/mesh.js";

const equatorial = { radius: 1, voidRadius: 0.1, pores: [{ radius: 0.05, r: 0.2, z: 0 }] };
const none = { radius: 1, voidRadius: 0.1, pores: [] };

test("point A lies in the middle of the gap, or on the void where there is no pore", () => {
  expect(bridgeAngle(equatorial)).toBeCloseTo(Math.PI / 2, 12);
  expect(bridgeRadius(equatorial)).toBeCloseTo(0.125, 12);
  expect([bridgeAngle(none), bridgeRadius(none)]).toEqual([0, 0.1]);
});

test.each([equatorial, none])("samples every solid piece of the line, ends included", (geometry) => {
  const mesh = meshParticle(geometry, { resolution: 0.5 });
  const { radius, places, bridge } = readingLine(mesh, geometry);
  const rho = Float64Array.from({ length: mesh.nodeCount }, (_, i) =>
    Math.hypot(mesh.coordinates[2 * i], mesh.coordinates[2 * i + 1])
  );
  expect([...radius]).toEqual([...radius].sort((a, b) => a - b));
  expect([radius[0], radius[radius.length - 1]]).toEqual([0.1, 1]);
  const absent = places.filter((place) => place === null);
  expect(absent).toHaveLength(geometry.pores.length);
  places.forEach((place, i) => {
    if (place) expect(Math.abs(sampleP2(mesh, rho, place) - radius[i])).toBeLessThan(2e-3);
  });
  expect(Math.abs(sampleP2(mesh, rho, bridge.place) - bridgeRadius(geometry))).toBeLessThan(2e-3);
});
