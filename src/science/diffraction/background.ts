// The smooth part of a pattern, linear in its coefficients: Chebyshev polynomials of a coordinate t brought to −1 … 1, or
// straight lines between given places.

export type Background =
  | { kind: "chebyshev"; count: number; coordinate?: "linear" | "logarithmic" }
  | { kind: "linear"; at: readonly number[] };

/** Values of each function at the points [function][point]. @throws where there is none, or places do not ascend */
export function backgroundFunctions(background: Background, x: Float64Array): Float64Array[] {
  const points = x.length;
  if (background.kind === "chebyshev") {
    const { count, coordinate = "linear" } = background;
    if (!(Number.isInteger(count) && count >= 1))
      throw new Error(`invalid background: ${count} terms; must be a whole number of at least 1`);
    const place = coordinate === "linear" ? (value: number) => value : Math.log;
    const [low, high] = [place(x[0]), place(x[points - 1])];
    const t = x.map((value) => (2 * (place(value) - low)) / (high - low) - 1);
    const rows = [new Float64Array(points).fill(1), t];
    for (let k = 2; k < count; ++k)
      rows.push(t.map((value, i) => 2 * value * rows[k - 1][i] - rows[k - 2][i]));
    return rows.slice(0, count);
  }
  const { at } = background;
  if (at.length < 2 || at.some((value, k) => k > 0 && value <= at[k - 1]))
    throw new Error(`invalid background: places ${at.join(", ")}; must be two or more, ascending`);
  return at.map((centre, k) =>
    x.map((value) => {
      if (value < centre) return k === 0 ? 1 : Math.max(0, (value - at[k - 1]) / (centre - at[k - 1]));
      return k === at.length - 1 ? 1 : Math.max(0, (at[k + 1] - value) / (at[k + 1] - centre));
    })
  );
}
