// What is in the five cross-sections of the ion maps. Lithium inside and outside the domains of fast cycling, the metal that these
// miss and how much of the area they take follow from the aged particle that all techniques see (aged-samples.ts, from the pathway
// model); widths of domains, pores in the cut and how well the domains of the elements overlap are assumed. A domain of fast cycling
// misses metal and not oxygen, of which a formula unit holds no more than elsewhere: "rich in oxygen" is meant per metal. After slow
// cycling what has changed is of the size of the nanovoids, below what the beam resolves: over a micrometre the faint unevenness of
// the pristine particle, assumed, is all that is left. The study prints no number of any of it, so what comes back tests the
// instrument and the analysis only.

import { composition } from "../material/composition.js";
import type { Parameter } from "../parameters.js";
import { agedSample } from "./aged-samples.js";

const micrometre = 1e-6;
const words = "not given in the study; of a made-up section with strong contrasts, for the limits";
const share = { unit: "", min: 0, max: 1, status: "assumed" } as const;

export const sectionParameters = {
  radius: {
    symbol: "R",
    label: "radius of the particle where it is cut",
    value: 8 * micrometre,
    unit: "m",
    min: 3 * micrometre,
    max: 8.6 * micrometre,
    status: "assumed",
    source: "the radius of the study's stress model; that the cut passes the centre is assumed"
  },
  domain: {
    symbol: "Λ",
    label: "longest wavelength of the domains; the shortest is half of it",
    value: 3.2 * micrometre,
    unit: "m",
    min: 0.4 * micrometre,
    max: 8 * micrometre,
    status: "assumed",
    source: `${words}: a few domains across a particle`
  },
  lithiumExcess: {
    ...{ ...share, symbol: "a_Li", label: "lithium of a domain over that outside it, less 1", value: 0.8 },
    ...{ max: 4, source: words }
  },
  oxygenExcess: {
    ...{ ...share, symbol: "a_O", label: "oxygen of a domain over that outside it, less 1", value: 0.12 },
    source: words
  },
  manganeseDeficit: {
    ...{ ...share, symbol: "a_Mn", label: "manganese missing in a domain, as a share", value: 0.25 },
    source: words
  },
  overlap: {
    ...{ ...share, symbol: "ρ", label: "correlation of the fields that place the domains of Li, O and Mn" },
    ...{ value: 0.8, source: `${words}: the three overlap` }
  },
  coverage: {
    ...{ ...share, symbol: "f", label: "share of the area in domains of one element", value: 0.3 },
    source: words
  },
  gradient: {
    ...{ ...share, symbol: "g", label: "fall of lithium from the centre to the surface, over the mean" },
    ...{ value: 0.5, max: 1.5, source: `${words}: the parabola of steady diffusion out of a sphere` }
  }
} as const satisfies Record<string, Parameter>;

/** What is in one section: lengths in m, contents in atoms per formula unit, the rest shares. */
export interface SectionContent {
  radius: number;
  domain: number;
  lithium: number;
  lithiumExcess: number;
  oxygenExcess: number;
  manganeseDeficit: number;
  overlap: number;
  coverage: number;
  gradient: number;
  /** round pores: how many, and the largest radius (m) */
  pores: number;
  poreRadius: number;
  /** cracks from the core outwards, and their width (m) */
  cracks: number;
  crackWidth: number;
}

export interface SectionState {
  id: string;
  label: string;
  /** null before the first cycle */
  rate: number | null;
  cycle: number;
  /** panel of the study */
  panel: string;
  content: SectionContent;
}

const value = (name: keyof typeof sectionParameters): number => sectionParameters[name].value;
const quiet: SectionContent = {
  ...{ radius: value("radius"), domain: value("domain"), coverage: value("coverage"), overlap: 0 },
  ...{ lithium: 1.2, lithiumExcess: 0.04, oxygenExcess: 0.01, manganeseDeficit: 0.02, gradient: 0 },
  ...{ pores: 25, poreRadius: 0.12 * micrometre, cracks: 0, crackWidth: 0 }
};

/**
 * A section with stronger contrasts than the aged particle's, for asking what the instrument and the analysis do: set by hand, to
 * agree with the study's words.
 */
export const madeUpSection: SectionContent = {
  ...quiet,
  ...{ lithium: 0.45, lithiumExcess: value("lithiumExcess"), oxygenExcess: value("oxygenExcess") },
  ...{ manganeseDeficit: value("manganeseDeficit"), overlap: value("overlap"), gradient: 0.1 },
  ...{ cracks: 6, crackWidth: 0.22 * micrometre }
};

