/**
 * Which triangle holds a point, and the value of a field there: triangles are sorted into the cells of a uniform grid
 * by their bounding boxes; within a candidate the map (ξ, η) → (r, z) is inverted by Newton's method, so that
 * triangles with curved edges answer as exactly as straight ones.
 */
import { mapPoint, shape } from "./isoparametric.js";
import type { TriangleMesh } from "./triangle-mesh.js";

/** A place in a mesh. */
export interface Location {
  triangle: number;
  /** ξ and η in the triangle: corner 0 is (0, 0), corner 1 (1, 0), corner 2 (0, 1) */
  l: [xi: number, eta: number];
}

/** How far outside a triangle, in ξ and η, a point still counts as inside: points on edges must not fall between two. */
const rounding = 1e-9;
/** The same at the mesh's rim, where a circle and its quadratic edges part by a small share of an element. */
const rim = 1e-3;

/** @returns a function of (r, z) in the mesh's unit: where the point lies, or null outside the mesh */
export function makeLocator(mesh: TriangleMesh): (r: number, z: number) => Location | null {
  const boxes = boundingBoxes(mesh);
  const grid = binBoxes(boxes);
  return (r, z) => {
    const i = Math.floor((r - grid.r0) / grid.cell);
    const j = Math.floor((z - grid.z0) / grid.cell);
    if (!(i >= 0 && j >= 0 && i < grid.columns && j < grid.rows)) return null;
    const bin = j * grid.columns + i;
    let nearest: Location | null = null;
    let least = rim;
    for (let k = grid.start[bin]; k < grid.start[bin + 1]; ++k) {
      const t = grid.list[k];
      if (r < boxes[4 * t] || z < boxes[4 * t + 1] || r > boxes[4 * t + 2] || z > boxes[4 * t + 3]) continue;
      const l = invert(mesh, t, r, z);
      if (!l) continue;
      const outside = Math.max(-l[0], -l[1], l[0] + l[1] - 1);
      if (outside <= rounding) return { triangle: t, l };
      if (outside > least) continue;
      least = outside;
      nearest = { triangle: t, l };
    }
    return nearest;
  };
}

/** Value at a location of a field given at the mesh's nodes. @param field one value a node */
export function sampleP2(mesh: TriangleMesh, field: ArrayLike<number>, { triangle, l }: Location): number {
  const n = shape(l[0], l[1]);
  let value = 0;
  for (let k = 0; k < 6; ++k) value += n[k] * field[mesh.triangles[6 * triangle + k]];
  return value;
}

/** Each six-node triangle cut into four of three nodes, counter-clockwise, for drawing; length 12 × triangleCount. */
export function linearTriangles({ triangles, triangleCount }: TriangleMesh): Int32Array {
  const pieces = [0, 3, 5, 3, 1, 4, 5, 4, 2, 3, 4, 5];
  const result = new Int32Array(12 * triangleCount);
  for (let t = 0; t < triangleCount; ++t) {
    for (let k = 0; k < 12; ++k) result[12 * t + k] = triangles[6 * t + pieces[k]];
  }
  return result;
}

/** Newton's method from the straight triangle's answer; null where it does not settle near the triangle. */
function invert(mesh: TriangleMesh, triangle: number, r: number, z: number): [number, number] | null {
  let xi = 1 / 3;
  let eta = 1 / 3;
  for (let step = 0; step < 20; ++step) {
    const at = mapPoint(mesh, triangle, xi, eta);
    const dXi = ((r - at.r) * at.zEta - (z - at.z) * at.rEta) / at.jacobian;
    const dEta = ((z - at.z) * at.rXi - (r - at.r) * at.zXi) / at.jacobian;
    xi += dXi;
    eta += dEta;
    if (!(Math.abs(xi) < 4 && Math.abs(eta) < 4)) return null;
    if (Math.abs(dXi) + Math.abs(dEta) < 1e-13) break;
  }
  return [xi, eta];
}

/** Least r, least z, largest r, largest z of each triangle, with room for edges that bulge. */
function boundingBoxes({ coordinates, triangles, triangleCount }: TriangleMesh): Float64Array {
  const boxes = new Float64Array(4 * triangleCount);
  for (let t = 0; t < triangleCount; ++t) {
    let [r0, z0, r1, z1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let k = 6 * t; k < 6 * t + 6; ++k) {
      const p = 2 * triangles[k];
      r0 = Math.min(r0, coordinates[p]);
      r1 = Math.max(r1, coordinates[p]);
      z0 = Math.min(z0, coordinates[p + 1]);
      z1 = Math.max(z1, coordinates[p + 1]);
    }
    const room = 0.05 * Math.max(r1 - r0, z1 - z0);
    boxes.set([r0 - room, z0 - room, r1 + room, z1 + room], 4 * t);
  }
  return boxes;
}

/** Sort boxes into a grid of square cells, about four cells a box. */
function binBoxes(boxes: Float64Array) {
  const count = boxes.length / 4;
  let [r0, z0, r1, z1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let t = 0; t < count; ++t) {
    r0 = Math.min(r0, boxes[4 * t]);
    z0 = Math.min(z0, boxes[4 * t + 1]);
    r1 = Math.max(r1, boxes[4 * t + 2]);
    z1 = Math.max(z1, boxes[4 * t + 3]);
  }
  const cell = Math.sqrt(((r1 - r0) * (z1 - z0)) / (4 * count));
  const columns = Math.floor((r1 - r0) / cell) + 1;
  const rows = Math.floor((z1 - z0) / cell) + 1;
  const cellsOf = (t: number, visit: (bin: number) => void) => {
    const i1 = Math.floor((boxes[4 * t + 2] - r0) / cell);
    const j1 = Math.floor((boxes[4 * t + 3] - z0) / cell);
    for (let j = Math.floor((boxes[4 * t + 1] - z0) / cell); j <= j1; ++j) {
      for (let i = Math.floor((boxes[4 * t] - r0) / cell); i <= i1; ++i) visit(j * columns + i);
    }
  };
  const start = new Int32Array(columns * rows + 1);
  for (let t = 0; t < count; ++t) cellsOf(t, (bin) => ++start[bin + 1]);
  for (let b = 0; b < columns * rows; ++b) start[b + 1] += start[b];
  const fill = start.slice(0, -1);
  const list = new Int32Array(start[columns * rows]);
  for (let t = 0; t < count; ++t) cellsOf(t, (bin) => (list[fill[bin]++] = t));
  return { r0, z0, cell, columns, rows, start, list };
}
