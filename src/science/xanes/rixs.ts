// Twin of a resonant inelastic scattering map at the O K edge, counts at excitation E and emission ε:
//   N [ a(E) g(ε − 525.5) + f A g(E − 531.0) g(ε − 523.7) + A_el g(E − ε) + b ],
// a the lattice's absorption with its maximum made one, g Gaussians of height one, whose widths hold the resolution. That
// the lattice's emission does not move with the excitation is assumed. Positions: fingerprint of oxidised oxygen as in
// eScholarship 6928j433, lattice emission recalled as 525–526 eV; all widths but the resolutions are assumed.

import { referenceSpectrum, speciesOf } from "../material/xanes-references.js";
import { poisson } from "../numerics/poisson.js";
import { random } from "../numerics/rng.js";
import { gaussianFwhm } from "../numerics/voigt.js";
import type { RixsInstrument } from "./rixs-instrument.js";

/** eV */
export const rixsRanges = { excitation: [526, 536], emission: [518, 530] } as const;
export const rixsFeature = { excitation: 531, emission: 523.7 } as const;
const latticeEmission = 525.5;
/** eV, full widths at half height without the resolution */
const widths = { lattice: 2.2, featureExcitation: 0.8, featureEmission: 0.9 };

export interface RixsMap {
  /** eV, rising */
  excitation: Float64Array;
  emission: Float64Array;
  /** [excitation][emission] */
  counts: Float32Array;
}

function grid([from, to]: readonly [number, number], step: number): Float64Array {
  if (!(step > 0 && step <= (to - from) / 4))
    throw new Error(`invalid step: ${step} eV; must be positive, and a quarter of ${to - from} eV or less`);
  const count = Math.round((to - from) / step);
  return Float64Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
}

/** Counts expected. @param oxidised share of the oxygen, 0 to 1 */
export function expectedRixs(oxidised: number, instrument: RixsInstrument): RixsMap {
  if (!(oxidised >= 0 && oxidised <= 1))
    throw new Error(`invalid share of oxidised oxygen: ${oxidised}; must be from 0 to 1`);
  const { counts, background, strength, elastic, excitationResolution, emissionResolution } = instrument;
  if (!(counts > 0)) throw new Error(`invalid counts: ${counts}; must be positive`);
  const excitation = grid(rixsRanges.excitation, instrument.excitationStep);
  const emission = grid(rixsRanges.emission, instrument.emissionStep);
  const absorption = referenceSpectrum(speciesOf("O-lattice"), excitation, {
    resolution: excitationResolution
  });
  const least = absorption[0];
  const most = Math.max(...absorption) - least;
  const gauss = (x: number, width: number) => Math.exp(-0.5 * ((x * gaussianFwhm) / width) ** 2);
  const out = new Float32Array(excitation.length * emission.length);
  const [latticeWidth, featureWidth, featureExcitation, elasticWidth] = [
    Math.hypot(widths.lattice, emissionResolution),
    Math.hypot(widths.featureEmission, emissionResolution),
    Math.hypot(widths.featureExcitation, excitationResolution),
    Math.hypot(excitationResolution, emissionResolution)
  ];
  for (let i = 0, at = 0; i < excitation.length; ++i) {
    const lattice = (absorption[i] - least) / most;
    const feature = oxidised * strength * gauss(excitation[i] - rixsFeature.excitation, featureExcitation);
    for (const energy of emission)
      out[at++] =
        counts *
        (lattice * gauss(energy - latticeEmission, latticeWidth) +
          feature * gauss(energy - rixsFeature.emission, featureWidth) +
          elastic * gauss(energy - excitation[i], elasticWidth) +
          background);
  }
  return { excitation, emission, counts: out };
}

/** Counts of one run. @param seed the same seed gives the same bytes */
export function recordRixs(map: RixsMap, seed: number): RixsMap {
  const uniform = random(seed);
  return { ...map, counts: map.counts.map((mean) => poisson(mean, uniform)) };
}

/** Share of its height by which two equal Gaussian lines fall between them; 0 where they are one. @param width full width at half height of each, eV */
export function valleyBetween(spacing: number, width: number): number {
  if (!(spacing >= 0 && width > 0))
    throw new Error(`invalid lines: ${spacing} eV apart, ${width} eV wide; must be positive`);
  const gauss = (x: number) => Math.exp(-0.5 * ((x * gaussianFwhm) / width) ** 2);
  const sum = (x: number) => gauss(x - spacing / 2) + gauss(x + spacing / 2);
  let top = 0;
  for (let i = 0; i <= 1000; ++i) top = Math.max(top, sum((spacing * i) / 1000));
  return top > 0 ? 1 - sum(0) / top : 0;
}
