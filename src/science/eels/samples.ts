// What the spectrometer looks at: regions A and B of the particle after 20 cycles at 10 C, and a nanovoid with its
// surroundings after 20 cycles at 0.1 C. The study prints no composition, valence or thickness but that of the lamella: the
// numbers are set to agree with its words (A rich in oxygen and lithium and poor in manganese; oxygen missing at nanovoids).

import { avogadro } from "../material/constants.js";
import { composition, formulaUnitConcentration } from "../material/composition.js";
import { prePeakEnd } from "../material/eels-edges.js";
import type { AbsorbingElement } from "../material/x-ray-absorption.js";
import { speciesOf } from "../material/xanes-references.js";

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
const set = "set to agree with the study's words; nothing of it is printed but the lamella's 50 nm";

export const eelsSamples: readonly EelsSample[] = [
  {
    id: "A",
    label: "region A, rich in oxygen (10 C, 20 cycles)",
    thickness: 50 * nm,
    contents: { Li: 0.95, Mn: 0.46, Co: 0.08, Ni: 0.16, O: 2.05 },
    oxidised: 0.2,
    manganese: { "Mn2+": 0, "Mn3+": 0.05, "Mn4+": 0.95 },
    note: set
  },
  {
    id: "B",
    label: "region B, other (10 C, 20 cycles)",
    thickness: 50 * nm,
    contents: { Li: 0.6, Mn: 0.57, Co: 0.08, Ni: 0.16, O: 1.92 },
    oxidised: 0,
    manganese: { "Mn2+": 0.05, "Mn3+": 0.3, "Mn4+": 0.65 },
    note: set
  },
  {
    id: "void",
    label: "through a nanovoid (0.1 C, 20 cycles)",
    thickness: 42 * nm,
    contents: { Li: 0.6, Mn: 0.56, Co: 0.08, Ni: 0.16, O: 1.76 },
    oxidised: 0,
    manganese: { "Mn2+": 0.2, "Mn3+": 0.35, "Mn4+": 0.45 },
    note: `${set}: a void 8 nm across, whose rim lacks oxygen`
  },
  {
    id: "around",
    label: "beside it (0.1 C, 20 cycles)",
    thickness: 50 * nm,
    contents: { Li: 0.6, Mn: 0.56, Co: 0.08, Ni: 0.16, O: 1.92 },
    oxidised: 0,
    manganese: { "Mn2+": 0.05, "Mn3+": 0.3, "Mn4+": 0.65 },
    note: `${set}: 4 % of the oxygen gone, as elsewhere in the study`
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
