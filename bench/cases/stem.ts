// The twin of the atomic images and their analysis as a slider asks for them: 512² pixels, lamella built anew.

import { distortedLattice } from "../../src/science/particle/lattice-models.js";
import { analyse } from "../../src/science/stem/analysis.js";
import { defaultStemInstrument, fieldOf } from "../../src/science/stem/instrument.js";
import { strainMaps } from "../../src/science/stem/strain.js";
import { measure } from "../../src/science/stem/twin.js";

export const name = "stem";

export function run(): { case: string; size: Record<string, number>; times: number[]; error: null }[] {
  const instrument = defaultStemInstrument(512);
  const field = fieldOf(instrument);
  const size = { pixels: 512 * 512 };
  const time = (work: (k: number) => unknown): number[] => {
    work(0);
    return Array.from({ length: 7 }, (_, k) => {
      const start = performance.now();
      work(k + 1);
      return (performance.now() - start) / 1000;
    });
  };
  const image = measure(distortedLattice(field), instrument, 1);
  const sample = distortedLattice(field);
  return [
    {
      ...{ case: "dark field of a new lamella", size, error: null },
      times: time((k) => measure(distortedLattice(field, { twist: k }), instrument, 1))
    },
    {
      ...{ case: "integrated phase contrast of a new lamella", size, error: null },
      times: time((k) => measure(distortedLattice(field, { twist: k }), instrument, 1, { signal: "idpc" }))
    },
    {
      ...{ case: "dark field of the same lamella", size, error: null },
      times: time((k) => measure(sample, instrument, k))
    },
    { ...{ case: "strain map, peaks sought", size, error: null }, times: time(() => strainMaps(image)) },
    { ...{ case: "whole analysis", size, error: null }, times: time(() => analyse(image)) }
  ];
}
