// A spectrum at other energies, by straight lines between its points.

/** @throws where energies do not rise */
export function checkRising(energies: ArrayLike<number>, of: string): void {
  for (let i = 1; i < energies.length; ++i)
    if (!(energies[i] > energies[i - 1]))
      throw new Error(
        `invalid energies of ${of}: ${energies[i]} eV after ${energies[i - 1]} eV; must rise: sort the points and merge repeated ones`
      );
}

/**
 * Values at `at`, which rise as `energies` do.
 * @param of name of the spectrum, for messages
 * @throws where the spectrum does not reach over all of `at`
 */
export function resample(
  energies: ArrayLike<number>,
  values: ArrayLike<number>,
  at: ArrayLike<number>,
  of = "the spectrum"
): Float64Array {
  const n = energies.length;
  if (values.length !== n)
    throw new Error(`invalid ${of}: ${values.length} values; must be one for each of ${n} energies`);
  checkRising(energies, of);
  checkRising(at, "the points wanted");
  if (at.length > 0 && !(energies[0] <= at[0] && at[at.length - 1] <= energies[n - 1]))
    throw new Error(
      `invalid range: ${of} covers ${energies[0]} to ${energies[n - 1]} eV; must cover ${at[0]} to ${at[at.length - 1]} eV: narrow the window, or check that both are in eV`
    );
  let i = 1;
  return Float64Array.from({ length: at.length }, (_, k) => {
    while (i < n - 1 && energies[i] < at[k]) ++i;
    const share = (at[k] - energies[i - 1]) / (energies[i] - energies[i - 1]);
    return values[i - 1] + share * (values[i] - values[i - 1]);
  });
}
