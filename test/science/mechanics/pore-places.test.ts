import { describe, expect, it } from "vitest";
import { checkGeometry } from "../../../src/science/particle/geometry.js";
import { defaultStressParameters } from "../../../src/science/mechanics/parameters.js";
import { dischargeArranged, largestOf } from "../../../src/science/mechanics/pore-arrangement-runs.js";
import {
  arrangedGeometry,
  poreArrangements,
  porosity
} from "../../../src/science/mechanics/pore-arrangements.js";
import { shapedGeometry, shapeStress } from "../../../src/science/mechanics/pore-shapes.js";
import { geometryOf, simulate } from "../../../src/science/mechanics/simulate.js";

const base = { ...defaultStressParameters(), rate: 10 };
const gap = 0.2e-6;

describe("pores placed at will", () => {
  it("are what simulate takes: the default's pores as a geometry give the default's stress", async () => {
    const options = {
      frames: [0.1],
      programme: [{ phase: "discharge" as const, until: 0.1 }],
      resolution: 0.5
    };
    const named = await simulate(base, options);
    const placed = await simulate(base, { ...options, geometry: geometryOf(base) });
    expect(Array.from(placed.bridge.hoop)).toEqual(Array.from(named.bridge.hoop));
    const other = await simulate(base, {
      ...options,
      geometry: { ...geometryOf(base), pores: [{ radius: 0.2e-6, r: 0, z: 1.5e-6 }] }
    });
    expect(other.bridge.z).toBeCloseTo(0.9e-6, 9);
    expect(other.geometry.pores).toHaveLength(1);
  }, 60_000);

  it("are refused where they overlap", async () => {
    const pores = [{ radius: 0.2e-6, r: 0, z: 0.6e-6 }];
    await expect(simulate(base, { geometry: { radius: 8e-6, voidRadius: 0.5e-6, pores } })).rejects.toThrow(
      "overlaps the void"
    );
  });
});

describe("a ball and a ring", () => {
  it("differ: the ring has the lower hoop stress and the larger tension in the meridian plane", async () => {
    const ball = await shapeStress(base, "sphere", gap, 0.7);
    const ring = await shapeStress(base, "torus", gap, 0.7);
    // on the axis the two tangential directions are alike
    expect(Math.abs(ball.meridian / ball.hoop - 1)).toBeLessThan(1e-6);
    expect(ring.hoop).toBeLessThan(0.9 * ball.hoop);
    expect(ring.largest).toBeGreaterThan(1.3 * ball.largest);
  }, 60_000);

  it("is changed by a second ball on the other side by less than 1 %", async () => {
    const one = await shapeStress(base, "sphere", gap);
    const two = await shapeStress(base, "two spheres", gap);
    expect(Math.abs(two.hoop / one.hoop - 1)).toBeLessThan(0.01);
    expect(shapedGeometry(base, "none", gap).pores).toEqual([]);
  }, 60_000);
});

describe("arrangements of pores", () => {
  it("can all be meshed, keep the first bridge, and differ in porosity as their names say", () => {
    for (const name of poreArrangements) {
      const geometry = arrangedGeometry(base, name);
      expect(() => checkGeometry(geometry)).not.toThrow();
      const [first] = geometry.pores;
      expect([first.r, first.radius]).toEqual([0, 0.2e-6]);
      expect(first.z).toBeCloseTo(0.9e-6, 12);
    }
    const [none, equal, outwards, inwards] = poreArrangements.map((name) =>
      porosity(arrangedGeometry(base, name))
    );
    expect(none).toBeLessThan(inwards);
    expect(inwards).toBeLessThan(equal);
    expect(equal).toBeLessThan(outwards);
  });

  it("leave the bridge's stress nearly as it is", async () => {
    const [without, graded] = await Promise.all(
      (["default", "outwards"] as const).map((name) => dischargeArranged(base, name, [0.2], 0.7))
    );
    const ratio = graded.bridge.hoop[1] / without.bridge.hoop[1];
    expect(ratio).toBeGreaterThan(0.94);
    expect(ratio).toBeLessThan(1);
    const largest = largestOf(graded, 1, "hoopStress");
    expect(largest.value).toBeGreaterThan(graded.bridge.hoop[1]);
    expect(Math.hypot(largest.r, largest.z)).toBeLessThan(1.2e-6);
  }, 60_000);
});
