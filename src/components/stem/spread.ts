// How much a quantity varies over columns; columns without a lattice have none and are left out.

/** Share of finite values beyond a limit to either side. */
export function shareBeyond(values: readonly number[], limit: number): number {
  const finite = values.filter(Number.isFinite);
  return finite.filter((value) => Math.abs(value) > limit).length / finite.length;
}

/** Standard deviation of the finite values. */
export function spreadOf(values: readonly number[]): number {
  const finite = values.filter(Number.isFinite);
  const mean = finite.reduce((sum, v) => sum + v, 0) / finite.length;
  return Math.sqrt(finite.reduce((sum, v) => sum + (v - mean) ** 2, 0) / finite.length);
}
