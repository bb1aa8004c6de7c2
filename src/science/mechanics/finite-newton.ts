// Equilibrium at finite strain by Newton's method: A du = −R, u += α du, halving α until |R| falls.
// Away from convergence the factor of an earlier tangent serves on (chord method) as long as |R| shrinks fast enough to be
// cheaper than a new factorisation. Where the whole growth does not converge, it is laid on in parts.
// Dennis & Schnabel, Numerical Methods for Unconstrained Optimization and Nonlinear Equations (1996), ch. 6.

import { factorise, solve } from "../numerics/ldlt.js";
import { assembleResidual, assembleTangent, pointStretches } from "./finite-element.js";
import type { FiniteModel } from "./finite-model.js";

export interface Equilibrium {
  /** 2·node + component, in the unit of the mesh */
  displacement: Float64Array;
  /** ΔV/V0 at the nodes that it belongs to */
  growth: Float64Array;
  /** linear systems solved, and tangents factorised, to get there */
  iterations: number;
  factorisations: number;
  /** norm of the forces out of balance, as a share of those that the growth alone leaves on an evenly swollen body */
  residual: number;
  /** that share after each iteration */
  history: number[];
}

export interface NewtonSettings {
  /** residual to reach (default 1e-9) */
  tolerance?: number;
  /** the norm of the forces out of balance to reach, instead of a share of the load (E = 1, lengths of the mesh) */
  target?: number;
  /** most iterations for one part of the growth (default 40) */
  iterations?: number;
  /** "every": a new tangent at each iteration, as Newton has it; "reuse" (default): the last one while it serves */
  tangent?: "every" | "reuse";
  /** least share of the growth laid on at once (default 1/64) */
  leastPart?: number;
}

/** Where Newton's method ended, and the last state in equilibrium, at a share of the growth. */
export class NewtonFailure extends Error {
  constructor(
    message: string,
    readonly last: Equilibrium,
    /** share of the growth that `last` carries */
    readonly share: number,
    readonly element: number,
    readonly residual: number
  ) {
    super(message);
    this.name = "NewtonFailure";
  }
}

/** one factorisation costs about as much as this many iterations with a factor at hand */
const factorCost = 6;
/** steps shorter than this lead nowhere */
const leastStep = 1 / 64;

/**
 * @param growth ΔV/V0 at the nodes
 * @param start a state near by, for example the last one of a discharge; it is stretched evenly to the new mean growth
 * @throws where a growth is −1 or less; NewtonFailure, with the last state, where no equilibrium is found
 */
export function finiteEquilibrium(
  model: FiniteModel,
  growth: Float64Array,
  start?: Pick<Equilibrium, "displacement" | "growth">,
  settings: NewtonSettings = {}
): Equilibrium {
  const { mesh } = model;
  if (growth.length !== mesh.nodeCount) {
    throw new Error(
      `invalid growth: ${growth.length} numbers; must be one for each of the ${mesh.nodeCount} nodes`
    );
  }
  const bad = growth.findIndex((v) => !(v > -1 && v < Infinity));
  if (bad !== -1) {
    throw new Error(`invalid volume change: ${growth[bad]} at node ${bad}; must be above −1 and finite`);
  }
  const scale = meanStretch(growth) / (start ? meanStretch(start.growth) : 1);
  const guess = new Float64Array(2 * mesh.nodeCount);
  for (let i = 0; i < guess.length; ++i) {
    const u = start ? start.displacement[i] : 0;
    guess[i] = (scale - 1) * (mesh.coordinates[i] + u) + u;
  }
  // the node held in z stays where it is
  const drift = guess[anchor(model)];
  for (let i = 1; i < guess.length; i += 2) guess[i] -= drift;
  const whole = iterate(model, growth, 1, guess, settings);
  if (whole.converged) return whole.state;
  return inParts(model, growth, settings, whole);
}

interface Attempt {
  converged: boolean;
  state: Equilibrium;
  /** triangle with the largest forces out of balance, or the one that turned inside out */
  element: number;
}

function inParts(
  model: FiniteModel,
  growth: Float64Array,
  settings: NewtonSettings,
  failed: Attempt
): Equilibrium {
  const { leastPart = 1 / 64 } = settings;
  const { mesh } = model;
  let last: Equilibrium = {
    displacement: new Float64Array(2 * mesh.nodeCount),
    growth: new Float64Array(mesh.nodeCount),
    iterations: failed.state.iterations,
    factorisations: failed.state.factorisations,
    residual: 0,
    history: failed.state.history
  };
  let share = 0;
  let part = 0.25;
  for (let step = 1; share < 1; ++step) {
    const next = Math.min(1, share + part);
    const tried = iterate(model, growth, next, last.displacement, settings);
    tried.state.iterations += last.iterations;
    tried.state.factorisations += last.factorisations;
    tried.state.history = [...last.history, ...tried.state.history];
    if (tried.converged) {
      last = tried.state;
      share = next;
      part *= 1.5;
      continue;
    }
    last = { ...last, iterations: tried.state.iterations, factorisations: tried.state.factorisations };
    part /= 2;
    if (part >= leastPart) continue;
    const { element, state } = tried;
    const at = [0, 1].map((c) => {
      let sum = 0;
      for (let a = 0; a < 3; ++a) sum += mesh.coordinates[2 * mesh.triangles[6 * element + a] + c] / 3;
      return sum.toPrecision(3);
    });
    throw new NewtonFailure(
      `unsupported volume change: no equilibrium at finite strain beyond ${(100 * share).toPrecision(3)} % of it ` +
        `(step ${step}, residual ${state.residual.toExponential(1)}, worst in triangle ${element} near (${at.join(", ")})); ` +
        "lower the volume change or refine the mesh there",
      last,
      share,
      element,
      state.residual
    );
  }
  return last;
}

