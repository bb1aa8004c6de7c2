// Everything of a simulation that depends on the mesh and Poisson's ratio alone; a sweep over the rest makes it once.

import type { TriangleMesh } from "../numerics/triangle-mesh.js";
import { boundary } from "../particle/geometry.js";
import { polarBoundary } from "../numerics/structured-disk.js";
import { assembleElasticity, type ElasticSystem } from "./elasticity.js";
import { nodalRecovery, type NodalRecovery } from "./nodal-stress.js";
import { assembleTransport, type TransportMatrices } from "./transport.js";

export interface StressModel {
  /** as given, in metres */
  mesh: TriangleMesh;
  /** the same mesh in units of `length`, the particle's radius, so that all matrices are of order one */
  unitMesh: TriangleMesh;
  length: number;
  transport: TransportMatrices;
  elastic: ElasticSystem;
  recovery: NodalRecovery;
}

/** @param length the particle's radius, m */
export function stressModel(mesh: TriangleMesh, length: number, poissonRatio: number): StressModel {
  const unitMesh = { ...mesh, coordinates: mesh.coordinates.map((v) => v / length) };
  const transport = assembleTransport(unitMesh, boundary.outer);
  return {
    mesh,
    unitMesh,
    length,
    transport,
    elastic: assembleElasticity(unitMesh, poissonRatio, transport.symbolic.order),
    recovery: nodalRecovery(unitMesh, [boundary.axis, polarBoundary.equator])
  };
}
