/** Non-negative least squares by the active-set method of Lawson and Hanson (1974, ch. 23), as an independent reference: A [row][column]. */
export function lawsonHanson(a: number[][], y: number[]): number[] {
  const n = a[0]?.length ?? 0;
  const column = (k: number) => a.map((row) => row[k] ?? 0);
  const dot = (u: number[], v: number[]) => u.reduce((s, value, i) => s + value * (v[i] ?? 0), 0);
  const x = new Array<number>(n).fill(0);
  const inside = new Set<number>();
  const gradient = () => {
    const residual = y.map((value, i) => value - dot(a[i] ?? [], x));
    return x.map((_, k) => dot(column(k), residual));
  };
  const solve = (set: number[]): number[] => {
    const m = set.map((i) => [...set.map((j) => dot(column(i), column(j))), dot(column(i), y)]);
    m.forEach((row, k) => {
      const d = row[k] ?? 1;
      row.forEach((v, j) => (row[j] = v / d));
      for (const other of m) {
        const f = other[k] ?? 0;
        if (other !== row) row.forEach((v, j) => (other[j] = (other[j] ?? 0) - f * v));
      }
    });
    return m.map((row) => row[set.length] ?? 0);
  };
  const tolerance =
    1e-11 * Math.max(...a.flat().map(Math.abs)) * Math.max(1e-30, ...y.map(Math.abs)) * y.length;
  for (let round = 0; round < 100; ++round) {
    const w = gradient();
    const next = w.reduce(
      (best, v, k) => (!inside.has(k) && v > tolerance && v > (w[best] ?? -1) ? k : best),
      -1
    );
    if (next < 0) break;
    inside.add(next);
    for (;;) {
      const set = [...inside];
      const s = solve(set);
      if (s.every((v) => v > 0)) {
        x.fill(0);
        set.forEach((k, i) => (x[k] = s[i] ?? 0));
        break;
      }
      let step = 1;
      set.forEach((k, i) => {
        const [from, to] = [x[k] ?? 0, s[i] ?? 0];
        if (to <= 0) step = Math.min(step, from / (from - to));
      });
      set.forEach((k, i) => (x[k] = (x[k] ?? 0) + step * ((s[i] ?? 0) - (x[k] ?? 0))));
      set.forEach((k, i) => {
        if ((s[i] ?? 0) <= 0 && (x[k] ?? 0) < 1e-12) {
          x[k] = 0;
          inside.delete(k);
        }
      });
    }
  }
  return x;
}
