// Quadrature on the reference triangle (0,0), (1,0), (0,1), area 1/2.
// Symmetric rules of degree 2 (3 points), 5 (7 points, Radon 1948) and 6 (12 points, Dunavant 1985,
// doi:10.1002/nme.1620210612); the weights add up to 1/2.

export interface TriangleRule {
  degree: number;
  count: number;
  xi: Float64Array;
  eta: Float64Array;
  weights: Float64Array;
}

/** One orbit of the triangle's symmetry: barycentric coordinates of a point, and the weight as a share of the area. */
type Orbit = [weight: number, a: number, b: number, c: number];

function rule(degree: number, orbits: Orbit[]): TriangleRule {
  const points: number[][] = [];
  for (const [weight, a, b, c] of orbits) {
    const seen = new Set<string>();
    for (const p of [
      [a, b, c],
      [b, c, a],
      [c, a, b],
      [a, c, b],
      [c, b, a],
      [b, a, c]
    ]) {
      const key = p.join();
      if (seen.has(key)) continue;
      seen.add(key);
      points.push([p[1], p[2], weight / 2]);
    }
  }
  return {
    degree,
    count: points.length,
    xi: Float64Array.from(points, (p) => p[0]),
    eta: Float64Array.from(points, (p) => p[1]),
    weights: Float64Array.from(points, (p) => p[2])
  };
}

const s15 = Math.sqrt(15);
const third = 1 / 3;

export const triangleDegree2 = rule(2, [[third, 2 / 3, 1 / 6, 1 / 6]]);

export const triangleDegree5 = rule(5, [
  [9 / 40, third, third, third],
  [(155 - s15) / 1200, (9 + 2 * s15) / 21, (6 - s15) / 21, (6 - s15) / 21],
  [(155 + s15) / 1200, (9 - 2 * s15) / 21, (6 + s15) / 21, (6 + s15) / 21]
]);

export const triangleDegree6 = rule(6, [
  [0.1167862757263794, 0.5014265096581796, 0.2492867451709102, 0.2492867451709102],
  [0.05084490637020682, 0.8738219710169954, 0.0630890144915023, 0.0630890144915023],
  [0.08285107561837358, 0.6365024991213986, 0.3103524510337844, 0.053145049844817]
]);
