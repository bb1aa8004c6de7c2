// Everything of a finite-strain problem that depends on the undeformed mesh, Poisson's ratio and the law alone.

import { lame } from "../material/elasticity.js";
import type { LdltFactor } from "../numerics/ldlt.js";
import { elementSlots } from "../numerics/pattern.js";
import type { SparseMatrix } from "../numerics/sparse.js";
import type { TriangleMesh } from "../numerics/triangle-mesh.js";
import { elementTables, type ElasticLaw, type ElementTables, type Material } from "./finite-element.js";
import type { StressModel } from "./model.js";

export interface FiniteModel {
  /** lengths of order one; E = 1 throughout */
  mesh: TriangleMesh;
  poissonRatio: number;
  material: Material;
  tables: ElementTables;
  held: Int32Array;
  /** tangent, overwritten by every assembly, and where the elements' entries and those that the held dofs cut lie in it */
  tangent: SparseMatrix;
  slots: Int32Array;
  cut: Int32Array;
  /** of the tangent without growth or displacement, which is the small-strain stiffness; never overwritten */
  atRest: LdltFactor;
  /** of the tangent assembled last; null where none was yet */
  factor: LdltFactor | null;
  /** the factor that the next iterations begin with: one of the two above */
  current: LdltFactor;
  /** norm of the nodal forces that a stress of E would leave on every side of every node: what rounding is measured by */
  unitForce: number;
}

/** @param small the small-strain model on the same mesh, whose pattern, order and factor are shared */
export function finiteModel(
  { unitMesh: mesh, elastic }: Pick<StressModel, "unitMesh" | "elastic">,
  law: ElasticLaw = "st-venant-kirchhoff"
): FiniteModel {
  const { stiffness, held, factor: atRest, poissonRatio } = elastic;
  const tables = elementTables(mesh);
  const tangent = { ...stiffness, values: new Float64Array(stiffness.values.length) };
  return {
    mesh,
    poissonRatio,
    material: { law, ...lame(1, poissonRatio) },
    tables,
    held,
    tangent,
    slots: elementSlots(tangent, mesh.triangles, 6, 2),
    cut: cutEntries(tangent, held),
    atRest,
    factor: null,
    current: atRest,
    unitForce: unitForce(mesh, tables)
  };
}

/** Entries off the diagonal in the rows and columns of held dofs. */
function cutEntries({ rowCount, rowStart, columns }: SparseMatrix, held: Int32Array): Int32Array {
  const isHeld = new Uint8Array(rowCount);
  for (const dof of held) isHeld[dof] = 1;
  const cut: number[] = [];
  for (let i = 0; i < rowCount; ++i) {
    for (let k = rowStart[i]; k < rowStart[i + 1]; ++k) {
      if (columns[k] !== i && (isHeld[i] || isHeld[columns[k]])) cut.push(k);
    }
  }
  return Int32Array.from(cut);
}

function unitForce({ nodeCount, triangles }: TriangleMesh, { count, weight, slopes }: ElementTables): number {
  const force = new Float64Array(nodeCount);
  for (let p = 0; p < weight.length; ++p) {
    const t = Math.floor(p / count);
    for (let a = 0; a < 6; ++a) {
      const k = 18 * p + 3 * a;
      force[triangles[6 * t + a]] +=
        weight[p] * (Math.abs(slopes[k]) + Math.abs(slopes[k + 1]) + Math.abs(slopes[k + 2]));
    }
  }
  return Math.hypot(...chunked(force));
}

/** Norms of pieces, since a call takes only so many arguments. */
function chunked(values: Float64Array): number[] {
  const norms: number[] = [];
  for (let i = 0; i < values.length; i += 1024) norms.push(Math.hypot(...values.subarray(i, i + 1024)));
  return norms;
}
