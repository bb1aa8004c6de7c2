/**
 * Six-node (P2) triangles from three-node ones: a node in the middle of each edge, on the boundary's curve where
 * the edge is part of it.
 */
import { edgesOf } from "./triangulation.js";
import type { TriangleMesh } from "./triangle-mesh.js";

/** What the boundary's segments lie on. */
export interface TaggedSegments {
  /** two points a segment, the domain to the left */
  segments: ArrayLike<number>;
  /** one tag a segment */
  tags: ArrayLike<number>;
  /** the point of the curve halfway between the ends of segment s */
  middle: (s: number) => [number, number];
}

/**
 * @param points interleaved coordinates of the corners; every point must belong to a triangle
 * @param triangles three points each, counter-clockwise
 * @throws RangeError where an edge of the boundary is in no segment
 */
export function quadraticMesh(
  points: Float64Array,
  triangles: Int32Array,
  boundary: TaggedSegments
): TriangleMesh {
  const vertexCount = points.length / 2;
  const { ends, ofTriangle, triangleCount } = edgesOf(triangles, vertexCount);
  const edgeCount = triangleCount.length;
  const coordinates = new Float64Array(2 * (vertexCount + edgeCount));
  coordinates.set(points);
  const edgeNumber = new Map<number, number>();
  for (let e = 0; e < edgeCount; ++e) {
    const [a, b] = [ends[2 * e], ends[2 * e + 1]];
    coordinates[2 * (vertexCount + e)] = 0.5 * (points[2 * a] + points[2 * b]);
    coordinates[2 * (vertexCount + e) + 1] = 0.5 * (points[2 * a + 1] + points[2 * b + 1]);
    if (triangleCount[e] === 1) edgeNumber.set(a * vertexCount + b, e);
  }

  const boundaryEdgeCount = boundary.segments.length / 2;
  const boundaryEdges = new Int32Array(3 * boundaryEdgeCount);
  for (let s = 0; s < boundaryEdgeCount; ++s) {
    const [a, b] = [boundary.segments[2 * s], boundary.segments[2 * s + 1]];
    const e = edgeNumber.get(a * vertexCount + b);
    if (e === undefined) throw new RangeError(`missing boundary edge: ${a}–${b} is not in the triangulation`);
    edgeNumber.delete(a * vertexCount + b);
    boundaryEdges.set([a, b, vertexCount + e], 3 * s);
    coordinates.set(boundary.middle(s), 2 * (vertexCount + e));
  }
  if (edgeNumber.size) throw new RangeError(`missing tag: ${edgeNumber.size} boundary edges lie on no curve`);

  const nodes = new Int32Array(2 * triangles.length);
  for (let t = 0; t < triangles.length / 3; ++t) {
    for (let j = 0; j < 3; ++j) {
      nodes[6 * t + j] = triangles[3 * t + j];
      nodes[6 * t + 3 + j] = vertexCount + ofTriangle[3 * t + j];
    }
  }
  return {
    nodeCount: vertexCount + edgeCount,
    vertexCount,
    coordinates,
    triangles: nodes,
    triangleCount: triangles.length / 3,
    boundaryEdges,
    boundaryTags: Uint8Array.from(boundary.tags),
    boundaryEdgeCount
  };
}
