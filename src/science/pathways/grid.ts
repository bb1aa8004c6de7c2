// Shells of a sphere, finer towards the surface: faces at r(ξ) = R [1 − (e^{β(1−ξ)} − 1)/(e^β − 1)], ξ = 0 … 1 in equal
// steps, so that halving the steps refines every shell alike. Volumes are shares of the sphere's, w = (r₊³ − r₋³)/R³.

export interface Shells {
  count: number;
  /** m */
  radius: number;
  /** r of the faces, count + 1, from 0 to R (m) */
  faces: Float64Array;
  /** r of the middles (m) */
  middles: Float64Array;
  /** share of the sphere's volume in each shell; they add up to 1 */
  weights: Float64Array;
  /** 3 r²/(R³ Δr) at each inner face, Δr between the middles beside it (1/m²); 0 at the centre and at the surface */
  coupling: Float64Array;
  /** r from the outermost middle to the surface (m) */
  skin: number;
}

/** @param grading β; 0 for shells of equal thickness @throws where there are fewer than two shells */
export function shellsOf(radius: number, count: number, grading = 3): Shells {
  if (!(Number.isInteger(count) && count >= 2))
    throw new Error(`invalid number of shells: ${count}; must be a whole number of at least 2`);
  const place = (xi: number): number =>
    grading === 0 ? radius * xi : radius * (1 - Math.expm1(grading * (1 - xi)) / Math.expm1(grading));
  const faces = Float64Array.from({ length: count + 1 }, (_, i) => place(i / count));
  faces[0] = 0;
  faces[count] = radius;
  const middles = Float64Array.from({ length: count }, (_, i) => 0.5 * (faces[i] + faces[i + 1]));
  const cube = radius ** 3;
  const weights = Float64Array.from({ length: count }, (_, i) => (faces[i + 1] ** 3 - faces[i] ** 3) / cube);
  const coupling = new Float64Array(count + 1);
  for (let f = 1; f < count; ++f) coupling[f] = (3 * faces[f] ** 2) / (cube * (middles[f] - middles[f - 1]));
  return { count, radius, faces, middles, weights, coupling, skin: radius - middles[count - 1] };
}

/** Mean over the sphere. */
export function meanOf({ weights }: Shells, values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < weights.length; ++i) sum += weights[i] * values[i];
  return sum;
}
