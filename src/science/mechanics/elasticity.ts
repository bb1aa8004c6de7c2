// Linear elasticity with an eigenstrain in axisymmetric P2 elements, measure r dr dz:
//   ∫ ε(v):C:(ε(u) − e I) = 0,  ε = (∂u_r/∂r, u_r/r, ∂u_z/∂z, ½(∂u_r/∂z + ∂u_z/∂r)),  C isotropic,
// so A u = G e with A_ab = ∫ Bᵀ C B and G_ab = E/(1 − 2ν) ∫ (∂N_a/∂r + N_a/r, ∂N_a/∂z) N_b.
// All surfaces are free; u_r = 0 on the axis, and one node holds the body in z. A and G are made for E = 1: the
// displacement does not depend on E, and the stress is proportional to it.

import { mapElement, p2Points } from "../numerics/p2.js";
import { analysePattern, factorise, solve, type LdltFactor } from "../numerics/ldlt.js";
import { nestedDissection } from "../numerics/ordering.js";
import { elementSlots, symmetricPattern } from "../numerics/pattern.js";
import { triangleDegree5 } from "../numerics/quadrature.js";
import { multiply, type SparseMatrix } from "../numerics/sparse.js";
import type { TriangleMesh } from "../numerics/triangle-mesh.js";
import { lame } from "../material/elasticity.js";

export interface ElasticSystem {
  poissonRatio: number;
  factor: LdltFactor;
  /** A before its constraints, for E = 1; dof 2·node + (0: r, 1: z) */
  stiffness: SparseMatrix;
  /** G for E = 1: 2·nodeCount rows, one column a node */
  coupling: SparseMatrix;
  /** dofs held at zero */
  held: Int32Array;
}

/** Dofs held at zero: u_r on the axis; u_z on a plane z = 0 that bounds the mesh, else at one node. */
export function heldDofs(mesh: TriangleMesh): Int32Array {
  const { nodeCount, coordinates: x } = mesh;
  let size = 0;
  let lowest = Infinity;
  for (let i = 0; i < nodeCount; ++i) {
    size = Math.max(size, Math.abs(x[2 * i]), Math.abs(x[2 * i + 1]));
    lowest = Math.min(lowest, x[2 * i + 1]);
  }
  const tiny = 1e-10 * size;
  const half = lowest > -tiny;
  const held: number[] = [];
  let anchor = -1;
  for (let i = 0; i < nodeCount; ++i) {
    if (Math.abs(x[2 * i]) < tiny) {
      held.push(2 * i);
      if (anchor < 0 || Math.abs(x[2 * i + 1]) < Math.abs(x[2 * anchor + 1])) anchor = i;
    }
    if (half && Math.abs(x[2 * i + 1]) < tiny) held.push(2 * i + 1);
  }
  if (!half) held.push(2 * Math.max(anchor, 0) + 1);
  return Int32Array.from(held).sort();
}

/** @param nodeOrder order of elimination of the nodes, order[new] = old, where one is known already */
export function assembleElasticity(
  mesh: TriangleMesh,
  poissonRatio: number,
  nodeOrder?: Int32Array
): ElasticSystem {
  const { nodeCount, triangles, triangleCount, coordinates } = mesh;
  const { lambda, mu } = lame(1, poissonRatio);
  const whole = lambda + 2 * mu;
  const stiffness = symmetricPattern(nodeCount, triangles, 6, 2);
  const slots = elementSlots(stiffness, triangles, 6, 2);
  const { coupling, slots: couplingSlots } = couplingPattern(nodeCount, triangles);
  const swelling = 3 * lambda + 2 * mu;
  const points = p2Points(triangleDegree5);
  const { count, n, nR, nZ, weight, r } = points;
  const nT = new Float64Array(6 * count);
  const A = stiffness.values;
  const G = coupling.values;
  for (let t = 0; t < triangleCount; ++t) {
    mapElement(points, coordinates, triangles, t);
    for (let q = 0; q < count; ++q) for (let a = 0; a < 6; ++a) nT[6 * q + a] = n[6 * q + a] / r[q];
    for (let a = 0; a < 6; ++a) {
      for (let b = 0; b < 6; ++b) {
        let rr = 0;
        let rz = 0;
        let zz = 0;
        let gr = 0;
        let gz = 0;
        for (let q = 0; q < count; ++q) {
          const i = 6 * q + a;
          const j = 6 * q + b;
          const w = weight[q];
          const ar = nR[i];
          const at = nT[i];
          const az = nZ[i];
          gr += w * (ar + at) * n[j];
          gz += w * az * n[j];
          // rr and zz are symmetric in a, b; zr of (a, b) is rz of (b, a)
          if (b <= a) {
            rr +=
              w * (whole * (ar * nR[j] + at * nT[j]) + lambda * (ar * nT[j] + at * nR[j]) + mu * az * nZ[j]);
            zz += w * (whole * az * nZ[j] + mu * ar * nR[j]);
          }
          rz += w * (lambda * (ar + at) * nZ[j] + mu * az * nR[j]);
        }
        const row = 144 * t + 24 * a + 2 * b;
        const mirror = 144 * t + 24 * b + 2 * a;
        A[slots[row + 1]] += rz;
        A[slots[mirror + 12]] += rz;
        if (b <= a) {
          A[slots[row]] += rr;
          A[slots[row + 13]] += zz;
          if (b < a) {
            A[slots[mirror]] += rr;
            A[slots[mirror + 13]] += zz;
          }
        }
        const g = 72 * t + 12 * a + b;
        G[couplingSlots[g]] += swelling * gr;
        G[couplingSlots[g + 6]] += swelling * gz;
      }
    }
  }
  const held = heldDofs(mesh);
  const order = nodeOrder
    ? Int32Array.from({ length: 2 * nodeCount }, (_, k) => 2 * nodeOrder[k >> 1] + (k & 1))
    : nestedDissection(stiffness, coordinates, 2);
  const symbolic = analysePattern(stiffness, order);
  const factor = factorise(symbolic, hold(stiffness, held));
  return { poissonRatio, factor, stiffness, coupling, held };
}

