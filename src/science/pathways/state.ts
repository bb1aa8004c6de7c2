// What the model keeps of a particle, in one array so that two solutions of a step can be mixed: nine fields over the shells,
// per formula unit of the pristine oxide, then a few numbers of the whole. Mixing keeps whatever is linear: lithium, oxygen.

export const fieldNames = [
  /** lithium in regular places: content y times their share 1 − d */
  "regular",
  /** lithium in distorted domains, times their share d */
  "distortedLithium",
  /** lithium trapped beside vacancies, and in distorted domains */
  "trappedByVacancies",
  "trappedByDistortion",
  /** oxygen vacancies that move, and those in nanovoids */
  "vacancies",
  "voids",
  /** share of distorted slabs that can flatten again, and that cannot */
  "reversible",
  "permanent",
  /** metal that has left */
  "metal"
] as const;
export type FieldName = (typeof fieldNames)[number];

export const totalNames = [
  /** oxygen released, lithium that has entered, lithium moved in either direction; per formula unit of the whole */
  "released",
  "entered",
  "passed",
  /** densified layer in m, the native one included */
  "layer",
  "cracks",
  /** h of the equilibrium */
  "branch"
] as const;
export type TotalName = (typeof totalNames)[number];

export interface ParticleState {
  shells: number;
  values: Float64Array;
  field: Record<FieldName, Float64Array>;
}

const at = Object.fromEntries(totalNames.map((name, k) => [name, k])) as Record<TotalName, number>;

export function emptyState(shells: number): ParticleState {
  const values = new Float64Array(fieldNames.length * shells + totalNames.length);
  const field = Object.fromEntries(
    fieldNames.map((name, k) => [name, values.subarray(k * shells, (k + 1) * shells)])
  ) as Record<FieldName, Float64Array>;
  return { shells, values, field };
}

export const totalOf = ({ shells, values }: ParticleState, name: TotalName): number =>
  values[fieldNames.length * shells + at[name]];

export function addTo({ shells, values }: ParticleState, name: TotalName, change: number): void {
  values[fieldNames.length * shells + at[name]] += change;
}

export function setTotal({ shells, values }: ParticleState, name: TotalName, value: number): void {
  values[fieldNames.length * shells + at[name]] = value;
}

export function copyState(from: ParticleState): ParticleState {
  const state = emptyState(from.shells);
  state.values.set(from.values);
  return state;
}
