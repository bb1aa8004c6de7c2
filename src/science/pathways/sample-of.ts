// From the model's fields to the numbers of an aged sample, see particle/aged-sample.ts.
//   oxygen-poor share = f_P + (1 − f_P) (v̄ + n̄)/(2 δ): as many domains that have lost δ of their oxygen as make up the loss
//   porosity = p_0 + β n̄ + p_c c
// Valences: three kinds of domain, each with its own lithium and oxygen and so its own charge: regular, oxygen-poor, distorted.

import { composition } from "../material/composition.js";
import {
  agedElements,
  type AgedElement,
  type AgedPhase,
  type AgedSample,
  type AgedValence
} from "../particle/aged-sample.js";
import { meanOf } from "./grid.js";
import type { Model } from "./model.js";
import { pristineLithium, pristineMetal } from "./parameters.js";
import { ladderOf, valencesAt, type Valences } from "./redox.js";
import { totalOf, type ParticleState } from "./state.js";
import { polarisation, surfaceContent, type Drive } from "./voltage.js";

export interface SamplePlace {
  id: string;
  label: string;
  rate: number | null;
  voltage: number | null;
  phase: AgedPhase;
  cycles: number;
}

/** @param passed lithium moved in the half-cycle so far, as mAh/g @param hoop largest so far, Pa */
export function sampleOf(
  model: Model,
  state: ParticleState,
  drive: Drive | null,
  place: SamplePlace,
  { capacity, hoop }: { capacity: number; hoop: number }
): AgedSample {
  const { shells, parameters: p } = model;
  const mean = (values: ArrayLike<number>) => meanOf(shells, values);
  const { field } = state;
  const regular = mean(field.regular);
  const inDomains = mean(field.distortedLithium);
  const [trappedV, trappedD] = [mean(field.trappedByVacancies), mean(field.trappedByDistortion)];
  const changed = mean(field.reversible) + mean(field.permanent);
  const distorted = p.pristineDistorted + (1 - p.pristineDistorted) * changed;
  // places that were distorted from the start hold what is around them
  const elsewhere = (regular + trappedV) / (1 - changed);
  const ofDomains =
    (p.pristineDistorted * (1 - changed) * elsewhere + inDomains + trappedD) /
    (p.pristineDistorted * (1 - changed) + changed);
  const gone = mean(field.vacancies) + mean(field.voids);
  const grownPoor = Math.min(1 - p.pristinePoor - distorted, gone / (2 * p.domainLoss));
  const oxygenPoor = p.pristinePoor + (1 - p.pristinePoor) * grownPoor;
  const lithium = regular + inDomains + trappedV + trappedD;
  const centre = field.regular[0] / (1 - field.reversible[0] - field.permanent[0]);
  const surface = drive ? surfaceContent(model, state, drive.flux) : centre;
  const cracks = totalOf(state, "cracks");
  const nanovoids = p.voidVolume * mean(field.voids);
  const ladder = ladderOf(p, drive ? polarisation(model, state, drive) : 0);
  return {
    ...place,
    lithium,
    lithiumTrapped: trappedV + trappedD,
    lithiumOfDomains: ofDomains,
    lithiumElsewhere: elsewhere,
    lithiumGradient: (centre - surface) / (regular / (1 - changed)),
    capacity_mAh_g: capacity,
    oxygenLost: gone / composition.O,
    oxygenPoor,
    distorted,
    nanovoidFraction: nanovoids,
    porosity: p.synthesisPorosity + nanovoids + p.crackVolume * cracks,
    metalLost: mean(field.metal) / (pristineMetal * (distorted + grownPoor)),
    surfaceLayer: totalOf(state, "layer"),
    crackDamage: cracks,
    hoopStress: hoop,
    valences: valencesOf()
  };

  function valencesOf(): Record<AgedElement, AgedValence> {
    const poor = grownPoor;
    const kinds: { share: number; atoms: number; valences: Valences }[] = [
      domain(1 - changed - poor, elsewhere, 0),
      domain(poor, elsewhere, poor > 0 ? gone / poor : 0),
      domain(changed, changed > 0 ? (inDomains + trappedD) / changed : elsewhere, 0)
    ];
    const of = (element: AgedElement): { mean: number; spread: number } => {
      const weight = ({ share, atoms }: (typeof kinds)[number]) => share * (element === "O" ? atoms : 1);
      const all = kinds.reduce((sum, kind) => sum + weight(kind), 0);
      const average = kinds.reduce((sum, kind) => sum + weight(kind) * kind.valences[element], 0) / all;
      const variance =
        kinds.reduce((sum, kind) => sum + weight(kind) * (kind.valences[element] - average) ** 2, 0) / all;
      const own = { O: p.spreadO, Mn: p.spreadMn, Co: p.spreadCo, Ni: p.spreadNi }[element];
      return { mean: average, spread: Math.sqrt(variance + own * own) };
    };
    const means = Object.fromEntries(agedElements.map((element) => [element, of(element)])) as Record<
      AgedElement,
      { mean: number; spread: number }
    >;
    const surfaces = surfaceOf(Object.fromEntries(agedElements.map((e) => [e, means[e].mean])) as Valences);
    return Object.fromEntries(
      agedElements.map((element) => [
        element,
        { mean: means[element].mean, surface: surfaces[element], spread: means[element].spread }
      ])
    ) as Record<AgedElement, AgedValence>;
  }

  function domain(share: number, content: number, lost: number) {
    const charge = pristineLithium - content - 2 * lost;
    return { share, atoms: composition.O - lost, valences: valencesAt(ladder, charge) };
  }

  /** A part L/ℓ_s of the surface is densified: Mn and Ni are reduced there, and what oxygen has given them it lacks (reductive
   *  coupling): only where oxygen is oxidised at all. */
  function surfaceOf(bulk: Valences): Valences {
    const dense = Math.min(1, totalOf(state, "layer") / p.surfaceDepth);
    const Mn = dense * Math.min(0, p.denseMn - bulk.Mn);
    const Ni = dense * Math.min(0, p.denseNi - bulk.Ni);
    const holes = Math.min(1, Math.max(0, (bulk.O + 2) / 0.3));
    const O = (-holes * (composition.Mn * Mn + composition.Ni * Ni)) / composition.O;
    return { O, Mn, Co: 0, Ni };
  }
}
