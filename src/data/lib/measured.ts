/** Numbers that came out of a twin, with what is known of their error, and what is made of them: sums, differences, ratios. */

/** A number as it was found, with its standard error, and as it is in the sample. */
export interface Measured {
  found: number;
  error: number;
  truth: number;
}

/**
 * The same, and what the numbers that it is made of are off by: |found − true| of each, carried on like a standard error.
 * Errors that cancel by luck in a sum or a difference do not pass for accuracy in this way.
 */
export interface Derived extends Measured {
  off: number;
}

export const derived = ({ found, error, truth }: Measured): Derived => ({
  ...{ found, error, truth },
  off: Math.abs(found - truth)
});

/** Twice the standard error and what is off, in squares: the half-width that a claim is judged with. */
export const halfWidth = ({ error, off }: Derived): number => 2 * Math.hypot(error, off);

export const sum = (parts: readonly Derived[]): Derived => ({
  found: parts.reduce((total, { found }) => total + found, 0),
  error: Math.hypot(...parts.map(({ error }) => error)),
  truth: parts.reduce((total, { truth }) => total + truth, 0),
  off: Math.hypot(...parts.map(({ off }) => off))
});

export const times = ({ found, error, truth, off }: Derived, factor: number): Derived => ({
  found: found * factor,
  error: error * Math.abs(factor),
  truth: truth * factor,
  off: off * Math.abs(factor)
});

export const less = (a: Derived, b: Derived): Derived => sum([a, times(b, -1)]);

export function over(a: Derived, b: Derived): Derived {
  const ratio = a.found / b.found;
  const carried = (of: "error" | "off") => Math.abs(ratio) * Math.hypot(a[of] / a.found, b[of] / b.found);
  return { found: ratio, error: carried("error"), truth: a.truth / b.truth, off: carried("off") };
}

export const most = (
  parts: readonly Derived[],
  of: (part: Derived) => number = ({ found }) => found
): Derived => parts.reduce((best, part) => (of(part) > of(best) ? part : best));

export const least = (parts: readonly Derived[]): Derived => most(parts, ({ found }) => -found);
