// What is where in the particle: its fields against the radius.

import type { Model } from "./model.js";
import type { ParticleState } from "./state.js";

/** Fields against the radius in one state. */
export interface Profile {
  id: string;
  /** m, of the middles of the shells and of their edges (one more, from the centre to the surface) */
  radius: Float64Array;
  edges: Float64Array;
  lithium: Float64Array;
  trapped: Float64Array;
  distorted: Float64Array;
  vacancies: Float64Array;
  voids: Float64Array;
}

/** y of every shell. */
export function contents({ field, shells }: ParticleState): Float64Array {
  const y = new Float64Array(shells);
  for (let i = 0; i < shells; ++i) y[i] = field.regular[i] / (1 - field.reversible[i] - field.permanent[i]);
  return y;
}

/** @param id of the state */
export function profileOf({ shells }: Model, state: ParticleState, id: string): Profile {
  const { field } = state;
  const sum = (a: Float64Array, b: Float64Array) => a.map((value, i) => value + b[i]);
  return {
    id,
    radius: shells.middles.slice(),
    edges: shells.faces.slice(),
    lithium: contents(state),
    trapped: sum(field.trappedByVacancies, field.trappedByDistortion),
    distorted: sum(field.reversible, field.permanent),
    vacancies: field.vacancies.slice(),
    voids: field.voids.slice()
  };
}
