/**
 * Measures of a six-node triangle mesh: smallest angle at the corners, least Jacobian, area ∫ dA and volume of
 * revolution 2π ∫ r dA, by a rule that is exact for the curved elements' polynomials up to degree 6
 * (12 points; D. A. Dunavant, Int. J. Numer. Methods Eng. 21 (1985) 1129, doi:10.1002/nme.1620210612).
 */
import { mapPoint } from "./isoparametric.js";
import type { TriangleMesh } from "./triangle-mesh.js";
import { worstCosine } from "./triangulation.js";

export interface MeshQuality {
  /** degrees, between the straight lines that join the corners */
  smallestAngle: number;
  /** least Jacobian over corners, edge nodes and quadrature points, as a share of twice its triangle's straight area */
  leastJacobian: number;
  /** of the half-plane, in the square of the mesh's unit */
  area: number;
  /** of the body of revolution about r = 0, in the cube of the mesh's unit */
  volume: number;
}

/** Barycentric points and weights (of sum 1) of the rule of degree 6: a, a, 1 − 2a and all orders of (a, b, 1 − a − b). */
const rule = [
  { weight: 0.116786275726379, a: 0.24928674517091, b: 0.24928674517091 },
  { weight: 0.050844906370207, a: 0.063089014491502, b: 0.063089014491502 },
  { weight: 0.082851075618374, a: 0.053145049844817, b: 0.310352451033784 }
].flatMap(({ weight, a, b }) => {
  const c = 1 - a - b;
  const orders =
    a === b
      ? [
          [a, a],
          [a, c],
          [c, a]
        ]
      : [
          [a, b],
          [b, a],
          [a, c],
          [c, a],
          [b, c],
          [c, b]
        ];
  return orders.map(([xi, eta]) => ({ weight, xi, eta }));
});

const nodes = [
  [0, 0],
  [1, 0],
  [0, 1],
  [0.5, 0],
  [0.5, 0.5],
  [0, 0.5]
];

export function meshQuality(mesh: TriangleMesh): MeshQuality {
  const { coordinates: p, triangles, triangleCount } = mesh;
  let worst = 0.5;
  let leastJacobian = Infinity;
  let area = 0;
  let volume = 0;
  for (let t = 0; t < triangleCount; ++t) {
    const [a, b, c] = [2 * triangles[6 * t], 2 * triangles[6 * t + 1], 2 * triangles[6 * t + 2]];
    worst = Math.max(worst, worstCosine(p[a], p[a + 1], p[b], p[b + 1], p[c], p[c + 1]));
    const twiceArea = (p[b] - p[a]) * (p[c + 1] - p[a + 1]) - (p[c] - p[a]) * (p[b + 1] - p[a + 1]);
    for (const [xi, eta] of nodes) {
      leastJacobian = Math.min(leastJacobian, mapPoint(mesh, t, xi, eta).jacobian / twiceArea);
    }
    for (const { weight, xi, eta } of rule) {
      const { r, jacobian } = mapPoint(mesh, t, xi, eta);
      leastJacobian = Math.min(leastJacobian, jacobian / twiceArea);
      area += 0.5 * weight * jacobian;
      volume += Math.PI * weight * jacobian * r;
    }
  }
  return { smallestAngle: (Math.acos(worst) * 180) / Math.PI, leastJacobian, area, volume };
}
