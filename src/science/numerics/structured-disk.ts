/**
 * Structured six-node mesh of a quarter or half annulus or disk in polar coordinates, for convergence studies and
 * benches: r = ρ cos φ, z = ρ sin φ, every node at its exact (ρ, φ), so that edges along circles are curved.
 */
import type { TriangleMesh } from "./triangle-mesh.js";

/** Tags of the boundary edges; the first three are those of a particle's mesh. */
export const polarBoundary = { axis: 0, outer: 1, void: 2, equator: 255 } as const;

/**
 * @param innerRadius 0 for a disk: triangles then fan out from the centre
 * @param radialCells cells from innerRadius to outerRadius
 * @param angularCells cells around
 * @param options.half from pole to pole (φ from −π/2 to π/2); otherwise a quarter (φ from 0 to π/2) whose lower edge is
 *   the equator
 * @throws RangeError for radii or numbers of cells that make no mesh
 */
export function polarMesh(
  innerRadius: number,
  outerRadius: number,
  radialCells: number,
  angularCells: number,
  { half = false }: { half?: boolean } = {}
): TriangleMesh {
  if (!(innerRadius >= 0 && outerRadius > innerRadius && Number.isFinite(outerRadius))) {
    throw new RangeError(`invalid radii: ${innerRadius} to ${outerRadius}; must be 0 ≤ inner < outer`);
  }
  for (const [name, cells, least] of [
    ["radial", radialCells, 1],
    ["angular", angularCells, half ? 2 : 1]
  ] as const) {
    if (!Number.isInteger(cells) || cells < least) {
      throw new RangeError(
        `invalid number of ${name} cells: ${cells}; must be a whole number of at least ${least}`
      );
    }
  }
  const start = half ? -Math.PI / 2 : 0;
  const range = half ? Math.PI : Math.PI / 2;
  const columns = 2 * radialCells + 1;
  const rows = 2 * angularCells + 1;

  // nodes of the fine grid (i along ρ, j along φ) get their numbers when first used: corners first, then edges
  const numberOf = new Int32Array(columns * rows).fill(-1);
  const coordinates: number[] = [];
  const node = (i: number, j: number) => {
    const key = i === 0 && innerRadius === 0 ? 0 : j * columns + i;
    if (numberOf[key] < 0) {
      numberOf[key] = coordinates.length / 2;
      const rho = innerRadius + ((outerRadius - innerRadius) * i) / (columns - 1);
      const phi = start + (range * j) / (rows - 1);
      const onAxis = j === rows - 1 || (half && j === 0);
      const onEquator = half ? 2 * j === rows - 1 : j === 0;
      coordinates.push(onAxis ? 0 : rho * Math.cos(phi), onEquator ? 0 : rho * Math.sin(phi));
    }
    return numberOf[key];
  };
  for (let j = 0; j < rows; j += 2) for (let i = 0; i < columns; i += 2) node(i, j);
  const vertexCount = coordinates.length / 2;

  const triangles: number[] = [];
  const triangle = (...grid: [number, number][]) => {
    for (let k = 0; k < 3; ++k) triangles.push(node(...grid[k]));
    for (let k = 0; k < 3; ++k) {
      const [a, b] = [grid[k], grid[(k + 1) % 3]];
      triangles.push(node((a[0] + b[0]) / 2, (a[1] + b[1]) / 2));
    }
  };
  for (let j = 0; j < rows - 1; j += 2) {
    for (let i = 0; i < columns - 1; i += 2) {
      if (i === 0 && innerRadius === 0) {
        // the corner at the centre takes the row of the edge it is joined by, so that midpoints fall on grid nodes
        triangles.push(node(0, 0), node(2, j), node(2, j + 2), node(1, j), node(2, j + 1), node(1, j + 2));
      } else if ((i + j) % 4 === 0) {
        triangle([i, j], [i + 2, j], [i + 2, j + 2]);
        triangle([i, j], [i + 2, j + 2], [i, j + 2]);
      } else {
        triangle([i, j], [i + 2, j], [i, j + 2]);
        triangle([i + 2, j], [i + 2, j + 2], [i, j + 2]);
      }
    }
  }

  const edges: number[] = [];
  const tags: number[] = [];
  const edge = (tag: number, a: number, b: number, middle: number) => {
    edges.push(a, b, middle);
    tags.push(tag);
  };
  for (let j = 0; j < rows - 1; j += 2) {
    edge(polarBoundary.outer, node(columns - 1, j), node(columns - 1, j + 2), node(columns - 1, j + 1));
    if (innerRadius > 0) edge(polarBoundary.void, node(0, j + 2), node(0, j), node(0, j + 1));
  }
  for (let i = 0; i < columns - 1; i += 2) {
    edge(polarBoundary.axis, node(i + 2, rows - 1), node(i, rows - 1), node(i + 1, rows - 1));
    edge(half ? polarBoundary.axis : polarBoundary.equator, node(i, 0), node(i + 2, 0), node(i + 1, 0));
  }
  return {
    nodeCount: coordinates.length / 2,
    vertexCount,
    coordinates: Float64Array.from(coordinates),
    triangles: Int32Array.from(triangles),
    triangleCount: triangles.length / 6,
    boundaryEdges: Int32Array.from(edges),
    boundaryTags: Uint8Array.from(tags),
    boundaryEdgeCount: tags.length
  };
}
