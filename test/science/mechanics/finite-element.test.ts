import { describe, expect, test } from "vitest";
import { assembleElasticity } from "../../../src/science/mechanics/elasticity.js";
import {
  assembleResidual,
  assembleTangent,
  pointStretches
} from "../../../src/science/mechanics/finite-element.js";
import { polarMesh } from "../../../src/science/numerics/structured-disk.js";
import { material as solid } from "./fixtures.js";
import { bodyOf, growthAlong, laws } from "./finite-fixtures.js";

const mesh = polarMesh(0.3, 1, 2, 3);
const size = 2 * mesh.nodeCount;

/** A displacement that stretches and shears each element by some 10 %, zero on the axis. */
const displacement = mesh.coordinates.map((x, k) => {
  const [r, z] = [mesh.coordinates[k - (k % 2)], mesh.coordinates[k + 1 - (k % 2)]];
  return k % 2 ? 0.08 * z + 0.05 * r * r + 0.02 * Math.sin(5 * r) : 0.1 * x + 0.06 * r * z - 0.03 * r * z * z;
});

describe.each(laws)("%s", (law) => {
  const model = bodyOf(mesh, law);
  const { tables, material, slots, tangent } = model;
  const stretch = pointStretches(
    tables,
    mesh,
    growthAlong(mesh, (r) => 0.05 + 0.2 * r * r)
  );
  const residualAt = (u: Float64Array) => {
    const out = new Float64Array(size);
    expect(assembleResidual(tables, mesh, material, stretch, u, out)).toBe(-1);
    return out;
  };
  const dense = () => {
    const A = new Float64Array(size * size);
    for (let i = 0; i < size; ++i) {
      for (let k = tangent.rowStart[i]; k < tangent.rowStart[i + 1]; ++k) {
        A[i * size + tangent.columns[k]] = tangent.values[k];
      }
    }
    return A;
  };

  test("the tangent is the derivative of the residual, and symmetric", () => {
    assembleTangent(tables, mesh, material, stretch, displacement, slots, tangent.values);
    const A = dense();
    const most = A.reduce((m, v) => Math.max(m, Math.abs(v)), 0);
    const h = 1e-6;
    for (let j = 0; j < size; ++j) {
      const [above, below] = [displacement.slice(), displacement.slice()];
      above[j] += h;
      below[j] -= h;
      const [f, g] = [residualAt(above), residualAt(below)];
      for (let i = 0; i < size; ++i) {
        expect(Math.abs(A[i * size + j] - (f[i] - g[i]) / (2 * h))).toBeLessThan(1e-8 * most);
        expect(Math.abs(A[i * size + j] - A[j * size + i])).toBeLessThan(1e-14 * most);
      }
    }
  });

  test("without growth and displacement it is the small-strain stiffness", () => {
    const ones = stretch.map(() => 1);
    assembleTangent(tables, mesh, material, ones, new Float64Array(size), slots, tangent.values);
    const small = assembleElasticity(mesh, solid.poissonRatio).stiffness.values;
    const most = Math.max(...small.map(Math.abs));
    small.forEach((v, k) => expect(Math.abs(tangent.values[k] - v)).toBeLessThan(1e-14 * most));
  });

  test("a shift along the axis leaves no force, and meets no resistance", () => {
    const shifted = displacement.map((u, k) => u + (k % 2 ? 0.37 : 0));
    const [before, after] = [residualAt(displacement), residualAt(shifted)];
    const scale = Math.max(...before.map(Math.abs));
    for (let i = 0; i < size; ++i) expect(Math.abs(before[i] - after[i])).toBeLessThan(1e-12 * scale);
    assembleTangent(tables, mesh, material, stretch, displacement, slots, tangent.values);
    const A = dense();
    for (let i = 0; i < size; ++i) {
      let sum = 0;
      for (let j = 1; j < size; j += 2) sum += A[i * size + j];
      expect(Math.abs(sum)).toBeLessThan(1e-12);
    }
    // no net axial force, whatever the displacement
    expect(Math.abs(before.reduce((sum, f, k) => sum + (k % 2 ? f : 0), 0))).toBeLessThan(1e-13);
  });

  test("names the element that is turned inside out", () => {
    const turned = mesh.coordinates.map((x, k) => (k % 2 ? -2 * x : 0));
    expect(assembleResidual(tables, mesh, material, stretch, turned, new Float64Array(size))).toBe(0);
  });
});
