// What a surface of triangles in space measures: its area, and the volume that it encloses by the divergence theorem,
// V = ⅓ ∮ x · n dA = Σ p0 · (p1 × p2) / 6.

export interface TriangleSurface {
  /** x, y, z of each vertex in turn */
  positions: Float32Array;
  /** three vertices a triangle, anticlockwise seen from outside */
  indices: Uint32Array;
}

export interface SurfaceMeasures {
  area: number;
  /** positive where the triangles face outwards; without meaning for a surface that is not closed */
  volume: number;
}

/** Area and enclosed volume, in the squared and cubed unit of the positions. */
export function measureSurface({ positions, indices }: TriangleSurface): SurfaceMeasures {
  let area = 0;
  let volume = 0;
  for (let t = 0; t < indices.length; t += 3) {
    const p = 3 * indices[t];
    const q = 3 * indices[t + 1];
    const r = 3 * indices[t + 2];
    const x = positions[p];
    const y = positions[p + 1];
    const z = positions[p + 2];
    const ux = positions[q] - x;
    const uy = positions[q + 1] - y;
    const uz = positions[q + 2] - z;
    const vx = positions[r] - x;
    const vy = positions[r + 1] - y;
    const vz = positions[r + 2] - z;
    const nx = uy * vz - uz * vy;
    const ny = uz * vx - ux * vz;
    const nz = ux * vy - uy * vx;
    area += Math.sqrt(nx * nx + ny * ny + nz * nz);
    volume += x * nx + y * ny + z * nz;
  }
  return { area: area / 2, volume: volume / 6 };
}
