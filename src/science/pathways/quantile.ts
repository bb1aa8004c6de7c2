/** Of an ascending list, linear between its members; NaN of an empty one. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const k = Math.floor(at);
  const next = Math.min(sorted.length - 1, k + 1);
  return sorted.length === 0 ? NaN : sorted[k] + (at - k) * (sorted[next] - sorted[k]);
}