/** Newton's method from a displacement, which is left as it is. */
function iterate(
  model: FiniteModel,
  growth: Float64Array,
  share: number,
  from: Float64Array,
  settings: NewtonSettings
): Attempt {
  const { tolerance = 1e-9, iterations: most = 40, tangent = "reuse" } = settings;
  const { mesh, tables, material, held, unitForce } = model;
  const stretch = pointStretches(tables, mesh, growth, share);
  const size = from.length;
  let u = from.slice();
  let trial = new Float64Array(size);
  const du = new Float64Array(size);
  const residual = new Float64Array(size);
  const forces = new Float64Array(size);
  let inverted = -1;
  const normAt = (displacement: Float64Array): number => {
    inverted = assembleResidual(tables, mesh, material, stretch, displacement, forces);
    if (inverted !== -1) return Infinity;
    for (const dof of held) forces[dof] = 0;
    return norm(forces);
  };

  // forces of the growth alone: on the body that is evenly swollen to its mean
  const mean = meanStretch(growth, share);
  const load = normAt(mesh.coordinates.map((x) => (mean - 1) * x));
  const target = Math.max(settings.target ?? tolerance * load, 1e-15 * unitForce);
  const scale = Math.max(load, 1e-6 * unitForce);
  const history: number[] = [];
  let [iterations, factorisations, fresh, renew] = [0, 0, false, tangent === "every"];
  let size0 = normAt(u);
  if (size0 === Infinity) {
    u.set(mesh.coordinates.map((x) => (mean - 1) * x));
    size0 = load;
    normAt(u);
  }
  residual.set(forces);
  const done = (converged: boolean): Attempt => ({
    converged,
    state: {
      displacement: u,
      growth: share === 1 ? growth.slice() : growth.map((v) => share * v),
      iterations,
      factorisations,
      residual: size0 / scale,
      history
    },
    element: inverted !== -1 ? inverted : worstTriangle(model, residual)
  });

  while (size0 > target) {
    if (iterations === most) return done(false);
    if (renew) {
      assembleTangent(tables, mesh, material, stretch, u, model.slots, model.tangent.values);
      for (const k of model.cut) model.tangent.values[k] = 0;
      try {
        model.factor = factorise(model.atRest.symbolic, model.tangent, model.factor ?? undefined);
      } catch {
        // a zero pivot: the body buckles here
        model.current = model.atRest;
        return done(false);
      }
      model.current = model.factor;
      ++factorisations;
      fresh = true;
    }
    solve(model.current, residual, du);
    ++iterations;
    let accepted = false;
    for (let step = 1; step >= leastStep; step /= 2) {
      for (let i = 0; i < size; ++i) trial[i] = u[i] - step * du[i];
      const next = normAt(trial);
      if (!(next < (1 - 1e-4 * step) * size0 || next <= target)) {
        if (!fresh) break;
        continue;
      }
      const rate = next / size0;
      const remaining = Math.log(target / next) / Math.log(rate);
      [u, trial] = [trial, u];
      residual.set(forces);
      size0 = next;
      renew = tangent === "every" || (next > target && (rate > 0.5 || remaining > factorCost + 2));
      fresh = false;
      accepted = true;
      break;
    }
    if (!accepted) {
      if (fresh) return done(false);
      renew = true;
    }
    history.push(size0 / scale);
  }
  return done(true);
}

function norm(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; ++i) sum += values[i] * values[i];
  return Math.sqrt(sum);
}

function meanStretch(growth: Float64Array, share = 1): number {
  let sum = 0;
  for (let i = 0; i < growth.length; ++i) sum += growth[i];
  return Math.cbrt(1 + (share * sum) / growth.length);
}

/** A dof held in z; the held dofs are sorted, and there is always one. */
function anchor({ held }: FiniteModel): number {
  return held.find((dof) => dof % 2 === 1) ?? 1;
}

function worstTriangle({ mesh }: FiniteModel, residual: Float64Array): number {
  let [worst, most] = [0, -1];
  for (let t = 0; t < mesh.triangleCount; ++t) {
    let sum = 0;
    for (let a = 0; a < 6; ++a) {
      const node = 2 * mesh.triangles[6 * t + a];
      sum += residual[node] ** 2 + residual[node + 1] ** 2;
    }
    if (sum > most) [worst, most] = [t, sum];
  }
  return worst;
}
