// Whether two areas of a round field overlap more than chance would have it:
//   overlap = |A ∩ B| |M| / (|A| |B|),  1 where they have nothing to do with each other, M the measured area.
// Under the null hypothesis one map may be turned about the centre, or mirrored, against the other without a change of the
// distribution. Turns and mirrors form a group, so that the rank of the overlap as measured among all of them is an exact
// p-value, p = #{g: overlap_g ≥ overlap}/#g, and each map keeps its own spatial correlation and its dependence on the
// radius. Shuffled pixels keep neither: p is then far too small. Phipson & Smyth, Stat. Appl. Genet. Mol. Biol. 9 (2010) 39,
// doi 10.2202/1544-6115.1585; Lehmann & Romano, Testing Statistical Hypotheses, 3rd ed. (2005), section 15.2.

import type { PolarGrid } from "./polar-grid.js";
import type { Random } from "./rng.js";

export interface PermutationTest {
  /** as measured */
  overlap: number;
  /** mean and standard deviation over the permutations */
  mean: number;
  deviation: number;
  /** probability of such an overlap or a larger one by chance */
  p: number;
  /** the statistic of each permutation, the one as measured among them */
  null: Float64Array;
}

/** Rank of the value as measured, which is the first of the statistics. @throws where none is finite */
export function rankTest(statistics: Float64Array): PermutationTest {
  const overlap = statistics[0];
  const finite = statistics.filter(Number.isFinite);
  if (!Number.isFinite(overlap))
    throw new Error("invalid areas: one of them is empty, or nowhere measured; move the threshold");
  const mean = finite.reduce((sum, v) => sum + v, 0) / finite.length;
  const variance = finite.reduce((sum, v) => sum + (v - mean) ** 2, 0) / finite.length;
  // sums in another order differ in the last digits: what is equal must count as equal
  const above = finite.reduce((n, v) => n + (v >= overlap - 1e-9 * Math.abs(overlap) ? 1 : 0), 0);
  return { overlap, mean, deviation: Math.sqrt(variance), p: above / finite.length, null: statistics };
}

/**
 * The overlap of two areas against all turns and mirrors of the second.
 * @param a, b, mask 0 or 1, [ring][angle] of the grid; what is outside the mask does not count
 * @throws where an area is empty
 */
export function rotationTest(
  grid: PolarGrid,
  a: Uint8Array,
  b: Uint8Array,
  mask: Uint8Array
): PermutationTest {
  const statistics = new Float64Array(2 * grid.angles);
  for (let turn = 0; turn < grid.angles; ++turn)
    for (const mirror of [0, 1] as const)
      statistics[mirror * grid.angles + turn] = turnedOverlap(grid, a, b, mask, turn, mirror);
  return rankTest(statistics);
}

function turnedOverlap(
  { rings, angles, weights }: PolarGrid,
  a: Uint8Array,
  b: Uint8Array,
  mask: Uint8Array,
  turn: number,
  mirror: 0 | 1
): number {
  let [both, ofA, ofB, all] = [0, 0, 0, 0];
  for (let k = 0; k < rings; ++k) {
    let [ringBoth, ringA, ringB, ringAll] = [0, 0, 0, 0];
    const row = k * angles;
    for (let j = 0, i = turn; j < angles; ++j) {
      const q = row + i;
      const seen = mask[row + j] & mask[q];
      const [inA, inB] = [a[row + j] & seen, b[q] & seen];
      ringBoth += inA & inB;
      ringA += inA;
      ringB += inB;
      ringAll += seen;
      if (mirror) i = i === 0 ? angles - 1 : i - 1;
      else i = i === angles - 1 ? 0 : i + 1;
    }
    both += weights[k] * ringBoth;
    ofA += weights[k] * ringA;
    ofB += weights[k] * ringB;
    all += weights[k] * ringAll;
  }
  return (both * all) / (ofA * ofB);
}

/**
 * Three areas at once, each of the last two turned by an angle of its own: |A ∩ B ∩ C| |M|²/(|A| |B| |C|).
 * @param count random pairs of turns @throws where an area is empty
 */
export function tripleRotationTest(
  { rings, angles, weights }: PolarGrid,
  areas: readonly [Uint8Array, Uint8Array, Uint8Array],
  mask: Uint8Array,
  uniform: Random,
  count = 999
): PermutationTest {
  const [a, b, c] = areas;
  const turned = (s: number, t: number) => {
    let [abc, ofA, ofB, ofC, all] = [0, 0, 0, 0, 0];
    for (let k = 0; k < rings; ++k)
      for (let j = 0; j < angles; ++j) {
        const [p, q, r] = [j, (j + s) % angles, (j + t) % angles].map((i) => k * angles + i);
        if (!(mask[p] & mask[q] & mask[r])) continue;
        const w = weights[k];
        all += w;
        if (a[p]) ofA += w;
        if (b[q]) ofB += w;
        if (c[r]) ofC += w;
        if (a[p] & b[q] & c[r]) abc += w;
      }
    return (abc * all * all) / (ofA * ofB * ofC);
  };
  const draw = () => Math.floor(angles * uniform());
  return rankTest(
    Float64Array.from({ length: count + 1 }, (_, i) => (i === 0 ? turned(0, 0) : turned(draw(), draw())))
  );
}

/** The overlap against pixels drawn anew, which forgets that neighbours are alike: for comparison only. */
export function shuffleTest(
  a: Uint8Array,
  b: Uint8Array,
  mask: Uint8Array,
  uniform: Random,
  count = 199
): PermutationTest {
  const places = Array.from(mask.keys()).filter((p) => mask[p] !== 0);
  const inA = places.map((p) => a[p]);
  const inB = Uint8Array.from(places, (p) => b[p]);
  const total = (of: ArrayLike<number>) => Array.from(of).reduce((sum, v) => sum + v, 0);
  const scale = places.length / (total(inA) * total(inB));
  const overlap = () => scale * inA.reduce((sum, v, i) => sum + (v & inB[i]), 0);
  const statistics = new Float64Array(count + 1);
  statistics[0] = overlap();
  for (let k = 1; k <= count; ++k) {
    for (let i = inB.length - 1; i > 0; --i) {
      const j = Math.floor((i + 1) * uniform());
      [inB[i], inB[j]] = [inB[j], inB[i]];
    }
    statistics[k] = overlap();
  }
  return rankTest(statistics);
}
