// Non-linear least squares, min χ² = Σ r_i(p)², r = (f(p) − y)/σ: steps of (N + λ diag N) δ = −g with N = JᵀJ, g = Jᵀr from
// the caller's analytic Jacobian; λ by the gain ratio. Marquardt, J. SIAM 11 (1963) 431, doi 10.1137/0111030; Nielsen,
// IMM-REP-1999-05 (1999). Bounds by an active set: a parameter at its bound that would leave is held for the step.
// The fit has converged where an undamped step would move no combination of parameters by `tolerance` standard errors.

import { boundedStep, heldAtBounds } from "./bounded-step.js";
import { expand, parameterMap, type FitParameter, type Tie } from "./fit-parameters.js";
import { fitResult, type FitResult, type FitState, type FitStatus } from "./fit-result.js";
import { normalEquations } from "./normal-equations.js";

export type { FitParameter, Tie } from "./fit-parameters.js";
export type { FitResult, FitStatus } from "./fit-result.js";

export interface FitProblem {
  parameters: readonly FitParameter[];
  ties?: readonly Tie[];
  /** number of residuals; restraints may be more of them */
  points: number;
  /**
   * Writes r(p) [point] and, where a Jacobian is handed over (zero in the columns wanted), ∂r/∂p [parameter][point] of the
   * parameters `wanted`. Values that are not finite reject the step.
   */
  evaluate: (
    p: Float64Array,
    residuals: Float64Array,
    jacobian: Float64Array | null,
    wanted: readonly number[]
  ) => void;
}

export interface FitSettings {
  /** in standard errors; default 1e-4 */
  tolerance?: number;
  /** default 60 */
  maximumIterations?: number;
  signal?: AbortSignal;
  /** for the Jacobian, parameters × points, so that many fits of one size need it once */
  workspace?: Float64Array;
  /** after each step that was taken */
  onStep?: (iteration: number, chiSquared: number, p: Float64Array) => void;
}

/** @throws where the parameters are invalid, none is free, points are fewer, or the start gives no finite residuals */
export function levenbergMarquardt(problem: FitProblem, settings: FitSettings = {}): FitResult {
  const { tolerance = 1e-4, maximumIterations = 60, signal, onStep } = settings;
  const map = parameterMap(problem.parameters, problem.ties);
  const { points } = problem;
  const n = map.free.length;
  if (n === 0) throw new Error("missing free parameter: all are fixed or tied; free one");
  if (points < n)
    throw new Error(`invalid fit: ${points} points for ${n} free parameters; must be at least as many`);
  const size = map.names.length * points;
  const jacobian = settings.workspace?.length === size ? settings.workspace : new Float64Array(size);
  let evaluations = 0;
  const look = (q: Float64Array, withJacobian: boolean): FitState => {
    const p = expand(map, q);
    const residuals = new Float64Array(points);
    if (withJacobian) for (const i of map.moving) jacobian.fill(0, i * points, (i + 1) * points);
    ++evaluations;
    problem.evaluate(p, residuals, withJacobian ? jacobian : null, map.moving);
    let chiSquared = 0;
    for (const r of residuals) chiSquared += r * r;
    return { q, p, residuals, chiSquared };
  };
  let state = look(
    Float64Array.from(map.free, (i) => problem.parameters[i].value),
    true
  );
  if (!Number.isFinite(state.chiSquared))
    throw new Error(
      `invalid start: the residuals are not finite at ${describe(map.names, state.p)}; start elsewhere, or mend the data`
    );
  let equations = normalEquations(map, jacobian, state.residuals);
  let status: FitStatus = "unfinished";
  let [damping, growth, iterations] = [1e-3, 2, 0];
  while (iterations < maximumIterations) {
    if (signal?.aborted) {
      status = "stopped";
      break;
    }
    const held = heldAtBounds(map, state.q, equations);
    const step = boundedStep(map, state.q, equations, held, damping);
    if (!step) {
      // singular even so damped, or not finite
      status = "singular";
      break;
    }
    if (!step.limited && step.decrease <= tolerance ** 2 * scaleOf(state, points - n)) {
      const whole = damping === 0 ? step : boundedStep(map, state.q, equations, held, 0);
      if (!whole) {
        status = "singular";
        break;
      }
      if (!whole.limited && whole.decrease <= tolerance ** 2 * scaleOf(state, points - n)) {
        // the last step is known: taken where it helps, it costs no Jacobian
        const last = look(whole.q, false);
        if (last.chiSquared < state.chiSquared) state = last;
        status = "converged";
        break;
      }
      damping = Math.min(damping, 1e-12);
    }
    const trial = look(step.q, false);
    const gain = (state.chiSquared - trial.chiSquared) / Math.max(step.decrease, Number.MIN_VALUE);
    const reached = step.limited && !standsStill(state.q, step.q);
    if (trial.chiSquared < state.chiSquared * (reached ? 1 + 1e-13 : 1)) {
      state = look(step.q, true);
      equations = normalEquations(map, jacobian, state.residuals);
      damping = Math.max(damping * Math.max(1 / 10, 1 - (2 * gain - 1) ** 3), 1e-14);
      growth = 2;
      ++iterations;
      onStep?.(iterations, state.chiSquared, state.p);
    } else {
      // what is left is rounding
      if ((!step.limited && step.decrease <= 1e-12 * state.chiSquared) || standsStill(state.q, step.q)) {
        status = "converged";
        break;
      }
      damping = Math.max(damping, 1e-8) * growth;
      growth *= 2;
      if (damping > 1e12) {
        status = "diverged";
        break;
      }
    }
  }
  return fitResult(map, state, equations, { status, iterations, evaluations, points });
}

const scaleOf = ({ chiSquared }: FitState, freedom: number) =>
  Math.max(chiSquared / Math.max(freedom, 1), 1e-300);

const standsStill = (a: Float64Array, b: Float64Array) =>
  a.every((value, k) => Math.abs(b[k] - value) <= 1e-15 * Math.abs(value));

const describe = (names: readonly string[], p: Float64Array) =>
  names.map((name, i) => `${name} = ${+p[i].toPrecision(6)}`).join(", ");
