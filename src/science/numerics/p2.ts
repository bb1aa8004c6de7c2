// Quadratic (P2) triangles: shape functions and the isoparametric map x = Σ N_a(ξ, η) x_a, in the axisymmetric measure
// r dr dz (the factor 2π is left out everywhere, since it cancels).
// Nodes: corners 0, 1, 2, then the middles of 01, 12, 20 (Zienkiewicz & Taylor, The Finite Element Method, ch. 4).

import type { TriangleRule } from "./quadrature.js";

/** Writes N_a, ∂N_a/∂ξ, ∂N_a/∂η (a = 0 … 5) at a reference point from position `at` on. */
export function p2Shapes(
  xi: number,
  eta: number,
  n: Float64Array,
  nXi: Float64Array,
  nEta: Float64Array,
  at = 0
): void {
  const l = 1 - xi - eta;
  n[at] = l * (2 * l - 1);
  n[at + 1] = xi * (2 * xi - 1);
  n[at + 2] = eta * (2 * eta - 1);
  n[at + 3] = 4 * l * xi;
  n[at + 4] = 4 * xi * eta;
  n[at + 5] = 4 * eta * l;
  nXi[at] = 1 - 4 * l;
  nXi[at + 1] = 4 * xi - 1;
  nXi[at + 2] = 0;
  nXi[at + 3] = 4 * (l - xi);
  nXi[at + 4] = 4 * eta;
  nXi[at + 5] = -4 * eta;
  nEta[at] = 1 - 4 * l;
  nEta[at + 1] = 0;
  nEta[at + 2] = 4 * eta - 1;
  nEta[at + 3] = -4 * xi;
  nEta[at + 4] = 4 * xi;
  nEta[at + 5] = 4 * (l - eta);
}

/** The shape functions tabulated at the points of a rule, and room for what the map of one element gives there. */
export interface P2Points {
  count: number;
  /** [point][node], six to a point: N and its reference gradients */
  n: Float64Array;
  nXi: Float64Array;
  nEta: Float64Array;
  referenceWeights: Float64Array;
  /** of the element mapped last: coordinates of each point, weight·|J|·r, and [point][node] gradients ∂N/∂r, ∂N/∂z */
  r: Float64Array;
  z: Float64Array;
  weight: Float64Array;
  nR: Float64Array;
  nZ: Float64Array;
}

export function p2Points(rule: TriangleRule): P2Points {
  const { count } = rule;
  const room = () => new Float64Array(6 * count);
  const [n, nXi, nEta] = [room(), room(), room()];
  for (let q = 0; q < count; ++q) p2Shapes(rule.xi[q], rule.eta[q], n, nXi, nEta, 6 * q);
  return {
    count,
    n,
    nXi,
    nEta,
    referenceWeights: rule.weights,
    r: new Float64Array(count),
    z: new Float64Array(count),
    weight: new Float64Array(count),
    nR: room(),
    nZ: room()
  };
}

/**
 * Maps element t and fills r, z, weight, nR, nZ of `points`.
 * @param coordinates interleaved r, z
 * @param triangles six nodes a triangle
 * @throws where the element is folded over (|J| ≤ 0)
 */
export function mapElement(
  points: P2Points,
  coordinates: Float64Array,
  triangles: Int32Array,
  t: number
): void {
  const { count, n, nXi, nEta, referenceWeights, r, z, weight, nR, nZ } = points;
  for (let q = 0; q < count; ++q) {
    const at = 6 * q;
    let pr = 0;
    let pz = 0;
    let rXi = 0;
    let rEta = 0;
    let zXi = 0;
    let zEta = 0;
    for (let a = 0; a < 6; ++a) {
      const node = 2 * triangles[6 * t + a];
      const x = coordinates[node];
      const y = coordinates[node + 1];
      pr += n[at + a] * x;
      pz += n[at + a] * y;
      rXi += nXi[at + a] * x;
      rEta += nEta[at + a] * x;
      zXi += nXi[at + a] * y;
      zEta += nEta[at + a] * y;
    }
    const det = rXi * zEta - rEta * zXi;
    if (!(det > 0)) {
      throw new Error(
        `invalid element: triangle ${t} is folded over at (${pr}, ${pz}); refine the mesh there or turn its corners counter-clockwise`
      );
    }
    r[q] = pr;
    z[q] = pz;
    weight[q] = referenceWeights[q] * det * pr;
    for (let a = 0; a < 6; ++a) {
      nR[at + a] = (nXi[at + a] * zEta - nEta[at + a] * zXi) / det;
      nZ[at + a] = (nEta[at + a] * rXi - nXi[at + a] * rEta) / det;
    }
  }
}

/** Nodes' unit weights on an edge, s from −1 (start) to 1 (end): start, end, middle. */
export function edgeShapes(s: number): [number, number, number] {
  return [0.5 * s * (s - 1), 0.5 * s * (s + 1), 1 - s * s];
}

/** Derivatives of edgeShapes by s. */
export function edgeSlopes(s: number): [number, number, number] {
  return [s - 0.5, s + 0.5, -2 * s];
}
