// Sets the calibrated constants anew for other values of the assumed ones: damped Gauss–Newton in the logarithms of the constants
// on a few targets of short runs (one cycle), then the constants that enter in proportion from one run of twenty.
//   minimise Σ (ln y_k(p) − ln y_k*)²,  (Jᵀ J + ε) Δ ln p = Jᵀ (ln y* − ln y)

import { agedParticle, type AgedOptions, type AgedResult } from "./aged-particle.js";
import {
  defaultPathwayParameters,
  pathwayOwnParameters,
  type PathwayParameterName,
  type PathwayParameters
} from "./parameters.js";
import { nickelAndCobalt, stateOf, type Runs } from "./targets.js";

/** A reduced run: some tens of milliseconds a cycle. */
export const reduced = { shells: 12, tolerance: 1e-3, voltageStep: 0.1 } as const;

const share = (run: AgedResult, name: string): number => (stateOf(run, name)?.distorted ?? NaN) - 0.032;
const lost = (run: AgedResult, name: string): number => stateOf(run, name)?.oxygenLost ?? NaN;
const lithium = (run: AgedResult, name: string): number => stateOf(run, name)?.lithium ?? NaN;

interface Stage {
  rate: number;
  names: readonly PathwayParameterName[];
  goals: readonly number[];
  /** of the goals; 1 where left out */
  weights?: readonly number[];
  cycles: number;
  of: (run: AgedResult) => number[];
}

const stages: readonly Stage[] = [
  {
    rate: 10,
    names: ["filmResistance", "distortionRate", "depthExponent", "permanentShare", "trappedByDistortion"],
    goals: [0.6, 0.018, 0.068, 0.138, 0.078, 0.124],
    weights: [8, 0.3, 0.7, 2, 1, 2],
    cycles: 1,
    of: (run) => [
      ...[lithium(run, "4.8V"), share(run, "4.4V"), share(run, "4.6V"), share(run, "4.8V")],
      ...[share(run, "discharged"), nickelAndCobalt(run, "discharged")]
    ]
  },
  {
    rate: 0.1,
    names: ["releaseVelocity", "passivation", "trappedByVacancies"],
    goals: [0.0175, 0.038, 1],
    cycles: 1,
    of: (run) => [lost(run, "4.6V"), lost(run, "4.8V"), lithium(run, "discharged")]
  }
];

/** After all else is set. */
const lastStage: Stage = {
  ...{
    rate: 10,
    names: ["crackResistance", "filmResistance"],
    goals: [0.85, 0.6],
    weights: [1, 4],
    cycles: 20
  },
  of: (run) => [
    run.cycles[run.cycles.length - 1].dischargeCapacity / run.cycles[0].dischargeCapacity,
    lithium(run, "4.8V")
  ]
};

export const calibratedNames: readonly PathwayParameterName[] = [
  ...stages.flatMap(({ names }) => names),
  ...(["crackRate", "crackVolume", "voidVolume", "metalLimit", "domainLoss"] as const),
  ...(["voltageDecay", "contactGrowth", "crackResistance"] as const)
];

const clamp = (name: PathwayParameterName, value: number): number => {
  const { min, max } = pathwayOwnParameters[name];
  return Math.min(max, Math.max(min, value));
};

/** @param start assumed constants as they shall be; the calibrated ones are where the search begins */
export function calibrate(
  start: PathwayParameters,
  options: Omit<AgedOptions, "rate" | "cycles"> = reduced,
  rounds = 3
): PathwayParameters {
  const p = firstGuess(start);
  for (const stage of stages) for (let k = 0; k < rounds; ++k) improve(p, stage, options);
  const { slow, fast } = runsOf(p, options);
  const [aged, charged] = [stateOf(fast, "20cycles"), stateOf(fast, "20cycles-4.8V")];
  const poor = stateOf(slow, "20cycles");
  const first = stateOf(slow, "4.8V");
  if (aged && charged && poor && first) {
    p.crackRate = clamp(
      "crackRate",
      (p.crackRate * Math.log(0.1)) / Math.log1p(-Math.min(0.999999, aged.crackDamage))
    );
    p.crackVolume = clamp("crackVolume", (0.019 - p.synthesisPorosity - aged.nanovoidFraction) / 0.9);
    const voids = 0.031 - p.synthesisPorosity - p.crackVolume * poor.crackDamage;
    p.voidVolume = clamp("voidVolume", (p.voidVolume * voids) / Math.max(1e-6, poor.nanovoidFraction));
    const grown = Math.max(1e-11, aged.surfaceLayer - p.nativeLayer);
    p.contactGrowth = clamp("contactGrowth", (p.contactGrowth * (1.5e-9 - p.nativeLayer)) / grown);
    p.metalLimit = clamp("metalLimit", (p.metalLimit * 0.25) / Math.max(0.01, charged.metalLost));
    p.domainLoss = clamp("domainLoss", (first.oxygenLost * (1 - p.pristinePoor)) / (0.24 - p.pristinePoor));
    const fall = slow.cycles[0].meanVoltage - slow.cycles[slow.cycles.length - 1].meanVoltage;
    p.voltageDecay = clamp("voltageDecay", (p.voltageDecay * 0.06) / Math.max(0.005, fall));
  }
  improve(p, lastStage, options);
  return p;
}

