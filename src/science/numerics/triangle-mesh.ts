/** A mesh of six-node (P2) triangles whose boundary edges follow the curve that they lie on. */
export interface TriangleMesh {
  nodeCount: number;
  /** the first vertexCount nodes are corners, the rest lie on edges */
  vertexCount: number;
  /** interleaved coordinates, r0, z0, r1, z1, … in metres */
  coordinates: Float64Array;
  /** six nodes a triangle: corners 0, 1, 2 counter-clockwise, then the nodes of the edges 01, 12, 20 */
  triangles: Int32Array;
  triangleCount: number;
  /** three nodes an edge: start, end, middle; the domain lies to the left */
  boundaryEdges: Int32Array;
  /** one tag an edge: which boundary curve it belongs to */
  boundaryTags: Uint8Array;
  boundaryEdgeCount: number;
}
