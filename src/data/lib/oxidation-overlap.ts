/** Whether two maps are high at the same places: the mean of their product over that of shuffled maps. */
import { random } from "../../science/numerics/rng.js";

export interface Overlap {
  /** 1 where they have nothing to do with each other */
  ratio: number;
  /** standard deviation of the ratio between shuffles */
  deviation: number;
}

/**
 * @param pixels at which both are compared; one that either has no number for is left out
 * @throws where fewer than two pixels are left
 */
export function overlap(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  pixels: readonly number[],
  { shuffles = 200, seed = 1 }: { shuffles?: number; seed?: number } = {}
): Overlap {
  const both = pixels.filter((p) => Number.isFinite(a[p]) && Number.isFinite(b[p]));
  if (both.length < 2) throw new Error(`missing pixels: ${both.length} of two maps; must be two or more`);
  const [first, second] = [both.map((p) => a[p] ?? NaN), both.map((p) => b[p] ?? NaN)];
  const product = (other: readonly number[]) =>
    first.reduce((sum, value, i) => sum + value * (other[i] ?? NaN), 0);
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
  // what shuffles come to on average is known without any: n times the product of the means
  const expected = both.length * mean(first) * mean(second);
  const uniform = random(seed);
  const ratios = Array.from({ length: shuffles }, () => {
    const mixed = [...second];
    for (let i = mixed.length - 1; i > 0; --i) {
      const j = Math.floor(uniform() * (i + 1));
      [mixed[i], mixed[j]] = [mixed[j] ?? NaN, mixed[i] ?? NaN];
    }
    return product(mixed) / expected;
  });
  const spread = ratios.reduce((sum, r) => sum + (r - 1) ** 2, 0) / Math.max(1, shuffles);
  return { ratio: product(second) / expected, deviation: Math.sqrt(spread) };
}
