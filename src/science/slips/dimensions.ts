// Dimensions of printed equations: a product of powers of kg, m, s, A, K and mol is a list of exponents, products add them, and
// an equation can hold only if all its terms have the same (BIPM, The International System of Units, 9th ed., 2019, section 2.3.3).

const base = ["kg", "mol", "A", "K", "m", "s"] as const;

/** Exponents of kg, mol, A, K, m, s. */
export type Dimension = readonly number[];

/** @param exponents of the base units that are there, as `{kg: 1, m: -1, s: -2}` for a pressure */
export function dimension(exponents: Partial<Record<(typeof base)[number], number>>): Dimension {
  return base.map((unit) => exponents[unit] ?? 0);
}

/** The dimension of a product of powers. @param factors pairs of a dimension and its exponent */
export function product(...factors: readonly (readonly [Dimension, number])[]): Dimension {
  return base.map((_, i) => factors.reduce((sum, [factor, power]) => sum + power * (factor[i] ?? 0), 0));
}

export const sameDimension = (one: Dimension, other: Dimension): boolean =>
  base.every((_, i) => Math.abs((one[i] ?? 0) - (other[i] ?? 0)) < 1e-12);

const raised = (n: number): string =>
  n === 1
    ? ""
    : String(n)
        .replace("-", "⁻")
        .replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? digit);

/** In base units, "kg m⁻¹ s⁻²"; "1" where there is none. */
export function sayDimension(of: Dimension): string {
  const parts = base.flatMap((unit, i) => (of[i] ? [`${unit}${raised(of[i])}`] : []));
  return parts.length > 0 ? parts.join(" ") : "1";
}

export const dimensions = {
  none: dimension({}),
  length: dimension({ m: 1 }),
  diffusivity: dimension({ m: 2, s: -1 }),
  concentration: dimension({ mol: 1, m: -3 }),
  /** amount through an area in a time */
  flux: dimension({ mol: 1, m: -2, s: -1 }),
  /** amount made in a volume in a time */
  source: dimension({ mol: 1, m: -3, s: -1 }),
  perLength: dimension({ m: -1 }),
  /** F */
  faraday: dimension({ A: 1, s: 1, mol: -1 }),
  /** R T */
  molarEnergy: dimension({ kg: 1, m: 2, s: -2, mol: -1 }),
  potential: dimension({ kg: 1, m: 2, s: -3, A: -1 }),
  stress: dimension({ kg: 1, m: -1, s: -2 }),
  acceleration: dimension({ m: 1, s: -2 }),
  volume: dimension({ m: 3 })
} as const;
