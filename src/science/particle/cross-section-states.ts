// What is set of the five cross-sections of the ion maps. The study prints no content, size or amplitude of a domain: every
// number here is an input, chosen to agree with its words, so that what comes back tests the instrument and the analysis only.

import type { Parameter } from "../parameters.js";

const micrometre = 1e-6;
const words = "not given in the study; set to agree with its words";
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
const slow: SectionContent = { ...quiet, lithium: 0.35, lithiumExcess: 0.08, gradient: value("gradient") };
const fast: SectionContent = {
  ...quiet,
  ...{ lithium: 0.45, lithiumExcess: value("lithiumExcess"), oxygenExcess: value("oxygenExcess") },
  ...{ manganeseDeficit: value("manganeseDeficit"), overlap: value("overlap"), gradient: 0.1 }
};

export const sectionStates: readonly SectionState[] = [
  { id: "pristine", label: "pristine", rate: null, cycle: 0, panel: "Figure 4a", content: quiet },
  {
    ...{ id: "0.1C-first", label: "0.1 C, first cycle, 4.8 V", rate: 0.1, cycle: 1 },
    ...{ panel: "Supplementary Figure 26a", content: { ...slow, pores: 60 } }
  },
  {
    ...{ id: "10C-first", label: "10 C, first cycle, 4.8 V", rate: 10, cycle: 1 },
    panel: "Supplementary Figure 26b",
    content: {
      ...{ ...fast, lithiumExcess: 0.5, oxygenExcess: 0.06, manganeseDeficit: 0.08 },
      ...{ cracks: 3, crackWidth: 0.12 * micrometre }
    }
  },
  {
    ...{ id: "0.1C-20cycles", label: "0.1 C, 20 cycles, 4.8 V", rate: 0.1, cycle: 20, panel: "Figure 4b" },
    content: {
      ...slow,
      oxygenExcess: 0.02,
      manganeseDeficit: 0.04,
      pores: 160,
      poreRadius: 0.18 * micrometre
    }
  },
  {
    ...{ id: "10C-20cycles", label: "10 C, 20 cycles, 4.8 V", rate: 10, cycle: 20, panel: "Figure 4c, d" },
    content: { ...fast, cracks: 6, crackWidth: 0.22 * micrometre }
  }
];

/** @throws where there is no such section */
export function sectionState(id: string): SectionState {
  const found = sectionStates.find((state) => state.id === id);
  if (!found)
    throw new Error(`unknown cross-section: ${id}; there are ${sectionStates.map((s) => s.id).join(", ")}`);
  return found;
}
