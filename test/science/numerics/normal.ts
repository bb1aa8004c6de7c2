import { random } from "../../../src/science/numerics/rng.js";

/** Normally distributed numbers of variance one (Box and Muller 1958). */
export function normal(seed: number): () => number {
  const next = random(seed);
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
