// What is cut out of a map of resonant inelastic scattering: the counts in a band of emission energies, for each excitation energy.

export interface RixsMap {
  /** eV, evenly spaced, rising */
  excitation: ArrayLike<number>;
  emission: ArrayLike<number>;
  /** counts `[excitation][emission]`, emission fastest */
  counts: ArrayLike<number>;
}

export interface ProfilePoint {
  energy: number;
  counts: number;
  /** square root of the counts */
  error: number;
}

/** @throws where the counts are not one for each pair of energies */
export function checkRixs({ excitation, emission, counts }: RixsMap): void {
  if (excitation.length < 2 || emission.length < 2 || counts.length !== excitation.length * emission.length)
    throw new Error(
      `invalid map: ${counts.length} counts; must be ${excitation.length} × ${emission.length}, two or more energies each way`
    );
}

/** @param band eV of emission, both ends included */
export function bandProfile(map: RixsMap, [from, to]: readonly [number, number]): ProfilePoint[] {
  checkRixs(map);
  const { excitation, emission, counts } = map;
  return Array.from(excitation, (energy, i) => {
    let sum = 0;
    for (let j = 0; j < emission.length; ++j)
      if (emission[j] >= from && emission[j] <= to) sum += counts[i * emission.length + j];
    return { energy, counts: sum, error: Math.sqrt(Math.max(0, sum)) };
  });
}
