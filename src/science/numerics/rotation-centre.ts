// Where the rotation axis falls on the detector, from parallel projections.
//
// By mirroring: the projection at θ + 180° is that at θ mirrored about the axis, so that the correlation of one with the
// mirror image of the other peaks at twice the axis's offset. By mass: the centre of mass of each projection follows
// c + x cos θ + z sin θ, and c is the axis. Both in columns, as axisOffset: 0 is the middle of the detector.

/**
 * Axis offset that best mirrors one projection onto the other, found by least squares at every half column and refined
 * by a parabola.
 * @param first projection of one row at θ @param opposite at θ + π, as long
 * @throws if the two differ in length
 */
export function axisByMirror(first: Float32Array, opposite: Float32Array): number {
  const n = first.length;
  if (opposite.length !== n)
    throw new Error(`invalid projections: ${n} and ${opposite.length} columns; must be as many in both`);
  const most = Math.floor(n / 4);
  // With the axis off by s / 2 columns, column i is mirrored onto n − 1 − i + s.
  const misfit = (s: number) => {
    let [sum, count] = [0, 0];
    for (let i = Math.max(0, s); i < Math.min(n, n + s); ++i, ++count)
      sum += (first[i] - opposite[n - 1 - i + s]) ** 2;
    return sum / count;
  };
  let best = 0;
  for (let s = -2 * most; s <= 2 * most; ++s) if (misfit(s) < misfit(best)) best = s;
  const [before, at, after] = [misfit(best - 1), misfit(best), misfit(best + 1)];
  const curvature = before - 2 * at + after;
  return (best + (curvature > 0 ? (before - after) / (2 * curvature) : 0)) / 2;
}

/**
 * Axis offset by centres of mass, least squares over all tilts; every projection must hold the whole object.
 * @param projections one slice, [tilt][x] @param tilts rad, three or more
 * @throws if a projection has no mass or the tilts do not fit
 */
export function axisByMass(projections: Float32Array, tilts: Float64Array): number {
  const n = projections.length / tilts.length;
  if (!Number.isInteger(n) || tilts.length < 3)
    throw new Error(
      `invalid projections: ${projections.length} numbers for ${tilts.length} tilts; must be as many columns for each of 3 tilts or more`
    );
  const centres = Array.from(tilts, (_, a) => {
    let [mass, moment] = [0, 0];
    for (let i = 0; i < n; ++i) {
      mass += projections[a * n + i];
      moment += projections[a * n + i] * (i - (n - 1) / 2);
    }
    if (!(mass > 0)) throw new Error(`invalid projection: mass ${mass} at tilt ${a}; must be positive`);
    return moment / mass;
  });
  // Normal equations of c + x cos θ + z sin θ, solved by elimination.
  const rows = Array.from({ length: 3 }, () => [0, 0, 0, 0]);
  tilts.forEach((tilt, a) => {
    const base = [1, Math.cos(tilt), Math.sin(tilt), centres[a]];
    for (let j = 0; j < 3; ++j) for (let k = 0; k < 4; ++k) rows[j][k] += base[j] * base[k];
  });
  for (let pivot = 2; pivot > 0; --pivot)
    for (let j = 0; j < pivot; ++j) {
      const factor = rows[j][pivot] / rows[pivot][pivot];
      for (let k = 0; k < 4; ++k) rows[j][k] -= factor * rows[pivot][k];
    }
  return rows[0][3] / rows[0][0];
}
