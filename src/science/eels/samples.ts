// What the spectrometer looks at: regions A and B of the particle after 20 cycles at 10 C, and a nanovoid with its
// surroundings after 20 cycles at 0.1 C, all at 4.8 V. Lithium, metal and oxygen follow from the aged particle that all techniques
// see (aged-samples.ts, from the pathway model): A is a distorted, metal-poor domain of it, B a place outside them. The study
// prints no composition or valence, so what comes back tests the analysis only.

import { avogadro } from "../material/constants.js";
import { composition, formulaUnitConcentration } from "../material/composition.js";
import { prePeakEnd } from "../material/eels-edges.js";
import type { AbsorbingElement } from "../material/x-ray-absorption.js";
import { speciesOf } from "../material/xanes-references.js";
import { type AgedSample } from "../particle/aged-sample.js";
import { agedSample } from "../particle/aged-samples.js";

export interface EelsSample {
  id: string;
  label: string;
  /** m of solid along the beam */
  thickness: number;
  /** atoms a formula unit */
  contents: Record<AbsorbingElement, number>;
  /** share of the oxygen that is oxidised */
  oxidised: number;
  /** shares of Mn, by species */
  manganese: Readonly<Record<"Mn2+" | "Mn3+" | "Mn4+", number>>;
  note: string;
}

const nm = 1e-9;
const fast = agedSample("10C-20cycles-4.8V");
const slow = agedSample("0.1C-20cycles-4.8V");
const model = "from the pathway model; the lamella's 50 nm are the study's";

/** Metals of a domain: what is missing there is manganese above all. */
const missingMetal = { Mn: 0.9, Ni: 0.067, Co: 0.033 };
const metals = composition.Mn + composition.Co + composition.Ni;
const metalsLess = (share: number) => ({
  Mn: composition.Mn - share * metals * missingMetal.Mn,
  Co: composition.Co - share * metals * missingMetal.Co,
  Ni: composition.Ni - share * metals * missingMetal.Ni
});

/** Shares of Mn of a mean valence from 3 to 4, a tenth of what is not Mn⁴⁺ being Mn²⁺ beside the Mn³⁺. */
function manganeseOf(valence: number): EelsSample["manganese"] {
  const reduced = Math.min(1, Math.max(0, 4 - valence) / 1.1);
  return { "Mn2+": 0.1 * reduced, "Mn3+": 0.9 * reduced, "Mn4+": 1 - reduced };
}

/** Share of the oxygen that is oxidised: the mean valence above that of the lattice. */
const oxidisedOf = ({ valences }: AgedSample, spreads: number) =>
  Math.min(1, Math.max(0, valences.O.mean + 2 + spreads * valences.O.spread));

/** m, across the nanovoid along the beam, and the share of the oxygen that its rim lacks: assumed. */
const voidLength = 8 * nm;
const rimLoss = 0.12;

export const eelsSamples: readonly EelsSample[] = [
  {
    id: "A",
    label: "region A, rich in oxygen (10 C, 20 cycles)",
    thickness: 50 * nm,
    contents: { Li: fast.lithiumOfDomains, ...metalsLess(fast.metalLost), O: composition.O },
    // oxygen of the metal-poor places, a spread above the mean
    oxidised: oxidisedOf(fast, 1),
    manganese: manganeseOf(fast.valences.Mn.mean),
    note: model
  },
  {
    id: "B",
    label: "region B, other (10 C, 20 cycles)",
    thickness: 50 * nm,
    contents: { Li: fast.lithiumElsewhere, ...metalsLess(0), O: composition.O * (1 - fast.oxygenLost) },
    oxidised: oxidisedOf(fast, -1),
    manganese: manganeseOf(fast.valences.Mn.mean),
    note: model
  },
  {
    id: "void",
    label: "through a nanovoid (0.1 C, 20 cycles)",
    thickness: 50 * nm - voidLength,
    contents: { Li: slow.lithium, ...metalsLess(0), O: composition.O * (1 - rimLoss) },
    oxidised: 0,
    // the rim is reduced as the surface is
    manganese: manganeseOf(slow.valences.Mn.mean + slow.valences.Mn.surface),
    note: `${model}; a void 8 nm across and a rim that lacks 12 % of its oxygen are assumed`
  },
  {
    id: "around",
    label: "beside it (0.1 C, 20 cycles)",
    thickness: 50 * nm,
    contents: { Li: slow.lithium, ...metalsLess(0), O: composition.O * (1 - slow.oxygenLost) },
    oxidised: oxidisedOf(slow, 0),
    manganese: manganeseOf(slow.valences.Mn.mean),
    note: model
  }
];

/** The compound before any cycle, 50 nm of it. */
export const pristineSample: EelsSample = {
  id: "pristine",
  label: "pristine",
  thickness: 50 * nm,
  contents: { ...composition },
  oxidised: 0,
  manganese: { "Mn2+": 0, "Mn3+": 0, "Mn4+": 1 },
  note: "nominal composition"
};

/** @throws with the ids there are */
export function eelsSample(id: string): EelsSample {
  const found = [...eelsSamples, pristineSample].find((sample) => sample.id === id);
  if (!found)
    throw new Error(
      `unknown sample: ${id}; must be one of ${eelsSamples.map((s) => s.id).join(", ")}, pristine`
    );
  return found;
}

/** @throws where an amount or the thickness makes no sense */
export function checkSample({ id, thickness, contents, oxidised, manganese }: EelsSample): void {
  if (!(thickness > 0 && thickness < 1e-6))
    throw new Error(`invalid thickness of ${id}: ${thickness} m; must be positive and below 1 µm`);
  for (const [element, n] of Object.entries(contents))
    if (!(n >= 0)) throw new Error(`invalid amount of ${element} in ${id}: ${n}; must be zero or positive`);
  const shares = Object.values(manganese);
  if (!(oxidised >= 0 && oxidised <= 1) || shares.some((s) => !(s >= 0)))
    throw new Error(`invalid shares of species in ${id}; must be from 0 to 1`);
  if (Math.abs(shares.reduce((sum, s) => sum + s, 0) - 1) > 1e-6)
    throw new Error(`invalid shares of Mn in ${id}; must add to 1`);
}

/** Atoms of each element in a m² of the projection. */
export function arealDensities({ thickness, contents }: EelsSample): Record<AbsorbingElement, number> {
  const units = formulaUnitConcentration() * avogadro * thickness;
  return {
    Li: contents.Li * units,
    O: contents.O * units,
    Mn: contents.Mn * units,
    Co: contents.Co * units,
    Ni: contents.Ni * units
  };
}

export const meanValence = ({ manganese: m }: EelsSample): number =>
  2 * m["Mn2+"] + 3 * m["Mn3+"] + 4 * m["Mn4+"];

/** Where the pre-peak lies (eV, the mean of its lines by their area) and its area an oxygen atom over that of the lattice. */
export function truePrePeak({ oxidised }: Pick<EelsSample, "oxidised">): { energy: number; area: number } {
  const of = (id: string) => {
    const lines = speciesOf(id).lines.filter(({ energy }) => energy < prePeakEnd);
    const area = lines.reduce((sum, line) => sum + line.area, 0);
    return { area, moment: lines.reduce((sum, line) => sum + line.area * line.energy, 0) };
  };
  const [lattice, other] = [of("O-lattice"), of("O-oxidised")];
  const mix = (a: number, b: number) => (1 - oxidised) * a + oxidised * b;
  const area = mix(lattice.area, other.area);
  return { energy: mix(lattice.moment, other.moment) / area, area: area / lattice.area };
}
