// Bodies that swell at finite strain, and the errors of their stress against the radial reference.

import { assembleElasticity } from "../../../src/science/mechanics/elasticity.js";
import type { ElasticLaw } from "../../../src/science/mechanics/finite-element.js";
import { finiteModel } from "../../../src/science/mechanics/finite-model.js";
import { cauchyAtNodes, surfaceSlopes } from "../../../src/science/mechanics/finite-stress.js";
import { nodalRecovery } from "../../../src/science/mechanics/nodal-stress.js";
import { stressFields } from "../../../src/science/mechanics/stress.js";
import type { TriangleMesh } from "../../../src/science/numerics/triangle-mesh.js";
import { material, radiusOf, symmetryLines } from "./fixtures.js";

export const laws: ElasticLaw[] = ["st-venant-kirchhoff", "neo-hooke"];

export const bodyOf = (mesh: TriangleMesh, law?: ElasticLaw) =>
  finiteModel({ unitMesh: mesh, elastic: assembleElasticity(mesh, material.poissonRatio) }, law);

export const growthAlong = (mesh: TriangleMesh, growth: (r: number) => number) =>
  Float64Array.from({ length: mesh.nodeCount }, (_, i) => growth(radiusOf(mesh, i)));

export function nodalCauchy(
  mesh: TriangleMesh,
  law: ElasticLaw,
  displacement: Float64Array,
  growth: Float64Array
) {
  const recovery = nodalRecovery(mesh, symmetryLines);
  const stress = stressFields(mesh.nodeCount);
  const { youngsModulus, poissonRatio } = material;
  const slopes = surfaceSlopes(recovery.surface);
  cauchyAtNodes(mesh, recovery, slopes, { law, youngsModulus, poissonRatio }, displacement, growth, stress);
  return { stress, slopes };
}
