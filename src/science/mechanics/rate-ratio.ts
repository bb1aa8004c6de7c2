// The stress at A at 10 C over that at 0.1 C, in models that are linear and in models that are not.

import { meshParticle } from "../particle/mesh.js";
import { defaultFullParameters, type FullParameters } from "./full-parameters.js";
import { geometryOf } from "./geometry-of.js";
import { stressModel, type StressModel } from "./model.js";
import type { Phase } from "./programme.js";
import { simulate } from "./simulate.js";
import { simulateFull, type FullOptions } from "./simulate-full.js";

export interface RatioCase {
  name: string;
  label: string;
  /** what in it is not linear; "" for nothing */
  nonlinear: string;
  /** of the full model; the uniform flux of the stress model where it is not given */
  full?: Pick<FullOptions, "volume" | "stressDriven">;
  change?: Partial<FullParameters>;
  /** whether the charge is run as well as the discharge */
  charge?: boolean;
}

export const ratioCases: readonly RatioCase[] = [
  { name: "uniform", label: "straight line, uniform flux", nonlinear: "", charge: true },
  {
    name: "kinetic",
    label: "straight line, Butler–Volmer",
    nonlinear: "kinetics, and the cube root of the volume",
    full: { volume: "linear" }
  },
  {
    name: "stress-driven",
    label: "straight line, lithium drawn by stress",
    nonlinear: "stress pulls lithium",
    full: { volume: "linear", stressDriven: true }
  },
  {
    name: "lattice-discharge",
    label: "approximate a and c (unverified), discharge",
    nonlinear: "V = a² c sin 60°",
    full: { volume: "hexagonal-discharge" }
  },
  {
    name: "lattice-charge",
    label: "approximate a and c (unverified), first charge",
    nonlinear: "the slope of ΔV/V0 changes sign",
    full: { volume: "hexagonal" },
    charge: true
  },
  {
    name: "nmc811",
    label: "table of NMC811",
    nonlinear: "the slope of ΔV/V0 falls steeply with lithium",
    full: { volume: "nmc811" },
    charge: true
  },
  {
    name: "slow",
    label: "straight line, D = 10⁻¹⁴ m²/s",
    nonlinear: "at 10 C the gradient has no time to form, and the surface fills",
    change: { diffusivity: 1e-14 }
  }
];

export interface RatioRun {
  name: string;
  rate: number;
  phase: Phase;
  depthOfDischarge: Float64Array;
  /** Pa */
  hoop: Float64Array;
  vonMises: Float64Array;
  /** V; null where the model has no kinetics */
  voltage: Float64Array | null;
  currentSpread: Float64Array | null;
  /** why it ended early, and where */
  stopped: string;
}

/** Every case at two rates from rest: a discharge of the charged particle and, where asked for, a charge of the discharged one. */
export async function rateRatioRuns(
  options: {
    rates?: readonly number[];
    frames?: number;
    cases?: readonly RatioCase[];
    resolution?: number;
  } = {}
): Promise<RatioRun[]> {
  const { rates = [0.1, 10], frames = 40, resolution = 1 } = options;
  const base = defaultFullParameters();
  const geometry = geometryOf(base);
  const model: StressModel = stressModel(
    meshParticle(geometry, { resolution }),
    geometry.radius,
    base.poissonRatio
  );
  const runs: RatioRun[] = [];
  for (const { name, full, change, charge } of options.cases ?? ratioCases) {
    for (const rate of rates) {
      for (const phase of charge ? (["discharge", "charge"] as const) : (["discharge"] as const)) {
        const parameters = { ...base, ...change, rate };
        const common = { model, frames, programme: [{ phase }] };
        const kinetic = full
          ? await simulateFull(parameters, { ...common, ...full, beyondTable: "extend" })
          : null;
        const result = kinetic ?? (await simulate(parameters, common));
        runs.push({
          name,
          rate,
          phase,
          depthOfDischarge: Float64Array.from(result.frames, (frame) => frame.depthOfDischarge),
          hoop: result.bridge.hoop,
          vonMises: result.bridge.vonMises,
          voltage: kinetic?.voltage ?? null,
          currentSpread: kinetic?.currentSpread ?? null,
          stopped: result.stopped?.reason ?? ""
        });
      }
    }
  }
  return runs;
}

/** Linear interpolation in a run; NaN beyond its ends. */
export function hoopAt({ depthOfDischarge: d, hoop }: RatioRun, depth: number): number {
  for (let i = 1; i < d.length; ++i) {
    const [a, b] = [d[i - 1], d[i]];
    if ((depth - a) * (depth - b) > 1e-12 || a === b) continue;
    const s = Math.min(1, Math.max(0, (depth - a) / (b - a)));
    return hoop[i - 1] + s * (hoop[i] - hoop[i - 1]);
  }
  return NaN;
}