/** Rows 2a and 2a + 1 of G have the columns of node a's neighbours. */
function couplingPattern(
  nodeCount: number,
  triangles: Int32Array
): { coupling: SparseMatrix; slots: Int32Array } {
  const scalar = symmetricPattern(nodeCount, triangles, 6, 1);
  const scalarSlots = elementSlots(scalar, triangles, 6, 1);
  const rowStart = new Int32Array(2 * nodeCount + 1);
  const columns = new Int32Array(2 * scalar.columns.length);
  for (let i = 0; i < nodeCount; ++i) {
    const [from, to] = [scalar.rowStart[i], scalar.rowStart[i + 1]];
    const row = scalar.columns.subarray(from, to);
    rowStart[2 * i + 1] = from + to;
    rowStart[2 * i + 2] = 2 * to;
    columns.set(row, 2 * from);
    columns.set(row, from + to);
  }
  const slots = new Int32Array(2 * scalarSlots.length);
  for (let e = 0; e < scalarSlots.length; e += 36) {
    for (let a = 0; a < 6; ++a) {
      const i = triangles[e / 6 + a];
      const [from, to] = [scalar.rowStart[i], scalar.rowStart[i + 1]];
      for (let b = 0; b < 6; ++b) {
        const k = scalarSlots[e + 6 * a + b] - from;
        slots[2 * e + 12 * a + b] = 2 * from + k;
        slots[2 * e + 12 * a + 6 + b] = from + to + k;
      }
    }
  }
  return {
    coupling: {
      rowCount: 2 * nodeCount,
      columnCount: nodeCount,
      rowStart,
      columns,
      values: new Float64Array(columns.length)
    },
    slots
  };
}

/** The matrix with the held dofs' rows and columns replaced by those of the identity, scaled like the rest. */
function hold(matrix: SparseMatrix, held: Int32Array): SparseMatrix {
  const isHeld = new Uint8Array(matrix.rowCount);
  for (const dof of held) isHeld[dof] = 1;
  const values = matrix.values.slice();
  for (let i = 0; i < matrix.rowCount; ++i) {
    for (let k = matrix.rowStart[i]; k < matrix.rowStart[i + 1]; ++k) {
      if (i !== matrix.columns[k] && (isHeld[i] || isHeld[matrix.columns[k]])) values[k] = 0;
    }
  }
  return { ...matrix, values };
}

/**
 * Displacement (2·node + component) under a linear eigenstrain given at the nodes.
 * @param load scratch and @param displacement result, two numbers a node each
 */
export function displacementOf(
  system: ElasticSystem,
  eigenstrain: Float64Array,
  load = new Float64Array(system.coupling.rowCount),
  displacement = new Float64Array(system.coupling.rowCount)
): Float64Array {
  multiply(system.coupling, eigenstrain, load);
  for (const dof of system.held) load[dof] = 0;
  return solve(system.factor, load, displacement);
}
