// Claims of the study that the model's two runs can answer, each with the interval that counts as met: the study's own rule where
// the quantity is the same, else the nearest that the model has. Calibrated ones cannot count as reproduced: they say only whether
// a mechanism is needed for them.

import { capacityPerLithium } from "../material/composition.js";
import {
  charged,
  of,
  onset,
  givenByMetals,
  oxidised,
  mostGiven,
  hoopAt20,
  decay,
  fade,
  shareGained,
  farthest,
  positive,
  grown,
  activity,
  innerVacancies
} from "./claim-quantities.js";
import type { AgedResult } from "./aged-particle.js";
import { nickelAndCobalt, stateOfPristine, type Runs } from "./targets.js";

/** Both rates, and what Q11 compares them with: 0.1 C without release of oxygen, 10 C without stress. */
export interface ClaimRuns extends Runs {
  slowWithoutRelease: AgedResult;
  fastWithoutStress: AgedResult;
}

export interface PathwayClaim {
  id: string;
  statement: string;
  quantity: string;
  unit: string;
  /** met where the value lies in it */
  accept: readonly [min: number, max: number];
  /** calibrated: a constant is set to it; input: follows at once from one that is assumed for it; predicted: neither */
  kind: "calibrated" | "input" | "predicted";
  value: (runs: ClaimRuns) => number;
}

export interface PathwayVerdict extends Omit<PathwayClaim, "value"> {
  /** null where a run does not reach the state that it needs */
  value: number | null;
  holds: boolean;
}

const claim = (
  id: string,
  kind: PathwayClaim["kind"],
  statement: string,
  quantity: string,
  [min, max, unit]: readonly [number, number, string],
  value: PathwayClaim["value"]
): PathwayClaim => ({ id, kind, statement, quantity, unit, accept: [min, max], value });

