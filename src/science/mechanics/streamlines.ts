// Streamlines of the lithium flux −D∇x, traced on the P2 field from the outer surface along the direction in which the
// gradient changes lithium fastest: dX/ds = ±∇x/|∇x|, fourth-order Runge–Kutta with steps of a fixed length.
// The lines do not depend on D, nor on the sign of the current: the sign only tells which way lithium runs on them.

import { p2Shapes } from "../numerics/p2.js";
import { makeLocator } from "../numerics/mesh-locate.js";
import type { TriangleMesh } from "../numerics/triangle-mesh.js";

export interface StreamlineOptions {
  /** number of lines (default 24), at even polar angles on the outer surface */
  count?: number;
  /** length of a step, in the unit of the mesh (default 1/120 of the outer radius) */
  step?: number;
  /** most steps of one line (default 600) */
  mostSteps?: number;
}

/**
 * @param lithium one number a node
 * @returns polylines r0, z0, r1, z1, … from the outer surface inwards, each as far as the flux leads; none where the
 *   field has no gradient
 */
export function streamlines(
  mesh: TriangleMesh,
  lithium: ArrayLike<number>,
  { count = 24, step, mostSteps = 600 }: StreamlineOptions = {}
): Float64Array[] {
  const size = outerRadius(mesh);
  const length = step ?? size / 120;
  const seeds = Array.from({ length: count }, (_, k) => {
    const angle = (Math.PI * (k + 0.5)) / count;
    const rho = size * (1 - 1e-4);
    return [rho * Math.sin(angle), rho * Math.cos(angle)] as const;
  });
  return traceLines(mesh, lithium, seeds, length, mostSteps).filter((line) => line.length >= 4);
}

/** The same from given points; the direction of each line is the one that leads away from the outer surface. */
export function traceLines(
  mesh: TriangleMesh,
  lithium: ArrayLike<number>,
  seeds: readonly (readonly [number, number])[],
  length: number,
  mostSteps: number
): Float64Array[] {
  const gradient = gradientAt(mesh, lithium);
  // a uniform field has gradients of rounding errors
  const nowhere = (1e-9 * largestModulus(lithium)) / outerRadius(mesh);
  return seeds.map(([r, z]) => {
    const first = gradient(r, z);
    const line = [r, z];
    if (!first || Math.hypot(...first) <= nowhere) return Float64Array.from([]);
    const sign = first[0] * r + first[1] * z > 0 ? -1 : 1;
    const direction = (a: number, b: number): [number, number] | null => {
      const g = gradient(a, b);
      const norm = g ? Math.hypot(g[0], g[1]) : 0;
      return g && norm > nowhere ? [(sign * g[0]) / norm, (sign * g[1]) / norm] : null;
    };
    let [x, y] = [r, z];
    let previous: [number, number] | null = null;
    for (let n = 0; n < mostSteps; ++n) {
      const k1 = direction(x, y);
      const k2 = k1 && direction(x + 0.5 * length * k1[0], y + 0.5 * length * k1[1]);
      const k3 = k2 && direction(x + 0.5 * length * k2[0], y + 0.5 * length * k2[1]);
      const k4 = k3 && direction(x + length * k3[0], y + length * k3[1]);
      if (!k1 || !k2 || !k3 || !k4) {
        // the last piece up to a surface, by its direction there
        if (k1) line.push(...lastPoint(x, y, k1, length, (a, b) => gradient(a, b) !== null));
        break;
      }
      const dr = (k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0]) / 6;
      const dz = (k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1]) / 6;
      // beyond a sink the gradient turns back on itself
      if (Math.hypot(dr, dz) < 0.5 || (previous && previous[0] * dr + previous[1] * dz < 0)) break;
      previous = [dr, dz];
      x = Math.max(0, x + length * dr);
      y += length * dz;
      line.push(x, y);
    }
    return Float64Array.from(line);
  });
}

/** Bisection for the furthest point inside on a straight piece. */
function lastPoint(
  x: number,
  y: number,
  [dr, dz]: [number, number],
  length: number,
  inside: (r: number, z: number) => boolean
): [number, number] {
  let [low, high] = [0, length];
  for (let k = 0; k < 20; ++k) {
    const middle = 0.5 * (low + high);
    if (inside(x + middle * dr, y + middle * dz)) low = middle;
    else high = middle;
  }
  return [Math.max(0, x + low * dr), y + low * dz];
}

/** ∇ of a P2 field at a point; null outside the mesh. Across the axis the field is even in r. */
function gradientAt(mesh: TriangleMesh, field: ArrayLike<number>) {
  const locate = makeLocator(mesh);
  const { triangles, coordinates } = mesh;
  const [n, nXi, nEta] = [new Float64Array(6), new Float64Array(6), new Float64Array(6)];
  return (r: number, z: number): [number, number] | null => {
    const place = locate(Math.abs(r), z);
    if (!place) return null;
    p2Shapes(place.l[0], place.l[1], n, nXi, nEta);
    let [rXi, rEta, zXi, zEta, fXi, fEta] = [0, 0, 0, 0, 0, 0];
    for (let a = 0; a < 6; ++a) {
      const node = triangles[6 * place.triangle + a];
      rXi += nXi[a] * coordinates[2 * node];
      rEta += nEta[a] * coordinates[2 * node];
      zXi += nXi[a] * coordinates[2 * node + 1];
      zEta += nEta[a] * coordinates[2 * node + 1];
      fXi += nXi[a] * field[node];
      fEta += nEta[a] * field[node];
    }
    const det = rXi * zEta - rEta * zXi;
    const byR = (fXi * zEta - fEta * zXi) / det;
    return [r < 0 ? -byR : byR, (fEta * rXi - fXi * rEta) / det];
  };
}

function outerRadius({ coordinates }: TriangleMesh): number {
  let most = 0;
  for (let i = 0; i < coordinates.length; i += 2) {
    most = Math.max(most, Math.hypot(coordinates[i], coordinates[i + 1]));
  }
  return most;
}

function largestModulus(field: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < field.length; ++i) most = Math.max(most, Math.abs(field[i]));
  return most;
}