/** How much of a metal that is missing is Mn, as in the milled fragment. */
const manganeseOfMissing = 0.9;
const metals = composition.Mn + composition.Co + composition.Ni;
/** Pores in the cut and their largest radius when gathered vacancies take all that they do after 20 slow cycles; assumed. */
const allVoids = { share: 0.027, count: 135, growth: 0.06 * micrometre };
/** Cracks in the cut and their width where they have grown out; assumed. */
const fullCracks = { count: 6, width: 0.22 * micrometre };

/** The section of an aged particle. */
function aged(id: string): SectionContent {
  const { rate, lithium, lithiumOfDomains, lithiumElsewhere, lithiumGradient, ...sample } = agedSample(id);
  const voids = Math.min(1, sample.nanovoidFraction / allVoids.share);
  // damage counts volume: lengths go with its cube root
  const cracks = Math.cbrt(sample.crackDamage);
  const domains = rate !== null &&
    rate >= 1 && {
      lithiumExcess: lithiumOfDomains / lithiumElsewhere - 1,
      manganeseDeficit: (manganeseOfMissing * metals * sample.metalLost) / composition.Mn,
      overlap: value("overlap"),
      coverage: sample.distorted
    };
  return {
    ...quiet,
    ...domains,
    lithium,
    gradient: Math.abs(lithiumGradient),
    pores: Math.round(quiet.pores + allVoids.count * voids),
    poreRadius: quiet.poreRadius + allVoids.growth * voids,
    cracks: Math.round(fullCracks.count * cracks),
    crackWidth: fullCracks.width * cracks
  };
}

export const sectionStates: readonly SectionState[] = [
  { id: "pristine", label: "pristine", rate: null, cycle: 0, panel: "Figure 4a", content: quiet },
  {
    ...{ id: "0.1C-first", label: "0.1 C, first cycle, 4.8 V", rate: 0.1, cycle: 1 },
    ...{ panel: "Supplementary Figure 26a", content: aged("0.1C-4.8V") }
  },
  {
    ...{ id: "10C-first", label: "10 C, first cycle, 4.8 V", rate: 10, cycle: 1 },
    ...{ panel: "Supplementary Figure 26b", content: aged("10C-4.8V") }
  },
  {
    ...{ id: "0.1C-20cycles", label: "0.1 C, 20 cycles, 4.8 V", rate: 0.1, cycle: 20 },
    ...{ panel: "Figure 4b", content: aged("0.1C-20cycles-4.8V") }
  },
  {
    ...{ id: "10C-20cycles", label: "10 C, 20 cycles, 4.8 V", rate: 10, cycle: 20 },
    ...{ panel: "Figure 4c, d", content: aged("10C-20cycles-4.8V") }
  }
];

/** @throws where there is no such section */
export function sectionState(id: string): SectionState {
  const found = sectionStates.find((state) => state.id === id);
  if (!found)
    throw new Error(`unknown cross-section: ${id}; there are ${sectionStates.map((s) => s.id).join(", ")}`);
  return found;
}

const { content: shown } = sectionState("10C-20cycles");
const ofModel = (name: "lithiumExcess" | "manganeseDeficit" | "coverage" | "gradient", what: string) => ({
  [name]: {
    ...sectionParameters[name],
    ...{ value: shown[name], status: "model" as const, source: `the pathway model: ${what}` }
  }
});

/** The section after 20 cycles at 10 C, for its table. */
export const agedSectionParameters: Record<string, Parameter> = {
  radius: sectionParameters.radius,
  domain: { ...sectionParameters.domain, source: "assumed: a few domains across a particle" },
  ...ofModel("coverage", "volume of the distorted, metal-poor domains"),
  ...ofModel("lithiumExcess", "lithium of these domains over that elsewhere"),
  ...ofModel("manganeseDeficit", "metal missing from these domains, nine tenths of it Mn"),
  oxygenExcess: {
    ...sectionParameters.oxygenExcess,
    ...{ value: shown.oxygenExcess, source: "assumed: the unevenness of the pristine particle, no more" }
  },
  overlap: { ...sectionParameters.overlap, source: "assumed: the three overlap" },
  ...ofModel("gradient", "lithium of the centre less that of the surface, over the mean")
};
