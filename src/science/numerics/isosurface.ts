// The surface on which a field takes a given level, as triangles: marching cubes, a vertex on each edge of the grid with
// one end above the level, placed by linear interpolation.
// Lorensen & Cline, SIGGRAPH Comput. Graph. 21(4), 163 (1987), https://doi.org/10.1145/37402.37422; patterns as built in
// isosurface-table.ts, which leave no holes.

import type { TaskOptions } from "../task.js";
import { surfaceTable, type SurfaceTable } from "./isosurface-table.js";
import { measureSurface, type SurfaceMeasures, type TriangleSurface } from "./triangle-surface.js";
import { checkShape, checkVoxel, type Shape } from "./volume-shape.js";

export interface IsosurfaceOptions extends TaskOptions {
  /** distance of the grid's points along a, b, c; default 1, 1, 1 */
  voxel?: readonly [number, number, number];
}

export type Isosurface = TriangleSurface & SurfaceMeasures;

let table: SurfaceTable | undefined;

/** Positions and indices that grow as they are needed. */
interface Output {
  positions: Float32Array;
  vertices: number;
  indices: Uint32Array;
  used: number;
}

/** Sign of each point of one slice: 1 above the level. */
function signs(field: ArrayLike<number>, level: number, from: number, out: Uint8Array): void {
  for (let p = 0; p < out.length; ++p) out[p] = field[from + p] > level ? 1 : 0;
}

function grow(out: Output, moreVertices: number): void {
  if (3 * (out.vertices + moreVertices) <= out.positions.length) return;
  const larger = new Float32Array(6 * (out.vertices + moreVertices));
  larger.set(out.positions);
  out.positions = larger;
}

/**
 * The triangles of the cubes between two slices.
 * @param place where `vertexOf` holds each edge of a cube, from the cube's corner
 */
function triangulate(
  below: Uint8Array,
  above: Uint8Array,
  [, nb, nc]: Shape,
  vertexOf: Int32Array,
  place: Int32Array,
  { start, edges }: SurfaceTable,
  out: Output
): void {
  for (let b = 0; b < nb - 1; ++b) {
    if (out.used + 15 * nc > out.indices.length) {
      const larger = new Uint32Array(2 * (out.used + 15 * nc));
      larger.set(out.indices);
      out.indices = larger;
    }
    const { indices } = out;
    let used = out.used;
    let pattern = 0;
    for (let c = 0, p = b * nc; c < nc; ++c, ++p) {
      // The corners at the last c become those at the first of the next cube.
      pattern =
        ((pattern >> 1) & 0x55) |
        (below[p] << 1) |
        (below[p + nc] << 3) |
        (above[p] << 5) |
        (above[p + nc] << 7);
      if (c === 0 || pattern === 0 || pattern === 255) continue;
      const end = start[pattern + 1];
      for (let k = start[pattern]; k < end; ++k) indices[used++] = vertexOf[place[edges[k]] + p - 1];
    }
    out.used = used;
  }
}

/**
 * The triangles of `field` = `level`. Points above the level are inside and connect by faces only, as with 6 neighbours;
 * the triangles' normals point to lower values, with a, b, c right-handed. Where points at the border are above the level
 * the surface is open: pad the field for a closed one. Each edge inside the grid belongs to two triangles that run along
 * it in opposite directions; a point precisely on the level gives triangles without area.
 * @param field [a][b][c], the last index fastest
 * @returns positions (a, b, c) from the first voxel's centre, in units of the voxel; vertices are shared
 * @throws where the field's length is not the shape's, where a value beside the surface or the level is not a number;
 * when stopped
 */
export function isosurface(
  field: Float32Array | Float64Array | Uint8Array,
  shape: Shape,
  level: number,
  { voxel = [1, 1, 1], signal, onProgress }: IsosurfaceOptions = {}
): Isosurface {
  checkShape("field", field.length, shape);
  checkVoxel(voxel);
  if (!Number.isFinite(level)) throw new Error(`invalid level: ${level}; must be a finite number`);
  table ??= surfaceTable();
  const [na, nb, nc] = shape;
  const slice = nb * nc;
  const out: Output = {
    positions: new Float32Array(3 << 12),
    vertices: 0,
    indices: new Uint32Array(3 << 13),
    used: 0
  };

  const crossing = (p: number, q: number, what: number, a: number, b: number, c: number): number => {
    const t = (level - field[p]) / (field[q] - field[p]);
    if (!(t >= 0 && t <= 1)) {
      throw new Error(
        `invalid field: ${field[p]} and ${field[q]} beside the level ${level} near (${a}, ${b}, ${c}); ` +
          "must be finite numbers"
      );
    }
    const at = 3 * out.vertices;
    const positions = out.positions;
    positions[at] = (what === 2 ? a + t : a) * voxel[0];
    positions[at + 1] = (what === 1 ? b + t : b) * voxel[1];
    positions[at + 2] = (what === 0 ? c + t : c) * voxel[2];
    return out.vertices++;
  };

  // The vertex on each cut edge, by the edge's lower point: of the slices below and above along c and b, and between them.
  const vertexOf = new Int32Array(5 * slice);
  let [below, above] = [new Uint8Array(slice), new Uint8Array(slice)];
  const cutSlice = (sign: Uint8Array, a: number, half: number) => {
    const alongC = 2 * half * slice;
    const alongB = alongC + slice;
    for (let b = 0, p = 0; b < nb; ++b) {
      grow(out, 3 * nc);
      for (let c = 0; c < nc; ++c, ++p) {
        const s = sign[p];
        const here = a * slice + p;
        if (c < nc - 1 && s !== sign[p + 1]) vertexOf[alongC + p] = crossing(here, here + 1, 0, a, b, c);
        if (b < nb - 1 && s !== sign[p + nc]) vertexOf[alongB + p] = crossing(here, here + nc, 1, a, b, c);
      }
    }
  };
  const cutBetween = (low: Uint8Array, high: Uint8Array, a: number) => {
    for (let b = 0, p = 0; b < nb; ++b) {
      grow(out, nc);
      for (let c = 0; c < nc; ++c, ++p) {
        if (low[p] === high[p]) continue;
        const here = a * slice + p;
        vertexOf[4 * slice + p] = crossing(here, here + slice, 2, a, b, c);
      }
    }
  };
  /** Where `vertexOf` holds each of a cube's edges, from its corner (b, c); the lower slice is in the given half. */
  const places = [0, 1].map((half) => {
    const plane = [half, half, 1 - half, 1 - half];
    const alongC = plane.map((h, k) => 2 * h * slice + (k & 1) * nc);
    const alongB = plane.map((h, k) => (2 * h + 1) * slice + (k & 1));
    return Int32Array.from([...alongC, ...alongB, ...[0, 1, nc, nc + 1].map((d) => 4 * slice + d)]);
  });

  signs(field, level, 0, below);
  cutSlice(below, 0, 0);
  for (let a = 0; a < na - 1; ++a) {
    signal?.throwIfAborted();
    signs(field, level, (a + 1) * slice, above);
    cutSlice(above, a + 1, 1 - (a & 1));
    cutBetween(below, above, a);
    triangulate(below, above, shape, vertexOf, places[a & 1], table, out);
    [below, above] = [above, below];
    onProgress?.((a + 1) / (na - 1), "isosurface");
  }
  const surface = {
    positions: out.positions.slice(0, 3 * out.vertices),
    indices: out.indices.slice(0, out.used)
  };
  return { ...surface, ...measureSurface(surface) };
}
