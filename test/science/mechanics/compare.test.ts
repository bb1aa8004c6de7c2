import { expect, test } from "vitest";
import { compareField, compareNodalStress } from "../../../src/science/mechanics/compare.js";
import { stressFields } from "../../../src/science/mechanics/stress.js";
import { polarMesh } from "../../../src/science/numerics/structured-disk.js";

const mesh = polarMesh(0.3, 1, 4, 8);

test("errors are relative to the exact field, in the L2 norm and at most", () => {
  const field = new Float64Array(mesh.nodeCount).fill(4.2);
  const error = compareField(mesh, field, () => 4);
  expect(error.l2).toBeCloseTo(0.05, 12);
  expect(error.max).toBeCloseTo(0.05, 12);
});

test("the L2 norm weighs by volume: a difference near the axis counts for less", () => {
  const x = mesh.coordinates;
  const near = Float64Array.from({ length: mesh.nodeCount }, (_, i) => 1 + (x[2 * i] < 0.3 ? 0.1 : 0));
  const far = Float64Array.from({ length: mesh.nodeCount }, (_, i) => 1 + (x[2 * i] > 0.7 ? 0.1 : 0));
  expect(compareField(mesh, near, () => 1).l2).toBeLessThan(compareField(mesh, far, () => 1).l2);
});

test("nodal stress: errors in the sphere's frame, as shares of the largest exact hoop stress", () => {
  const stress = stressFields(mesh.nodeCount);
  stress.radial.fill(3);
  stress.axial.fill(3);
  stress.hoop.fill(5);
  const error = compareNodalStress(mesh, stress, () => ({ radial: 2, hoop: 4 }));
  for (const share of [error.radial, error.hoop, error.innermostHoop]) expect(share).toBeCloseTo(0.25, 12);
});
