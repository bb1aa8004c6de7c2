// The honeycomb order of Li and Mn in the metal layer: how much of it the diffractometer could see. Domains of Li2MnO3 (C2/m)
// add reflections between those of the average structure; their signal is the root of Σ (y/σ)² over the pattern, the number of
// standard errors by which a search with the right pattern would find them. Stacking faults, which smear them, are left out.

import type { Crystal } from "../material/crystal.js";
import { cellVolume } from "../material/crystal.js";
import { lithiumManganite } from "../material/structures.js";
import { latticeCrystal } from "../particle/lattice-states.js";
import type { NeutronInstrument } from "./neutron-instrument.js";
import { expectNeutrons, neutronAmplitude, referenceScale } from "./neutron-twin.js";
import { peakShape, addPeak, firstAbove, reachOf } from "./pseudo-voigt.js";
import { reflectionList } from "./reflections.js";
import { structureFactors } from "./structure-factor.js";

export interface SuperstructureReflection {
  hkl: string;
  /** Å */
  d: number;
  /** height over that of the pristine (0 1 2), for a sample of such domains only */
  height: number;
}

/** Reflections that the honeycomb adds (k no multiple of three), strongest first. */
export function superstructureReflections(
  { dMin, dMax, resolution }: { dMin: number; dMax: number; resolution: number },
  crystal: Crystal = lithiumManganite()
): SuperstructureReflection[] {
  const list = reflectionList(crystal, { dMin, dMax });
  const { squared } = structureFactors(crystal, list, neutronAmplitude).compute();
  // |F|² of cells of unlike size: per volume of the sample
  const perVolume =
    (referenceScale({ resolution, lorentz: 0 }) * cellVolume(latticeCrystal("pristine").cell) ** 2) /
    cellVolume(crystal.cell) ** 2;
  return Array.from({ length: list.count }, (_, r) => r)
    .filter((r) => list.k[r] % 3 !== 0)
    .map((r) => {
      const area = perVolume * list.multiplicity[r] * squared[r] * list.d[r] ** 4;
      return {
        hkl: `${list.h[r]} ${list.k[r]} ${list.l[r]}`,
        d: list.d[r],
        height: (area * 2 * Math.sqrt(Math.LN2 / Math.PI)) / (resolution * list.d[r]) / 1000
      };
    })
    .sort((a, b) => b.height - a.height);
}

/** Standard errors by which domains of a share of the volume stand out. @param share 0 … 1 */
export function superstructureSignal(instrument: NeutronInstrument, share: number): number {
  const expectation = expectNeutrons(latticeCrystal("pristine"), instrument);
  const { d, intensity, sensitivity } = expectation;
  const y = new Float64Array(d.length);
  for (const { d: centre, height } of superstructureReflections(instrument)) {
    const shape = peakShape(instrument.resolution * centre, 0);
    const reach = reachOf(shape, 1);
    const area = (height * 1000 * shape.width) / (2 * Math.sqrt(Math.LN2 / Math.PI));
    addPeak(y, d, firstAbove(d, centre - reach), firstAbove(d, centre + reach), centre, area * share, shape);
  }
  let sum = 0;
  for (let i = 0; i < d.length; ++i) sum += (y[i] ** 2 * sensitivity[i]) / intensity[i];
  return Math.sqrt(sum);
}