export const pathwayClaims: readonly PathwayClaim[] = [
  claim(
    "C04",
    "calibrated",
    "About 4 % of the oxygen goes in the first slow cycle, and no more in 20.",
    "oxygen lost after one or twenty cycles at 0.1 C, the farther from 4 %",
    [3, 5, "%"],
    ({ slow }) =>
      farthest(
        ["discharged", "20cycles"].map((name) => 100 * of(slow, name, (s) => s.oxygenLost)),
        4
      )
  ),
  claim(
    "C06",
    "calibrated",
    "Oxygen-poor regions appear at 4.6 V on slow charge.",
    "first sampled voltage with more oxygen-poor volume than before",
    [4.5, 4.7, "V"],
    ({ slow }) => onset(slow, "oxygenPoor")
  ),
  claim(
    "C06b",
    "predicted",
    "They appear at the surface and in the bulk together.",
    "vacancies in the inner half of the radius over the mean, 0.1 C, 4.8 V",
    [0.5, 1.5, ""],
    ({ slow }) => innerVacancies(slow)
  ),
  claim(
    "C08",
    "predicted",
    "On slow discharge the oxygen-poor share stays.",
    "oxygen-poor share after discharge over that before",
    [0.9, 1.1, ""],
    ({ slow }) => grown(slow, "discharged", "oxygenPoor") / grown(slow, "4.8V", "oxygenPoor")
  ),
  claim(
    "C09",
    "calibrated",
    "Oxygen-rich domains show at 4.4 V on fast charge.",
    "first sampled voltage with more distorted volume than before",
    [4.3, 4.5, "V"],
    ({ fast }) => onset(fast, "distorted")
  ),
  claim(
    "C10",
    "calibrated",
    "Oxygen-rich domains take up 17 % at 4.8 V, 10 C.",
    "distorted share of the volume",
    [14, 20, "%"],
    ({ fast }) => 100 * of(fast, "4.8V", (s) => s.distorted)
  ),
  claim(
    "C11",
    "calibrated",
    "Part of them goes back on fast discharge.",
    "distorted share after discharge over that before",
    [0.05, 0.95, ""],
    ({ fast }) => of(fast, "discharged", (s) => s.distorted) / of(fast, "4.8V", (s) => s.distorted)
  ),
  claim(
    "C12",
    "predicted",
    "Most metal is oxidised by 4.4 V on slow charge.",
    "share of the metals' oxidation by 4.4 V",
    [0.5, Infinity, ""],
    ({ slow }) => givenByMetals(slow, "4.4V") / mostGiven(slow)
  ),
  claim(
    "C14",
    "input",
    "At 4.8 V Mn and Ni are reduced at the surface, Co is even.",
    "surface less bulk, the larger of Mn and Ni, less that of Co, 0.1 C",
    [-Infinity, -0.2, ""],
    ({ slow }) => of(slow, "4.8V", ({ valences: v }) => Math.max(v.Mn.surface, v.Ni.surface) - v.Co.surface)
  ),
  claim(
    "C15",
    "predicted",
    "Metals oxidise below 4.6 V, oxygen above it, on slow charge.",
    "share of metal oxidation below 4.6 V, or of oxygen's above, the smaller",
    [0.5, Infinity, ""],
    ({ slow }) =>
      Math.min(
        givenByMetals(slow, "4.6V") / mostGiven(slow),
        1 - oxidised(slow, "4.6V") / oxidised(slow, "4.8V")
      )
  ),
  claim(
    "C16",
    "predicted",
    "Metals and oxygen are oxidised less far on fast charge.",
    "oxidation at 10 C over that at 0.1 C, the larger of metals and oxygen",
    [0, 1, ""],
    ({ slow, fast }) =>
      Math.max(
        givenByMetals(fast, "4.8V") / givenByMetals(slow, "4.8V"),
        oxidised(fast, "4.8V") / oxidised(slow, "4.8V")
      )
  ),
  claim(
    "C17",
    "predicted",
    "Mn stays near +4 on charge at both rates.",
    "mean valence of Mn, pristine and charged, the farthest from 4",
    [3.9, 4.1, ""],
    ({ slow, fast }) =>
      farthest(
        [slow, fast].flatMap((run) => [
          stateOfPristine(run).valences.Mn.mean,
          ...charged.map((name) => of(run, name, (s) => s.valences.Mn.mean))
        ]),
        4
      )
  ),
  claim(
    "C19",
    "calibrated",
    "Ni and Co that are not reduced again hold 39 mAh/g of the first cycle.",
    "their charge after the first cycle at 10 C",
    [35.1, 42.9, "mAh/g"],
    ({ fast }) => capacityPerLithium() * nickelAndCobalt(fast, "discharged")
  ),
  claim(
    "C24",
    "predicted",
    "The hoop stress at 10 C is a hundred times that at 0.1 C.",
    "largest hoop stress at 20 % depth of discharge, 10 C over 0.1 C",
    [100, Infinity, ""],
    ({ slow, fast }) => hoopAt20(fast) / hoopAt20(slow)
  ),
  claim(
    "Q2",
    "calibrated",
    "The transformed layer is thinner after fast cycling.",
    "thickness after 20 cycles, 10 C over 0.1 C",
    [0, 0.75, ""],
    ({ slow, fast }) =>
      of(fast, "20cycles", (s) => s.surfaceLayer) / of(slow, "20cycles", (s) => s.surfaceLayer)
  ),
  claim(
    "Q3",
    "input",
    "Vacancies gather to nanovoids in slow cycling.",
    "volume of nanovoids after 20 cycles at 0.1 C",
    [1, Infinity, "%"],
    ({ slow }) => 100 * of(slow, "20cycles", (s) => s.nanovoidFraction)
  ),
  claim(
    "Q5",
    "predicted",
    "Lithium is uneven in the first fast cycle, not by Fick's law.",
    "lithium of domains less that elsewhere, over the radial difference, 10 C, 4.8 V",
    [1, Infinity, ""],
    ({ fast }) =>
      of(
        fast,
        "4.8V",
        (s) => (s.lithiumOfDomains - s.lithiumElsewhere) / (s.lithiumGradient * s.lithiumElsewhere)
      )
  ),
  claim(
    "Q6",
    "predicted",
    "Oxygen-rich domains are rich in lithium and poor in metal, 10 C.",
    "the smaller of lithium inside over outside, and metal outside over inside, 20 cycles, 4.8 V",
    [1.05, Infinity, ""],
    ({ fast }) =>
      of(fast, "20cycles-4.8V", (s) =>
        Math.min(s.lithiumOfDomains / s.lithiumElsewhere, 1 / (1 - s.metalLost))
      )
  ),
  claim(
    "Q7",
    "calibrated",
    "Slow cycling makes more void volume.",
    "porosity after 20 cycles, 0.1 C over 10 C",
    [1, Infinity, ""],
    ({ slow, fast }) => of(slow, "20cycles", (s) => s.porosity) / of(fast, "20cycles", (s) => s.porosity)
  ),
  claim(
    "Q8",
    "input",
    "At 4.8 V the shell has more oxidised oxygen and less oxidised Ni.",
    "surface less bulk of Ni, or bulk less surface of O, the larger, both rates",
    [-Infinity, 0, ""],
    ({ slow, fast }) =>
      Math.max(
        ...[slow, fast].map((run) =>
          of(run, "4.8V", ({ valences: v }) => Math.max(v.Ni.surface, -v.O.surface))
        )
      )
  ),
  claim(
    "Q10",
    "predicted",
    "After 20 slow cycles Mn and Co carry more of the capacity and Ni less.",
    "shares of the discharge, twentieth less first, 0.1 C: Ni's gain or the loss of Mn or Co, the largest",
    [-Infinity, 0, ""],
    ({ slow }) => Math.max(shareGained(slow, "Ni"), -shareGained(slow, "Mn"), -shareGained(slow, "Co"))
  ),
  claim(
    "Q10b",
    "predicted",
    "After 20 fast cycles the metals are less active.",
    "charge of all metals in the discharge, twentieth over first, 10 C",
    [0, 1, ""],
    ({ fast }) => activity(fast, fast.cycles.length - 1) / activity(fast, 0)
  ),
  claim(
    "Q11",
    "input",
    "Loss of oxygen goes with voltage decay.",
    "voltage decay at 0.1 C without release of oxygen over that with it",
    [-Infinity, 0.5, ""],
    ({ slow, slowWithoutRelease }) => decay(slowWithoutRelease) / positive(decay(slow), 0.005)
  ),
  claim(
    "Q11b",
    "input",
    "Stress goes with the loss of capacity at high rate.",
    "loss of capacity at 10 C without stress over that with it",
    [-Infinity, 0.5, ""],
    ({ fast, fastWithoutStress }) => fade(fastWithoutStress) / positive(fade(fast), 0.02)
  )
];

export function judgePathways(runs: ClaimRuns): PathwayVerdict[] {
  return pathwayClaims.map(({ value, ...rest }) => {
    const found = value(runs);
    const finite = Number.isFinite(found);
    return {
      ...rest,
      value: finite ? found : null,
      holds: finite && found >= rest.accept[0] && found <= rest.accept[1]
    };
  });
}
