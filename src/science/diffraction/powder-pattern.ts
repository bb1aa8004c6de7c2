// A powder pattern as an analysis takes it, from a twin or from a user's file: places on an ascending axis, intensities and
// their standard errors.

export interface PowderPattern {
  /** d in Å, or 2θ in degrees */
  axis: "d" | "two-theta";
  /** ascending */
  x: Float64Array;
  intensity: Float64Array;
  /** standard errors, above 0 */
  error: Float64Array;
}

const axisNames = { d: ["d", "Å"], "two-theta": ["2θ", "°"] } as const;

/** @throws one sentence where the pattern cannot be refined */
export function checkPattern({ axis, x, intensity, error }: PowderPattern): void {
  const [name, unit] = axisNames[axis];
  const points = x.length;
  if (points < 10 || intensity.length !== points || error.length !== points)
    throw new Error(
      `invalid pattern: ${points} places, ${intensity.length} intensities, ${error.length} errors; must be as many, and ten at least`
    );
  for (let i = 0; i < points; ++i) {
    const where = `point ${i + 1}, ${name} = ${x[i]} ${unit}`;
    if (!(Number.isFinite(x[i]) && x[i] > 0))
      throw new Error(`invalid pattern: ${where}; must be a number above 0: remove the row`);
    if (i > 0 && x[i] === x[i - 1])
      throw new Error(
        `invalid pattern: ${name} = ${x[i]} ${unit} stands twice (points ${i} and ${i + 1}); keep one of them, or their mean`
      );
    if (i > 0 && x[i] < x[i - 1])
      throw new Error(`invalid pattern: ${name} falls at ${where}; must ascend: sort the rows`);
    if (!Number.isFinite(intensity[i]))
      throw new Error(
        `invalid pattern: intensity ${intensity[i]} at ${where}; must be a number: remove the row`
      );
    if (!(error[i] > 0 && error[i] < Infinity))
      throw new Error(
        `invalid pattern: standard error ${error[i]} at ${where}; must be above 0: give √counts, or remove the row`
      );
  }
}

/**
 * Reads rows of place, intensity and, in the third column, standard error (xye); titles above them, and lines that begin with
 * #, ! or a letter, are passed over. @throws where a row is no row of numbers, or has no error and `counts` does not say that √intensity serves
 */
export function readPattern(
  text: string,
  { axis, counts = false }: { axis: PowderPattern["axis"]; counts?: boolean }
): PowderPattern {
  const rows = text
    .split(/\r?\n/)
    .map((line, i) => ({ line: line.trim(), number: i + 1 }))
    .filter(({ line }) => line !== "" && !/^[#!A-Za-z'"]/.test(line));
  // titles of the columns may begin with a digit: “2theta I su”
  const first = rows.findIndex(({ line }) => !/[A-Za-z]{2}/.test(line));
  const numbers = rows.slice(Math.max(first, 0)).map(({ line, number }) => {
    const row = line.split(/[\s,;]+/).map(Number);
    if (row.length < 2 || row.some(Number.isNaN))
      throw new Error(
        `invalid pattern: line ${number}, “${line.slice(0, 40)}”; must be numbers: place, intensity, error`
      );
    if (row.length < 3 && !counts)
      throw new Error(
        `missing standard error: line ${number} has ${row.length} columns; add a third, or say that intensities are counts`
      );
    return row;
  });
  const pattern: PowderPattern = {
    axis,
    x: Float64Array.from(numbers, ([x]) => x),
    intensity: Float64Array.from(numbers, ([, y]) => y),
    error: Float64Array.from(numbers, ([, y, error]) => error ?? Math.sqrt(Math.max(y, 1)))
  };
  checkPattern(pattern);
  return pattern;
}

/** The part of a pattern from `from` to `to` on its axis. */
export function cutPattern(pattern: PowderPattern, from: number, to: number): PowderPattern {
  const inside = Array.from(pattern.x.keys()).filter((i) => pattern.x[i] >= from && pattern.x[i] <= to);
  const pick = (values: Float64Array) => Float64Array.from(inside, (i) => values[i]);
  return {
    axis: pattern.axis,
    x: pick(pattern.x),
    intensity: pick(pattern.intensity),
    error: pick(pattern.error)
  };
}
