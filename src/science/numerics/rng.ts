// Pseudo-random numbers from a seed, the same on every machine: splitmix32 fills the state of sfc32.
// Doty-Humphrey's "small fast counting" generator, as in PractRand, http://pracrand.sourceforge.net; period ≥ 2^32,
// about 2^127 on average.

/** Uniform numbers in [0, 1), 32 bits each. */
export type Random = () => number;

/** @param seed a whole number from 0 to 2^32 − 1 @throws otherwise */
export function random(seed: number): Random {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    throw new Error(`invalid seed: ${seed}; must be a whole number from 0 to 4294967295`);
  let word = seed >>> 0;
  const fill = () => {
    word = (word + 0x9e3779b9) >>> 0;
    let z = word ^ (word >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  let [a, b, c, counter] = [fill(), fill(), fill(), 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let k = 0; k < 12; ++k) next();
  return next;
}
