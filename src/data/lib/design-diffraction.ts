/** Neutrons and operando diffraction for "Design your experiment": C04, C07, Q4. */
import {
  holding,
  informationOf,
  jointInformation,
  precisionOf
} from "../../science/diffraction/information.js";
import { neutronQuantities, neutronRefinement } from "../../science/diffraction/neutron-analysis.js";
import type { NeutronInstrument } from "../../science/diffraction/neutron-instrument.js";
import { settingsKnowing } from "../../science/diffraction/neutron-known.js";
import { expectNeutrons, neutronModel, noiselessPattern } from "../../science/diffraction/neutron-twin.js";
import { refinementProblem } from "../../science/diffraction/rietveld.js";
import { xRayProblem } from "../../science/diffraction/x-ray-partner.js";
import { latticeCrystal } from "../../science/particle/lattice-states.js";
import type { Knob } from "../../science/experiment-design/settings.js";
import { shownState } from "./neutron.js";
import type { BiasRow } from "./neutron-claims.js";
import type { ComputedClaim } from "../../science/claims/claim.js";
import {
  only,
  responseOf,
  type DesignPart,
  type QuestionNumbers,
  type ResponseRun,
  type Row
} from "./design-rows.js";

/** what is known of numbers that neutrons cannot tell, as on the board of claims */
export const known = { mixing: 0.005, lithiumInMetalLayer: 0.02 } as const;

/**
 * Bias of the oxygen occupancy in a joint refinement when the metal layer's lithium is held wrong by `offset`, to first order:
 * Δp = (N_pp)⁻¹ N_ph Δh with N the joint information, h the held number. Exchange is refined there, and biases nothing.
 */
export function jointBias(
  instrument: NeutronInstrument,
  hours: number,
  offset: number = known.lithiumInMetalLayer
): number {
  const held = "Li1.occupancy";
  const crystal = latticeCrystal(shownState);
  const plain = neutronRefinement({ ...settingsKnowing(shownState), hold: [] });
  // without the tie that lets the metal layer's lithium follow the exchange: both free
  const ties = (plain.ties ?? []).filter(({ name }) => name !== held);
  const refinement = { ...plain, ties, refine: [...plain.refine, held] };
  const model = neutronModel(crystal, { ...instrument, hours });
  const pattern = noiselessPattern(expectNeutrons(crystal, { ...instrument, hours }));
  const neutrons = informationOf(refinementProblem(pattern, model, model.start, refinement));
  const xRays = informationOf(xRayProblem(crystal, refinement));
  const own = (name: string) => /^(?:scale|zero|gauss|lorentz|U|V|W|X|Y|background\..*)$/.test(name);
  const parts = [
    { label: "neutrons", information: neutrons },
    { label: "X-rays", information: xRays }
  ];
  const joint = holding(jointInformation(parts, own), ["neutrons: zero", "X-rays: zero"]);
  const { names, covariance } = precisionOf(holding(joint, [held]));
  const row = names.indexOf(neutronQuantities.oxygen.parameter);
  const column = joint.names.indexOf(held);
  let bias = 0;
  names.forEach((name, k) => {
    const cross = joint.matrix[joint.names.indexOf(name) * joint.names.length + column] ?? NaN;
    bias -= (covariance[row * names.length + k] ?? NaN) * cross * offset;
  });
  return bias;
}

export interface DiffractionTables {
  /** neutron-limits */
  limits: readonly Row[];
  biases: readonly BiasRow[];
  /** C07 and Q4 as on the board */
  operando: readonly ComputedClaim[];
  instrument: NeutronInstrument;
}

export function diffractionPart({ limits, biases, operando, instrument }: DiffractionTables): DesignPart {
  const alone = Math.max(
    ...Object.entries(known).map(([held, offset]) =>
      Math.abs(
        only(
          biases.find((row) => row.held === held && Math.abs(row.offset - offset) < 1e-9),
          `bias of ${held}`
        ).bias
      )
    )
  );
  const sweeps = [
    ["hours", "neutronHours", "hours"],
    ["dMax", "neutronLargest", "d_max_A"],
    ["dMin", "neutronSmallest", "d_min_A"]
  ] as const satisfies readonly (readonly [string, Knob, string])[];
  const losses = [
    ["C04a", 0],
    ["C04b", 3]
  ] as const;
  const runs: ResponseRun[] = [];
  for (const [sweep, knob, column] of sweeps)
    for (const [partner, variant] of ["default", "joint"].entries())
      for (const row of limits.filter((r) => r["sweep"] === sweep && r["variant"] === variant)) {
        const hours = Number(row["hours"]);
        const bias = partner === 0 ? alone : 100 * Math.abs(jointBias(instrument, hours));
        for (const [question, alternative] of losses)
          runs.push({
            ...{ question, knobs: [knob, "neutronPartner"], at: [Number(row[column]), partner], doubt: 0 },
            ...{ noise: Number(row["oxygen_error"]), bias, difference: 4 - alternative }
          });
      }
  const usual = only(
    limits.find(
      (r) => r["sweep"] === "hours" && r["variant"] === "default" && r["hours"] === instrument.hours
    ),
    "the study's counting time"
  );
  const questions: QuestionNumbers[] = losses.map(([question, alternative]) => ({
    ...{ question, effect: 4, alternative, unit: "%" },
    base: { noise: Number(usual["oxygen_error"]), bias: alone, difference: 4 - alternative }
  }));
  for (const [id, alternative] of [
    ["C07", 0],
    ["Q4", 1]
  ] as const) {
    const claim = only(
      operando.find((c) => c.id === id),
      `claim ${id}`
    );
    questions.push({
      ...{ question: id, effect: claim.set?.value ?? NaN, alternative, unit: claim.unit },
      base: responseOf(claim, alternative)
    });
  }
  return { questions, runs };
}