/** Constants scaled by what is known of how they go with the assumed ones, so that a few rounds are enough. */
function firstGuess(start: PathwayParameters): PathwayParameters {
  const known = defaultPathwayParameters();
  // to reach the share d at 4.8 V with a limit d_m the exponent of growth must be −ln(1 − d/d_m)
  const growth = ({ distortedLimit }: PathwayParameters) => -Math.log1p(-0.1425 / distortedLimit);
  const ratio = growth(start) / growth(known);
  const scaled = (name: PathwayParameterName, factor: number) => clamp(name, start[name] * factor);
  return {
    ...start,
    // less saturation, less acceleration
    depthExponent: scaled("depthExponent", 0.35 + 0.65 * ratio),
    distortionRate: scaled("distortionRate", ratio * Math.exp(-1.2 * (1 - ratio))),
    trappedByDistortion: scaled("trappedByDistortion", known.blockedPlaces / start.blockedPlaces),
    trappedByVacancies: scaled("trappedByVacancies", known.blockedPlaces / start.blockedPlaces),
    passivation: scaled("passivation", known.releaseTransfer / start.releaseTransfer)
  };
}

/** Twenty cycles at both rates of the study. */
export function runsOf(p: PathwayParameters, options: Omit<AgedOptions, "rate"> = reduced): Runs {
  const cycles = options.cycles ?? 20;
  return {
    slow: agedParticle(p, { ...options, cycles, rate: 0.1 }),
    fast: agedParticle(p, { ...options, cycles, rate: 10 })
  };
}

const nudge = 1.05;
const ridge = 1e-3;
/** of ln p in a round */
const longest = 0.8;

function improve(
  p: PathwayParameters,
  { rate, names, goals, weights, cycles, of }: Stage,
  options: Omit<AgedOptions, "rate" | "cycles">
): void {
  const weightOf = (k: number): number => weights?.[k] ?? 1;
  const logs = (q: PathwayParameters) =>
    of(agedParticle(q, { ...options, rate, cycles })).map(
      (value, k) => weightOf(k) * Math.log(Math.max(1e-9, value))
    );
  const now = logs(p);
  const miss = goals.map((goal, k) => weightOf(k) * Math.log(goal) - now[k]);
  const columns = names.map((name) => {
    // towards the inside of the range
    const up = p[name] * nudge <= pathwayOwnParameters[name].max;
    const moved = logs({ ...p, [name]: up ? p[name] * nudge : p[name] / nudge });
    return moved.map((value, k) => (value - now[k]) / (up ? Math.log(nudge) : -Math.log(nudge)));
  });
  const matrix = columns.map((a, i) =>
    columns.map((b, j) => a.reduce((sum, value, k) => sum + value * b[k], i === j ? ridge : 0))
  );
  const right = columns.map((a) => a.reduce((sum, value, k) => sum + value * miss[k], 0));
  const change = solve(matrix, right);
  names.forEach((name, i) => {
    p[name] = clamp(name, p[name] * Math.exp(Math.min(longest, Math.max(-longest, change[i]))));
  });
}

/** Of a small symmetric positive system, by elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  for (let i = 0; i < n; ++i)
    for (let j = i + 1; j < n; ++j) {
      const factor = matrix[j][i] / matrix[i][i];
      for (let k = i; k < n; ++k) matrix[j][k] -= factor * matrix[i][k];
      right[j] -= factor * right[i];
    }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; --i) {
    let sum = right[i];
    for (let k = i + 1; k < n; ++k) sum -= matrix[i][k] * x[k];
    x[i] = sum / matrix[i][i];
  }
  return x;
}
