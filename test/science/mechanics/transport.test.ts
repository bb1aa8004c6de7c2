import { describe, expect, test } from "vitest";
import { compareField } from "../../../src/science/mechanics/compare.js";
import { assembleTransport, meanOver } from "../../../src/science/mechanics/transport.js";
import { multiply } from "../../../src/science/numerics/sparse.js";
import { polarMesh } from "../../../src/science/numerics/structured-disk.js";
import { diffuse, exactSphere, particle, radiusOf } from "./fixtures.js";

describe("matrices", () => {
  const mesh = polarMesh(0.2, 1, 6, 24, { half: true });
  const m = assembleTransport(mesh, 1);

  test("volume and area are those of the sphere", () => {
    expect(m.volume / ((2 * (1 - 0.008)) / 3)).toBeCloseTo(1, 5);
    expect(m.area / 2).toBeCloseTo(1, 5);
    expect(m.surface.reduce((a, b) => a + b)).toBeCloseTo(m.area, 13);
    expect(m.surfaceNodes.length).toBe(49);
  });

  test("a constant has no flux, and is its own mean", () => {
    const constant = new Float64Array(mesh.nodeCount).fill(3);
    expect(Math.max(...multiply(m.stiffness, constant).map(Math.abs))).toBeLessThan(1e-12);
    expect(meanOver(m, constant)).toBeCloseTo(3, 13);
  });

  test("a mesh without an outer surface is refused", () => {
    expect(() => assembleTransport(mesh, 77)).toThrow("missing outer surface");
  });
});

describe.each([0, 0.0625])("default mesh, void of radius %d", (inner) => {
  test("constant flux follows the exact series within 1e-3 of its range, Fo from 0.02 to 2", () => {
    const mesh = particle(inner);
    const sphere = exactSphere(inner);
    const times = [0.02, 0.05, 0.1, 0.3, 1, 2];
    diffuse(mesh, times, 3e-4).forEach((c, k) => {
      const exact = c.map((_, i) => sphere.concentration(radiusOf(mesh, i), times[k]));
      const range = Math.max(...exact) - Math.min(...exact);
      const worst = Math.max(...c.map((v, i) => Math.abs(v - exact[i])));
      expect(worst / range).toBeLessThan(5e-4);
    });
  });
});

test("third order in space", () => {
  const sphere = exactSphere(0.4);
  const errors = [5, 10, 20].map((n) => {
    const mesh = polarMesh(0.4, 1, n, 2 * n);
    const [c] = diffuse(mesh, [0.1], 1e-6);
    return compareField(mesh, c, (r, z) => sphere.concentration(Math.hypot(r, z), 0.1)).l2;
  });
  expect(Math.log2(errors[0] / errors[1])).toBeGreaterThan(2.8);
  expect(Math.log2(errors[1] / errors[2])).toBeGreaterThan(2.8);
});
