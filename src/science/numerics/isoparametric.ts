/**
 * The map of a six-node triangle from (ξ, η), 0 ≤ ξ, η, ξ + η ≤ 1, to the plane, with the quadratic shape functions
 * N₀ = λ(2λ − 1), N₁ = ξ(2ξ − 1), N₂ = η(2η − 1), N₃ = 4λξ, N₄ = 4ξη, N₅ = 4ηλ, λ = 1 − ξ − η.
 */
import type { TriangleMesh } from "./triangle-mesh.js";

/** Values of the six shape functions. @param n overwritten */
export function shape(xi: number, eta: number, n = new Float64Array(6)): Float64Array {
  const l = 1 - xi - eta;
  n[0] = l * (2 * l - 1);
  n[1] = xi * (2 * xi - 1);
  n[2] = eta * (2 * eta - 1);
  n[3] = 4 * l * xi;
  n[4] = 4 * xi * eta;
  n[5] = 4 * eta * l;
  return n;
}

/** A point of a triangle's map: where it lies and how the map stretches there. */
export interface MappedPoint {
  r: number;
  z: number;
  rXi: number;
  rEta: number;
  zXi: number;
  zEta: number;
  /** rξ zη − rη zξ, the ratio of areas; positive in a valid element */
  jacobian: number;
}

/** Map (ξ, η) of a triangle. */
export function mapPoint(mesh: TriangleMesh, triangle: number, xi: number, eta: number): MappedPoint {
  const l = 1 - xi - eta;
  const { coordinates, triangles } = mesh;
  let [r, z, rXi, rEta, zXi, zEta] = [0, 0, 0, 0, 0, 0];
  const add = (k: number, n: number, nXi: number, nEta: number) => {
    const p = 2 * triangles[6 * triangle + k];
    r += n * coordinates[p];
    z += n * coordinates[p + 1];
    rXi += nXi * coordinates[p];
    rEta += nEta * coordinates[p];
    zXi += nXi * coordinates[p + 1];
    zEta += nEta * coordinates[p + 1];
  };
  add(0, l * (2 * l - 1), 1 - 4 * l, 1 - 4 * l);
  add(1, xi * (2 * xi - 1), 4 * xi - 1, 0);
  add(2, eta * (2 * eta - 1), 0, 4 * eta - 1);
  add(3, 4 * l * xi, 4 * (l - xi), -4 * xi);
  add(4, 4 * xi * eta, 4 * eta, 4 * xi);
  add(5, 4 * eta * l, -4 * eta, 4 * (l - eta));
  return { r, z, rXi, rEta, zXi, zEta, jacobian: rXi * zEta - rEta * zXi };
}
