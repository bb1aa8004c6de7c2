// What a particle has become in one state: the numbers that every technique's sample is made from, so that one aged
// particle is seen by all instruments. They come from the pathway model; `aged-samples.ts` holds those of both rates.

export const agedElements = ["O", "Mn", "Co", "Ni"] as const;
export type AgedElement = (typeof agedElements)[number];

export type AgedPhase = "pristine" | "charge" | "discharge" | "aged-charge" | "aged-discharge";

/** m, how deep the surface is whose valence is told: about twice the densified layer of slow cycling. An assumption. */
export const surfaceDepth = { value: 7e-9, min: 2e-9, max: 40e-9 } as const;

export interface AgedValence {
  /** over all atoms of the element that are left */
  mean: number;
  /** within `surfaceDepth` of the surface less that far below it */
  surface: number;
  /** standard deviation between domains */
  spread: number;
}

export interface AgedSample {
  id: string;
  label: string;
  /** C; null before any cycling */
  rate: number | null;
  /** V, at the cell's terminals; null for the pristine particle */
  voltage: number | null;
  phase: AgedPhase;
  /** cycles completed before the half-cycle that ends in this state */
  cycles: number;
  /** lithium per formula unit, all of it */
  lithium: number;
  /** part of it that is trapped on tetrahedral sites, per formula unit */
  lithiumTrapped: number;
  /** lithium per formula unit within distorted domains, trapped lithium of theirs included, and in all other places */
  lithiumOfDomains: number;
  lithiumElsewhere: number;
  /** (centre − surface) / mean, of the lithium that diffuses */
  lithiumGradient: number;
  /** charge passed in the half-cycle up to this state */
  capacity_mAh_g: number;
  /** share of all oxygen that has been released */
  oxygenLost: number;
  /** shares of the volume, from 0 to 1: oxygen-poor domains, and distorted, metal-poor (“oxygen-rich”) ones */
  oxygenPoor: number;
  distorted: number;
  /** share of the volume in voids of gathered vacancies */
  nanovoidFraction: number;
  /** share of the volume in all voids: those of the synthesis, nanovoids and open cracks */
  porosity: number;
  /** share of the transition metals that is missing in the changed places, distorted and oxygen-poor taken together */
  metalLost: number;
  /** m, of densified (spinel and rock-salt) surface */
  surfaceLayer: number;
  /** 0 for none to 1 for cracks that have grown out */
  crackDamage: number;
  /** Pa, the largest tensile hoop stress in the half-cycle up to this state */
  hoopStress: number;
  valences: Record<AgedElement, AgedValence>;
}
